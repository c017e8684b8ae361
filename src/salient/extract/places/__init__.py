"""Which places a sentence names, and which of them a clause speaks of."""
