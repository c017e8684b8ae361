"""From a raw page to a report."""
