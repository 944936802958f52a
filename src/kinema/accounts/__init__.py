"""Who may use this installation: tenants and their keys."""
