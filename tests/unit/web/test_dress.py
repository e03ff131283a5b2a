"""The page speaks both languages, wears a theme, and knows when it is on a server of others."""

import pytest
from starlette.testclient import TestClient

from taalscan.messages import LANGUAGES, catalogue
from taalscan.reports.voice import voice
from taalscan.web import Door, Service, WebSettings, create_app
from taalscan.web.desk import Desk
from taalscan.web.pages import Pages
from taalscan.web.store import Store
from tests.unit.web.offices import KEY, ORIGIN, QuickWorker, office

PROXY = "https://taalscan.voorbeeld.nl"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_in_the_language_that_was_asked_for(language: str) -> None:
    with office(WebSettings(language=language)) as opened:
        opened.add("nota.txt", b"De {M3-001:klant} wacht.")
        page = opened.client.get("/").text
    words = catalogue(language)
    assert f'<html lang="{language}">' in page
    assert words.text("web.heading") in page
    assert words.text("web.stays-here") in page


def test_a_theme_goes_after_our_own_style() -> None:
    rule = ":root { --link: #7a0019; }"
    with office(WebSettings(theme=rule)) as opened:
        style = opened.client.get("/static/app.css").text
    assert style.endswith(rule)
    assert "--paper" in style.removesuffix(rule)


def test_behind_a_proxy_its_address_alone_counts_and_documents_are_said_to_be_on_a_server() -> (
    None
):
    settings = WebSettings(shared=True)
    pages = Pages(voice("nl"), shared=True)
    service = Service(settings, Store(settings.bounds), Desk((QuickWorker(),)), pages)
    app = create_app(service, Door(KEY, (PROXY,)))
    with TestClient(app, base_url=PROXY) as client:
        entered = client.post("/session", data={"key": KEY}, headers={"origin": PROXY})
        assert "Secure" in entered.headers["set-cookie"]
        page = client.get("/").text
        assert catalogue("nl").text("web.stays-shared") in page
        assert catalogue("nl").text("web.stays-here") not in page
        assert client.get("/start", headers={"host": "127.0.0.1:8765"}).status_code == 421
        other = client.post("/session", data={"key": KEY}, headers={"origin": ORIGIN})
        assert other.status_code == 403
