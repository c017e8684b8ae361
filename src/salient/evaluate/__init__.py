"""Scores against references, back-tests, calibration, simulation."""
