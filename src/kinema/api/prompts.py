"""Reviewing prompts over HTTP: the advice of the Sora gateway's page, run on a client's words."""

from __future__ import annotations

import asyncio

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from kinema.api import fields
from kinema.api.auth import Caller
from kinema.api.body import json_object
from kinema.api.reader import Field
from kinema.api.reference.body import Body
from kinema.api.reference.operation import Tag, documented
from kinema.api.reference.shapes.server import PromptReview
from kinema.api.services import services_of
from kinema.engines.animatic.review import review
from kinema.errors import InvalidRequest, OverLimit

FIELDS = {"prompt": Field("prompt", fields.prompt)}
BODY = Body(FIELDS, {"prompt": "A cat dancing in the rain"})

router = APIRouter()


@router.post(
    "/v1/prompts/review",
    **documented("reviewPrompt", Tag.SHARED, PromptReview, body=BODY, errors=(OverLimit,)),
)
async def review_prompt(request: Request, caller: Caller) -> JSONResponse:
    """Review a prompt.

    Tells which elements of a good prompt were found, which are missing, and what to add.
    """
    services = services_of(request)
    caller.may("read")
    services.polls.take(caller)
    body = await json_object(request)
    given = fields.given(body, FIELDS, ignore_unknown=services.options.ignore_unknown_fields)
    if "prompt" not in given:
        raise InvalidRequest("prompt is required: the words to review.", param="prompt", code="missing_field")
    model = next(iter(services.options.models.values()))  # a prompt's bounds are the same for all of them
    text = fields.prompt(given["prompt"], "prompt", model, services.egress)
    found = await asyncio.to_thread(review, text)
    return JSONResponse(
        {
            "object": "prompt.review",
            "language": found.language,
            "found": {element: list(words) for element, words in found.found.items()},
            "missing": list(found.missing),
            "suggestions": [
                {"element": element, "text": text} for element, text in found.suggestions.items()
            ],
            "score": found.score,
        }
    )
