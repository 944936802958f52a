"""What tenants keep here besides their tasks: files and characters."""
