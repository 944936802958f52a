"""The reference over HTTP: the document for programs, the page for people."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse

from kinema.api.address import base_of
from kinema.api.reference.operation import Answer, Tag, documented
from kinema.api.reference.page import POLICY, page
from kinema.api.reference.shapes.server import Document

router = APIRouter()


class Reference:
    """The document of an app, made when it is first asked for."""

    def __init__(self, make: Callable[[], dict[str, Any]]) -> None:
        self._make = make

    @cached_property
    def document(self) -> dict[str, Any]:
        """The OpenAPI document."""
        return self._make()


def _document(request: Request) -> dict[str, Any]:
    reference: Reference = request.app.state.reference
    return reference.document


@router.get("/openapi.json", **documented("openapi", Tag.SERVER, Document, key=False))
async def tell_document(request: Request) -> JSONResponse:
    """Give the OpenAPI document."""
    return JSONResponse(_document(request))


@router.get(
    "/docs", **documented("docs", Tag.SERVER, Answer(media_types=("text/html",), about="A page."), key=False)
)
async def show_page(request: Request) -> HTMLResponse:
    """Show the reference as a page, with a curl command for every route."""
    html = page(_document(request), base_of(request))
    return HTMLResponse(
        html, headers={"Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff"}
    )
