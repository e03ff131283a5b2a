"""Analyse text with a spaCy pipeline and give the results as values."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import groupby, islice
from typing import TYPE_CHECKING

from taalscan.language.chunks import Chunk, cut_chunks, runs
from taalscan.language.compounds import compound_parts
from taalscan.language.lemmas import choose_lemma, settle_pos
from taalscan.language.relations import settle_relations
from taalscan.language.sentences import SentenceWords
from taalscan.language.separable import join_particles
from taalscan.language.vocabulary import REMEMBERED, Vocabulary
from taalscan.model import ModelVersion, Sentence, Span, Token

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.language import Language

BATCH = 64
"""Chunks that go through the network together: few enough for the memory of a small machine."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What is known of Dutch beside the network."""

    vocabulary: Vocabulary
    sentence_words: SentenceWords


class Analyser:
    """A Dutch language model with the rules around it."""

    def __init__(self, nlp: "Language", version: ModelVersion, rules: Rules) -> None:
        self.version = version
        """Name, version and digest of the model, for the provenance of a scan."""
        self._nlp = nlp
        self._rules = rules
        self._describe = lru_cache(maxsize=REMEMBERED)(partial(describe, rules.vocabulary))

    def analyse(self, pieces: Iterable[tuple[int, str]]) -> Iterator[tuple[Sentence, ...]]:
        """Yield the sentences of each text, in order.

        Args:
            pieces: texts, each with its place in the document; all spans are shifted by it.
        """
        chunks = (
            chunk
            for number, (offset, text) in enumerate(pieces)
            for chunk in cut_chunks(
                number, offset, text, self._places(text), self._rules.sentence_words
            )
        )
        for _, group in groupby(self.analyse_chunks(chunks), key=_piece):
            yield tuple(sentence for _, sentences in group for sentence in sentences)

    def analyse_chunks(
        self, chunks: Iterable[Chunk]
    ) -> Iterator[tuple[Chunk, tuple[Sentence, ...]]]:
        """Yield each chunk of words with its sentences, in order.

        What spaCy remembers of the words of a batch is given back after it, so that a run over
        thousands of documents does not grow; nothing is yielded inside such a zone.
        """
        waiting = iter(chunks)
        while True:
            with self._nlp.memory_zone():
                batch = list(islice(waiting, BATCH))
                documents = ((self._document(chunk), chunk) for chunk in batch)
                analysed = [
                    (chunk, tuple(self._sentences(doc, chunk)))
                    for doc, chunk in self._nlp.pipe(documents, as_tuples=True, batch_size=BATCH)
                ]
            if not analysed:
                return
            yield from analysed

    def is_word(self, form: str) -> bool:
        """Tell whether a form, in any case, is a Dutch word or a compound of Dutch words."""
        vocabulary, form = self._rules.vocabulary, form.lower()
        lemma = choose_lemma(vocabulary, form, "NOUN", form)
        bases = (lemma, form.removesuffix("s"), form.removesuffix("en"))
        return vocabulary.is_word(form) or any(
            compound_parts(vocabulary, base, "NOUN") for base in bases
        )

    def _places(self, text: str) -> tuple[Span, ...]:
        """Return where the words of a text stand; white space is no word."""
        return tuple(
            Span(start + token.idx, start + token.idx + len(token))
            for start, run in runs(text)
            for token in self._nlp.tokenizer(_fold(run))
            if not token.is_space
        )

    def _document(self, chunk: Chunk) -> "spacy.tokens.Doc":
        from spacy.tokens import Doc  # noqa: PLC0415 -- importing spaCy takes a second

        return Doc(
            self._nlp.vocab,
            words=[_fold(word) for word in chunk.words],
            spaces=list(chunk.spaces),
            sent_starts=list(chunk.starts),
        )

    def _sentences(self, doc: "spacy.tokens.Doc", chunk: Chunk) -> Iterator[Sentence]:
        for sentence in doc.sents if len(doc) else ():
            spans = chunk.spans[sentence.start : sentence.end]
            texts = chunk.words[sentence.start : sentence.end]
            tokens = [
                self._token(word, span, text, sentence.start)
                for word, span, text in zip(sentence, spans, texts, strict=True)
            ]
            joined = join_particles(self._rules.vocabulary, tokens)
            settled = settle_relations(self._rules.vocabulary, joined)
            yield Sentence(Span(spans[0].start, spans[-1].end), settled)

    def _token(self, word: "spacy.tokens.Token", span: Span, text: str, start: int) -> Token:
        pos, lemma, parts = self._describe(word.text, word.pos_, word.lemma_)
        return Token(
            span=span,
            text=text,
            lemma=lemma,
            pos=pos,
            morph=str(word.morph),
            head=word.head.i - start,
            dep="root" if word.dep_ == "ROOT" else word.dep_,
            parts=parts,
        )


def _fold(text: str) -> str:
    """Return a text with straight apostrophes, which the network knows: "foto’s" is one word."""
    return text.replace("’", "'")


def describe(
    vocabulary: Vocabulary, form: str, pos: str, lemma: str
) -> tuple[str, str, tuple[str, ...]]:
    """Return part of speech, lemma and parts of a word, from what the network says of it."""
    pos = settle_pos(vocabulary, form, pos)
    lemma = choose_lemma(vocabulary, form.lower(), pos, lemma.lower() or form.lower())
    return pos, lemma, compound_parts(vocabulary, lemma, pos)


def _piece(analysed: tuple[Chunk, tuple[Sentence, ...]]) -> int:
    return analysed[0].piece
