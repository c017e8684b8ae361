"""Which sides a sentence speaks of, and who does what to whom."""
