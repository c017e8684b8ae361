"""Append-only tables behind a writer and an as-of view."""
