"""Bodies: what subjects are drawn as. Each paints one pose; `cast` chooses which body plays which subject."""
