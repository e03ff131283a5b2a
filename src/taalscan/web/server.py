"""Serve an application on this machine alone, until it is stopped."""

import contextlib
import os
import signal
import socket
import webbrowser
from collections.abc import Iterator
from threading import Timer

import uvicorn
from starlette.types import ASGIApp

LOCAL = "127.0.0.1"


@contextlib.contextmanager
def local_socket(port: int) -> Iterator[tuple[socket.socket, int]]:
    """Open a port that only this machine can reach.

    Args:
        port: its number; 0 for any that is free.

    Yields:
        The socket, and its number.

    Raises:
        OSError: if the port is taken.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as listening:
        if os.name == "posix":
            # a port that was just left may be taken again; on Windows this would allow two at once
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((LOCAL, port))
        listening.listen()
        yield listening, listening.getsockname()[1]


@contextlib.contextmanager
def ended_gently() -> Iterator[None]:
    """End what is inside as Ctrl+C does, whatever way the system asks for it."""

    def interrupt(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    # who closes the window of the terminal (SIGHUP, where there is one) wants all erased too
    asked = [signal.SIGTERM, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]
    before = [(number, signal.signal(number, interrupt)) for number in asked]
    try:
        with contextlib.suppress(KeyboardInterrupt):
            yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def serve(app: ASGIApp, listening: socket.socket, *, opened: str | None) -> None:
    """Serve until Ctrl+C, or until the system asks the process to stop.

    Args:
        app: what answers.
        listening: a socket that is bound already.
        opened: address to open in the browser; None for none.
    """
    config = uvicorn.Config(
        app,
        loop="asyncio",
        http="h11",
        ws="none",
        lifespan="on",
        log_level="error",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=100,
        timeout_graceful_shutdown=2,
    )
    if opened is not None:
        # the socket listens already, so a browser that is early waits
        opening = Timer(0.1, webbrowser.open, (opened,))
        opening.daemon = True
        opening.start()
    server = uvicorn.Server(config)
    if hasattr(signal, "SIGHUP"):
        # uvicorn knows the other two
        signal.signal(signal.SIGHUP, server.handle_exit)
    server.run(sockets=[listening])
