"""Who is asking: the one place that reads credentials. Only the Authorization header carries a key."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request

from kinema.accounts.keys import Holder, authenticate
from kinema.api.services import services_of
from kinema.errors import Unauthorized


async def holder_of(request: Request) -> AsyncIterator[Holder]:
    """Lend who holds the request's key, and room for its body until it is answered; raises Unauthorized."""
    services = services_of(request)
    holder = await authenticate(services.database, key_of(request))
    with services.room.lent(holder.tenant_id):
        yield holder


def key_of(request: Request) -> str:
    """Return the API key itself that a request brings; raises Unauthorized where there is none."""
    headers = request.headers.getlist("authorization")
    if not headers:
        raise Unauthorized("There is no API key. Send it as `Authorization: Bearer <key>`.")
    scheme, _, secret = headers[0].partition(" ")
    secret = secret.strip()
    if len(headers) > 1 or scheme.lower() != "bearer" or not secret:
        raise Unauthorized("The Authorization header must read `Bearer <key>`, once.")
    return secret


Caller = Annotated[Holder, Depends(holder_of)]
