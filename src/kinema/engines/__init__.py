"""Engines: whatever turns a request into a film. One room each, behind one contract."""
