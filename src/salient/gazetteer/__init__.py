"""Names to candidate places."""
