"""Build a reference from a corpus, over the processes of one machine."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from taalscan.batch.corpus import Corpus, CorpusJob
from taalscan.batch.local import scanner_of
from taalscan.batch.pool import in_order, pooled
from taalscan.batch.work import failure, guarded
from taalscan.errors import CrashError
from taalscan.model import Document, Failure, Scan
from taalscan.reference import (
    Description,
    Gathered,
    Measured,
    PassageWords,
    gather,
    measured,
    passage_words,
)
from taalscan.scanner import SHIPPED, Scanner


@dataclass(frozen=True, slots=True)
class MeasureSettings:
    """What a process loads its scanner with."""

    lexicons: tuple[str, ...]
    model: str | None = None
    classifier: str | None = SHIPPED


@dataclass(frozen=True, slots=True)
class Built:
    """A reference, and the documents that could not be measured.

    Attributes:
        gathered: None where no document could.
    """

    gathered: Gathered | None
    failed: tuple[Failure, ...]


def build_reference(
    outcomes: Iterable[Measured | Failure], corpus: Corpus, description: Description
) -> Built:
    """Put what came of the documents of a corpus together, in their order.

    Args:
        outcomes: what `measure` yields; one is held at a time.
        corpus: the corpus.
        description: what the reference tells of itself.
    """
    failed: list[Failure] = []
    genres = tuple(dict.fromkeys(corpus.genres.values()))
    gathered = gather(_measured(outcomes, failed), genres, description)
    return Built(gathered, tuple(failed))


def measure(
    scanner: Scanner,
    corpus: Corpus,
    settings: MeasureSettings,
    *,
    processes: int,
    on_done: Callable[[object], None],
) -> Iterator[Measured | Failure]:
    """Yield what came of each document, in the order of the corpus, whatever the processes.

    Args:
        scanner: used in this process when `processes` is 1; the others load their own, equal one.
        corpus: the documents.
        settings: what those load it with.
        processes: processes at a time.
        on_done: called after each document, in the order in which they finish.
    """
    if processes == 1:
        finished: Iterator[tuple[int, Measured | Failure]] = enumerate(
            measure_job(scanner, own) for own in corpus.jobs()
        )
    else:
        work = partial(_work, settings=settings)
        finished = pooled(work, corpus.jobs(), processes, _crashed)
    return in_order(_told(finished, on_done))


def measure_job(scanner: Scanner, own: CorpusJob) -> Measured | Failure:
    """Measure a document; one that cannot be scanned is a Failure."""
    return guarded(own.job, partial(_measure, scanner, own))


def scan_and_words(scanner: Scanner, document: Document) -> tuple[Scan, tuple[PassageWords, ...]]:
    """Scan a document and count the words of its passages."""
    passages = scanner.passages(document)
    scan = scanner.scan_passages(document, passages)
    words = [passage.words for passage in scan.passages]
    return scan, passage_words(document.text, passages, words)


def _measure(scanner: Scanner, own: CorpusJob) -> Measured:
    document = scanner.read(own.job.read_bytes(scanner.limits), own.job.name)
    scan, words = scan_and_words(scanner, document)
    return measured(scan, own.genre, words)


def _work(own: CorpusJob, settings: MeasureSettings) -> Measured | Failure:
    scanner = scanner_of(settings.lexicons, settings.model, settings.classifier, None)
    return measure_job(scanner, own)


def _crashed(own: CorpusJob) -> Measured | Failure:
    return failure(own.job, CrashError())


def _told(
    finished: Iterable[tuple[int, Measured | Failure]], on_done: Callable[[object], None]
) -> Iterator[tuple[int, Measured | Failure]]:
    for number, outcome in finished:
        on_done(outcome)
        yield number, outcome


def _measured(outcomes: Iterable[Measured | Failure], failed: list[Failure]) -> Iterator[Measured]:
    """Yield what was measured, and note what failed."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            failed.append(outcome)
        else:
            yield outcome
