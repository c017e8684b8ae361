"""From a source to raw pages."""
