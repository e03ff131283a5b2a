"""Serve a page of taalscan in a test, and visit it with Debian's chromium."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 120_000
"""Milliseconds for a scan on a machine that does other things too."""


@dataclass(frozen=True)
class Server:
    """A page that is being served, and its process."""

    process: subprocess.Popen[str]
    address: str
    home: Path

    @property
    def port(self) -> str:
        return self.address.split(":")[2].partition("/")[0]


@contextmanager
def serving(home: Path, *options: str, command: str = "serve") -> Iterator[Server]:
    """Serve a page as a command does; its temporary folder goes inside `home`."""
    arguments = [sys.executable, "-m", "taalscan", command, "--no-browser", *options]
    process = subprocess.Popen(
        arguments,
        stderr=subprocess.PIPE,
        text=True,
        cwd=home,
        env={**os.environ, "TMPDIR": str(home)},
    )
    try:
        assert process.stderr is not None
        found = re.search(r"http://\S+", process.stderr.readline())
        assert found is not None
        yield Server(process, found[0], home)
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=60)


@contextmanager
def chromium(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Start the browser, which must be there.

    Playwright allows one driver at a time, so where tests of other pages in this folder have a
    browser for the whole session (their fixture `_visits`), it is that one.
    """
    try:
        yield request.getfixturevalue("_visits").browser
    except pytest.FixtureLookupError:
        with sync_playwright() as driver:
            started = driver.chromium.launch(executable_path=CHROMIUM, args=QUIET)
            yield started
            started.close()


@contextmanager
def visiting(browser: Browser, address: str, **look: Any) -> Iterator[Page]:
    """Open the page as someone new; nothing may go wrong in it, and nothing may leave it."""
    context: BrowserContext = browser.new_context(**look)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    home = address.partition("/start")[0]
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: wrong.append(asked.url) if home not in asked.url else None)
    page.goto(address)
    page.wait_for_url(re.compile(re.escape(home) + r"/(?!start)"))
    yield page
    context.close()
    # a refusal that a test asks for is told by the browser too
    assert [text for text in wrong if "the server responded with a status of 4" not in text] == []


def barriers(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{own['id']}: {node['html'][:160]}" for own in found for node in own["nodes"]]
