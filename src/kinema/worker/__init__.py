"""The worker process: it claims tasks, has an engine render them, and settles what came of it."""
