"""Weathers: what falls or drifts in the air, a module each, with its words, its light and its sound."""
