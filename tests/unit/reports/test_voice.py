"""Every word of a report is there in both languages; numbers are written as people do."""

import re
from pathlib import Path

import pytest

import taalscan.reports
from taalscan.messages import LANGUAGES, catalogue
from taalscan.model import (
    BalanceVerdict,
    Basis,
    BlockKind,
    Failure,
    Interval,
    Notice,
    Percentile,
    Reason,
    Reliability,
    Status,
    Verdict,
)
from taalscan.reports.voice import voice

SOURCES = Path(taalscan.reports.__file__).parent
CALL = re.compile(r'say\(\s*["\'](?P<code>[a-z0-9-]+)["\']')


def codes_in_sources() -> set[str]:
    files = [*SOURCES.rglob("*.py"), *SOURCES.rglob("*.jinja")]
    return {code for file in files for code in CALL.findall(file.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_that_is_said_exists(language: str) -> None:
    known = set(catalogue(language).area("report"))
    assert len(codes_in_sources()) > 60
    assert codes_in_sources() <= known
    assert {f"status-{status}" for status in Status} <= known
    assert {f"reliability-{value}" for value in Reliability} <= known
    assert {f"reliability-short-{value}" for value in Reliability} <= known
    told = set(Verdict) - {Verdict.LEXICON, Verdict.NONE}
    assert {f"verdict-{verdict}" for verdict in told} <= known


def codes_of_figures() -> set[str]:
    """Return the codes that are put together from what a scan holds."""
    rows = re.findall(r'"([a-z0-9-]+)": \[', (SOURCES / "html" / "more.py").read_text("utf-8"))
    assert len(rows) > 5
    return {
        *(f"more-{row}{end}" for row in rows for end in ("", "-means")),
        *(f"balance-{verdict}" for verdict in BalanceVerdict),
        *(f"balance-sides-{basis}" for basis in Basis),
        *(f"relative-{side}" for side in ("above", "below", "none")),
        *(f"against-{level}" for level in ("genre", "family")),
        *(f"together-{kind}{end}" for kind in ("most", "dense") for end in ("", "-range")),
        "balance-lexical",
        "genre-guessed",
        "genre-not-sure",
        "share-means-expected",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_about_figures_exists(language: str) -> None:
    assert codes_of_figures() <= set(catalogue(language).area("report"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_notice_that_the_code_can_give_has_words(language: str) -> None:
    root = SOURCES.parent
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(root.rglob("*.py")))
    given = set(re.findall(r'(?:Notice|Withheld)\(\s*"([a-z-]+)"', text))
    left_out = {f"left-out-{kind}" for kind in BlockKind if kind is not BlockKind.HEADING}
    assert {"balance-few", "genre-unsure", "pages-without-text"} <= given
    known = set(catalogue(language).area("notices"))
    parts = {f"part-{part}" for part in ("language-model", "lexicon", "classifier", "axes")}
    assert known == given | left_out | parts


def test_a_notice_about_parts_names_them_in_words() -> None:
    notice = Notice("reference-stale", (("parts", "language-model, axes, new"),))
    assert "(taalmodel, assen, new)" in voice("nl").notice(notice)
    assert "(language model, axes, new)" in voice("en").notice(notice)


def test_notices_have_the_same_gaps_in_both_languages() -> None:
    dutch, english = (catalogue(language).area("notices") for language in LANGUAGES)
    assert dutch.keys() == english.keys()
    for code, text in dutch.items():
        gaps, others = (set(re.findall(r"\{(\w+)\}", words)) for words in (text, english[code]))
        assert others == gaps, code


def test_no_message_is_left_that_nothing_says() -> None:
    families = (
        "status-",
        "reliability-",
        "verdict-",
        "counts-",
    )
    amounts = set()
    for file in [*SOURCES.rglob("*.py")]:
        amounts |= set(re.findall(r'amount\("([a-z-]+)"', file.read_text(encoding="utf-8")))
    said = codes_in_sources() | {f"{code}-{form}" for code in amounts for form in ("one", "many")}
    decided = ("strength", "probability")
    dynamic = {f"{kind}-{end}" for kind in decided for end in ("label", "none")}
    dynamic |= {"strength", "chance"} | codes_of_figures()
    left = {
        code
        for code in catalogue("nl").area("report")
        if code not in said | dynamic and not code.startswith(families)
    }
    assert left == set()


def test_both_languages_have_the_same_messages_with_the_same_gaps() -> None:
    dutch, english = (catalogue(language).area("report") for language in LANGUAGES)
    assert dutch.keys() == english.keys()
    for code, text in dutch.items():
        gaps, others = (set(re.findall(r"\{(\w+)\}", words)) for words in (text, english[code]))
        assert others <= gaps, code


def test_numbers_are_written_as_in_the_language() -> None:
    assert voice("nl").count(1234567) == "1.234.567"
    assert voice("en").count(1234567) == "1,234,567"
    assert voice("nl").decimal(1234.56) == "1.234,6"
    assert voice("en").decimal(-0.25, 2) == "-0.25"
    assert voice("nl").percent(0.274) == "27\N{NO-BREAK SPACE}%"
    assert voice("en").percent(0.001) == "<1%"
    assert voice("nl").densities(Interval(12.5, 8.1, 17.2)) == ("12,5", "8,1 tot 17,2")
    assert voice("nl").densities(Interval(0.04, 0.01, 0.2)) == ("0,04", "0,01 tot 0,20")
    assert voice("nl").densities(Interval(0.0, 0.0, 0.2)) == ("0,0", "0,0 tot 0,2")
    assert voice("en").places(Percentile(72.4, 55.2, 86.0)) == ("72", "55 to 86")
    assert voice("nl").places(Percentile(99.6, 0.3, 100.0)) == (">99", "<1 tot 100")
    assert voice("nl").amount("words", 1) == "1 woord"
    assert voice("nl").amount("words", 1000) == "1.000 woorden"


def test_a_code_that_is_not_known_shows_itself() -> None:
    assert voice("nl").notice(Notice("new", (("a", 1), ("b", "")))) == "new (1)"
    assert voice("nl").reason(Reason("new")) == "new"
    assert voice("nl").failure(Failure("x.pdf", "new", (("detail", "y"),))) == "new (y)"


def test_a_notice_that_lacks_a_value_shows_its_code() -> None:
    assert voice("nl").notice(Notice("pages-without-text")) == "pages-without-text"
