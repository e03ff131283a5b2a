"""The genres that ship are sound, and a file that is not tells all that is wrong."""

from collections import Counter
from pathlib import Path

import pytest

from taalscan.errors import ReferenceDataError
from taalscan.reference import Cue, Place, load_genres

GENRES = load_genres()

FILE = """
families:
  - {id: beleid, titel: Beleid, omschrijving: Wat iemand wil.}
genres:
  - id: nota
    titel: Nota
    familie: beleid
    namen: [nota, beleidsnota]
    kenmerken: {titel: ["*nota"], vorm: [cijfertabel]}
  - id: brief
    titel: Brief
    familie: beleid
    namen: [brief]
    kenmerken: {begin: [geachte]}
"""
DIGEST = "ab" * 32
WEIGHTS = f"""
plaatsen: {{titel: 1.0, koppen: 2.0, begin: 3.0, blokbegin: 4.0, overal: 5.0, vorm: 6.0}}
geen: 1.5
drempel: 0.7
documenten: 2
corpus: {DIGEST}
"""


def write(folder: Path, genres: str = FILE, weights: str = WEIGHTS) -> Path:
    (folder / "genres.yaml").write_text(genres, encoding="utf-8")
    (folder / "genre-weights.json").write_text(weights, encoding="utf-8")
    return folder


def problems(folder: Path) -> list[str]:
    with pytest.raises(ReferenceDataError) as error:
        load_genres(folder)
    return str(error.value.values["problems"]).splitlines()


def test_a_file_becomes_genres_with_weights_in_the_order_of_places(tmp_path: Path) -> None:
    genres = load_genres(write(tmp_path))
    nota, brief = genres.genres
    assert (nota.id, nota.title, nota.family) == ("nota", "Nota", "beleid")
    assert nota.cues == (Cue(Place.TITLE, "*nota"), Cue(Place.FORM, "cijfertabel"))
    assert brief.cues == (Cue(Place.START, "geachte"),)
    assert genres.weights.places == (1.0, 2.0, 3.0, 4.0, 5.0, 6.0)
    assert (genres.weights.other, genres.weights.threshold) == (1.5, 0.7)


def test_a_genre_is_found_by_id_by_any_name_and_with_its_family(tmp_path: Path) -> None:
    genres = load_genres(write(tmp_path))
    assert genres.by_id("nota") is genres.genres[0]
    assert genres.by_name("beleidsnota") is genres.genres[0]
    assert genres.by_name("besluitenlijst") is None
    assert genres.relatives("brief") == genres.genres
    with pytest.raises(KeyError):
        genres.by_id("beleidsnota")


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    wrong = FILE.replace("titel: Nota", "title: Nota").replace("[geachte]", '["Geachte raad"]')
    told = "\n".join(problems(write(tmp_path, wrong)))
    assert "genres.0.titel: Field required" in told
    assert "genres.0.title: Extra inputs are not permitted" in told
    assert "genres.1.kenmerken.begin.0: String should match pattern" in told


def test_entries_that_do_not_fit_each_other_are_told_at_once(tmp_path: Path) -> None:
    wrong = FILE.replace("namen: [brief]", "namen: [brief, nota]").replace(
        "{begin: [geachte]}", "{}"
    )
    wrong = wrong.replace('["*nota"]', '["*nota", "*nota"]').replace(
        "titel: Brief\n    familie: beleid", "titel: Brief\n    familie: post"
    )
    assert problems(write(tmp_path, wrong)) == [
        "brief: no cues",
        "brief: no family 'post'; allowed: beleid",
        "namen: 'nota' stands twice",
        "nota.titel: '*nota' stands twice",
    ]


@pytest.mark.parametrize("cue", ["*", "twee  spaties", "punt.", "mid*den", "", "- streep", "A"])
def test_a_cue_that_could_never_be_found_is_refused(tmp_path: Path, cue: str) -> None:
    wrong = FILE.replace("geachte", f'"{cue}"')
    assert any("kenmerken.begin.0" in line for line in problems(write(tmp_path, wrong)))


def test_an_unknown_form_is_refused(tmp_path: Path) -> None:
    (told,) = problems(write(tmp_path, FILE.replace("cijfertabel", "plaatjes")))
    assert told.startswith("genres.0.kenmerken.vorm.0")


@pytest.mark.parametrize(
    "wrong",
    [
        WEIGHTS.replace("0.7", "1.7"),
        WEIGHTS.replace("5.0", "-5.0"),
        WEIGHTS.replace("5.0", ".nan"),
        "{",
    ],
)
def test_weights_that_cannot_be_are_refused(tmp_path: Path, wrong: str) -> None:
    assert problems(write(tmp_path, weights=wrong))


def test_a_missing_or_broken_file_is_told(tmp_path: Path) -> None:
    assert "genres.yaml" in problems(tmp_path)[0]
    assert problems(write(tmp_path, "genres: [\n"))


def test_every_shipped_genre_has_a_family_a_name_and_cues_in_several_places() -> None:
    families = {family.id for family in GENRES.families}
    for own in GENRES.genres:
        assert own.family in families
        assert own.id in own.names
        assert len({cue.place for cue in own.cues}) >= 4, own.id
    assert {own.family for own in GENRES.genres} == families


def test_no_shipped_name_stands_twice() -> None:
    names = Counter(name for own in GENRES.genres for name in own.names)
    assert max(names.values()) == 1


def test_rules_and_budgets_have_no_family_with_policy() -> None:
    """METRICS §6.2: ordinances and budgets are never compared with visions."""
    families = {own.id: own.family for own in GENRES.genres}
    assert families["beleidsnota"] not in {families["verordening"], families["begroting"]}
    assert families["verordening"] != families["begroting"]


def test_no_genre_has_twice_the_cues_of_another() -> None:
    """A genre is scored by its cues, so one with many more would win by their number."""
    counts = [len(own.cues) for own in GENRES.genres]
    assert max(counts) < 2 * min(counts)


def test_what_the_reference_corpus_calls_a_genre_is_mapped_or_left_out_on_purpose() -> None:
    mapped = {
        "landelijk verkiezingsprogramma": "programma",
        "coalitieakkoord (rijk)": "programma",
        "bestemmingsplan toelichting": "plantoelichting",
        "wet/circulaire": "verordening",
        "handreiking/overheidssite": "handreiking",
        "kader/handreiking rijk": "handreiking",
        "inkoop/aanbesteding rijk": "handreiking",
        "rekenkamer antwoord": None,
        "raadsstuk/provincie": None,
        "afsprakenstelsel jeugd/zorg": None,
        "bewonersopinie opvang": None,
    }
    for name, expected in mapped.items():
        found = GENRES.by_name(name)
        assert (found.id if found else None) == expected, name
