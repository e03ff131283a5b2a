"""Open pages in Debian's chromium, and keep what they say and ask for."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Page,
    Playwright,
    Request,
)

CHROMIUM = shutil.which("chromium")
"""The system's own: playwright's driver works with it, and no browser is downloaded."""
WITHOUT_CHROMIUM = "chromium is not installed (on Debian: apt-get install chromium)"

_QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
_OWN = ("file:", "data:", "blob:", "about:")
"""Addresses that ask nothing of a network."""
_PATIENCE = 5_000
"""Milliseconds to wait for a part of a page; all of it is there at once."""
_PROBES = Path(__file__).with_name("probes.js")


@dataclass(frozen=True, slots=True)
class Look:
    """How a page is looked at.

    Attributes:
        width: of the window, in CSS pixels; `height` likewise.
        script: whether the page's own script runs.
        policy: whether the Content-Security-Policy holds; only without it can a test add style.
        density: device pixels per CSS pixel.
        motion: whether the reader has asked for less of it.
    """

    width: int = 1280
    height: int = 900
    scheme: Literal["light", "dark"] = "light"
    script: bool = True
    policy: bool = True
    density: float = 1
    motion: Literal["no-preference", "reduce"] = "reduce"


DESKTOP = Look()
PHONE = Look(width=390, height=844)
FREE = replace(DESKTOP, policy=False)
FREE_PHONE = replace(PHONE, policy=False)
"""A page in which a test may add style and script; the policy itself is tested apart."""
PAPER = Look(width=658, height=972, policy=False)
"""A4 between the margins of the print style."""
LOOKS = {
    "desktop-light": DESKTOP,
    "desktop-dark": replace(DESKTOP, scheme="dark"),
    "phone-light": PHONE,
    "phone-dark": replace(PHONE, scheme="dark"),
}


@dataclass  # no slots: playwright keeps what it wraps on the object that handles it
class Visits:
    """Pages opened in one browser; what goes wrong in any of them is kept.

    Attributes:
        wrong: messages of the console, dialogs, errors, and requests that leave the page.
    """

    browser: Browser
    wrong: list[str] = field(default_factory=list)
    _contexts: dict[Look, BrowserContext] = field(default_factory=dict)

    def open(self, uri: str, look: Look = DESKTOP) -> Page:
        """Return the page at an address; windows that look alike share their settings."""
        if look not in self._contexts:
            self._contexts[look] = self.browser.new_context(
                viewport={"width": look.width, "height": look.height},
                color_scheme=look.scheme,
                java_script_enabled=look.script,
                bypass_csp=not look.policy,
                device_scale_factor=look.density,
                reduced_motion=look.motion,
            )
            self._contexts[look].set_default_timeout(_PATIENCE)
        page = self._contexts[look].new_page()
        page.on("console", self._said)
        page.on("pageerror", self._failed)
        page.on("dialog", self._interrupted)
        page.on("request", self._asked)
        page.goto(uri)
        return page

    def close_pages(self) -> None:
        """Close all pages, and forget what went wrong in them."""
        for context in self._contexts.values():
            for page in context.pages:
                page.close()
        self.wrong.clear()

    def _said(self, message: ConsoleMessage) -> None:
        self.wrong.append(f"console: {message.text}")

    def _failed(self, error: Error) -> None:
        self.wrong.append(f"error: {error}")

    def _interrupted(self, dialog: Dialog) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _asked(self, request: Request) -> None:
        if not request.url.startswith(_OWN):
            self.wrong.append(f"request: {request.url}")


def probe(page: Page, call: str, *values: object) -> Any:
    """Return what a function of `probes.js` finds on a page.

    Args:
        page: the page; its own script need not run.
        call: name of the function.
        values: what it is called with.
    """
    source = _PROBES.read_text(encoding="utf-8")
    return page.evaluate(f"values => {{ {source}\nreturn {call}(...values); }}", list(values))


@contextmanager
def chromium(driver: Playwright) -> Iterator[Browser]:
    """Start the system's chromium, which must be there."""
    browser = driver.chromium.launch(executable_path=CHROMIUM, args=list(_QUIET))
    try:
        yield browser
    finally:
        browser.close()
