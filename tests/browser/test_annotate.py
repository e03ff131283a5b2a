"""A coder labels passages in a browser, with the mouse or with the keyboard alone, and resumes."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from taalscan.labels import LabelledPassage, read_labels, to_lines
from tests.browser.local_pages import CHROMIUM, barriers, chromium, serving, visiting

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed"),
]

TEXTS = (
    "De gemeente koopt de begeleiding in, zodat aanbieders op prijs met elkaar concurreren.",
    "De buren van de Lindehof eten elke week samen en <b>helpen</b> elkaar.",
    "De fietspaden komen samen bij het station.",
)


@pytest.fixture(scope="module")
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    with chromium(request) as started:
        yield started


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    passages = [
        LabelledPassage(
            id=f"p{number}",
            text=text,
            labels={"M": 2} if number == 1 else {},
            note="oordeel van bob" if number == 1 else "",
            document="nota.pdf",
            page=number,
            headings=("Zorg",),
            stratum="hits:M",
            chance=0.25,
        )
        for number, text in enumerate(TEXTS, start=1)
    ]
    file = tmp_path / "trek.jsonl"
    file.write_bytes(to_lines(passages))
    return file


def choose(page: Page, degrees: str) -> None:
    """Choose a degree for the axes M, R, D and C, in that order."""
    for code, degree in zip("MRDC", degrees, strict=True):
        page.locator(f'input[name="{code}"][value="{degree}"]').check()


def test_a_coder_labels_with_the_keyboard_alone_and_goes_on_later(
    browser: Browser, sample: Path
) -> None:
    out = sample.with_name("trek-anna.jsonl")
    options = (str(sample), "--coder", "anna")
    with (
        serving(sample.parent, *options, command="annotate") as served,
        visiting(browser, served.address) as page,
    ):
        expect(page.get_by_role("heading", level=1)).to_have_text("Passage 1 van 3")
        assert "hits:M" not in page.content()
        assert "0.25" not in page.content()
        assert "oordeel van bob" not in page.content()
        expect(page.locator("#passage")).to_be_focused()
        for key in ("ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "m"):
            page.keyboard.press(key)
        expect(page.get_by_label("Woorden die Marktgericht laten zien")).to_have_value("koopt de")
        expect(page.locator('input[name="M"][value="1"]')).to_be_checked()
        page.keyboard.press("Tab")
        expect(page.locator('input[name="M"][value="1"]')).to_be_focused()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        for code in "RDC":
            page.locator(f'input[name="{code}"]').first.focus()
            page.keyboard.press("Space")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Passage 2 van 3")
        expect(page.locator("#passage")).to_be_focused()
        # the keys work wherever the focus is, also on the list of what lacks
        page.keyboard.press("Control+Enter")
        expect(page.get_by_role("alert")).to_be_focused()
        with page.expect_request(lambda asked: asked.method == "POST"):
            page.keyboard.press("Control+Enter")
        expect(page.get_by_role("alert")).to_be_focused()
    (first,) = read_labels(out)
    assert first.labels == {"M": 2, "R": 0, "D": 0, "C": 0}
    assert (first.facets, first.evidence) == (("M1",), {"M": ("koopt de",)})
    assert (first.coder, first.stratum, first.chance) == ("anna", "hits:M", 0.25)
    with (
        serving(sample.parent, *options, command="annotate") as served,
        visiting(browser, served.address) as page,
    ):
        expect(page.get_by_role("heading", level=1)).to_have_text("Passage 2 van 3")
        expect(page.locator(".size").first).to_contain_text("1 van de 3 gecodeerd door anna")


def test_a_coder_selects_words_with_the_mouse_and_is_told_what_lacks(
    browser: Browser, sample: Path
) -> None:
    with (
        serving(sample.parent, str(sample), "--coder", "bob", command="annotate") as served,
        visiting(browser, served.address) as page,
    ):
        page.get_by_role("link", name="Volgende passage").click()
        expect(page.locator("#passage")).to_have_text(TEXTS[1])
        expect(page.locator("#passage b")).to_have_count(0)
        page.locator("#passage span", has_text="buren").dblclick()
        page.keyboard.press("r")
        page.get_by_role("button", name="Bewaar en ga verder").click()
        expect(page.get_by_role("alert")).to_contain_text("Marktgericht: kies 0, 1 of 2.")
        expect(page.get_by_role("alert")).to_contain_text(
            "Relationeel: kies minstens één onderdeel"
        )
        expect(page.get_by_label("Woorden die Relationeel laten zien")).to_have_value("buren")
        choose(page, "0200")
        page.get_by_label("R3", exact=False).first.check()
        page.get_by_label("slogan").check()
        page.get_by_label("1 twijfel").check()
        page.get_by_label("Opmerking").fill("Wie doet wat?")
        page.get_by_role("button", name="Bewaar en ga verder").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Passage 3 van 3")
        choose(page, "0000")
        page.get_by_label("letterlijk").check()
        page.get_by_role("button", name="Bewaar en ga verder").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Passage 1 van 3")
        choose(page, "0000")
        page.get_by_label("Marktgericht wordt alleen genoemd").select_option("afgewezen")
        page.get_by_role("button", name="Bewaar en ga verder").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Alle passages zijn gecodeerd")
    lines = sample.with_name("trek-bob.jsonl").read_text(encoding="utf-8").splitlines()
    first, second, third = map(json.loads, lines)
    assert [first["id"], second["id"], third["id"]] == ["p1", "p2", "p3"]
    assert first["mention"] == [{"cat": "M", "stand": "afgewezen"}]
    assert second["labels"]["R"] == 2
    assert (second["sub"], second["flags"]) == (["R3"], ["slogan"])
    assert (second["sure"], second["note"]) == (1, "Wie doet wat?")
    assert third["flags"] == ["letterlijk"]


def test_words_over_the_end_of_a_paragraph_are_a_fragment_in_each(
    browser: Browser, tmp_path: Path
) -> None:
    sample = tmp_path / "trek.jsonl"
    text = "De opdracht gaat uit.\n\nDe prijs telt."
    sample.write_bytes(to_lines([LabelledPassage(id="p1", text=text, labels={})]))
    with (
        serving(tmp_path, str(sample), "--coder", "eva", command="annotate") as served,
        visiting(browser, served.address) as page,
    ):
        expect(page.locator("#passage")).to_be_focused()
        for key in ("ArrowRight",) * 3 + ("Shift+ArrowRight",) * 3 + ("m",):
            page.keyboard.press(key)
        found = page.get_by_label("Woorden die Marktgericht laten zien")
        expect(found).to_have_value("gaat uit\nDe prijs")


def test_an_answer_stays_on_the_page_where_taalscan_was_stopped(
    browser: Browser, sample: Path
) -> None:
    page = browser.new_page()
    with serving(sample.parent, str(sample), "--coder", "dia", command="annotate") as served:
        page.goto(served.address)
        expect(page.locator("#passage")).to_be_focused()
        choose(page, "0000")
        page.get_by_label("Opmerking").fill("Lang over nagedacht.")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("alert")).to_contain_text("Dit is nog niet bewaard")
    expect(page.get_by_label("Opmerking")).to_have_value("Lang over nagedacht.")
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_there_are_no_barriers(browser: Browser, sample: Path, scheme: str, width: int) -> None:
    look = {"color_scheme": scheme, "viewport": {"width": width, "height": 900}}
    with (
        serving(sample.parent, str(sample), "--coder", "cas", command="annotate") as served,
        visiting(browser, served.address, bypass_csp=True, **look) as page,
    ):
        for key in ("ArrowRight", "ArrowRight", "ArrowRight", "m", "ArrowRight"):
            page.keyboard.press(key)
        choose(page, "2000")
        page.get_by_role("button", name="Bewaar en ga verder").click()
        expect(page.get_by_role("alert")).to_be_visible()
        assert barriers(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        shots = os.environ.get("TAALSCAN_SHOTS")
        if shots:
            page.screenshot(path=f"{shots}/annotate-{scheme}-{width}.png", full_page=True)
