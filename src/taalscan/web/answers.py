"""Answer what went wrong: a code and plain words, as JSON for our script or as a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from taalscan.errors import ReadError, RequestError, TaalscanError, TooLargeError
from taalscan.messages import Catalogue
from taalscan.web.pages import Pages

_STATUS = {
    "host": 421,  # Misdirected Request: this address is not ours
    "origin": 403,
    "key": 403,
    "not-found": 404,
    "method": 405,
    "full": 507,  # Insufficient Storage
    "too-many": 409,
    "not-ready": 409,
}
_SHUT = frozenset({"host", "origin", "key"})
"""Refusals of who is not let in: the first page would say the same again."""

_BAD_REQUEST = 400
_TOO_LARGE = 413
_SERVER_ERROR = 500


@dataclass(frozen=True, slots=True)
class Untaken:
    """A document that could not be taken, and why."""

    name: str
    error: TaalscanError


@dataclass(frozen=True, slots=True)
class Answers:
    """Makes answers in one language."""

    words: Catalogue
    pages: Pages

    def refusal(self, request: Request, error: TaalscanError) -> Response:
        """Return the answer to a request that cannot be granted."""
        return self._answer(request, error, [self._words(error)])

    def untaken(self, request: Request, documents: Sequence[Untaken]) -> Response:
        """Return the answer to a request of which documents could not be taken."""
        told = [f"{own.name}: {self._words(own.error)}" for own in documents]
        return self._answer(request, documents[0].error, told)

    def _answer(self, request: Request, error: TaalscanError, told: Sequence[str]) -> Response:
        code = str(error.values.get("flaw", error.code))
        if wants_json(request):
            return JSONResponse({"code": code, "messages": told}, status_of(error))
        view = {"messages": told, "can_go_back": code not in _SHUT}
        return self.pages.html("refused", view, status_of(error))

    def _words(self, error: TaalscanError) -> str:
        return self.words.error(error.code, error.values)


def status_of(error: TaalscanError) -> int:
    """Return the HTTP status that an error stands for."""
    if isinstance(error, TooLargeError):
        return _TOO_LARGE
    if isinstance(error, ReadError):
        return _BAD_REQUEST
    if isinstance(error, RequestError):
        return _STATUS.get(str(error.values.get("flaw")), _BAD_REQUEST)
    return _SERVER_ERROR


def wants_json(request: Request) -> bool:
    """Tell whether our own script asks."""
    return "application/json" in request.headers.get("accept", "")
