"""Stand before every route: refuse foreign requests and large bodies, and close every answer."""

from collections.abc import Mapping

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from taalscan.errors import TaalscanError, TooLargeError
from taalscan.web.answers import Answers
from taalscan.web.door import Door

ENTRANCE = "/start"
"""The one page that a link elsewhere may lead to; it holds nothing."""

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)

_HEADERS: Mapping[str, str] = {
    "content-security-policy": PAGE_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    # without it a form sends "Origin: null", which cannot be told from that of a foreign page
    "referrer-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "cache-control": "no-store",
}
"""On every answer, unless a route gives its own."""


class Guard:
    """ASGI middleware around the whole page.

    Args:
        app: what it guards.
        door: who may come in.
        answers: makes the answer to what is refused.
        most: bytes that a body may have.
    """

    def __init__(self, app: ASGIApp, *, door: Door, answers: Answers, most: int) -> None:
        self._app = app
        self._door = door
        self._answers = answers
        self._most = most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        body = _Measured(receive, self._most)
        closed = _closing(send)
        try:
            entrance = scope["path"] == ENTRANCE
            self._door.check(scope["method"], headers, entrance=entrance)
            _check_length(headers, self._most)
        except TaalscanError as error:
            answer = self._answers.refusal(Request(scope, receive), error)
            await answer(scope, receive, closed)
            return
        await self._app(scope, body.receive, closed)


class _Measured:
    """A body that ends with an error once it is too long, whatever its headers said."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive = receive
        self._left = most
        self._most = most

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise TooLargeError(limit="bytes", most=self._most)
        return message


def _check_length(headers: Headers, most: int) -> None:
    length = headers.get("content-length", "0")
    if not length.isdecimal() or int(length) > most:
        raise TooLargeError(limit="bytes", most=most)


def _closing(send: Send) -> Send:
    """Return a `send` that puts on every answer the headers that it lacks."""

    async def close(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return close
