"""What is wrong with a script beyond how it is written: its ways, its words, its numbers, its clips."""
