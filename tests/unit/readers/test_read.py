"""Reading as a whole: limits, and what is refused after reading."""

import gzip
import json
import zlib
from pathlib import Path

import pytest

from taalscan.errors import (
    EmptyDocumentError,
    NotDutchError,
    ReadError,
    TooLargeError,
    UnreadableTextError,
)
from taalscan.readers import Limits, read
from taalscan.readers.tongue import language_of
from tests.contract import samples
from tests.pdf_files import Sheet, pdf

CORPUS = Path(__file__).parents[4] / "shared" / "corpus" / "reference.jsonl.gz"

DUTCH = (
    "De gemeente Veldermeer wil samen met bewoners een plan maken voor de zorg in de wijk. "
    "Wij zien dat mensen elkaar niet altijd kennen, en dat moet anders worden."
)
OTHERS = {
    "en": (
        "The municipality of Veldermeer wants to plan the care together with its residents. "
        "We see that people do not always know each other, and that has to change."
    ),
    "de": (
        "Die Gemeinde Veldermeer will gemeinsam mit den Bewohnern einen Plan machen. "
        "Wir sehen, dass sich die Menschen nicht immer kennen, und das muss anders werden."
    ),
    "fy": (
        "De gemeente Veldermeer wol tegearre mei de ynwenners in plan meitsje foar de soarch. "
        "Wy sjogge dat minsken inoar net altyd kenne, en dat moat oars wurde."
    ),
    "af": (
        "Die munisipaliteit Veldermeer wil saam met die inwoners 'n plan vir die sorg maak. "
        "Ons sien dat mense mekaar nie altyd ken nie, en dit moet verander."
    ),
}


def no_word(_: str) -> bool:
    return False


def read_text(text: str, limits: Limits | None = None) -> str:
    return read(text.encode(), "nota.txt", limits=limits or Limits(), is_word=no_word).text


def test_dutch_is_read() -> None:
    document = read(DUTCH.encode(), "nota.txt", is_word=no_word)
    assert document.text == DUTCH
    assert document.source.name == "nota.txt"
    assert len(document.source.sha256) == 64


@pytest.mark.parametrize("language", OTHERS)
def test_other_languages_are_refused_by_name(language: str) -> None:
    with pytest.raises(NotDutchError) as caught:
        read_text(OTHERS[language])
    assert caught.value.values == {"language": language}


@pytest.mark.parametrize(
    "text",
    [
        "Policy note",
        f"{DUTCH} {OTHERS['en']} {OTHERS['en']}",
        "2019\t1.200\n2020\t1.300\n2021\t1.400",
    ],
)
def test_short_and_mixed_texts_pass(text: str) -> None:
    assert language_of(text) == "nl"


def test_a_document_without_letters_is_empty() -> None:
    with pytest.raises(EmptyDocumentError):
        read_text("12 – 34 …")


def test_text_that_makes_no_words_is_unreadable() -> None:
    with pytest.raises(UnreadableTextError):
        read_text("Gh jhphhqwh khosw zlh gdw qrglj khhiw hq zlo. " * 20)


def test_a_file_over_the_limit_is_too_large() -> None:
    with pytest.raises(TooLargeError) as caught:
        read_text(DUTCH, Limits(bytes=10))
    assert caught.value.values == {"limit": "bytes", "most": 10}


def test_a_document_with_too_many_pages_is_too_large() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    data = samples.word(samples.paragraph(samples.run(DUTCH)) + samples.paragraph(turn * 3))
    with pytest.raises(TooLargeError) as caught:
        read(data, "nota.docx", limits=Limits(pages=3), is_word=no_word)
    assert caught.value.values == {"limit": "pages", "most": 3}


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not CORPUS.exists(), reason="needs the reference corpus in ../shared")
def test_hardly_a_document_of_the_corpus_is_refused() -> None:
    """It holds a dozen texts that are English for five sixths or more."""
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        found = [language_of(json.loads(line)["text"]) for line in lines]
    assert set(found) == {"nl", "en"}
    assert found.count("en") <= 0.01 * len(found)


@pytest.mark.slow
def test_a_bomb_in_a_pdf_harms_nobody() -> None:
    """A stream of a few kilobytes that unpacks, twice, to 400 megabytes."""
    zipper = zlib.compressobj(9)
    zeros = bytes(10_000_000)
    once = b"".join(zipper.compress(zeros) for _ in range(40)) + zipper.flush()
    bomb = zlib.compress(once, 9)
    data = pdf([Sheet()]).replace(
        b"<</Length 0>>stream\n",
        b"<</Length %d/Filter[/FlateDecode/FlateDecode]>>stream\n" % len(bomb) + bomb,
    )
    assert bomb in data
    with pytest.raises(ReadError):
        read(data, "nota.pdf", limits=Limits(memory=300_000_000), is_word=no_word)
