"""The gallery: what the animatic engine makes of the prompts it must get right, on one page."""
