"""A lexicon is read whole, or refused with everything that is wrong with it."""

import time
from pathlib import Path

import jsonschema
import pytest
import yaml

from taalscan.errors import LexiconError
from taalscan.lexicon import compile_lexicons, load_lexicon, resolve_lexicon
from taalscan.lexicon.schema import json_schemas, write_json_schemas
from taalscan.lexicon.values import Evidence, Handling, Separable, Window, WindowUnit
from taalscan.model import Alternative, Status
from tests.unit.lexicon.builders import passage

MAIN = """\
naam: proef
versie: 1.0.0
licentie: CC0-1.0
taal: nl
assen:
  - id: marktgericht
    code: M
    titel: Markt
    omschrijving: Over de markt.
    kleur: "#112233"
    kleur_donker: "#aabbcc"
    patroon: solid
    vraag_verplicht: true
    facetten:
      - {id: M1, titel: Een}
"""
BALANCE = """\
balansen:
  - id: b
    titel: Balans
    boven: {titel: boven, leden: [marktgericht]}
    onder: {titel: onder, leden: [M1]}
"""
ENTRY = """\
categorie: marktgericht
subdimensie: M1
ingangen:
  - id: M1-001
    vorm: inkopen
    type: lemma
    pos: VERB
    gewicht: 0.6
    scheidbaar: {partikel: in, werkwoord: kopen}
    verduidelijkingsvraag: Waarom?
    alternatieven:
      - {tekst: afspreken, alleen_als: dat zo is}
    voorbeeld: Wij kopen zorg in.
    tegenvoorbeeld: Wij kopen brood.
    noot: Zorg.
    bron: eigen
    bewijs: {n: 30, precisie: 0.8, ci95: [0.6, 0.9], datum: 2026-01-01}
    status: proef
    versie_toegevoegd: 1.0.0
    auteur: proef
"""


def write_folder(tmp_path: Path, entry: str = ENTRY, main: str = MAIN) -> Path:
    (tmp_path / "lexicon.yaml").write_text(main, encoding="utf-8")
    (tmp_path / "M1.yaml").write_text(entry, encoding="utf-8")
    return tmp_path


def _problems(folder: Path) -> list[str]:
    with pytest.raises(LexiconError) as error:
        load_lexicon(folder)
    return str(error.value.values["problems"]).splitlines()


def test_every_field_of_a_file_is_kept(tmp_path: Path) -> None:
    (entry,) = load_lexicon(write_folder(tmp_path)).entries
    assert entry.separable == Separable("in", "kopen", 15, same_clause=True)
    assert entry.alternatives == (Alternative("afspreken", "dat zo is"),)
    assert entry.evidence == Evidence(30, 0.8, (0.6, 0.9), None, "2026-01-01", None)
    assert entry.context.window == Window(WindowUnit.SENTENCE, 0)
    assert (entry.negation, entry.facet, entry.axis) == (
        Handling.NEUTRALISE, "M1", "marktgericht",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("gewicht: 0.6", "gewigt: 0.6", "M1.yaml:8 M1-001: unknown key 'gewigt'; allowed: alter"),
        ("gewicht: 0.6", "gewigt: 0.6", "M1.yaml:4 M1-001: key 'gewicht' is missing"),
        ("gewicht: 0.6", "gewicht: 2", "M1.yaml:8 M1-001: gewicht: out of range; allowed: at mos"),
        ("gewicht: 0.6", "gewicht: veel", "M1.yaml:8 M1-001: gewicht: should be a valid number"),
        ("pos: VERB", "pos: WERKW", "M1.yaml:7 M1-001: pos: not an allowed value; allowed: NOUN"),
        (
            "status: proef",
            "status: af",
            "M1.yaml:18 M1-001: status: not an allowed value; allowed",
        ),
        ("id: M1-001", "id: M1.1", "M1.yaml:4 M1.1: id: written wrongly; allowed: ^[A-Z]+"),
        ("id: M1-001", "id: M2-001", "M1.yaml:4 M2-001: id does not belong to this file"),
        ("vorm: inkopen", "vorm: kopen in", "M1.yaml:5 M1-001: a form of several words"),
        ("type: lemma", "type: mwe", "M1.yaml:5 M1-001: a form of one word; allowed for type mwe"),
        ("werkwoord: kopen", "werkwoord: koop", "M1.yaml:9 M1-001: particle and verb make 'inkoo"),
        ("Waarom?", "''", "M1.yaml:4 M1-001: key 'verduidelijkingsvraag' must be filled"),
        ("alleen_als: dat zo is", "als: x", "M1.yaml:12 M1-001: unknown key 'als'; allowed: alle"),
        ("subdimensie: M1", "subdimensie: M9", "M1.yaml:2: 'M9' is no facet of marktgericht; all"),
        ("categorie: markt", "categorie: merk", "M1.yaml:1: unknown category 'merkgericht'; allo"),
        ("noot: Zorg.", "noot: Zorg.\n    noot: Twee.", "M1.yaml:16: key 'noot' stands twice"),
        ("noot: Zorg.", "negatie: {keer_om: Q7}\n    noot: Z", "unknown facet 'Q7'; allowed: M1"),
        (
            "noot: Zorg.",
            "varianten: ['zorg voor @buur']\n    noot: Z",
            "unknown class '@buur'; allo",
        ),
        (
            "noot: Zorg.",
            "context: {vereist_een_van: ['@klant']}\n    noot: Z",
            "unknown class '@klant'; allowed: @actor, @wij",
        ),
        ("noot: Zorg.", "noot: [Zorg", "M1.yaml:16: no valid YAML"),
        ("noot: Zorg.", "noot: &een Zorg.", "M1.yaml:15: no valid YAML: anchor or alias 'een'"),
        ("noot: Zorg.", "noot: *een", "M1.yaml:15: no valid YAML: anchor or alias 'een'"),
        ("noot: Zorg.", f"noot: {'[' * 99_999}", "M1.yaml:15: no valid YAML: more than 50 levels"),
        (
            "noot: Zorg.",
            "? [noot]\n    : Zorg.",
            "M1.yaml:15: no valid YAML: a key that is no text",
        ),
        ("noot: Zorg.", "noot: !!bool Zorg.", "M1.yaml:15: no valid YAML: not yes or no: Zorg."),
        (
            "noot: Zorg.",
            "context: {venster: 3 zinnen}\n    noot: Z",
            "context.venster: written wr",
        ),
    ],
)
def test_a_mistake_is_told_with_file_line_and_entry(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    assert old in ENTRY
    problems = _problems(write_folder(tmp_path, ENTRY.replace(old, new)))
    assert any(problem in line for line in problems), problems


def test_all_problems_of_all_files_come_at_once(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, ENTRY.replace("0.6", "7"), MAIN.replace("solid", "zigzag"))
    (folder / "M2.yaml").write_text(ENTRY.replace("pos: VERB", "pos: X"), encoding="utf-8")
    problems = _problems(folder)
    assert {line.partition(":")[0] for line in problems} == {"lexicon.yaml", "M1.yaml", "M2.yaml"}


def test_an_id_stands_once_in_a_lexicon(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    (folder / "M1b.yaml").write_text(ENTRY, encoding="utf-8")
    message = "M1b.yaml:4 M1-001: id stands in M1.yaml:4 too; allowed: an id never used before"
    assert _problems(folder) == [message]


@pytest.mark.parametrize(
    ("main", "problem"),
    [
        (MAIN.replace("naam: proef\n", ""), "lexicon.yaml:1: key 'naam' is missing"),
        (MAIN.replace('"#112233"', "rood"), "lexicon.yaml:10: 0.kleur"),
        (MAIN + "hulplijsten: {wet: weg.yaml}\n", "weg.yaml:1: file is missing"),
        (MAIN + "hulplijsten: {wet: ../weg.yaml}\n", "lexicon.yaml:16: wet: written wrongly"),
        (MAIN + "hulplijsten: {wet: /weg.yaml}\n", "lexicon.yaml:16: wet: written wrongly"),
        (MAIN + "      - {id: M1, titel: Twee}\n", "group or balance 'M1' stands twice"),
        (
            MAIN + "groepen:\n  - {id: M-kern, titel: Kern, facetten: [M1, R1]}\n",
            "group 'M-kern': allowed: facets of one axis",
        ),
        (
            MAIN + BALANCE.replace("[M1]", "[M-kern]"),
            "balance 'b': unknown member 'M-kern'; allowed: M1, marktgericht",
        ),
        (MAIN + BALANCE + BALANCE.removeprefix("balansen:\n"), "balance 'b' stands twice"),
    ],
)
def test_mistakes_in_the_main_file(tmp_path: Path, main: str, problem: str) -> None:
    problems = _problems(write_folder(tmp_path, main=main))
    field = problem.replace("0.kleur", "kleur")
    assert any(field in line for line in problems), problems


def test_groups_and_balances_are_read_in_their_order(tmp_path: Path) -> None:
    groups = "groepen:\n  - {id: M-kern, titel: Kern, facetten: [M1]}\n"
    matcher = compile_lexicons(
        [load_lexicon(write_folder(tmp_path, main=MAIN + groups + BALANCE))]
    )
    assert [(own.id, own.facets) for own in matcher.axes[0].groups] == [("M-kern", ("M1",))]
    (balance,) = matcher.balances
    assert (balance.above.members, balance.below.members) == (("marktgericht",), ("M1",))


def test_a_file_that_is_no_utf8_is_refused(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    (folder / "M1.yaml").write_bytes("noot: financiën".encode("latin-1"))
    assert _problems(folder) == ["M1.yaml:1: no UTF-8 text"]


def test_a_lexicon_is_named_by_folder_or_shipped_name(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    assert resolve_lexicon(str(folder)) == folder
    assert load_lexicon(resolve_lexicon("beleid-nl")).name == "beleid-nl"
    with pytest.raises(LexiconError, match=r"no folder with a lexicon\.yaml"):
        resolve_lexicon("bestaat-niet")


def test_the_digest_changes_with_any_file(tmp_path: Path) -> None:
    first = load_lexicon(write_folder(tmp_path)).sha256
    assert load_lexicon(tmp_path).sha256 == first
    assert load_lexicon(write_folder(tmp_path, ENTRY + "# andere noot\n")).sha256 != first


def test_six_hundred_entries_load_in_well_under_a_second(tmp_path: Path) -> None:
    heading, _, body = ENTRY.partition("  - ")
    many = "".join("  - " + body.replace("M1-001", f"M1-{i:03}") for i in range(1, 601))
    folder = write_folder(tmp_path, heading + many)
    start = time.process_time()
    assert len(load_lexicon(folder).entries) == 600
    assert time.process_time() - start < 1


def test_the_json_schemas_accept_the_shipped_files() -> None:
    schemas = json_schemas()
    folder = resolve_lexicon("beleid-nl")
    for path in folder.glob("*.yaml"):
        kind = "lexicon" if path.name == "lexicon.yaml" else "facet"
        jsonschema.validate(yaml.safe_load(path.read_text("utf-8")), schemas[kind])


def test_the_shipped_json_schemas_are_those_of_the_code(tmp_path: Path) -> None:
    folder = resolve_lexicon("beleid-nl").parent / "schema"
    write_json_schemas(tmp_path)
    fresh = {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()}
    shipped = {path.name: path.read_text("utf-8") for path in folder.iterdir()}
    assert fresh == shipped


def test_a_lexicon_brings_its_own_axes_and_needs_no_helper_lists(tmp_path: Path) -> None:
    main = MAIN.replace("marktgericht", "juridisering").replace("    vraag_verplicht: true\n", "")
    folder = write_folder(tmp_path, ENTRY.replace("marktgericht", "juridisering"), main)
    matcher = compile_lexicons([load_lexicon(folder)])
    (hit,) = matcher.find(passage("Wij/PRON kopen/VERB zorg/NOUN in/ADP ./PUNCT"))
    assert (hit.axis, hit.facet, hit.status) == ("juridisering", "M1", Status.COUNTED)
