"""People use the local page in a browser: drop, paste, wait, read, save, compare, start again."""

import io
import json
import os
import re
import signal
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.local_pages import (
    CHROMIUM,
    PATIENCE,
    Server,
    barriers,
    chromium,
    serving,
    visiting,
)

EXAMPLES = Path(__file__).parents[2] / "examples"
DRAFT = EXAMPLES / "concept-nieuwkomers.docx"
REWRITTEN = EXAMPLES / "herschreven-nieuwkomers.odt"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.model,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("home")) as served:
        yield served


@pytest.fixture(scope="module")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with chromium(request) as started:
        yield started


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    with visiting(browser, server.address) as opened:
        yield opened


def drop(page: Page, *files: tuple[str, bytes]) -> None:
    """Drop files on the zone, as a hand with a mouse does."""
    given = page.evaluate_handle(
        """files => {
          const carried = new DataTransfer();
          for (const [name, bytes] of files)
            carried.items.add(new File([new Uint8Array(bytes)], name));
          return carried;
        }""",
        [[name, list(data)] for name, data in files],
    )
    for kind in ("dragenter", "dragover", "drop"):
        page.dispatch_event("#drop", kind, {"dataTransfer": given})


def card(page: Page, name: str) -> Any:
    return page.locator("li.item", has=page.get_by_role("heading", name=name, exact=True))


def ready(page: Page, name: str) -> Any:
    found = card(page, name)
    expect(found).to_have_attribute("data-state", "done")
    return found


def bomb() -> bytes:
    """Return a small Word file that unpacks to 400 MB."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(DRAFT) as source,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for part in source.namelist():
            if part != "word/document.xml":
                made.writestr(part, source.read(part))
        with made.open("word/document.xml", "w", force_zip64=True) as document:
            for _ in range(400):
                document.write(bytes(1_000_000))
    return packed.getvalue()


def test_a_document_that_is_dropped_can_be_read_and_saved(page: Page, tmp_path: Path) -> None:
    drop(page, (DRAFT.name, DRAFT.read_bytes()))
    found = ready(page, DRAFT.name)
    expect(page.locator("#told")).to_have_text("1 klaar.")
    with page.expect_download() as saving:
        found.get_by_role("link", name="gegevens (json)").click()
    assert saving.value.suggested_filename == "concept-nieuwkomers.json"
    saving.value.save_as(tmp_path / "scan.json")
    assert json.loads((tmp_path / "scan.json").read_text(encoding="utf-8"))["passages"]
    with page.expect_download() as saving:
        found.get_by_role("link", name="Word met opmerkingen").click()
    assert saving.value.suggested_filename == "concept-nieuwkomers-taalscan.docx"
    with page.expect_popup() as opening:
        found.get_by_role("link", name="Bekijk het verslag").click()
    report = opening.value
    expect(report.get_by_role("heading", level=1)).to_be_visible()
    # the script of the report runs, but it stands apart from the page: no cookie, no storage
    expect(report.locator(".tools")).to_be_visible()
    assert report.evaluate("self.origin") == "null"
    report.close()
    expect(card(page, DRAFT.name)).to_be_visible()


def test_pasted_text_is_scanned(page: Page) -> None:
    page.get_by_label("Of plak een tekst").fill(
        "De klant koopt een product. De gemeente stuurt op kosten en rendement."
    )
    page.get_by_role("button", name="Bekijk deze tekst").click()
    ready(page, "Geplakte tekst 1.txt")
    expect(page.get_by_label("Of plak een tekst")).to_have_value("")


def test_nothing_at_all_is_told(page: Page) -> None:
    page.get_by_role("button", name="Bekijk deze tekst").click()
    expect(page.get_by_role("alert")).to_contain_text("Er is geen bestand en geen tekst.")


def test_two_documents_go_at_once_and_the_page_stays_at_hand(page: Page) -> None:
    text = DRAFT.read_bytes()
    drop(page, ("een.docx", text), ("twee.docx", text))
    expect(page.locator("li.item.busy")).to_have_count(2)
    started = time.monotonic()
    page.get_by_label("Of plak een tekst").fill("De klant wacht.")
    page.request.get(page.url + "items", headers={"sec-fetch-site": "same-origin"})
    assert time.monotonic() - started < 10
    for name in ("een.docx", "twee.docx"):
        ready(page, name)
    expect(page.locator("#told")).to_have_text("2 klaar.")


def test_the_wrong_type_is_told_and_the_others_go_on(page: Page) -> None:
    drop(page, ("foto.docx", b"\x89PNG\r\n\x1a\n" + bytes(64)), (DRAFT.name, DRAFT.read_bytes()))
    expect(card(page, "foto.docx")).to_contain_text("Het is een plaatje of foto.")
    ready(page, DRAFT.name)
    expect(page.locator("#told")).to_have_text("1 klaar. 1 is niet gelukt.")


def test_a_file_that_is_too_large_is_told_before_it_is_sent(page: Page, tmp_path: Path) -> None:
    large = tmp_path / "groot.pdf"
    with large.open("wb") as file:
        file.truncate(50_000_001)
    page.get_by_label("Sleep bestanden hierheen").set_input_files(large)
    expect(page.get_by_role("alert")).to_contain_text("groot.pdf: dit is groter dan 50 MB")
    expect(page.locator("li.item")).to_have_count(0)


def test_a_zip_bomb_is_a_document_that_failed(page: Page) -> None:
    drop(page, ("bom.docx", bomb()), (DRAFT.name, DRAFT.read_bytes()))
    expect(card(page, "bom.docx")).to_contain_text("uitgepakt groter dan 300 MB")
    ready(page, DRAFT.name)


def test_a_name_that_is_a_path_is_refused(page: Page) -> None:
    drop(page, ("..\\nota.txt", b"De klant wacht."))
    expect(page.get_by_role("alert")).to_contain_text("De naam van dit bestand")
    expect(page.locator("li.item")).to_have_count(0)


def test_two_versions_are_compared(page: Page) -> None:
    drop(page, (DRAFT.name, DRAFT.read_bytes()), (REWRITTEN.name, REWRITTEN.read_bytes()))
    ready(page, DRAFT.name)
    ready(page, REWRITTEN.name)
    expect(page.get_by_label("Oude versie").locator("option:checked")).to_have_text(DRAFT.name)
    expect(page.get_by_label("Nieuwe versie").locator("option:checked")).to_have_text(
        REWRITTEN.name
    )
    page.get_by_role("button", name="Vergelijk", exact=True).click()
    made = ready(page, f"{DRAFT.name} en {REWRITTEN.name}")
    with page.expect_popup() as opening:
        made.get_by_role("link", name="Bekijk het verslag").click()
    expect(opening.value.locator("del").first).to_be_attached()


def test_a_document_is_removed_with_its_files(page: Page, server: Server) -> None:
    drop(page, (DRAFT.name, DRAFT.read_bytes()))
    found = ready(page, DRAFT.name)
    before = set(server.home.glob("taalscan-*/*/out/concept-nieuwkomers.html"))
    found.get_by_role("button", name="Verwijder").click()
    expect(page.locator("li.item")).to_have_count(0)
    expect(page.locator("#told")).to_have_text("Verwijderd.")
    assert len(set(server.home.glob("taalscan-*/*/out/concept-nieuwkomers.html"))) < len(before)


def test_the_keyboard_does_it_all(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Sleep bestanden hierheen")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.insert_text("De klant wacht op een product.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    ready(page, "Geplakte tekst 1.txt")
    for name in ("Bekijk het verslag", "Word met opmerkingen", "verslag (html)", "Excel (xlsx)"):
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name=name)).to_be_focused()


def test_after_a_new_start_the_old_page_says_so_and_nothing_is_left(
    browser: Browser, tmp_path: Path
) -> None:
    with serving(tmp_path) as first, visiting(browser, first.address) as page:
        page.get_by_label("Of plak een tekst").fill("De klant wacht.")
        page.get_by_role("button", name="Bekijk deze tekst").click()
        ready(page, "Geplakte tekst 1.txt")
        first.process.send_signal(signal.SIGTERM)
        first.process.wait(60)
        assert list(tmp_path.iterdir()) == []
        with serving(tmp_path, "--port", first.port) as second:
            assert second.address != first.address
            page.get_by_label("Of plak een tekst").fill("De klant wacht.")
            page.get_by_role("button", name="Bekijk deze tekst").click()
            expect(page.get_by_role("alert")).to_contain_text("gestopt of opnieuw gestart")
            page.goto(second.address)
            page.wait_for_url(f"http://127.0.0.1:{first.port}/")
            expect(page.locator("li.item")).to_have_count(0)


def test_the_old_key_is_refused_in_words(browser: Browser, server: Server) -> None:
    page = browser.new_page()
    page.goto(server.address[:-3] + "xxx")
    expect(page.get_by_role("alert")).to_contain_text("Dit adres klopt niet")
    page.close()


def test_without_script_the_forms_do_their_work(browser: Browser, server: Server) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(server.address)
    page.wait_for_url(re.compile(r"/$"))
    cookies = context.cookies()
    context.close()
    plain = browser.new_context(java_script_enabled=False)
    plain.add_cookies(cookies)  # type: ignore[arg-type]
    page = plain.new_page()
    page.goto(server.address.partition("/start")[0])
    page.get_by_label("Of plak een tekst").fill("De klant wacht.")
    page.get_by_role("button", name="Bekijk deze tekst").click()
    # the page asks for itself again until it is done
    expect(card(page, "Geplakte tekst 1.txt")).to_have_attribute(
        "data-state", "done", timeout=PATIENCE
    )
    plain.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_there_are_no_barriers(browser: Browser, server: Server, scheme: str, width: int) -> None:
    look = {"color_scheme": scheme, "viewport": {"width": width, "height": 900}}
    with visiting(browser, server.address, bypass_csp=True, **look) as page:
        assert barriers(page) == []
        broken = b"\x89PNG\r\n\x1a\n" + bytes(64)
        drop(
            page,
            (DRAFT.name, DRAFT.read_bytes()),
            (REWRITTEN.name, REWRITTEN.read_bytes()),
            ("foto-met-een-hele-lange-naam-die-niet-op-een-telefoon-past.png", broken),
        )
        ready(page, DRAFT.name)
        ready(page, REWRITTEN.name)
        page.get_by_role("button", name="Vergelijk", exact=True).click()
        ready(page, f"{DRAFT.name} en {REWRITTEN.name}")
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        shots = os.environ.get("TAALSCAN_SHOTS")
        if shots:
            page.screenshot(path=f"{shots}/serve-{scheme}-{width}.png", full_page=True)
