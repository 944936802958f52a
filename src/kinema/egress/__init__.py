"""The one door for requests to addresses that a user gave.

A URL is judged twice: as it is written (`Egress.check`, no I/O), and again where a connection is made, on
the very addresses that are dialled. Names are resolved once per connection, off the event loop; every
redirect is a new URL and goes through both. `ssrfguard` brings the rules for URLs and the table of special
addresses; what is refused beyond it, and why, is in docs/decisions/0004-egress-on-ssrfguard.md.
"""

from kinema.egress.door import UNREACHABLE, Answered, Egress

__all__ = ["UNREACHABLE", "Answered", "Egress"]
