"""The schema's history, for Alembic: one file a revision, numbered, written in SQL."""
