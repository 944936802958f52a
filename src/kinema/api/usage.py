"""`GET /v1/usage`: what a tenant reserved and spent, by day (UTC)."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.accounts.usage import DAYS, MOST_DAYS, by_day
from kinema.api.auth import Caller
from kinema.api.query import Whole
from kinema.api.reference.operation import Tag, documented
from kinema.api.reference.shapes.server import Usage
from kinema.api.services import services_of

BACK = Whole("days", "How many days back.", 1, MOST_DAYS, default=DAYS)

router = APIRouter()


@router.get("/v1/usage", **documented("usage", Tag.SHARED, Usage, query=(BACK,)))
async def tell_usage(request: Request, caller: Caller) -> JSONResponse:
    """Tell what was reserved and spent, by day (UTC).

    The newest day is first. Money is in millionths of the operator's currency.
    """
    caller.may("read")
    days = await by_day(services_of(request).database, caller.tenant_id, BACK.of(request))
    data = [
        {"day": row["day"].isoformat(), "seconds": row["seconds"], "micros": row["micros"]} for row in days
    ]
    return JSONResponse({"object": "list", "data": data})
