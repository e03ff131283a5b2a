"""Read the gold treebank into plain values, with lemmas rebuilt as ordinary citation forms."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LEFT_OUT = ("Mood=", "PronType=Art")
"""Features that the training data has and the official dev and test sets lack."""

OPEN_CLASSES = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})


@dataclass(frozen=True, slots=True)
class Word:
    """One gold token.

    Attributes:
        lemma: citation form of the token itself ("koopt … in": kopen), lower case.
        full: citation form with a separated particle ("koopt … in": inkopen), lower case.
        parts: lemmas of the parts as the treebank marks them; empty for a simple word.
        head: index of the head in the sentence; its own index for the root.
    """

    form: str
    lemma: str
    full: str
    parts: tuple[str, ...]
    pos: str
    morph: str
    head: int
    dep: str
    space: bool


@dataclass(frozen=True, slots=True)
class Tree:
    """One gold sentence with the suite and the paragraph it comes from."""

    suite: str
    words: tuple[Word, ...]
    paragraph: str = ""

    @property
    def text(self) -> str:
        """Return the running text of the sentence."""
        return "".join(word.form + " " * word.space for word in self.words).strip()


def read_trees(path: Path) -> Iterator[Tree]:
    """Yield the sentences of a gzipped CoNLL-U file."""
    suite, paragraph = path.name, ""
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if line.startswith("# suite = "):
                suite = line.removeprefix("# suite = ").strip()
            if line.startswith("# sent_id = "):
                paragraph = line.removeprefix("# sent_id = ").rsplit(".s.", 1)[0]
            fields = line.rstrip("\n").split("\t")
            if len(fields) == 10 and fields[0].isdigit():
                rows.append(fields)
            elif not line.strip() and rows:
                yield Tree(suite, _words(rows), paragraph)
                rows = []
    if rows:
        yield Tree(suite, _words(rows), paragraph)


def _words(rows: list[list[str]]) -> tuple[Word, ...]:
    gold = [row[2] for row in rows]
    heads = [int(row[6]) - 1 for row in rows]
    words = []
    for index, row in enumerate(rows):
        form, lemma, pos, dep = row[1], row[2], row[3], row[7].split("|")[0]
        own, full = citation(form, lemma, pos)
        morph = "|".join(f for f in row[5].split("|") if f != "_" and not f.startswith(LEFT_OUT))
        head = heads[index] if heads[index] >= 0 else index
        if dep == "compound:prt" and gold[head].lower().startswith(f"{form.lower()}_"):
            morph = "|".join(sorted(filter(None, [*morph.split("|"), "PartType=Vbp"])))
        parts = tuple(lemma.lower().split("_")) if _is_marked(lemma) else ()
        space = "SpaceAfter=No" not in row[9]
        words.append(Word(form, own, full, parts, pos, morph, head, dep, space))
    return tuple(words)


def _is_marked(lemma: str) -> bool:
    return "_" in lemma.strip("_")


def citation(form: str, lemma: str, pos: str) -> tuple[str, str]:
    """Return the ordinary lemma of the token itself and the lemma with a separated particle.

    >>> citation("koopt", "in_kopen", "VERB")
    ('kopen', 'inkopen')
    >>> citation("ingekocht", "in_kopen", "VERB")
    ('inkopen', 'inkopen')
    >>> citation("verzekeringsmaatschappijen", "verzekering_maatschappij", "NOUN")
    ('verzekeringsmaatschappij', 'verzekeringsmaatschappij')
    """
    form, lemma = form.lower(), lemma.lower()
    if not _is_marked(lemma):
        return lemma, lemma
    parts = lemma.split("_")
    if pos in {"VERB", "AUX"} or (pos == "ADJ" and parts[-1].endswith("en")):
        full = "".join(parts)
        return (full if form.startswith(parts[0]) else parts[-1]), full
    rebuilt = _with_last_part(form, parts[-1])
    return rebuilt, rebuilt


def _with_last_part(form: str, last: str) -> str:
    """Return the form with its last part in citation form, linking letters kept."""
    best, where = 0, len(form)
    for start in range(1, len(form)):
        shared = _shared_prefix(form[start:], last)
        if shared >= best and shared > 0:
            best, where = shared, start
    return form[:where] + last if best >= (1 if len(last) <= 3 else 2) else form


def _shared_prefix(one: str, other: str) -> int:
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
