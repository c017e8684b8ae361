"""HTTP API and static files."""
