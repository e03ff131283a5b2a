"""Marks beside a document are read strictly, and whatever stands there never costs the scan."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from taalscan.deliberate import is_sidecar, read_sidecars
from taalscan.deliberate.sidecar import parse_sidecar
from taalscan.messages import LANGUAGES, catalogue
from taalscan.model import Deliberate
from taalscan.reports.voice import voice

ROOT = Path(__file__).parents[3]
PATH = Path("plan.docx.taalscan.yaml")
WHOLE = """
format: 1
bewust-zo:
  - passage: "Wij kopen de hulp in."
    as: marktgericht
    reden: "De wet schrijft dit woord voor."
    door: "team Inkoop"
  - passage: >
      Een tekst op
      twee regels.
    reden: |
      Zo.
      Echt.
"""


def codes(text: str | bytes) -> list[str]:
    """Return the codes of what is wrong, without their first part; no mark may count."""
    data = text.encode() if isinstance(text, str) else text
    found = parse_sidecar(data, PATH)
    assert found.marks == ()
    return [notice.code.removeprefix("deliberate-") for notice in found.notices]


def where(text: str) -> list[tuple[object, object]]:
    """Return line and key of each problem."""
    values = [dict(notice.values) for notice in parse_sidecar(text.encode(), PATH).notices[1:]]
    return [(own["line"], own["key"]) for own in values]


def test_a_mark_has_a_passage_and_a_reason_and_may_have_an_axis_and_a_name() -> None:
    found = parse_sidecar(WHOLE.encode(), PATH)
    name = PATH.name
    assert found.notices == ()
    assert found.marks == (
        Deliberate(
            "Wij kopen de hulp in.",
            "De wet schrijft dit woord voor.",
            "marktgericht",
            "team Inkoop",
            file=name,
        ),
        Deliberate("Een tekst op twee regels.", "Zo.\nEcht.", file=name),
    )


def test_no_marks_is_a_file_too() -> None:
    found = parse_sidecar(b"\xef\xbb\xbfformat: 1\nbewust-zo: []\n", PATH)
    assert (found.marks, found.notices) == ((), ())


def test_all_that_is_wrong_is_told_at_once_with_its_line() -> None:
    text = 'format: 1\nbewust-zo:\n- passage: "…"\n  reeden: y\n- passage: a\n  reden: 12\n'
    assert codes(text) == ["unused", "wrong", "missing", "unknown", "wrong"]
    assert where(text) == [(3, "passage"), (3, "reden"), (4, "reeden"), (6, "reden")]


def test_of_many_mistakes_five_are_told_and_the_rest_is_counted() -> None:
    text = "format: 1\nbewust-zo:\n" + "- {}\n" * 10
    found = parse_sidecar(text.encode(), PATH).notices
    assert [notice.code for notice in found[1:6]] == ["deliberate-missing"] * 5
    assert (found[6].code, dict(found[6].values)["count"]) == ("deliberate-more", 15)
    assert len(found) == 7


BOMB = "a: &a [x,x]\nb: &b [*a,*a]\nformat: 1\nbewust-zo: *b\n"
HOSTILE = {
    BOMB: ["unused", "no-yaml"],
    "[" * 500_000: ["unused", "no-yaml"],
    "- " * 500_000: ["unused", "no-yaml"],
    "{a: " * 50_000: ["unused", "no-yaml"],
    "? [a, b]\n: c": ["unused", "no-yaml"],
    "!!bool misschien": ["unused", "no-yaml"],
    "format: !!int " + "9" * 6000: ["unused", "no-yaml"],
    'a: "\\ud83d"': ["unused", "no-yaml"],
    "\0": ["unused", "no-yaml"],
    "a: 1\n---\nb: 2": ["unused", "no-yaml"],
    "": ["unused", "shape"],
    "- 1": ["unused", "shape"],
    "format: 1": ["unused", "missing"],
    "format: 2\nbewust-zo: []": ["unused", "wrong"],
    "format: 1\nformat: 1\nbewust-zo: []": ["unused", "twice"],
    "format: 1\nbewust-zo: {}": ["unused", "wrong"],
    "format: 1\nbewust-zo: [3]": ["unused", "shape"],
    "format: 1\nbewust-zo:\n- {passage: a, reden: !!python/name:os.system ''}": [
        "unused",
        "wrong",
    ],
    "format: 1\nbewust-zo:\n" + "- {passage: a, reden: b}\n" * 1001: ["unused", "wrong"],
    'format: 1\nbewust-zo: [{passage: "a\\x07", reden: b}]': ["unused", "wrong"],
    f"format: 1\nbewust-zo: [{{passage: {'a' * 20_001}, reden: b}}]": ["unused", "wrong"],
}


@pytest.mark.parametrize(("text", "told"), HOSTILE.items(), ids=range(len(HOSTILE)))
def test_a_hostile_file_gives_notices_and_no_marks(text: str, told: list[str]) -> None:
    assert codes(text) == told


def test_what_is_no_text_or_too_large_is_told() -> None:
    assert codes(bytes(range(256))) == ["unused", "no-text"]
    assert codes(b"#" * 2_000_001) == ["unused", "too-large"]


@given(data=st.binary(max_size=60) | st.text(alphabet="[]{}:-&*!|>\"'\n ab1?%@,", max_size=40))
@settings(max_examples=300, deadline=None)
def test_no_bytes_raise(data: bytes | str) -> None:
    found = parse_sidecar(data if isinstance(data, bytes) else data.encode(), PATH)
    assert found.marks == ()
    assert found.notices[0].code == "deliberate-unused"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_notice_has_words(language: str) -> None:
    says = voice(language)
    known = [
        code for code in catalogue(language).area("notices") if code.startswith("deliberate-")
    ]
    assert len(known) > 10
    for text in HOSTILE:
        for notice in parse_sidecar(text.encode(), PATH).notices:
            assert notice.code in known
            assert not says.notice(notice).startswith("deliberate")


def test_every_notice_is_documented() -> None:
    page = (ROOT / "docs" / "errors.md").read_text(encoding="utf-8")
    area = catalogue("nl").area("notices")
    assert [c for c in area if c.startswith("deliberate-") and f"| `{c}` |" not in page] == []


# --- the files beside a document ---


def beside(folder: Path, name: str, *marks: tuple[str, str]) -> None:
    lines = "".join(f"  - {{passage: '{text}', reden: '{why}'}}\n" for text, why in marks)
    (folder / name).write_text(f"format: 1\nbewust-zo:\n{lines}", encoding="utf-8")


def test_a_draft_and_its_pdf_share_a_file_and_each_may_have_its_own(tmp_path: Path) -> None:
    beside(tmp_path, "plan.docx.taalscan.yaml", ("a", "een"), ("b", "twee"))
    beside(tmp_path, "plan.taalscan.yaml", ("b", "twee"), ("c", "drie"))

    def texts(name: str) -> list[tuple[str, str]]:
        return [(mark.text, mark.file) for mark in read_sidecars(tmp_path / name).marks]

    own, shared = "plan.docx.taalscan.yaml", "plan.taalscan.yaml"
    assert texts("plan.docx") == [("a", own), ("b", own), ("c", shared)]
    assert texts("plan.pdf") == [("b", shared), ("c", shared)]
    assert texts("ander.pdf") == []


def test_a_broken_file_does_not_take_the_other_one_along(tmp_path: Path) -> None:
    beside(tmp_path, "plan.taalscan.yaml", ("a", "een"))
    (tmp_path / "plan.docx.taalscan.yaml").write_text("nee", encoding="utf-8")
    found = read_sidecars(tmp_path / "plan.docx")
    assert [mark.text for mark in found.marks] == ["a"]
    assert dict(found.notices[0].values) == {"file": "plan.docx.taalscan.yaml"}


def test_a_folder_or_a_pipe_of_that_name_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "plan.docx.taalscan.yaml").mkdir()
    os.mkfifo(tmp_path / "plan.taalscan.yaml")
    assert read_sidecars(tmp_path / "plan.docx") == read_sidecars(tmp_path / "niets.docx")


def test_a_document_with_the_longest_of_names_has_no_file_beside_it(tmp_path: Path) -> None:
    found = read_sidecars(tmp_path / ("n" * 250 + ".docx"))
    assert (found.marks, found.notices) == ((), ())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open any file")
def test_a_file_that_may_not_be_opened_is_told(tmp_path: Path) -> None:
    beside(tmp_path, "plan.docx.taalscan.yaml", ("a", "een"))
    (tmp_path / "plan.docx.taalscan.yaml").chmod(0)
    codes = [notice.code for notice in read_sidecars(tmp_path / "plan.docx").notices]
    assert codes == ["deliberate-unused", "deliberate-closed"]


def test_a_file_with_marks_is_told_by_its_name() -> None:
    assert is_sidecar(Path("map/plan.docx.taalscan.yaml"))
    assert is_sidecar(Path("PLAN.TAALSCAN.YAML"))
    assert not is_sidecar(Path("plan.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_in_the_report_can_be_used_as_it_is(language: str) -> None:
    example = voice(language).say("deliberate-example")
    found = parse_sidecar(example.encode(), PATH)
    assert found.notices == ()
    assert [mark.axis for mark in found.marks] == ["marktgericht", None]


def test_the_example_in_the_documentation_can_be_used_as_it_is() -> None:
    page = (ROOT / "docs" / "deliberate.md").read_text(encoding="utf-8")
    example = page.split("```yaml\n")[1].split("```")[0]
    assert len(parse_sidecar(example.encode(), PATH).marks) == 1
