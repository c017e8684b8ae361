"""Load and check a theatre pack."""
