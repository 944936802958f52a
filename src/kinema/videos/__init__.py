"""What a video request is and how its life may run. Pure: no input or output."""
