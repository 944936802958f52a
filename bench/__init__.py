"""Benchmarks: `make bench`, or `python -m bench WORD` for those whose name has that word."""
