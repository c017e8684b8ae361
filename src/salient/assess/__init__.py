"""From claims to the probability of control per place and day, with the rows that make it (docs/method.md)."""
