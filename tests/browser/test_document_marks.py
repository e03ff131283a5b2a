"""A reader filters, steps through, opens, links to and cites the marks of a document."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Locator,
    Page,
    Request,
    expect,
)

from tests.browser.marked import LONG, MARKUP, marked_report

Open = Callable[..., Page]

pytestmark = pytest.mark.slow


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Return what opens a report; the page may say nothing on its console and ask for nothing."""
    wrong: list[str] = []
    context = browser.new_context(reduced_motion="reduce")
    context.grant_permissions(["clipboard-read", "clipboard-write"])

    def said(message: ConsoleMessage) -> None:
        wrong.append(message.text)

    def failed(error: Error) -> None:
        wrong.append(str(error))

    def asked(request: Request) -> None:
        if not request.url.startswith("file:"):
            wrong.append(request.url)

    def opens(markup: str = MARKUP, place: str = "", width: int = 1280) -> Page:
        page = tmp_path / "nota.html"
        page.write_text(marked_report(markup), encoding="utf-8")
        made = context.new_page()
        made.set_viewport_size({"width": width, "height": 700})
        made.on("console", said)
        made.on("pageerror", failed)
        made.on("request", asked)
        made.goto(page.as_uri() + place)
        return made

    yield opens
    context.close()
    assert wrong == []


def status(page: Page) -> str:
    return page.locator(".tools .told").inner_text()


def shown(page: Page) -> list[str]:
    """Return the words of the marks that the filter leaves."""
    marks = page.locator(".text :is(a.h, a.seen):not(.off)")
    return [one.text_content() or str(one.get_attribute("aria-label")) for one in marks.all()]


def box(page: Page, name: str) -> Locator:
    return page.locator(".choices").get_by_role("checkbox", name=name)


def word(page: Page, words: str) -> Locator:
    return page.locator(".text a.h", has_text=words).first


def open_filter(page: Page) -> None:
    page.locator(".choose > summary").click()


# --- the filter ---


def test_a_filter_leaves_what_passes_all_choices_and_tells_how_many(opened: Open) -> None:
    page = opened()
    frame = "Kader zonder signaalwoord: relationeel"
    assert shown(page) == ["kopen", "marktwerking", frame, "Samen", "klant", "klant"]
    open_filter(page)
    box(page, "geteld").uncheck()
    assert shown(page) == ["marktwerking", frame, "Samen"]
    assert status(page) == "3 markeringen passen bij het filter"
    box(page, "marktgericht").uncheck()
    assert shown(page) == [frame, "Samen"]
    box(page, "leus").uncheck()
    assert shown(page) == [frame]
    assert status(page) == "1 markering past bij het filter"
    box(page, "kader zonder signaalwoord").uncheck()
    assert status(page) == "Geen markering past bij het filter. Kies meer, of wis het filter."
    assert "Filter (aan)" in page.locator(".choose > summary").inner_text()
    page.get_by_role("button", name="Wis het filter").click()
    assert len(shown(page)) == 6
    assert page.locator(".choose > summary").inner_text().strip() == "Filter"


def test_a_filter_goes_by_facet_and_by_chapter(opened: Open) -> None:
    page = opened()
    open_filter(page)
    page.get_by_role("combobox", name="Onderdeel").select_option("M3")
    assert shown(page) == ["klant", "klant"]
    page.get_by_role("combobox", name="Hoofdstuk").select_option(label="Inkoop")
    assert status(page) == "Geen markering past bij het filter. Kies meer, of wis het filter."
    page.get_by_role("combobox", name="Onderdeel").select_option("")
    assert shown(page) == ["kopen", "marktwerking", "Kader zonder signaalwoord: relationeel"]


def test_a_filter_takes_notes_away_but_never_text(opened: Open) -> None:
    page = opened()
    before = page.locator(".text .b").all_text_contents()
    open_filter(page)
    page.get_by_role("combobox", name="Onderdeel").select_option("M3")
    assert not page.locator("#n1").is_visible()
    assert page.locator("#n3").is_visible()
    assert page.locator(".text .b").all_text_contents() == before


def test_the_filter_works_by_keyboard(opened: Open) -> None:
    page = opened()
    summary = page.locator(".choose > summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert not box(page, "marktgericht").is_checked()
    assert status(page) == "2 markeringen passen bij het filter"
    page.keyboard.press("Escape")
    assert not page.locator(".choices").is_visible()
    expect(summary).to_be_focused()


def test_steps_pass_by_what_is_filtered_out(opened: Open) -> None:
    page = opened()
    open_filter(page)
    box(page, "marktgericht").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(page.locator("a.seen")).to_be_focused()
    assert status(page) == "Markering 1 van 2"
    page.keyboard.press("n")
    expect(word(page, "Samen")).to_be_focused()
    page.keyboard.press("n")
    assert status(page) == "Markering 1 van 2"


def test_a_step_with_nothing_left_says_so(opened: Open) -> None:
    page = opened()
    open_filter(page)
    for name in ("marktgericht", "relationeel"):
        box(page, name).uncheck()
    page.get_by_role("button", name="Volgende").click()
    assert status(page).startswith("Geen markering past bij het filter.")


def test_the_filter_does_not_go_into_the_address(opened: Open) -> None:
    page = opened(place="#p2")
    open_filter(page)
    box(page, "marktgericht").uncheck()
    assert page.url.endswith("nota.html#p2")


# --- the card ---


def test_a_card_tells_in_order_what_we_see_ask_could_leave_and_change(opened: Open) -> None:
    page = opened()
    word(page, "klant").click()
    card = page.locator(".card")
    told = card.inner_text()
    order = [
        "Wat zien we",
        "klant",
        "Telt mee.",
        "In welke verhouding staat u tot deze persoon?",
        "bewoner",
        "alleen als: u haar kent",
        "Laat staan als",
        "Wat verandert er echt",
        "een ander woord alleen verandert niets",
        "Meer over deze markering",
        "zonder dit woord",
        "Bron: bestuurstaal",
    ]
    places = [told.index(words) for words in order]
    assert places == sorted(places)
    page.keyboard.press("Escape")
    assert not card.is_visible()
    expect(word(page, "klant")).to_be_focused()


def test_a_word_without_a_question_gets_no_advice(opened: Open) -> None:
    page = opened()
    word(page, "kopen").click()
    told = page.locator(".card").inner_text()
    assert "Telt mee." in told
    assert "Laat staan als" not in told


def test_without_a_script_each_mark_leads_to_its_note_and_on_to_question_and_advice(
    browser: Browser, opened: Open
) -> None:
    uri = opened().url
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(uri)
    assert not page.locator(".tools").is_visible()
    page.locator("a.seen").click()
    expect(page.locator("#f2-1")).to_be_visible()
    word(page, "klant").click()
    expect(page.locator("#u4")).to_be_visible()
    page.locator("#u4 a").click()
    expect(page.locator("#e4 .question")).to_be_in_viewport()
    assert page.locator("#leave-it").is_visible()
    plain.close()


def test_a_passage_seen_without_a_word_has_a_card_with_what_moved_the_model(opened: Open) -> None:
    page = opened()
    page.locator("a.seen").click()
    told = page.locator(".card").inner_text()
    assert "Kader zonder signaalwoord: relationeel" in told
    assert "het model let op ‘helpen elkaar’ (+1,50)" in told
    assert "Vraag" not in told


# --- deep links and citations ---


def test_a_link_to_an_explanation_opens_what_it_is_folded_in(opened: Open) -> None:
    page = opened(LONG, "#u40")
    assert page.locator("#u40").is_visible()
    expect(page.locator("#u40")).to_be_in_viewport()


def test_a_link_to_a_passage_without_a_mark_brings_it_into_view(opened: Open) -> None:
    page = opened(LONG, "#p59")
    passage = page.locator("#p59")
    assert passage.inner_text() == "Deze regel zegt niets."
    expect(passage).to_be_in_viewport()


def copied(page: Page, passage: int, button: str) -> str:
    page.locator(f"#n{passage} > summary").click()
    page.locator(f"#n{passage}").get_by_role("button", name=button).click()
    expect(page.locator("#copied")).to_have_text(f"Gekopieerd: {button}")
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_a_citation_has_the_text_the_title_and_the_place(opened: Open) -> None:
    assert copied(opened(), 1, "Kopieer citaat") == (
        "‘Wij kopen de zorg in. We kiezen geen marktwerking.’ "
        "(Nota [text] $& zorg, passage 1, p. 1)"
    )


def test_a_citation_with_source_names_the_file_and_its_digest(opened: Open) -> None:
    assert copied(opened(), 1, "Kopieer met bron") == (
        "‘Wij kopen de zorg in. We kiezen geen marktwerking.’ "
        "(Nota [text] $& zorg, passage 1, p. 1; bestand nota.pdf, sha256 begint met abababababab)"
    )


def test_a_passage_over_several_blocks_is_cited_whole(opened: Open) -> None:
    assert "‘De eerste klant telt. De tweede ook.’" in copied(opened(), 5, "Kopieer citaat")


def test_a_link_to_a_passage_can_be_copied(opened: Open) -> None:
    page = opened(place="#text")
    assert copied(page, 3, "Kopieer link") == page.url.split("#")[0] + "#p3"


def test_the_button_says_that_it_copied_and_then_what_it_does(opened: Open) -> None:
    page = opened()
    button = page.locator("#weightiest [data-copy=citation]").first
    button.click()
    expect(button).to_have_text("Gekopieerd")
    expect(button).to_have_text("Kopieer citaat", timeout=5000)


def test_where_copying_is_refused_the_text_is_selected_and_the_reader_told(opened: Open) -> None:
    page = opened()
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.locator("#n1 > summary").click()
    page.locator("#n1").get_by_role("button", name="Kopieer citaat").click()
    area = page.locator("#n1 textarea")
    expect(area).to_be_focused()
    whole = area.input_value()
    assert whole.startswith("‘Wij kopen de zorg in.")
    assert page.evaluate("document.activeElement.selectionEnd") == len(whole)
    expect(page.locator("#copied")).to_contain_text("druk op Ctrl+C")


# --- small and narrow ---


@pytest.mark.parametrize("width", [320, 1280])
def test_what_has_the_focus_is_not_under_the_tools(opened: Open, width: int) -> None:
    page = opened(LONG, width=width)
    page.locator(".choose > summary").focus()
    hidden = []
    for _ in range(40):
        page.keyboard.press("Tab")
        top, bar = page.evaluate(
            "[document.activeElement.getBoundingClientRect().top,"
            " document.querySelector('.tools').getBoundingClientRect().bottom]"
        )
        inside = page.evaluate("document.activeElement.closest('.tools') !== null")
        if top < bar - 1 and not inside:
            hidden.append(page.evaluate("document.activeElement.outerHTML"))
    assert hidden == []


def test_on_a_phone_the_tools_are_low_and_nothing_is_wider_than_the_screen(opened: Open) -> None:
    page = opened(LONG, width=320)
    page.keyboard.press("n")
    page.keyboard.press("n")
    bar = page.locator(".tools").bounding_box()
    assert bar is not None
    assert bar["height"] < 100
    open_filter(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_figures_of_the_profile_have_their_names_on_a_phone(opened: Open) -> None:
    page = opened(LONG, width=320)
    cell = page.locator(".stack tbody tr").first.locator("td").first
    name = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert name == '"Deel van de passages"'
    assert page.locator(".stack thead").is_visible()  # for who listens, not to be seen
    box = page.locator(".stack thead").bounding_box()
    assert box is not None
    assert box["width"] <= 1


def test_on_paper_marks_have_patterns_and_letters_notes_are_open_and_tools_gone(
    opened: Open,
) -> None:
    page = opened()
    open_filter(page)
    box(page, "marktgericht").uncheck()
    page.emulate_media(media="print")
    assert not page.locator(".tools").is_visible()
    assert page.locator("#u1").is_visible()
    mark = page.locator(".text a.h").first
    assert mark.evaluate("mark => getComputedStyle(mark).textDecorationLine") == "underline"
    assert mark.evaluate("mark => getComputedStyle(mark, '::after').content") == '"M"'
    assert page.locator("#u2 .how").inner_text() == "Niet geteld: ontkend door ‘geen’."
