"""Places: where scenes play, a module each, with its words, its scenery and its sound."""
