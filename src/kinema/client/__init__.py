"""The Python client of a Kinema server. It imports nothing else of Kinema."""
