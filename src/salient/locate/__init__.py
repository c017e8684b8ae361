"""From a draft to a place match."""
