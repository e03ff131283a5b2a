"""Keep what visitors gave and what came of it, in a folder that goes when the page stops."""

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from taalscan.batch import Step
from taalscan.errors import RequestError
from taalscan.model import Failure
from taalscan.reports import Row
from taalscan.web.door import new_key
from taalscan.web.settings import Bounds
from taalscan.web.tasks import Compared, Outcome


@dataclass(frozen=True, slots=True)
class Item:
    """A document or a comparison of one visitor.

    Attributes:
        id: part of addresses; of letters, digits, "-" and "_".
        name: what people see: the file name.
        stem: name of its files, without extension.
        folder: holds its source and its files.
        size: bytes of its source.
        pair: the names of both documents of a comparison; empty for a document.
        step: what is being done; None while it waits.
        outcome: what came of it; None before.
    """

    id: str
    name: str
    stem: str
    folder: Path
    size: int = 0
    pair: tuple[str, ...] = ()
    step: Step | None = None
    outcome: Outcome | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """What was made of it."""
        if not isinstance(self.outcome, Row | Compared):
            return ()
        return tuple(sorted(self.out.iterdir()))

    @property
    def out(self) -> Path:
        """The folder of its files."""
        return self.folder / "out"

    @property
    def is_scanned(self) -> bool:
        """Whether it is a document with a scan."""
        return isinstance(self.outcome, Row)

    def file(self, extension: str) -> Path | None:
        """Return the file with an extension; None where there is none."""
        return next((path for path in self.files if path.suffix == f".{extension}"), None)


@dataclass(slots=True)
class Visit:
    """What one visitor has; others cannot see it."""

    key: str
    items: dict[str, Item] = field(default_factory=dict)
    pasted: int = 0


class Store:
    """The visits to one start of the page, and the folder with all their files.

    Args:
        bounds: how much it takes.
    """

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._visits: dict[str, Visit] = {}
        # readable by this user alone
        self._root = Path(tempfile.mkdtemp(prefix="taalscan-"))

    @property
    def root(self) -> Path:
        """The folder with all files."""
        return self._root

    def enter(self) -> tuple[Visit, Visit | None]:
        """Return a new visit, and the one that was forgotten for it, if any."""
        gone = None
        if len(self._visits) >= self._bounds.visitors:
            gone = self._visits.pop(next(iter(self._visits)))
            for item in gone.items.values():
                shutil.rmtree(item.folder, ignore_errors=True)
        visit = Visit(new_key())
        self._visits[visit.key] = visit
        return visit, gone

    def visit(self, key: str | None) -> Visit:
        """Return the visit with a key, which becomes the latest.

        Raises:
            RequestError: if there is none.
        """
        visit = self._visits.pop(key or "", None)
        if visit is None:
            raise RequestError(flaw="key")
        self._visits[visit.key] = visit
        return visit

    def add(self, visit: Visit, item: Item) -> Item:
        """Give an item its place and its folder.

        Raises:
            RequestError: if the visitor, or the folder of all, has no room for it.
        """
        if len(visit.items) >= self._bounds.files:
            raise RequestError(flaw="too-many")
        if item.size + sum(own.size for own in self._all()) > self._bounds.stored:
            raise RequestError(flaw="full")
        item.out.mkdir(parents=True)
        visit.items[item.id] = item
        return item

    def new_item(self, name: str, stem: str, size: int = 0) -> Item:
        """Return an item with an id that nobody can guess."""
        identity = new_key()[:16]
        return Item(identity, name, stem, self._root / identity, size)

    def item(self, visit: Visit, identity: str) -> Item:
        """Return an item of a visit.

        Raises:
            RequestError: if it has none with this id.
        """
        if identity not in visit.items:
            raise RequestError(flaw="not-found")
        return visit.items[identity]

    def change(
        self, visit: Visit, identity: str, step: Step | None, outcome: Outcome | None = None
    ) -> None:
        """Note how far an item is; one that was removed meanwhile stays so."""
        if identity in visit.items:
            item = visit.items[identity]
            visit.items[identity] = replace(item, step=step, outcome=outcome)
            if isinstance(outcome, Failure):
                shutil.rmtree(item.folder, ignore_errors=True)

    def remove(self, visit: Visit, identity: str) -> None:
        """Forget an item and its files.

        Raises:
            RequestError: if the visit has none with this id.
        """
        item = self.item(visit, identity)
        del visit.items[identity]
        shutil.rmtree(item.folder, ignore_errors=True)

    def close(self) -> None:
        """Remove all files."""
        self._visits.clear()
        shutil.rmtree(self._root, ignore_errors=True)

    def _all(self) -> Iterator[Item]:
        for visit in self._visits.values():
            yield from visit.items.values()
