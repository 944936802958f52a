"""What may be done to a task: create, look up, claim, settle, sweep."""
