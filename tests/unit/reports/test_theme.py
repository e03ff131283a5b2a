"""The style sheet of an organisation changes how pages look, and can do nothing else."""

import json
import re
from base64 import b64encode
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from taalscan.errors import ThemeError
from taalscan.reports import (
    read_theme,
    render_comparison,
    render_groups,
    render_html,
    render_index,
    row_of,
)
from taalscan.reports.html.theme import MOST_BYTES
from taalscan.scoring.comparison import compare_scans
from tests.builders import scan_of
from tests.group_members import comparison
from tests.runs import run_of

RULE = ":root { --paper: #fdf6e3; }"
THEME = Path(__file__).parents[3] / "examples" / "huisstijl.css"


def _document(theme: str) -> str:
    return render_html(scan_of("De {M3-001:klant}."), "nl", theme=theme)


def _index(theme: str) -> str:
    return render_index(run_of([row_of(scan_of("De klant."), None)]), "nl", theme=theme)


def _comparison(theme: str) -> str:
    found = compare_scans(scan_of("De klant."), scan_of("De mens."))
    return render_comparison(found, "nl", theme=theme)


def _groups(theme: str) -> str:
    return render_groups(comparison(), "nl", theme=theme)


PAGES = [_document, _index, _comparison, _groups]


@pytest.mark.parametrize("page", PAGES)
def test_the_rules_stand_in_every_kind_of_page_behind_our_own(page: Callable[[str], str]) -> None:
    style = LexborHTMLParser(page(RULE)).css_first("style")
    assert style is not None
    text = style.text()
    assert text.endswith(RULE)
    assert text.index("--paper: #fbfaf6") < text.index(RULE)


@pytest.mark.parametrize("page", PAGES)
def test_the_policy_lets_the_rules_in(page: Callable[[str], str]) -> None:
    html = LexborHTMLParser(page(RULE))
    style, policy = html.css_first("style"), html.css_first("meta[http-equiv]")
    assert style is not None
    assert policy is not None
    digest = b64encode(sha256(style.text().encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in (policy.attributes["content"] or "")


@pytest.mark.parametrize(
    ("rules", "flaw"),
    [
        ("</style><script>alert(1)</script>", "ends-style"),
        ("p { content: '</' }", "ends-style"),
        ("@import 'https://elders.example/x.css';", "loads"),
        ("@IMPORT/**/'x.css';", "loads"),
        ("p { background: url(https://elders.example/x.png) }", "loads"),
        ("p { background: u/**/rl (x.png) }", None),
        ("p { background: URL( 'x.png' ) }", "loads"),
        ("p { background: image-set('x.png' 1x) }", "loads"),
    ],
)
def test_rules_that_end_the_style_or_load_something_are_refused(
    rules: str, flaw: str | None
) -> None:
    if flaw is None:  # no word of CSS: a comment parts it
        _document(rules)
        return
    with pytest.raises(ThemeError) as error:
        _document(rules)
    assert error.value.values["flaw"] == flaw


def test_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "stijl.css"
    path.write_bytes(b"\xef\xbb\xbf" + RULE.encode())
    assert read_theme(path) == RULE


@pytest.mark.parametrize(
    ("data", "flaw"),
    [(None, "unreadable"), (b"\xff\xfe", "no-text"), (b" " * (MOST_BYTES + 1), "too-large")],
)
def test_a_file_that_cannot_be_used_says_why(
    tmp_path: Path, data: bytes | None, flaw: str
) -> None:
    path = tmp_path / "stijl.css"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ThemeError) as error:
        read_theme(path)
    assert error.value.values == {"flaw": flaw, "name": "stijl.css"}


def test_the_example_sets_what_docs_say_a_theme_can_set() -> None:
    told = set(re.findall(r"`(--[a-z]+)`", (THEME.parents[1] / "docs/theme.md").read_text()))
    set_here = set(re.findall(r"(--[a-z]+):", read_theme(THEME)))
    known = set(re.findall(r"(--[a-z]+):", _document("")))
    assert set_here <= told
    assert told <= known | {"--theme", "--a"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_example_has_contrast_enough(scheme: str) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1 for text."""
    light, dark = read_theme(THEME).split("@media", 1)
    colours = dict(
        re.findall(r"(--[a-z]+): (#[0-9a-f]{6})", {"light": light, "dark": dark}[scheme])
    )
    for ground in ("--paper", "--card"):
        for text in ("--ink", "--soft", "--link"):
            assert _contrast(colours[text], colours[ground]) >= 4.5, (text, ground)


def _contrast(first: str, second: str) -> float:
    """Return the contrast of two colours (WCAG 2.2, definition of contrast ratio)."""
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_report_holds_its_figures_for_programs() -> None:
    title = "</script><script>alert(1)</script> & \u2028"
    scan = scan_of("De {M3-001:klant}.", title=title)
    node = LexborHTMLParser(render_html(scan, "nl")).css_first("script#scan")
    assert node is not None
    held = json.loads(node.text())
    assert held["document"]["title"] == title
    assert held["scores"]["marktgericht"]["hits"] == 1
    assert not {"entries", "text", "blocks", "passages"} & held.keys()
