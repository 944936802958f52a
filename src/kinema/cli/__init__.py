"""The `kinema` command: one module per group of commands."""
