"""How the clips of a pack are made: who stands for each voice, what is done to what an engine says until it
fits the gate, and a pack that is brought up to date clip by clip. Needed by authors, not by learners."""
