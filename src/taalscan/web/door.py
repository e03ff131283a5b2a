"""Decide who may come in: the key of this start, the address that was asked, where from."""

import hmac
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers

from taalscan.errors import RequestError

SAFE = frozenset({"GET", "HEAD"})
"""Methods that change nothing."""

_FROM_ELSEWHERE = frozenset({"cross-site", "same-site"})
"""What a browser says of a request that another page made; another port is another page."""


@dataclass(frozen=True, slots=True)
class Door:
    """The key of one start, and the addresses at which the page may be asked for.

    Attributes:
        token: the key; whoever shows it gets a visit of their own.
        origins: scheme, host and port, as browsers write them ("http://127.0.0.1:8765").
    """

    token: str
    origins: tuple[str, ...]

    @property
    def address(self) -> str:
        """The address to open; what is after # is never sent over a network or logged."""
        return f"{self.origins[0]}/start#{self.token}"

    @property
    def is_encrypted(self) -> bool:
        """Whether browsers reach the page over https, so that cookies may be bound to it."""
        return all(origin.startswith("https://") for origin in self.origins)

    @property
    def cookie(self) -> str:
        """Name of the cookie; browsers share cookies between the ports of one machine."""
        port = urlsplit(self.origins[0]).port
        return f"taalscan-{port}" if port else "taalscan"

    def has_key(self, given: str) -> bool:
        """Tell whether this is the key, in the same time whatever is wrong with it."""
        return hmac.compare_digest(given.encode(), self.token.encode())

    def check(self, method: str, headers: Headers, *, entrance: bool) -> None:
        """Check for which address, and from which page, a request was made.

        Args:
            method: of the request.
            headers: of the request.
            entrance: whether it asks for the page that others may link to.

        Raises:
            RequestError: if another site, or another page on this machine, may be behind it.
        """
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in _hosts(self.origins):
            raise RequestError(flaw="host")
        origin = headers.get("origin")
        if origin is None:
            allowed = method in SAFE
        else:
            allowed = headers.getlist("origin") == [origin] and origin in self.origins
        if not allowed:
            raise RequestError(flaw="origin")
        if headers.get("sec-fetch-site") in _FROM_ELSEWHERE and not entrance:
            raise RequestError(flaw="origin")


def new_key() -> str:
    """Return a key that nobody can guess (256 bits)."""
    return secrets.token_urlsafe(32)


def local_door(port: int, token: str) -> Door:
    """Return the door of a page that only this machine can reach."""
    return Door(token, (f"http://127.0.0.1:{port}", f"http://localhost:{port}"))


def _hosts(origins: Iterable[str]) -> frozenset[str]:
    return frozenset(urlsplit(origin).netloc for origin in origins)
