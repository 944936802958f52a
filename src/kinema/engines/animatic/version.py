"""The engine's version, which is kept with every film: it rises when the same request gives other frames."""

VERSION = "9"
