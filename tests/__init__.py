"""The tests: units, rooms with their real neighbours, and whole processes."""
