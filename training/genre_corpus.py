"""Read the reference corpus as documents with their genre, without what a scraper added."""

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from taalscan.errors import ReadError
from taalscan.language import load_analyser
from taalscan.model import Document
from taalscan.readers import DEFAULT_LIMITS, read
from taalscan.reference import Genres

MIXED = frozenset({"raadsstuk/provincie"})
"""Collections of several genres: neither of one genre nor of none."""

PLAIN = frozenset(
    {
        "WouterBakker/verkiezingsprogrammas",
        "rubenros1795/rekenkamer-scholarship",
        "favstats/coalitieakkoord2021",
    }
)
"""Sources of plain text; all others wrote Markdown."""

COPIED = ("minbzk.github.io/Algoritmekader", "MinBZK/Algoritmekader")
"""Pages at this address, which another source scraped too, are this source's."""

_META = re.compile(r"\A<meta[^>]*>\n")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_ADDRESS = re.compile(r"^Source: .*$", re.MULTILINE)
_TIGHT_HEADING = re.compile(r"^(#{1,6})(?=[^#\s])", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document with its genre; None if it is of none. `unread` marks half of them, by digest."""

    id: str
    source: str
    genre: str | None
    unread: bool
    document: Document


def read_corpus(path: Path, genres: Genres) -> Iterator[Labelled]:
    """Yield every different text of the corpus that taalscan can read and that is of one genre."""
    is_word = load_analyser().is_word
    seen: set[str] = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["genre"] in MIXED or row["text"] in seen:
                continue
            seen.add(row["text"])
            name = row["id"] + (".txt" if row["source"] in PLAIN else ".md")
            data = without_scraps(row["text"]).encode()
            try:
                document = read(data, name, limits=DEFAULT_LIMITS, is_word=is_word)
            except ReadError:  # some texts are English or damaged; a scan refuses them too
                continue
            genre = genres.by_name(row["genre"])
            yield Labelled(
                id=row["id"],
                source=COPIED[1] if COPIED[0] in row["text"][:600] else row["source"],
                genre=genre.id if genre else None,
                unread=hashlib.sha256(row["id"].encode()).digest()[-1] % 2 == 1,
                document=document,
            )


def without_scraps(text: str) -> str:
    """Return a text without what a scraper put before it, its headings as Markdown has them.

    The title of front matter becomes a heading: on the page it was one.
    """
    front = _FRONT.match(text)
    title = re.search(r'^title: *"?(.+?)"?$', front[0], re.MULTILINE) if front else None
    body = _META.sub("", text[front.end() :] if front else text)
    body = _TIGHT_HEADING.sub(r"\1 ", _ADDRESS.sub("", body, count=1))
    return body if title is None or body.lstrip().startswith("# ") else f"# {title[1]}\n\n{body}"
