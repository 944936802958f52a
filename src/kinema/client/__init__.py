"""The Python client of a Kinema server. It imports nothing else of Kinema."""

from kinema.client.events import Event
from kinema.client.refusal import ClientError
from kinema.client.sora import Client, Film

__all__ = ["Client", "ClientError", "Event", "Film"]
