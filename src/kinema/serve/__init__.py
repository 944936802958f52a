"""`kinema serve`: one process that keeps the database, the API and the worker running."""
