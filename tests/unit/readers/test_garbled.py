"""Broken text is told from any real text."""

import gzip
import json
import string
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.readers.garbled import is_garbled

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "reference.jsonl.gz"
DUTCH = (
    "De gemeente Duinrade helpt bewoners die hulp nodig hebben bij het huishouden. Wie hulp wil, "
    "belt met het wijkteam. Samen kijken zij wat er nodig is en wie dat kan doen. "
) * 8
FOREIGN = {
    "English": "The council helps residents who need support at home and asks what they want. ",
    "German": "Die Gemeinde hilft den Bewohnern, die zu Hause Unterstützung brauchen. ",
    "French": "La commune aide les habitants qui ont besoin de soutien dans leur maison. ",
    "Polish": "Gmina pomaga mieszkańcom, którzy potrzebują wsparcia w swoim domu. ",
    "Turkish": "Belediye, evinde desteğe ihtiyaç duyan sakinlere yardım eder ve onları dinler. ",
    "Greek": "Ο δήμος βοηθά τους κατοίκους που χρειάζονται υποστήριξη στο σπίτι τους. ",
}


def test_dutch_text_is_not_garbled() -> None:
    assert not is_garbled(DUTCH)


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_not_garbled(language: str) -> None:
    assert not is_garbled(FOREIGN[language] * 12)


@given(st.integers(1, 25))
def test_shifted_letters_are_garbled(step: int) -> None:
    letters = string.ascii_lowercase
    table = str.maketrans(letters, letters[step:] + letters[:step])
    assert is_garbled(DUTCH.lower().translate(table))


@pytest.mark.parametrize(
    "letters", [string.ascii_lowercase[::-1], "qwertyuiopasdfghjklzxcvbnm"], ids=["back", "keys"]
)
def test_letters_that_stand_for_others_are_garbled(letters: str) -> None:
    assert is_garbled(DUTCH.lower().translate(str.maketrans(string.ascii_lowercase, letters)))


def test_half_of_a_text_in_a_broken_font_is_garbled() -> None:
    broken = DUTCH.lower().translate(str.maketrans("abcdefghijklmno", "bcdefghijklmnop"))
    assert is_garbled(DUTCH + broken)


@pytest.mark.parametrize("sign", ["\ufffd", "\x04", "\ue123"])
def test_characters_that_stand_for_nothing_make_text_garbled(sign: str) -> None:
    assert is_garbled(DUTCH.replace("e", sign))


def test_bullets_of_private_use_are_no_damage() -> None:
    assert not is_garbled("\n".join(f"\uf0b7 {line}" for line in DUTCH.split(". ")))


@pytest.mark.parametrize("text", ["", "Qxz wvk", "12 34 56 " * 100, "Lijst 4b: Kxq-7 / PvW"])
def test_short_text_and_figures_are_not_judged(text: str) -> None:
    assert not is_garbled(text)


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.is_file(), reason="the shared corpus is absent")
def test_no_real_document_is_garbled() -> None:
    """One in ten of the reference documents; all are read but one, which is mojibake."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in islice(lines, 0, None, 10)]
    assert [one["id"] for one in documents if is_garbled(one["text"])] in ([], ["5816b68dd5c4"])
