"""The look of the finished frame: a grade for every style, and what some lay over it."""
