"""The Python client of a Kinema server. It imports nothing else of Kinema."""

from kinema.client.sora import Client, ClientError, Film

__all__ = ["Client", "ClientError", "Film"]
