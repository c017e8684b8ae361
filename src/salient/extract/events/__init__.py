"""What a sentence says has happened or will, and how it puts it."""
