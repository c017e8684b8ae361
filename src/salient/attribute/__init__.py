"""From a draft to an attribution."""
