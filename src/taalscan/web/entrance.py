"""Let people in: the page that takes the key, and the cookie that it is exchanged for."""

from collections.abc import Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from taalscan.errors import RequestError
from taalscan.web.door import Door
from taalscan.web.forms import field, read_form
from taalscan.web.guard import ENTRANCE
from taalscan.web.pages import Pages
from taalscan.web.settings import Bounds

_NO_CONTENT = 204

Admit = Callable[[str | None], str | None]
"""Takes the cookie that someone with the key has, and returns a new one; None to keep it."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """The addresses that need no cookie yet."""

    door: Door
    pages: Pages
    admit: Admit

    def table(self) -> list[Route]:
        """Return the addresses."""
        return [
            Route(ENTRANCE, self.start),
            Route("/static/{name}", self.asset),
            Route("/session", self.session, methods=["POST"]),
        ]

    async def start(self, request: Request) -> Response:
        """Show the page whose script hands over the key, which stands behind #."""
        return self.pages.html("start", None)

    async def asset(self, request: Request) -> Response:
        """Give a style or script."""
        found = self.pages.asset(request.path_params["name"])
        if found is None:
            raise RequestError(flaw="not-found")
        return found

    async def session(self, request: Request) -> Response:
        """Take the key and give a cookie for it; who has one keeps it."""
        form = await read_form(request, Bounds())
        if not self.door.has_key(field(form, "key")):
            raise RequestError(flaw="key")
        answer = Response(status_code=_NO_CONTENT)
        cookie = self.admit(request.cookies.get(self.door.cookie))
        if cookie is not None:
            answer.set_cookie(
                self.door.cookie,
                cookie,
                httponly=True,
                samesite="strict",
                secure=self.door.is_encrypted,
            )
        return answer
