"""From assessments to a front."""
