"""From claims to assessments."""
