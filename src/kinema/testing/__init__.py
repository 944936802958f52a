"""For tests, ours and those of third-party engines: the engine contract suite and a fake engine.

Nobody in production imports this room.
"""
