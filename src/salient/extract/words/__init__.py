"""What stands in a sentence: its words, with all that the tables of a language and a theatre know of them."""
