"""Write the overviews of a run: the index with its pages, and the table of scores."""

from collections.abc import Iterable, Sequence
from errno import EEXIST
from os import strerror
from pathlib import Path

from taalscan.batch.work import Settings
from taalscan.model import Axis, Failure
from taalscan.model.run import Row, Run
from taalscan.reports import render_index, render_index_pages, scores_csv, write_whole
from taalscan.scoring.run import summarise

INDEX, SCORES = "index.html", "scores.csv"

PAGE_MARK = b'<meta name="taalscan" content="index-page">'
"""Marks the pages of an index, so that no other file is ever taken for one."""

_PAGES = "index/page-*.html"
_HEAD = 2048
"""Bytes of a page in which the mark stands."""


def write_run(
    done: Sequence[Row], failed: Sequence[Failure], axes: Sequence[Axis], settings: Settings
) -> None:
    """Write the overviews of a run.

    Pages are written one by one, so that memory holds one of them at a time. Pages that an
    earlier, larger run left are removed.

    Raises:
        OSError: if a file cannot be written, or another file stands where a page should come.
    """
    scores = SCORES if "csv" in settings.formats else ""
    if scores:
        write_whole(settings.out / scores, scores_csv(done, axes))
    if "html" in settings.formats:
        run = Run(done, failed, axes, summarise(done, axes), scores)
        write_whole(
            settings.out / INDEX,
            render_index(run, settings.language, theme=settings.theme).encode(),
        )
        _write_pages(
            render_index_pages(run, settings.language, theme=settings.theme), settings.out
        )


def _write_pages(pages: Iterable[tuple[str, str]], out: Path) -> None:
    written = set()
    for path, page in pages:
        place = out / path
        if place.exists() and not _ours(place):
            raise FileExistsError(EEXIST, strerror(EEXIST), str(place))
        write_whole(place, page.encode())
        written.add(place)
    for place in out.glob(_PAGES):
        if place not in written and _ours(place):
            place.unlink()


def _ours(place: Path) -> bool:
    """Tell whether a file is a page of an index."""
    if not place.is_file():
        return False
    with place.open("rb") as page:
        return PAGE_MARK in page.read(_HEAD)
