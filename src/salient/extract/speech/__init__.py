"""Who says which stretch of a sentence, and what he does with it: asserts, denies, doubts."""
