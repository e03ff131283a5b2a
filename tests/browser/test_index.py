"""The overview of ten thousand documents searches, filters, sorts and pages without freezing."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from taalscan.batch import Settings, write_run
from taalscan.model import Failure
from tests.runs import AXES, Made, many, row_with

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Error,
    Page,
    Request,
)

DOCUMENTS = 10_000
FILES = ("index.html", "index/page-2.html", "small/index.html")
HOSTILE = (
    '</script><script>alert("1")</script>.pdf',
    "' onclick='alert(1) \u2028 \u2029.pdf",
    '"><img src=x onerror=alert(1)>.pdf',
    "{total} $& · <!-- <template>.pdf",
)

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a large run, with hostile names among the first documents."""
    out = tmp_path_factory.mktemp("run")
    bad = [row_with(Made(), name, title=name) for name in HOSTILE]
    rows = [*bad, *many(DOCUMENTS - len(bad))]
    failures = [Failure(name, "empty") for name in HOSTILE * 20]
    formats = frozenset({"html", "json", "csv"})
    write_run(rows, failures, AXES, Settings(out, ("beleid-nl",), formats))
    write_run(many(30), failures[:2], AXES, Settings(out / "small", ("beleid-nl",), formats))
    return out


@pytest.fixture
def page(browser: Browser, run: Path) -> Iterator[Page]:
    """Return the overview; afterwards nothing may have complained or left the page."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield from _opened(context, run / "index.html")
    context.close()


class Heard:
    """Keeps what goes wrong in a page: messages, errors, dialogs, requests that leave it."""

    def __init__(self, page: Page) -> None:
        self.wrong: list[str] = []
        page.on("console", self._said)
        page.on("pageerror", self._failed)
        page.on("dialog", self._interrupted)
        page.on("request", self._asked)

    def _said(self, message: ConsoleMessage) -> None:
        self.wrong.append(message.text)

    def _failed(self, error: Error) -> None:
        self.wrong.append(str(error))

    def _interrupted(self, dialog: Dialog) -> None:
        self.wrong.append(dialog.message)
        dialog.dismiss()

    def _asked(self, request: Request) -> None:
        if not request.url.startswith("file:"):
            self.wrong.append(request.url)


def _opened(context: BrowserContext, file: Path) -> Iterator[Page]:
    page = context.new_page()
    heard = Heard(page)
    page.goto(file.as_uri())
    yield page
    assert heard.wrong == []


def names(page: Page) -> list[str]:
    return page.locator("table.documents tbody th :is(a, :not(*))").all_inner_texts()


def column(page: Page, title: str) -> list[str]:
    heads = page.locator("table.documents thead th").all_inner_texts()
    at = next(number for number, own in enumerate(heads) if own.startswith(title))
    cells = page.locator(f"table.documents tbody tr > :nth-child({at + 1})").all_inner_texts()
    return [cell.split()[0] for cell in cells]


def head(page: Page, title: str) -> None:
    page.locator("thead button").filter(has_text=re.compile(f"^{title}$")).click()


def status(page: Page) -> str:
    return page.locator(".told").inner_text()


def test_a_sort_takes_all_documents_and_is_announced(page: Page) -> None:
    assert status(page) == "10.000 van de 10.000 documenten"
    head(page, "marktgericht")
    assert set(column(page, "marktgericht")) == {"–"}
    assert status(page) == "Gesorteerd op ‘marktgericht’, van laag naar hoog."
    head(page, "marktgericht")
    assert column(page, "marktgericht")[0] == "15,5"
    assert status(page) == "Gesorteerd op ‘marktgericht’, van hoog naar laag."
    marked = page.locator("[aria-sort]")
    assert marked.count() == 1
    assert marked.get_attribute("aria-sort") == "descending"
    shown = [float(own.replace(",", ".")) for own in column(page, "marktgericht")]
    assert shown == sorted(shown, reverse=True)
    page.get_by_role("button", name="Begin opnieuw").click()
    assert page.locator("[aria-sort]").count() == 0
    assert names(page)[len(HOSTILE)] == "beleidsnota-00001.pdf"


def test_names_sort_by_number_and_letter(page: Page) -> None:
    head(page, "Document")
    head(page, "Document")
    assert names(page)[:3] == [HOSTILE[3], "beleidsnota-09996.pdf", "beleidsnota-09995.pdf"]


def test_a_search_finds_words_of_name_and_title_whatever_their_order(page: Page) -> None:
    find = page.get_by_label("Zoek op naam of titel")
    find.fill("ZÍLVERDAM 0042")
    assert status(page) == "11 van de 10.000 documenten"
    assert all("0042" in name for name in names(page))
    find.fill("bestaat niet")
    assert status(page) == "Geen document past bij deze keuze."
    assert names(page) == []
    find.fill("")
    assert len(names(page)) == 100


def test_filters_narrow_each_other(page: Page) -> None:
    page.get_by_label("Soort document", exact=True).select_option(label="Brief")
    assert status(page) == "2.499 van de 10.000 documenten"
    assert set(column(page, "Soort document")) == {"Brief"}
    page.get_by_label("Zekerheid").select_option(label="alleen markeringen")
    assert set(column(page, "Zekerheid")) == {"alleen"}
    assert len(names(page)) == 100
    assert page.locator(".steps .at").first.inner_text() == "Bladzijde 1 van 3"


def test_paging_shows_every_document_once(page: Page) -> None:
    seen: list[str] = []
    for _ in range(99):
        seen += names(page)
        page.get_by_role("button", name="Volgende bladzijde").last.click()
    seen += names(page)
    assert len(seen) == len(set(seen)) == DOCUMENTS
    assert page.locator(".steps .at").first.inner_text() == status(page)
    assert status(page) == "Bladzijde 100 van 100"
    last = page.get_by_role("button", name="Volgende bladzijde").first
    assert last.get_attribute("aria-disabled") == "true"
    assert page.evaluate("document.activeElement.matches('.scroll')")


def test_rows_made_in_the_browser_are_those_of_the_files(page: Page, run: Path) -> None:
    def rows(html: str) -> list[list[str]]:
        tree = LexborHTMLParser(html)
        return [
            [" ".join(cell.text(separator=" ").split()) for cell in row.css("th, td")]
            for row in tree.css("table.documents tbody tr")
        ]

    written = LexborHTMLParser((run / "index.html").read_text(encoding="utf-8"))
    assert rows(page.content()) == rows(written.html or "")
    page.get_by_role("button", name="Volgende bladzijde").first.click()
    second = (run / "index" / "page-2.html").read_text(encoding="utf-8")
    assert rows(page.content()) == rows(second)
    links = page.locator("table.documents tbody a").evaluate_all(
        "all => all.map(own => own.getAttribute('href'))"
    )
    there = [own.attributes["href"] for own in LexborHTMLParser(second).css("tbody a")]
    assert ["../" + link for link in links] == there


def test_the_keyboard_reaches_all(page: Page) -> None:
    page.get_by_label("Zoek op naam of titel").focus()
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "reset"
    for _ in range(4):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('th')?.cellIndex") == 0
    page.keyboard.press("Enter")
    assert page.locator("[aria-sort]").count() == 1


def test_a_small_run_sorts_in_place_and_says_so(browser: Browser, run: Path) -> None:
    context = browser.new_context()
    for page in _opened(context, run / "small" / "index.html"):
        head(page, "Document")
        head(page, "Document")
        assert names(page)[0] == "beleidsnota-00030.pdf"
        assert status(page) == "Gesorteerd op ‘Document’, van hoog naar laag."
        assert page.locator("thead [data-plain] button").count() == 0
        page.locator("#distribution a").first.evaluate("own => own.focus()")
    context.close()


def test_hostile_names_stay_text(page: Page) -> None:
    assert page.locator("table.documents tbody :is(img, script)").count() == 0
    shown = page.locator("table.documents tbody th a").all_text_contents()[: len(HOSTILE)]
    assert shown == list(HOSTILE)
    page.get_by_label("Zoek op naam of titel").fill("{total}")
    assert page.locator("table.documents .file a").first.text_content() == f"JSON van {HOSTILE[3]}"


def test_without_script_the_pages_lead_to_each_other(browser: Browser, run: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    for page in _opened(context, run / "index.html"):
        assert not page.locator(".finder").is_visible()
        assert not page.locator(".steps").first.is_visible()
        assert len(names(page)) == 100
        page.get_by_role("link", name="Volgende bladzijde").first.click()
        assert names(page)[0] == "beleidsnota-00097.pdf"
        page.get_by_role("link", name="bladzijde 100").first.click()
        assert names(page)[-1] == "beleidsnota-09996.pdf"
        assert page.get_by_role("link", name="Volgende bladzijde").count() == 0
        page.get_by_role("link", name="Naar het overzicht").click()
        assert page.url == (run / "index.html").as_uri()
        page.get_by_text("80 documenten", exact=True).click()
        assert page.locator(".failed li").count() == 80
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_barrier(browser: Browser, run: Path, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    for file in FILES:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            bypass_csp=True,
        )
        for page in _opened(context, run / file):
            wrong = [
                (own["id"], [node["html"][:200] for node in own["nodes"]])
                for own in axe.Axe().run(page).response["violations"]
            ]
            assert wrong == []
        context.close()


@pytest.mark.parametrize("file", FILES)
def test_a_narrow_window_needs_no_sideways_scrolling(
    browser: Browser, run: Path, file: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 900})
    for page in _opened(context, run / file):
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    context.close()
