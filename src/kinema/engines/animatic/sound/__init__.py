"""Sound: beds of noise for place and weather, what the action does, music, and the mix to a loudness."""
