"""Make the page as an ASGI application."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from taalscan.errors import InternalError, RequestError, TaalscanError
from taalscan.messages import catalogue
from taalscan.web.answers import Answers
from taalscan.web.door import Door
from taalscan.web.guard import Guard
from taalscan.web.routes import Routes
from taalscan.web.service import Service

_FLAWS = {404: "not-found", 405: "method"}


def create_app(service: Service, door: Door) -> ASGIApp:
    """Return the page; it removes all its files when the server stops.

    Args:
        service: what does the work.
        door: the key and the addresses.
    """
    settings = service.settings
    answers = Answers(catalogue(settings.language), service.pages)
    refuse = partial(_refuse, answers)
    inner = Starlette(
        routes=Routes(service, door, answers).table(),
        exception_handlers={TaalscanError: refuse, HTTPException: refuse, Exception: refuse},
        lifespan=partial(_life, service),
    )
    # around all of it, so that answers to bugs are closed too
    return Guard(inner, door=door, answers=answers, most=settings.bounds.body)


@asynccontextmanager
async def _life(service: Service, app: Starlette) -> AsyncIterator[None]:
    try:
        yield
    finally:
        service.close()


async def _refuse(answers: Answers, request: Request, error: Exception) -> Response:
    if isinstance(error, HTTPException):
        error = RequestError(flaw=_FLAWS.get(error.status_code, "form"))
    if not isinstance(error, TaalscanError):
        # a bug: its type says enough to a reader, its text might hold theirs
        error = InternalError(detail=type(error).__name__)
    return answers.refusal(request, error)
