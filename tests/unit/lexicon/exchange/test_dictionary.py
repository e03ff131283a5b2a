"""Dictionaries for other programs hold the words, and tell what they cannot hold."""

from dataclasses import replace
from pathlib import Path

import yaml

from taalscan.lexicon.exchange import to_csv, to_liwc, to_quanteda
from taalscan.lexicon.load import read_sources
from taalscan.lexicon.values import Compound, CompoundPolicy, Stage
from tests.unit.lexicon.builders import entry, lexicon
from tests.unit.lexicon.test_load import MAIN, write_folder

CLIENT = replace(entry("M1-001", "klant"), compound=Compound(CompoundPolicy.BOTH, ()))
PHRASE = entry("M1-002", "eigen kracht", variants=["luisteren naar @inwoner"])
GONE = replace(entry("R1-001", "nabijheid"), stage=Stage.DISPUTED)


def test_liwc_numbers_axes_and_facets_and_stars_what_may_begin_a_compound() -> None:
    exported = to_liwc(lexicon(CLIENT, PHRASE, GONE))
    assert exported.text.splitlines() == [
        "%", "1\tmarktgericht", "2\tM1", "3\trelationeel", "4\tR1", "%",
        "eigen kracht\t1\t2", "klant*\t1\t2",
    ]  # fmt: skip
    assert exported.left_out == ("luisteren naar @inwoner",)


def test_quanteda_gets_axis_facet_and_glob_patterns() -> None:
    exported = to_quanteda(lexicon(CLIENT, PHRASE, GONE))
    assert yaml.safe_load(exported.text) == {
        "marktgericht": {"M1": ["klant", "klant*", "*klant", "eigen kracht"]},
        "relationeel": {"R1": []},
    }


def test_csv_has_a_row_an_entry_and_no_cell_that_runs(tmp_path: Path) -> None:
    folder = write_folder(tmp_path, main=MAIN)
    text = (folder / "M1.yaml").read_text().replace("noot: Zorg.", "noot: =1+1")
    (folder / "M1.yaml").write_text(text)
    rows = to_csv(read_sources(folder)).decode("utf-8-sig").splitlines()
    cells = dict(zip(rows[0].split(";"), rows[1].split(";"), strict=True))
    assert (cells["id"], cells["noot"], cells["scheidbaar.partikel"]) == ("M1-001", "'=1+1", "in")
    assert cells["alternatieven.1.alleen_als"] == "dat zo is"
