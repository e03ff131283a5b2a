"""Measure a pipeline, with and without the rules around it, on gold sentences."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from itertools import groupby
from operator import attrgetter

from spacy.tokens import Doc

from taalscan.language.analyser import Analyser
from taalscan.language.chunks import Chunk
from taalscan.model import Sentence, Span, Token
from training.conllu import Tree, Word

CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
RUNNING = 10
"""Sentences that stand in one text, with a space between, when boundaries are measured."""


@dataclass(frozen=True, slots=True)
class Share:
    """So many right out of so many; for F, twice the right out of found and gold together."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.total + other.total)

    @property
    def percent(self) -> float:
        """Return the share in per cent."""
        return 100 * self.right / self.total if self.total else 0.0


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How well a pipeline does; accuracies over several sets add."""

    lemma: Share = Share()
    content: Share = Share()
    upos: Share = Share()
    features: Share = Share()
    uas: Share = Share()
    las: Share = Share()
    separable: Share = Share()
    sentences: Share = Share()
    whole_sentences: Share = Share()
    paragraphs: Share = Share()

    def __add__(self, other: "Accuracy") -> "Accuracy":
        return Accuracy(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )


class BareAnalyser(Analyser):
    """The network without the rules around it, to see what they add."""

    def analyse(self, pieces: Iterable[tuple[int, str]]) -> Iterator[tuple[Sentence, ...]]:
        """Yield the sentences of each text as the parser alone cuts it."""
        for number, (_, text) in enumerate(pieces):
            places = self._places(text)
            words = tuple(place.cut(text) for place in places)
            spaces = tuple(text[p.end : p.end + 1].isspace() for p in places)
            free = (True, *(None for _ in words[1:]))
            chunk = Chunk(number, words, places, spaces, free)
            yield from (sentences for _, sentences in self.analyse_chunks([chunk]))

    def _sentences(self, doc: Doc, chunk: Chunk) -> Iterator[Sentence]:
        for sent in doc.sents:
            spans = chunk.spans[sent.start : sent.end]
            yield Sentence(
                Span(spans[0].start, spans[-1].end),
                tuple(
                    Token(
                        span=span,
                        text=word.text,
                        lemma=word.lemma_,
                        pos=word.pos_,
                        morph=str(word.morph),
                        head=word.head.i - sent.start,
                        dep="root" if word.dep_ == "ROOT" else word.dep_,
                    )
                    for word, span in zip(sent, spans, strict=True)
                ),
            )


def bare(analyser: Analyser) -> BareAnalyser:
    """Return the network of an analyser by itself."""
    return BareAnalyser(analyser._nlp, analyser.version, analyser._rules)  # noqa: SLF001


def measure(analyser: Analyser, trees: Sequence[Tree]) -> Accuracy:
    """Return the accuracy on gold words, and of the sentence boundaries on raw text."""
    chunks = [_gold_chunk(number, tree) for number, tree in enumerate(trees)]
    words: list[tuple[Word, Token, Tree]] = []
    for (_, sentences), tree in zip(analyser.analyse_chunks(chunks), trees, strict=True):
        tokens = sentences[0].tokens
        words.extend((w, t, tree) for w, t in zip(tree.words, tokens, strict=True))
    return Accuracy(
        lemma=_share(t.lemma == w.full for w, t, _ in words),
        content=_share(t.lemma == w.full for w, t, _ in words if w.pos in CONTENT),
        upos=_share(t.pos == w.pos for w, t, _ in words),
        features=_share(_features(t.morph) == _features(w.morph) for w, t, _ in words),
        uas=_share(t.head == w.head for w, t, _ in words),
        las=_share(t.head == w.head and t.dep == w.dep for w, t, _ in words),
        separable=_share(t.lemma == w.full for w, t, tree in words if _is_apart(w, tree)),
        sentences=measure_boundaries(analyser, runs_of(trees), _starts),
        whole_sentences=measure_boundaries(analyser, runs_of(trees), set),
        paragraphs=measure_boundaries(analyser, paragraphs_of(trees), _starts),
    )


def _share(outcomes: Iterable[bool]) -> Share:
    listed = list(outcomes)
    return Share(sum(listed), len(listed))


def _features(morph: str) -> set[str]:
    return {feature for feature in morph.split("|") if feature and feature != "PartType=Vbp"}


def _is_apart(word: Word, tree: Tree) -> bool:
    """Tell whether the word is a verb whose particle stands apart, by the treebank."""
    return word.full != word.lemma and any(
        other.dep == "compound:prt" and tree.words[other.head] is word for other in tree.words
    )


def _gold_chunk(number: int, tree: Tree) -> Chunk:
    spans, place = [], 0
    for word in tree.words:
        spans.append(Span(place, place + len(word.form)))
        place += len(word.form) + word.space
    return Chunk(
        piece=number,
        words=tuple(word.form for word in tree.words),
        spans=tuple(spans),
        spaces=tuple(word.space for word in tree.words),
        starts=(True, *(False for _ in tree.words[1:])),
    )


def _starts(spans: Iterable[Span]) -> set[int]:
    return {span.start for span in spans}


def measure_boundaries(
    analyser: Analyser,
    groups: Iterable[Sequence[Tree]],
    aspect: Callable[[Iterable[Span]], set[int] | set[Span]],
) -> Share:
    """Return twice what was found right, out of what was found and what is in the gold.

    Args:
        analyser: finds the sentences.
        groups: the sentences of each text.
        aspect: what of the spans is compared: their starts, or all of them.
    """
    texts = [running_text(trees) for trees in groups]
    outcome = Share()
    found = analyser.analyse((0, text) for text, _ in texts)
    for sentences, (_, gold) in zip(found, texts, strict=True):
        mine, theirs = aspect(sentence.span for sentence in sentences), aspect(gold)
        outcome += Share(2 * len(mine & theirs), len(mine) + len(theirs))
    return outcome


def runs_of(trees: Sequence[Tree]) -> Iterator[Sequence[Tree]]:
    """Yield ten neighbours at a time, headings and list items among them."""
    for begin in range(0, len(trees), RUNNING):
        yield trees[begin : begin + RUNNING]


def paragraphs_of(trees: Sequence[Tree]) -> Iterator[Sequence[Tree]]:
    """Yield the sentences of each paragraph, as the readers of taalscan give them."""
    for _, group in groupby(trees, key=attrgetter("paragraph")):
        yield list(group)


def running_text(trees: Sequence[Tree]) -> tuple[str, set[Span]]:
    """Return the sentences as one text without line breaks, and their places in it."""
    text, spans = "", set()
    for tree in trees:
        text += " " if text else ""
        spans.add(Span(len(text), len(text) + len(tree.text)))
        text += tree.text
    return text, spans
