"""Structured logs: one line an event, on standard error, from our code and from libraries alike."""

from __future__ import annotations

import logging
import sys

import structlog
from structlog.typing import Processor

_QUIET = (
    "uvicorn.error",
    "uvicorn.access",
    "procrastinate",
    "alembic",
    "psycopg.pool",
    "httpx2",
    "httpcore2",
)
"""Libraries that tell at INFO what we tell ourselves, in our words."""

_SILENT = ("python_multipart",)
"""Those that warn of what a client sent, which its answer tells."""


def configure(form: str, level: str) -> None:
    """Log at `level` and above, as JSON or for a person; `auto` asks whether a person looks."""
    for_person = form == "console" or (form == "auto" and sys.stderr.isatty())
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[Processor] = (
        [
            # Plain tracebacks: the pretty ones show the values of variables, and some of those are secret.
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            )
        ]
        if for_person
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer(ensure_ascii=False)]
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelNamesMapping()[level.upper()]),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    logging.basicConfig(handlers=[handler], level=level.upper(), force=True)
    for name in _QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in _SILENT:
        logging.getLogger(name).setLevel(logging.ERROR)
