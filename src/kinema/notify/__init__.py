"""Status changes on their way out."""
