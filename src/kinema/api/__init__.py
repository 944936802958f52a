"""HTTP: one module per dialect, and what the dialects share."""
