"""Do what visitors ask: take a document, compare two, remove one."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from taalscan.batch import Job, Settings, Step, today, writers
from taalscan.errors import EmptyDocumentError, FileAccessError, RequestError, TooLargeError
from taalscan.model import Failure
from taalscan.reports.voice import voice
from taalscan.web.desk import Desk
from taalscan.web.names import checked_name, copy_apart, distinct_name, safe_stem, safe_suffix
from taalscan.web.pages import Pages
from taalscan.web.settings import WebSettings
from taalscan.web.store import Item, Store, Visit
from taalscan.web.tasks import CompareTask, Outcome, ScanTask, Task
from taalscan.web.worker import Equipment, Worker

if TYPE_CHECKING:
    from collections.abc import Callable

_CHUNK = 1_000_000


@dataclass(frozen=True, slots=True)
class Service:
    """The parts of one start of the page, and what can be done with them."""

    settings: WebSettings
    store: Store
    desk: Desk
    pages: Pages

    def start(self) -> None:
        """Load the first scanner, so that what is wrong with it is told before a page opens.

        Raises:
            LexiconError: if a lexicon does not hold to its schema.
            LanguageModelError: if the model is absent or does not fit.
            ClassifierError: if the classifier cannot be used.
            ReferenceFileError: if the reference cannot be used.
        """
        self.desk.workers[0].start()

    def take_file(self, visit: Visit, name: str, source: BinaryIO, size: int) -> Item:
        """Take a document and have it scanned.

        Args:
            visit: whose it becomes.
            name: of the file, as its owner gave it.
            source: its bytes, from the start.
            size: how many those are.

        Raises:
            RequestError: if its name cannot be used, or there is no room.
            EmptyDocumentError: if it has no bytes.
            TooLargeError: if it has too many.
        """
        name = checked_name(name)
        most = self.settings.bounds.limits.bytes
        if size > most:
            raise TooLargeError(limit="bytes", most=most)
        if not size:
            raise EmptyDocumentError
        shown = distinct_name(name, [own.name for own in visit.items.values()])
        item = self.store.add(visit, self.store.new_item(shown, safe_stem(name), size))
        path = item.folder / f"{item.stem}{safe_suffix(name)}"
        with path.open("xb") as file:
            while chunk := source.read(_CHUNK):
                file.write(chunk)
        task = ScanTask(Job(shown, item.stem, path), self._scan_settings(item.out))
        self._give(visit, item, task)
        return item

    def compare(self, visit: Visit, old: str, new: str) -> Item:
        """Have two scanned documents compared.

        Args:
            visit: whose they are.
            old: id of the first version.
            new: id of the second.

        Raises:
            RequestError: if they are not there, not ready or the same, or there is no room.
        """
        if not old or not new:
            raise RequestError(flaw="nothing-given")
        items = tuple(self.store.item(visit, own) for own in (old, new))
        if old == new:
            raise RequestError(flaw="same-twice")
        scans = [item.file("json") for item in items if item.is_scanned]
        found = [path for path in scans if path is not None]
        if len(found) < len(items):
            raise RequestError(flaw="not-ready")
        names = tuple(item.name for item in items)
        shown = self.pages.say("comparison-name", old=names[0], new=names[1])
        made = self.store.new_item(shown, self.pages.say("comparison-stem"))
        item = self.store.add(visit, replace(made, pair=names))
        self._give(visit, item, self._compare_task(item, (found[0], found[1])))
        return item

    def remove(self, visit: Visit, identity: str) -> None:
        """Stop work on an item, and forget it with its files.

        Raises:
            RequestError: if it is not there.
        """
        self.store.item(visit, identity)
        self.desk.drop(identity)
        self.store.remove(visit, identity)

    def admit(self, cookie: str | None) -> str | None:
        """Return the key of a new visit; None to who has one."""
        try:
            self.store.visit(cookie)
        except RequestError:
            return self.enter().key
        return None

    def enter(self) -> Visit:
        """Return a new visit; what is under way for the one that it replaces stops."""
        visit, gone = self.store.enter()
        for identity in gone.items if gone else ():
            self.desk.drop(identity)
        return visit

    def close(self) -> None:
        """Stop all work and remove all files."""
        self.desk.close()
        self.store.close()

    def _scan_settings(self, out: Path) -> Settings:
        own = self.settings
        return Settings(
            out=out,
            lexicons=own.lexicons,
            formats=frozenset(writers()),
            language=own.language,
            theme=own.theme,
            day=today(),
            most_words=own.bounds.words,
        )

    def _compare_task(self, item: Item, scans: tuple[Path, Path]) -> CompareTask:
        return CompareTask(
            name=item.name,
            scans=scans,
            target=item.out / item.stem,
            language=self.settings.language,
            theme=self.settings.theme,
        )

    def _give(self, visit: Visit, item: Item, task: Task) -> None:
        tell: Callable[[Step], None] = partial(self.store.change, visit, item.id)
        self.desk.give(item.id, task, tell, partial(self._done, visit, item))

    def _done(self, visit: Visit, item: Item, outcome: Outcome) -> None:
        keep = self.settings.keep
        if keep is not None and not isinstance(outcome, Failure):
            try:
                copy_apart(sorted(item.out.iterdir()), keep, item.stem)
            except OSError as error:
                told = FileAccessError(detail=error.strerror or str(error))
                outcome = Failure(item.name, told.code, tuple(told.values.items()))
        self.store.change(visit, item.id, None, outcome)


def create_service(settings: WebSettings) -> Service:
    """Return the parts of the page; the folder for its files is made now."""
    bounds = settings.bounds
    equipment = Equipment(
        lexicons=settings.lexicons,
        model=settings.model,
        classifier=settings.classifier,
        reference=settings.reference,
        limits=bounds.limits,
        seconds=bounds.seconds,
    )
    workers = tuple(Worker(equipment) for _ in range(bounds.at_once))
    pages = Pages(voice(settings.language), settings.theme, settings.shared)
    return Service(settings, Store(bounds), Desk(workers), pages)
