"""Put together what the page shows."""

from dataclasses import dataclass
from pathlib import Path

from taalscan.batch import Step
from taalscan.batch.collect import EXTENSIONS
from taalscan.model import Failure
from taalscan.reports import Row
from taalscan.web.pages import Pages
from taalscan.web.settings import WebSettings
from taalscan.web.store import Item, Visit

_MB = 1_000_000

_OWN = ("pdf", "docx", "docm", "dotx", "dotm", "odt", "ott")
"""Extensions of the document itself, handed back."""

_ORDER = (*_OWN, "html", "xlsx", "json")
"""Files in the order in which people look for them; a pdf also has its text as a docx."""


@dataclass(frozen=True, slots=True)
class FileView:
    """A file to save."""

    extension: str
    title: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """A document or a comparison.

    Attributes:
        state: `waiting`, `busy`, `done` or `failed`.
        told: the state in words: what is being done, how long it is, or why it failed.
        refused: the files that it could not have, each with the reason.
    """

    id: str
    name: str
    state: str
    told: str
    files: tuple[FileView, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartsView:
    """The parts of the page that change.

    Attributes:
        documents: what was given, in order.
        comparisons: what was compared.
        scanned: the documents that can be compared.
        pending: how many are not done yet.
        told: in a sentence, how far all is.
    """

    documents: tuple[ItemView, ...]
    comparisons: tuple[ItemView, ...]
    scanned: tuple[ItemView, ...]
    pending: int
    told: str


@dataclass(frozen=True, slots=True)
class PageView:
    """The page.

    Attributes:
        accept: the formats that are read, for the file chooser.
        most: bytes that a document may have.
        keeping: what is kept, and for how long.
    """

    parts: PartsView
    accept: str
    most: int
    most_told: str
    pages: str
    words: str
    keeping: str


def page_view(visit: Visit, settings: WebSettings, pages: Pages) -> PageView:
    """Return what a visitor sees."""
    bounds = settings.bounds
    return PageView(
        parts=parts_view(visit, pages),
        accept=",".join(sorted(EXTENSIONS)),
        most=bounds.limits.bytes,
        most_told=f"{bounds.limits.bytes / _MB:g}".replace(
            ".", pages.voice.say("cli.decimal-sign")
        ),
        pages=pages.voice.count(bounds.limits.pages),
        words=pages.voice.count(bounds.words),
        keeping=_keeping(settings, pages),
    )


def _keeping(settings: WebSettings, pages: Pages) -> str:
    if settings.shared:
        return pages.say("not-kept-shared")
    if settings.keep is None:
        return pages.say("not-kept")
    return pages.say("kept", folder=str(settings.keep))


def parts_view(visit: Visit, pages: Pages) -> PartsView:
    """Return the parts that change."""
    items = tuple(visit.items.values())
    shown = {item.id: _item(item, pages) for item in items}
    pending = sum(item.outcome is None for item in items)
    return PartsView(
        documents=tuple(shown[item.id] for item in items if not item.pair),
        comparisons=tuple(shown[item.id] for item in items if item.pair),
        scanned=tuple(shown[item.id] for item in items if item.is_scanned),
        pending=pending,
        told=_summary(items, pending, pages),
    )


def _summary(items: tuple[Item, ...], pending: int, pages: Pages) -> str:
    if not items:
        return ""
    if pending:
        return pages.say("told-busy", done=len(items) - pending, total=len(items))
    failed = sum(isinstance(item.outcome, Failure) for item in items)
    done = pages.voice.amount("web.told-done", len(items) - failed)
    return f"{done} {pages.voice.amount('web.told-failed', failed)}" if failed else done


def _item(item: Item, pages: Pages) -> ItemView:
    outcome = item.outcome
    if outcome is None:
        state = "waiting" if item.step is None else "busy"
        return ItemView(item.id, item.name, state, _step(item, pages))
    if isinstance(outcome, Failure):
        return ItemView(item.id, item.name, "failed", pages.voice.failure(outcome))
    made = sorted((path.suffix[1:] for path in item.files), key=_order)
    files = tuple(_file(extension, pages) for extension in made)
    if isinstance(outcome, Row):
        refused = tuple(pages.voice.failure(own) for own in outcome.refused if not _is_no_pdf(own))
        return ItemView(item.id, item.name, "done", _length(outcome, pages), files, refused)
    return ItemView(item.id, item.name, "done", pages.say("compared"), files)


def _order(extension: str) -> tuple[int, str]:
    return _ORDER.index(extension) if extension in _ORDER else len(_ORDER), extension


def _is_no_pdf(refused: Failure) -> bool:
    """Tell whether a document has no pdf because it is none: here nobody asked for one."""
    return ("flaw", "no-pdf") in refused.values


def saved_name(path: Path) -> str:
    """Return the name to save a file under: other than that of the document that was given.

    Who lets the browser save beside the document must not write over it.
    """
    is_own = path.suffix[1:] in _OWN
    return f"{path.stem}-taalscan{path.suffix}" if is_own else path.name


def _file(extension: str, pages: Pages) -> FileView:
    """Return a file under the name that people know; one without such a name under its own."""
    try:
        title = pages.say(f"file-{extension}")
    except KeyError:
        title = extension
    return FileView(extension, title)


def _step(item: Item, pages: Pages) -> str:
    if item.step is None:
        return pages.say("step-waiting")
    if item.pair and item.step is Step.SCANNING:
        return pages.say("step-comparing")
    return pages.say(f"step-{item.step.value}")


def _length(row: Row, pages: Pages) -> str:
    amounts = [pages.voice.amount("words", row.words)]
    if row.pages:
        amounts.append(pages.voice.amount("pages", row.pages))
    return ", ".join(amounts)
