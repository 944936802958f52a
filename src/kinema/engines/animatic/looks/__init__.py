"""Looks: what people and animals have on, and what grows on them. A module each, found by being there."""
