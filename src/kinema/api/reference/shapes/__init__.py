"""What answers look like in JSON. They describe and build nothing: a test holds every answer to them."""
