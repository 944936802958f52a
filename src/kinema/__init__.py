"""Kinema: a self-hosted video-generation API server."""

from importlib.metadata import version

__version__ = version("kinema")
