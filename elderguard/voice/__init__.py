"""What should be heard: utterances, the sources that can sound them, and the one child process that
speaks with the computer's own voice. Nothing here knows Qt."""
