"""In a browser an author marks passages as deliberate, and what the page saves can be read."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from taalscan.deliberate import Sidecar, with_deliberate
from taalscan.deliberate.sidecar import parse_sidecar
from taalscan.model import Deliberate, Scan
from taalscan.reports import render_html
from tests.builders import entry, scan_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page


pytestmark = pytest.mark.slow

KLANT = entry("M3-001", "klant", "Wie is deze mens?", instead="inwoner", only_if="dat klopt")
MARKUP = """
De {M3-001:klant} zegt: "ja" – 'nee' \\ # {R3-001:vertrouwen} <script>alert(1)</script> 😀

- 1. Elke {M3-001:klant} krijgt post: &amp; een brief.

- 2. En ieder ander\u00a0ook: {R3-001:vertrouwen} telt.

De {M3-001:klant} wacht.
"""
FIRST = Deliberate(
    "De klant wacht.",
    "De wet: <b>.",
    "marktgericht",
    "team 'A'",
    "nota.docx.taalscan.yaml",
    ("p0003",),
)
NASTY = (
    'Met "aanhalingstekens" en \\ schuine streep \\n',
    "regel een\nregel twee\n\n  - regel: vier # geen commentaar",
    "- streep: [lijst] {kaart} & *ster !!tag | > % @ `",
    "regeleinde\u2028van\u2029elders\u0085hier",
    "kleuter 👩‍👧 en 𝔾, \ufeff midden, \u00a0 vast, \u007f weg",
    "null",
    "</textarea><script>alert(1)</script>",
)


Show = Callable[..., "Page"]


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> Iterator[Show]:
    """Return what shows a scan as a page; the page makes no request and complains of nothing."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def shown(scan: Scan, *, setup: str = "", **settings: Any) -> "Page":
        file = tmp_path / "nota.html"
        file.write_text(render_html(scan, "nl"), encoding="utf-8")
        context = contexts[-1] if contexts and not settings else browser.new_context(**settings)
        if context not in contexts:
            contexts.append(context)
            if settings.get("java_script_enabled", True):
                context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        if setup:
            page.add_init_script(setup)
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "request",
            lambda own: (
                None if own.url.startswith(("file:", "blob:")) else complaints.append(own.url)
            ),
        )
        page.goto(file.as_uri())
        return page

    yield shown
    for context in contexts:
        context.close()
    assert complaints == []


def scan_with(*marks: Deliberate) -> Scan:
    return replace(scan_of(MARKUP, entries=[KLANT], name="map/nota.docx"), deliberate=marks)


def mark(page: "Page", number: int, reason: str, *, axis: str = "", by: str = "") -> None:
    """Mark a passage by its note, as an author would."""
    note = page.locator(f"#n{number}")
    if note.get_attribute("open") is None:
        note.locator("summary").click()
    note.locator(".add button").click()
    form = page.locator(".mark-form")
    form.locator(f"input[value='{axis}']").check()
    form.locator("textarea").fill(reason)
    form.locator("input[name=by]").fill(by)
    form.locator(".yes").click()


def saved(page: "Page") -> tuple[str, str]:
    """Return the name and the content of the file that the page saves."""
    with page.expect_download() as waiting:
        page.locator(".download").click()
    return waiting.value.suggested_filename, waiting.value.path().read_text(encoding="utf-8")


def read(content: str) -> Sidecar:
    return parse_sidecar(content.encode(), Path("nota.docx.taalscan.yaml"))


def test_what_the_page_saves_is_read_as_it_was_written(show: Show) -> None:
    scan = scan_with()
    page = show(scan)
    for reason in NASTY:
        mark(page, 1, reason, axis="marktgericht", by='"jij": & ik')
    mark(page, 2, "Zo is het.")
    name, content = saved(page)
    assert name == "nota.docx.taalscan.yaml"
    found = read(content)
    assert found.notices == ()
    told = tuple(reason.replace("\u007f", "\ufffd") for reason in NASTY)
    assert tuple(own.reason for own in found.marks) == (*told, "Zo is het.")
    assert {own.by for own in found.marks[:-1]} == {'"jij": & ik'}
    assert [own.axis for own in found.marks] == ["marktgericht"] * len(NASTY) + [None]
    honoured = with_deliberate(scan, found).deliberate
    assert [own.passages for own in honoured] == [("p0001",)] * len(NASTY) + [("p0002",)]


def test_half_a_character_does_not_spoil_the_file(show: Show) -> None:
    page = show(scan_with())
    mark(page, 3, "halve \ufffd", axis="marktgericht")
    page.locator("#n3 .add button").click()
    page.evaluate("document.querySelector('.mark-form textarea').value = 'x\\ud83d y\\ude00'")
    page.locator(".mark-form .yes").click()
    found = read(saved(page)[1])
    assert [own.reason for own in found.marks] == ["halve \ufffd", "x\ufffd y\ufffd"]


def test_a_new_mark_shows_at_the_passage_and_in_the_list_and_can_go_again(show: Show) -> None:
    page = show(scan_with())
    mark(page, 3, "Daarom.", axis="marktgericht", by="ons")
    assert page.locator("#p3 .tag").inner_text() == "Bewust zo"
    assert page.locator("#n3 .reason").inner_text() == "Bewust zo M Daarom. (volgens ons)"
    assert page.locator("#n3 summary .tag").count() == 1
    assert page.locator(".found > li .at").inner_text() == "passage 3"
    assert page.locator(".found > li .badge").inner_text() == "nieuw"
    assert not page.locator("#deliberate .none").is_visible()
    assert "1 nieuw" in page.locator(".save .told").inner_text()
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#deliberate"
    page.locator(".found .drop").click()
    assert page.locator(".tag, .reason, .found > li").count() == 0
    assert page.locator("#deliberate .none").is_visible()
    assert "bewust-zo: []" in saved(page)[1]


def test_marks_of_the_scan_stay_in_the_file_until_they_are_taken_away(show: Show) -> None:
    page = show(scan_with(FIRST, replace(FIRST, reason="Nog een.", passages=(), near="p0001")))
    mark(page, 2, "Nieuw.")
    assert [own.reason for own in read(saved(page)[1]).marks] == [
        "De wet: <b>.",
        "Nog een.",
        "Nieuw.",
    ]
    drop = page.locator(".missing .drop")
    drop.click()
    assert page.locator(".missing .badge").inner_text() == "wordt weggehaald"
    assert [own.reason for own in read(saved(page)[1]).marks] == ["De wet: <b>.", "Nieuw."]
    drop.click()
    found = read(saved(page)[1]).marks
    assert (len(found), found[0].by, found[0].axis) == (3, "team 'A'", "marktgericht")


def test_the_browser_keeps_marks_until_a_scan_has_them(show: Show) -> None:
    page = show(scan_with())
    mark(page, 3, "Daarom.", axis="marktgericht")
    page.reload()
    assert page.locator(".found > li .because").inner_text() == "Daarom."
    assert page.locator("#n3 .reason").count() == 1
    honoured = with_deliberate(scan_with(), read(saved(page)[1]))
    again = show(honoured)
    assert again.locator(".found > li").count() == 1
    assert again.locator(".save .told").inner_text() == ""
    assert again.evaluate("localStorage.length") == 0


NO_STORAGE = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no'); }});"


def test_without_storage_marks_last_as_long_as_the_page(show: Show) -> None:
    page = show(scan_with(), setup=NO_STORAGE)
    mark(page, 3, "Daarom.", axis="marktgericht")
    assert [own.reason for own in read(saved(page)[1]).marks] == ["Daarom."]


STRANGE = "localStorage.setItem(`taalscan ${'ab'.repeat(32)}`, '[1,{\"marks\":');"


def test_what_else_stands_in_storage_does_no_harm(show: Show) -> None:
    page = show(scan_with(), setup=STRANGE)
    assert page.locator(".save").is_visible()
    assert page.locator(".found > li").count() == 0


def test_a_reason_is_required_and_the_form_closes_without_one(show: Show) -> None:
    page = show(scan_with())
    mark(page, 3, "  … ", axis="marktgericht")
    assert page.locator(".mark-form").is_visible()
    assert page.locator(".found > li").count() == 0
    page.keyboard.press("Escape")
    assert not page.locator(".mark-form").is_visible()
    assert page.evaluate("document.activeElement.closest('.add') !== null")


def test_the_axes_to_choose_from_are_those_of_the_passage(show: Show) -> None:
    page = show(scan_with())
    page.locator("#n3 summary").click()
    page.locator("#n3 .add button").click()
    shown = [
        " ".join(one.inner_text().split())
        for one in page.locator(".mark-form [data-a]:visible").all()
    ]
    assert shown == ["M marktgericht", "alle assen"]
    assert page.locator(".mark-form input:checked").input_value() == "marktgericht"


def test_all_of_it_goes_by_keyboard(show: Show) -> None:
    page = show(scan_with())
    page.locator("#n3 summary").focus()
    page.keyboard.press("Enter")
    page.locator("#n3 .add button").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.value") == "marktgericht"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("Niet nu n of p")
    page.keyboard.press("Tab")
    page.keyboard.type("wij")
    page.keyboard.press("Enter")
    assert page.locator("#n3 .reason").inner_text() == (
        "Bewust zo (alle assen) Niet nu n of p (volgens wij)"
    )


def test_the_card_tells_the_reason_first_and_folds_the_question(show: Show) -> None:
    page = show(scan_with(FIRST))
    page.locator("#p3 a.h").click()
    card = page.locator(".card")
    assert card.locator("div").first.inner_text().startswith("Bewust zo")
    assert not card.get_by_text("Wie is deze mens?").is_visible()
    card.locator("details summary").click()
    assert card.get_by_text("Wie is deze mens?").is_visible()
    page.locator("#p1 a.h").first.click()
    assert card.get_by_text("Wie is deze mens?").is_visible()
    assert card.locator(".reason").count() == 0


def test_a_passage_can_be_marked_from_the_card(show: Show) -> None:
    page = show(scan_with())
    page.locator("#p3 a.h").click()
    page.locator(".card .add button").click()
    assert not page.locator(".card").is_visible()
    page.locator("#n3 textarea").fill("Daarom.")
    page.locator("#n3 .yes").click()
    page.locator("#p3 a.h").click()
    assert page.locator(".card .reason .because").inner_text() == "Daarom."


def test_the_file_can_be_copied_too(show: Show) -> None:
    page = show(scan_with(FIRST))
    page.locator(".copy-marks").click()
    page.wait_for_function("document.querySelector('.save .told').textContent")
    assert page.evaluate("navigator.clipboard.readText()") == saved(page)[1]


def test_without_a_script_the_list_is_there_and_no_button(show: Show) -> None:
    page = show(scan_with(FIRST), java_script_enabled=False)
    assert page.locator(".found > li .because").inner_text() == "De wet: <b>."
    assert page.locator("#deliberate button:visible").count() == 0
    page.locator("#deliberate details summary").click()
    assert page.locator("#deliberate pre").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_stands_in_the_way_of_anybody(show: Show, scheme: str, width: int) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe").Axe()
    gone = replace(FIRST, passages=(), near="p0001", axis=None)
    page = show(
        scan_with(FIRST, gone), color_scheme=scheme, viewport={"width": width, "height": 900}
    )
    mark(page, 2, "Daarom.")
    page.locator("#n1 summary").click()
    page.locator("#n1 .add button").click()
    page.locator(".missing .drop").click()
    page.locator("#deliberate details summary").click()
    found = axe.run(page).response["violations"]
    assert [(own["id"], [node["html"] for node in own["nodes"]]) for own in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    small = page.evaluate(
        "[...document.querySelectorAll('button, .mark-form input, .tag[href]')]"
        ".map((one) => one.closest('label') ?? one).map((one) => one.getBoundingClientRect())"
        ".filter((box) => box.width && (box.width < 24 || box.height < 24))"
        ".map(({ width, height }) => [width, height])"
    )
    assert small == []
