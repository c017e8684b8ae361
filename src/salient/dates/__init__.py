"""From a draft to a day range."""
