"""Run the way from bytes to a scan: read, analyse, segment, match, score."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from taalscan.classify import Classifier, load_classifier, shipped_classifier
from taalscan.deliberate import read_sidecars, with_deliberate
from taalscan.errors import ClassifierError, ReferenceFileError
from taalscan.language import Analyser, load_analyser
from taalscan.lexicon import Lexicon, Matcher, compile_lexicons, load_lexicon, resolve_lexicon
from taalscan.model import (
    AnalysedPassage,
    Axis,
    BlockKind,
    Contribution,
    Document,
    LexiconVersion,
    Notice,
    Passage,
    PassageScore,
    Provenance,
    Reading,
    Reliability,
    Scan,
    Span,
)
from taalscan.readers import DEFAULT_LIMITS, Limits, read
from taalscan.reference import (
    Reference,
    load_genres,
    load_reference,
    shipped_reference,
)
from taalscan.scoring import Frame, reliability, score_document, score_passage
from taalscan.segment import count_content_words, count_words, prose_blocks, segment
from taalscan.version import __version__
from taalscan.yardstick import Yardstick, find_keywords

DEFAULT_LEXICON = "beleid-nl"

SHIPPED = "shipped"
"""Asks for the classifier that ships with taalscan."""

SHIPPED_AXES = frozenset({"marktgericht", "relationeel", "divergerend", "convergerend"})
"""The axes it reads; a lexicon with other axes is scanned without it."""


class Scanner:
    """Scan documents with one language model and one set of lexicons.

    Loading takes about a second, so make one scanner and use it for many documents. It holds no
    state that a scan changes: the same document gives the same scan, in any order.
    """

    def __init__(
        self,
        analyser: Analyser,
        lexicons: Sequence[Lexicon],
        *,
        limits: Limits = DEFAULT_LIMITS,
        classifier: Classifier | None = None,
        yardstick: Yardstick | None = None,
    ) -> None:
        self._yardstick = yardstick or Yardstick(load_genres())
        self._analyser = analyser
        self._matcher: Matcher = compile_lexicons(lexicons)
        self._classifier = classifier
        self._limits = limits
        self._provenance = Provenance(
            taalscan=__version__,
            language_model=analyser.version,
            lexicons=tuple(
                LexiconVersion(lexicon.name, lexicon.version, lexicon.sha256)
                for lexicon in lexicons
            ),
            classifier=None if classifier is None else classifier.version,
            reference=self._yardstick.version,
            quality=None if classifier is None else classifier.quality,
        )
        self._differ = self._yardstick.differences(
            self._provenance, [axis.id for axis in self._matcher.axes]
        )
        self._frame = Frame(
            self._matcher.axes,
            self._matcher.balances,
            {} if classifier is None else classifier.spreads(),
        )

    @property
    def axes(self) -> tuple[Axis, ...]:
        """The axes that documents are scored on."""
        return self._matcher.axes

    @property
    def matcher(self) -> Matcher:
        """What finds the entries of the lexicons."""
        return self._matcher

    @property
    def limits(self) -> Limits:
        """The bounds on what is read."""
        return self._limits

    @property
    def stale(self) -> tuple[str, ...]:
        """In what the reference was made otherwise than these scans; empty where it compares."""
        return self._differ

    def check_genre(self, name: str) -> str:
        """Return the id of a genre.

        Raises:
            UsageError: if there is no such genre.
        """
        return self._yardstick.check_genre(name)

    def read(self, data: bytes, name: str) -> Document:
        """Read a document of any supported format.

        Args:
            data: the bytes of the file.
            name: its file name; the format is told from the bytes.

        Raises:
            ReadError: if the document cannot be read.
        """
        return read(data, name, limits=self._limits, is_word=self._analyser.is_word)

    def passages(self, document: Document) -> tuple[AnalysedPassage, ...]:
        """Return the analysed passages of a document."""
        blocks = prose_blocks(document)
        pieces = [(block.span.start, block.span.cut(document.text)) for block in blocks]
        return segment(document, self._analyser.analyse(pieces))

    def scan(self, document: Document, *, genre: str | None = None) -> Scan:
        """Scan a document that has been read.

        Args:
            document: the document.
            genre: id of its genre; guessed if None.

        Raises:
            UsageError: if there is no such genre.
        """
        return self.scan_passages(document, self.passages(document), genre=genre)

    def scan_passages(
        self,
        document: Document,
        passages: Sequence[AnalysedPassage],
        *,
        genre: str | None = None,
    ) -> Scan:
        """Scan a document whose passages have been analysed, e.g. because others need them too."""
        scored = tuple(self._score(passage) for passage in passages)
        found = sorted({hit.entry for passage in scored for hit in passage.hits})
        words = sum(passage.words for passage in scored)
        length = reliability(len(scored), words)
        likeness = self._yardstick.likeness(document, passages, self._differ, genre)
        score = score_document(self._frame, scored, document.source.sha256, likeness.comparable)
        notices = likeness.notices
        if score.withheld is not None:
            notices = (*notices, Notice(score.withheld))
        return Scan(
            document=document,
            words=words,
            axes=self.axes,
            passages=scored,
            scores=score.axes,
            entries=self._matcher.notes(found),
            reliability=length,
            provenance=self._provenance,
            warnings=(*document.warnings, *_left_out(document, passages), *notices),
            balance_indices=self._frame.indices,
            balance=score.balance,
            sections=score.sections,
            keywords=()
            if length is Reliability.HIGHLIGHTS_ONLY
            else find_keywords(likeness, words, score.sections, passages),
            genre=likeness.genre,
            stratum=likeness.stratum,
        )

    def _score(self, passage: AnalysedPassage) -> PassageScore:
        hits = self._matcher.find(passage)
        words = count_words(passage.sentences)
        read: tuple[Sequence[Reading], Sequence[Contribution]] = ((), ())
        if self._classifier is not None:
            found = self._classifier.classify(passage, hits)
            read = (found.readings, found.contributions)
        score = score_passage(passage.passage, words, hits, self.axes, read)
        return replace(score, content_words=count_content_words(passage.sentences))


def analyse_texts(analyser: Analyser, texts: Sequence[str]) -> Iterator[AnalysedPassage]:
    """Yield each text as one analysed passage, with spans counted from its own start."""
    analysed = analyser.analyse((0, text) for text in texts)
    for number, (text, sentences) in enumerate(zip(texts, analysed, strict=True), start=1):
        yield AnalysedPassage(Passage(f"t{number}", Span(0, len(text))), sentences)


def load_scanner(
    lexicons: Iterable[str | Path] = (DEFAULT_LEXICON,),
    *,
    model: str | None = None,
    limits: Limits = DEFAULT_LIMITS,
    classifier: str | Path | None = SHIPPED,
    reference: str | Path | None = SHIPPED,
) -> Scanner:
    """Make a scanner.

    Args:
        lexicons: names of shipped lexicons or folders.
        model: an installed spaCy package to analyse with; the shipped model if None.
        limits: bounds on what is read.
        classifier: the file of one; `SHIPPED` for the one that ships, where the lexicons have its
            axes; None for the lexicon alone.
        reference: the file of reference figures; `SHIPPED` for those that ship; None for none.

    Raises:
        LexiconError: if a lexicon does not hold to its schema.
        LanguageModelError: if the model is absent or does not fit.
        ClassifierError: if the classifier is damaged or for other axes than the lexicons have.
        ReferenceFileError: if the file of the reference is damaged, or was asked for and made with
            another language model, lexicon or classifier.
    """
    loaded = [load_lexicon(resolve_lexicon(str(lexicon))) for lexicon in lexicons]
    axes = {axis.id for lexicon in loaded for axis in lexicon.axes}
    used = None
    if classifier is not None and (classifier != SHIPPED or axes >= SHIPPED_AXES):
        used = choose_classifier(classifier, axes)
    chosen = None if reference is None else choose_reference(reference)
    scanner = Scanner(
        load_analyser(model),
        loaded,
        limits=limits,
        classifier=used,
        yardstick=Yardstick(load_genres(), chosen),
    )
    if chosen is not None and reference != SHIPPED and scanner.stale:
        raise ReferenceFileError(name=chosen.name, flaw="stale", parts=", ".join(scanner.stale))
    return scanner


def choose_reference(name: str | Path) -> Reference:
    """Return the reference in a file, or the shipped one.

    Raises:
        ReferenceFileError: if it is damaged.
    """
    return shipped_reference() if name == SHIPPED else load_reference(Path(name))


def choose_classifier(name: str | Path, axes: set[str]) -> Classifier:
    """Return the classifier in a file, or the shipped one, if it fits the axes.

    Raises:
        ClassifierError: if it is damaged or for other axes.
    """
    classifier = shipped_classifier() if name == SHIPPED else load_classifier(Path(name))
    others = sorted(set(classifier.axes) - axes)
    if others:
        raise ClassifierError(name=Path(name).name, flaw="other-axes")
    return classifier


def scan(path: str | Path, scanner: Scanner | None = None) -> Scan:
    """Read and scan one file; with a scanner of your own, or else with the defaults.

    What a file beside it marks as deliberate is honoured (`plan.docx.taalscan.yaml`).

    Raises:
        ReadError: if the document cannot be read.
        OSError: if the file cannot be opened.
    """
    path = Path(path)
    scanner = scanner or load_scanner()
    scanned = scanner.scan(scanner.read(path.read_bytes(), path.name))
    return with_deliberate(scanned, read_sidecars(path))


def _left_out(document: Document, passages: Iterable[AnalysedPassage]) -> tuple[Notice, ...]:
    """Tell which blocks are in no passage, a notice a kind, headings apart."""
    inside = [passage.passage.span for passage in passages]
    counts: Counter[BlockKind] = Counter()
    number = 0
    for block in document.blocks:
        while number < len(inside) and inside[number].end <= block.span.start:
            number += 1
        covered = number < len(inside) and inside[number].overlaps(block.span)
        if not covered and block.kind is not BlockKind.HEADING:
            counts[block.kind] += 1
    return tuple(
        Notice(f"left-out-{kind.value}", (("count", counts[kind]),)) for kind in sorted(counts)
    )
