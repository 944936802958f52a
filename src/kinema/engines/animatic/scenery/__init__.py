"""Scenery that places share: sky, ground, plants, reflections, light that falls through the air."""
