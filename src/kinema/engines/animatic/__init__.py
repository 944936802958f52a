"""The embedded engine: a rule-based renderer that draws and scores an animatic on the CPU."""

from kinema.engines.animatic.engine import AnimaticEngine

__all__ = ["AnimaticEngine"]
