"""A coder's answers are checked by the codebook, kept whole, and never mixed with others'."""

from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from taalscan.errors import LabelsError
from taalscan.labels import LabelledPassage, read_passages, to_lines
from taalscan.web import coding_pages, create_coding_app, local_door, open_coding
from taalscan.web.coding import Coding, problems_of
from tests.builders import axes
from tests.unit.web.offices import JSON, KEY, ORIGIN, PORT

TEXT = "De gemeente koopt de zorg in."
PASSAGES = tuple(
    LabelledPassage(
        id=f"p{n}", text=TEXT, labels={}, document="nota.pdf", stratum="random", chance=0.5
    )
    for n in range(3)
)
NONE = {"M": "0", "R": "0", "D": "0", "C": "0"}
GOOD = NONE | {"M": "1", "sub": "M1", "evidence-M": "koopt de zorg in"}


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    file = tmp_path / "trek.jsonl"
    file.write_bytes(to_lines(PASSAGES))
    return file


@pytest.fixture
def coding(sample: Path) -> Coding:
    return open_coding(sample, sample.with_name("anna.jsonl"), axes(), "anna")


@pytest.fixture
def client(coding: Coding) -> TestClient:
    app = create_coding_app(coding, local_door(PORT, KEY), coding_pages("nl"))
    opened = TestClient(app, base_url=ORIGIN, follow_redirects=False)
    assert opened.post("/session", data={"key": KEY}, headers=JSON).status_code == 204
    return opened


def codes(passage: LabelledPassage) -> list[str]:
    return [own.code.removeprefix("coding-") for own in problems_of(passage, axes())]


def said(**values: object) -> LabelledPassage:
    labels = {"M": 0, "R": 0, "D": 0, "C": 0}
    return replace(PASSAGES[0], labels=labels, **values)  # type: ignore[arg-type]


def test_a_passage_without_any_axis_is_a_whole_answer() -> None:
    assert codes(said()) == []


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ({"labels": {}}, ["no-labels"]),
        ({"labels": {"M": 0, "R": 0, "D": 0}}, ["no-label"]),
        ({"labels": {"M": 1, "R": 0, "D": 0, "C": 0}}, ["no-facet", "no-evidence"]),
        ({"evidence": {"M": ("zorg",)}}, ["not-above"]),
        ({"facets": ("M1",)}, ["not-above"]),
        (
            {
                "labels": {"M": 2, "R": 0, "D": 0, "C": 0},
                "facets": ("M1",),
                "evidence": {"M": ("De", "koopt", "zorg", "in")},
            },
            ["many-evidence"],
        ),
        (
            {
                "labels": {"M": 2, "R": 0, "D": 0, "C": 0},
                "facets": ("M1",),
                "evidence": {"M": ("verkoopt",)},
            },
            ["not-literal"],
        ),
    ],
)
def test_what_the_codebook_asks_is_asked(values: dict[str, object], found: list[str]) -> None:
    assert codes(replace(said(), **values)) == found  # type: ignore[arg-type]


def test_an_answer_is_kept_at_once_with_all_that_coders_do_not_see(
    client: TestClient, coding: Coding
) -> None:
    answer = client.post("/passages/1", data=GOOD, headers=JSON)
    assert (answer.status_code, answer.headers["location"]) == (303, "/passages/2")
    (kept,) = read_passages(coding.out)
    assert kept == replace(
        PASSAGES[0],
        labels={"M": 1, "R": 0, "D": 0, "C": 0},
        facets=("M1",),
        evidence={"M": ("koopt de zorg in",)},
        coder="anna",
    )


def test_what_lacks_is_told_with_what_was_filled_in_and_nothing_is_kept(
    client: TestClient, coding: Coding
) -> None:
    answer = client.post("/passages/1", data=GOOD | {"sub": "M9"}, headers=JSON)
    assert answer.status_code == 422
    assert "kies minstens één onderdeel" in answer.text
    assert "koopt de zorg in</textarea>" in answer.text
    assert not coding.out.exists()


def test_after_the_last_the_first_that_was_left_comes_and_then_the_end(
    client: TestClient,
) -> None:
    went = [
        client.post(f"/passages/{n}", data=NONE, headers=JSON).headers["location"]
        for n in (3, 1, 2)
    ]
    assert went == ["/passages/1", "/passages/2", "/finished"]
    assert "3 van de 3 passages" in client.get("/finished").text


def test_a_new_start_goes_on_where_the_coder_was(client: TestClient, sample: Path) -> None:
    client.post("/passages/1", data=GOOD, headers=JSON)
    again = open_coding(sample, sample.with_name("anna.jsonl"), axes(), "anna")
    assert again.next_after(-1) == 1
    assert again.done["p0"].evidence == {"M": ("koopt de zorg in",)}


def test_what_others_said_and_how_it_was_drawn_is_not_shown(sample: Path) -> None:
    told = replace(PASSAGES[0], labels={"M": 2}, note="GEHEIM", coder="bob", stratum="hits:M")
    sample.write_bytes(to_lines([told]))
    coding = open_coding(sample, sample.with_name("anna.jsonl"), axes(), "anna")
    app = create_coding_app(coding, local_door(PORT, KEY), coding_pages("nl"))
    client = TestClient(app, base_url=ORIGIN)
    client.post("/session", data={"key": KEY}, headers=JSON)
    page = client.get("/passages/1").text
    assert TEXT in page
    for secret in ("GEHEIM", "bob", "hits:M", 'value="2" checked'):
        assert secret not in page


def test_the_file_of_another_coder_is_not_written_over(sample: Path) -> None:
    out = sample.with_name("bob.jsonl")
    out.write_bytes(to_lines([replace(PASSAGES[0], labels={"M": 1}, coder="bob")]))
    with pytest.raises(LabelsError, match="bob"):
        open_coding(sample, out, axes(), "anna")


def test_a_file_of_another_sample_is_refused(sample: Path) -> None:
    out = sample.with_name("anna.jsonl")
    out.write_bytes(to_lines([replace(PASSAGES[0], id="elders", labels={"M": 1}, coder="anna")]))
    with pytest.raises(LabelsError, match="elders"):
        open_coding(sample, out, axes(), "anna")


@pytest.mark.parametrize("path", ["/", "/finished", "/passages/1"])
def test_without_the_cookie_nothing_is_shown(client: TestClient, path: str) -> None:
    stranger = TestClient(client.app, base_url=ORIGIN)
    answer = stranger.get(path, headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (403, "key")


@pytest.mark.parametrize("number", ["0", "4", "99999999999999999999"])
def test_a_passage_that_is_not_there_is_told(client: TestClient, number: str) -> None:
    assert client.get(f"/passages/{number}", headers=JSON).status_code == 404


def test_a_foreign_page_cannot_code(client: TestClient, coding: Coding) -> None:
    answer = client.post("/passages/1", data=NONE, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403
    assert coding.done == {}
