"""Pure string work: normalise, sentences, language, transliteration, morphology."""
