"""`taalscan serve`: a page on one's own computer that takes documents and shows reports."""

import re
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

import typer

from taalscan.cli.exit_code import ExitCode
from taalscan.cli.values import (
    Browser,
    Lang,
    Lexicons,
    Model,
    ModelFile,
    Port,
    Theme,
    none_or,
    theme_of,
)
from taalscan.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from socket import socket

    from taalscan.web import Door, WebSettings

_SHORTEST_KEY = 32
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """Where the page is served.

    Attributes:
        port: 0 for any that is free.
        browser: whether to open it.
        origin: address at which others offer it; None where it is for this machine alone.
        key_file: file with a key that stays the same; None for a new one at every start.
    """

    port: int
    browser: bool
    origin: str | None
    key_file: Path | None


def serve_command(
    port: Port = 0,
    browser: Browser = True,
    keep: Annotated[
        Path | None,
        typer.Option(help="Folder to keep reports in; without it all is erased at the end."),
    ] = None,
    lexicon: Lexicons = None,
    lang: Annotated[Lang | None, typer.Option(help="Language of page and reports [nl].")] = None,
    model: Model = None,
    model_file: ModelFile = "shipped",
    reference: Annotated[
        str | None, typer.Option(help="Figures to compare with, or none [shipped].")
    ] = None,
    theme: Theme = None,
    origin: Annotated[
        str | None,
        typer.Option(help="Address of the reverse proxy, e.g. https://taalscan.voorbeeld.nl."),
    ] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(help="File with a key of 32 characters or more that stays the same."),
    ] = None,
) -> None:
    """Open a page on this computer to drop documents on.

    The page listens on 127.0.0.1 only. Its address holds a key that is new at every start. Nothing
    leaves the computer, and all is erased when you stop it with Ctrl+C.

    FOR AN ORGANISATION. taalscan has no login of its own. Put your own in front of it: a reverse
    proxy on the same machine (nginx, Apache, Caddy) that lets people in after they logged in, and
    passes requests on to 127.0.0.1 at the port that you give.

    1. Start: taalscan serve --no-browser --port 8765 --origin https://taalscan.voorbeeld.nl
    --token-file /etc/taalscan/key (readable by the user that runs taalscan alone).

    2. Let the proxy demand your login on every address, use https, and keep the Host and Origin
    headers as they came (nginx: proxy_set_header Host $host). Let bodies be 200 MB.

    3. Behind the login, link to https://taalscan.voorbeeld.nl/start# with the key after it. Who
    opens it gets a visit of their own; visitors do not see each other's documents.

    docs/serve.md has a whole example.
    """
    from taalscan.config import load_config  # noqa: PLC0415  # keeps --help fast
    from taalscan.web import WebSettings  # noqa: PLC0415

    config = load_config(Path.cwd())
    settings = WebSettings(
        lexicons=tuple(lexicon or config.lexicon),
        model=model or config.model,
        classifier=none_or(model_file),
        reference=none_or(reference or config.reference),
        language=lang.value if lang else config.lang,
        theme=theme_of(theme, config.theme),
        shared=origin is not None,
        keep=keep,
    )
    raise typer.Exit(run_serve(settings, ServeOptions(port, browser, origin, token_file)))


def run_serve(settings: "WebSettings", options: ServeOptions) -> ExitCode:
    """Serve the page until it is stopped.

    Raises:
        UsageError: if an option cannot be used.
        TaalscanError: if the scanner cannot be loaded.
    """
    from taalscan.cli.scan import check_writable  # noqa: PLC0415  # keeps --help fast
    from taalscan.messages import catalogue  # noqa: PLC0415
    from taalscan.web import create_app, create_service, ended_gently, serve  # noqa: PLC0415

    if settings.keep is not None:
        check_writable(settings.keep)
    words = catalogue(settings.language)
    with listening_on(options.port) as (listening, port):
        door = _door(options, port)
        with closing(create_service(settings)) as service, ended_gently():
            service.start()
            typer.echo(words.text("cli.serving", address=door.address), err=True)
            serve(
                create_app(service, door),
                listening,
                opened=door.address if options.browser else None,
            )
    ended = words.text("cli.served")
    if settings.keep is not None:
        ended = words.text("cli.served-kept", folder=str(settings.keep))
    typer.echo(ended, err=True)
    return ExitCode.OK


@contextmanager
def listening_on(port: int) -> "Iterator[tuple[socket, int]]":
    """Open a port of this machine.

    Raises:
        UsageError: if another program has it, or may have it alone.
    """
    from taalscan.web import local_socket  # noqa: PLC0415  # keeps --help fast

    with ExitStack() as stack:
        try:
            opened = stack.enter_context(local_socket(port))
        except OSError as error:
            raise UsageError(detail="port", given=str(port)) from error
        yield opened


def _door(options: ServeOptions, port: int) -> "Door":
    from taalscan.web import Door, local_door, new_key  # noqa: PLC0415  # keeps --help fast

    key = new_key() if options.key_file is None else _key(options.key_file)
    if options.origin is None:
        return local_door(port, key)
    return Door(key, (_origin(options.origin),))


def _origin(given: str) -> str:
    """Return an origin as browsers write it.

    Raises:
        UsageError: if it is none.
    """
    parts = urlsplit(given.rstrip("/").lower())
    if (
        parts.scheme not in {"http", "https"}
        or parts.geturl() != f"{parts.scheme}://{parts.netloc}"
    ):
        raise UsageError(detail="origin", given=given)
    if not parts.hostname or parts.username is not None:
        raise UsageError(detail="origin", given=given)
    return parts.geturl()


def _key(file: Path) -> str:
    """Return the key in a file.

    Raises:
        UsageError: if it is short, or no plain text.
        OSError: if the file cannot be read.
    """
    key = file.read_text(encoding="utf-8", errors="replace").strip()
    if len(key) < _SHORTEST_KEY or not _PLAIN.fullmatch(key):
        raise UsageError(detail="key-file", given=str(file), least=_SHORTEST_KEY)
    return key
