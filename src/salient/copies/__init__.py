"""Which reports are copies of one another, and of which origin."""
