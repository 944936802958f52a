"""`/v1/admin/…`: what an operator does, with a key that has the scope `admin`."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from kinema.api.admin import keys, models, tenants
from kinema.api.admin.fields import operator_of

router = APIRouter(prefix="/v1/admin", dependencies=[Depends(operator_of)])
for part in (tenants, keys, models):
    router.include_router(part.router)
