"""Motions: what subjects do, a module each, with its words, its poses and its sound."""
