"""Where users' media are decoded: in children that can reach nothing."""
