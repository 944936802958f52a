"""`GET /v1/usage`: what a tenant reserved and spent, by day (UTC)."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.accounts.usage import DAYS, MOST_DAYS, by_day
from kinema.api.auth import Caller
from kinema.api.fields import quote
from kinema.api.services import services_of
from kinema.errors import InvalidRequest

router = APIRouter()


@router.get("/v1/usage")
async def tell_usage(request: Request, caller: Caller) -> JSONResponse:
    """Tell seconds and money by day, newest first; money is in millionths of the operator's currency."""
    caller.may("read")
    asked = request.query_params.get("days", str(DAYS))
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 5 and 1 <= int(asked) <= MOST_DAYS):
        raise InvalidRequest(f"days must be 1 to {MOST_DAYS}, not {quote(asked)}.", param="days")
    days = await by_day(services_of(request).database, caller.tenant_id, int(asked))
    data = [
        {"day": row["day"].isoformat(), "seconds": row["seconds"], "micros": row["micros"]} for row in days
    ]
    return JSONResponse({"object": "list", "data": data})
