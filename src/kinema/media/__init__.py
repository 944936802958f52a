"""Pictures that come in are checked here, and films that go out are encoded and probed."""
