"""Make the page as an ASGI application."""

from collections.abc import AsyncIterator, Awaitable, Callable
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
from taalscan.web.coding import Coding, Seat
from taalscan.web.coding_routes import CodingRoutes
from taalscan.web.door import Door
from taalscan.web.entrance import Entrance
from taalscan.web.guard import Guard
from taalscan.web.pages import Pages
from taalscan.web.routes import Routes
from taalscan.web.service import Service

Handler = Callable[[Request, Exception], Awaitable[Response]]

_FORM = 1_000_000
"""Bytes of a form with what a coder says of a passage."""

_FLAWS = {404: "not-found", 405: "method"}


def create_app(service: Service, door: Door) -> ASGIApp:
    """Return the page; it removes all its files when the server stops.

    Args:
        service: what does the work.
        door: the key and the addresses.
    """
    settings = service.settings
    answers = Answers(catalogue(settings.language), service.pages)
    entrance = Entrance(door, service.pages, service.admit)
    routes = [*entrance.table(), *Routes(service, door, answers).table()]
    inner = Starlette(
        routes=routes, exception_handlers=_handlers(answers), lifespan=partial(_life, service)
    )
    # around all of it, so that answers to bugs are closed too
    return Guard(inner, door=door, answers=answers, most=settings.bounds.body)


def create_coding_app(coding: Coding, door: Door, pages: Pages) -> ASGIApp:
    """Return the page on which a coder labels passages.

    Args:
        coding: the passages, and the file of the coder.
        door: the key and the addresses.
        pages: prints them.
    """
    answers = Answers(catalogue(pages.voice.language), pages)
    seat = Seat()
    routes = [
        *Entrance(door, pages, seat.admit).table(),
        *CodingRoutes(coding, pages, door, seat).table(),
    ]
    inner = Starlette(routes=routes, exception_handlers=_handlers(answers))
    return Guard(inner, door=door, answers=answers, most=_FORM)


def _handlers(answers: Answers) -> dict[type[Exception], Handler]:
    refuse = partial(_refuse, answers)
    return {TaalscanError: refuse, HTTPException: refuse, Exception: refuse}


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
