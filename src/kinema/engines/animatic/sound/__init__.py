"""Sound: beds of noise shaped by place and weather, what the action does, music, and the mix to a loudness."""
