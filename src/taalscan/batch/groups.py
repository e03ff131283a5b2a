"""Scan two folders of documents and set them against each other."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from taalscan.batch.collect import Job, collect, stems
from taalscan.batch.work import Settings
from taalscan.errors import FileAccessError, OtherVersionsError, TaalscanError, UsageError
from taalscan.model import Axis, BalanceIndex, Failure, Provenance, Scan
from taalscan.model.groups import Group, GroupComparison, GroupMember
from taalscan.reports import Row, from_json, groups_json, render_groups, render_html, write_whole
from taalscan.scoring.groups import compare_groups, group_of, member_of

PAGE = "groups.html"
DATA = "groups.json"

_SUBFOLDERS = ("a", "b")
_SCAN = re.compile(rb'\s*\{\s*"format"\s*:\s*\d+\s*,\s*"taalscan"\s*:')
"""How a scan in JSON begins; a walk takes no other JSON files."""

_HEAD = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A document of a group: one to scan, or a scan that was made before.

    Attributes:
        stem: name of its output files, with the subfolder of its group, without extension.
        scan: the scan in JSON; None where there is a job.
        job: None where there is a scan.
    """

    stem: str
    scan: Path | None = None
    job: Job | None = None


@dataclass(frozen=True, slots=True)
class GroupSource:
    """A folder of documents: the name that people see, and what is in it."""

    name: str
    entries: tuple[Entry, ...]

    @property
    def jobs(self) -> tuple[Job, ...]:
        """The documents that have to be scanned."""
        return tuple(entry.job for entry in self.entries if entry.job)


Sources = tuple[GroupSource, GroupSource]


def group_sources(folders: tuple[str, str], out: Path) -> Sources:
    """Return what two folders hold: documents as `collect` finds them, and scans in JSON.

    Args:
        folders: the two folders.
        out: the folder that is written to; a walk leaves it out.

    Raises:
        UsageError: if a folder does not exist, holds nothing to compare, or is given twice.
        OSError: if a folder cannot be read.
    """
    paths = [Path(given) for given in folders]
    for path, given in zip(paths, folders, strict=True):
        if not path.is_dir() or not given:
            raise UsageError(detail="no-such-path", given=given)
    if paths[0].resolve() == paths[1].resolve():
        raise UsageError(detail="same-folder", given=folders[0])
    names = [path.resolve().name for path in paths]
    if names[0] == names[1]:
        names = [path.as_posix() for path in paths]
    first, second = (
        GroupSource(name, _entries(path, subfolder, out))
        for name, path, subfolder in zip(names, paths, _SUBFOLDERS, strict=True)
    )
    return first, second


def _entries(folder: Path, subfolder: str, out: Path) -> tuple[Entry, ...]:
    jobs = collect([str(folder)], standard_input=b"", out=out)
    scans = list(_scans(folder, out.resolve()))
    if not jobs and not scans:
        raise UsageError(detail="no-documents", given=str(folder))
    own = [f"{subfolder}/{stem}" for stem in stems([*(job.path for job in jobs), *scans])]
    given = [
        Entry(stem, job=replace(job, stem=stem))
        for job, stem in zip(jobs, own[: len(jobs)], strict=True)
    ]
    made = [Entry(stem, scan=path) for path, stem in zip(scans, own[len(jobs) :], strict=True)]
    return (*given, *made)


def _scans(folder: Path, out: Path) -> Iterator[Path]:
    """Yield the scans in a folder, but for hidden ones and those of an earlier run in `out`.

    A folder that an earlier run wrote may itself be compared.
    """
    own = folder.resolve()
    written = {out, *(out / name for name in _SUBFOLDERS)} - {own, *own.parents}
    for path in sorted(folder.rglob("*.json")):
        inside = path.relative_to(folder).parts
        hidden = any(part.startswith(".") for part in inside)
        if hidden or written.intersection(path.resolve().parents) or not path.is_file():
            continue
        with path.open("rb") as file:
            if _SCAN.match(file.read(_HEAD)):
                yield path


@dataclass(frozen=True, slots=True)
class _Basis:
    """What all scans of a comparison have in common."""

    axes: tuple[Axis, ...]
    index: BalanceIndex | None
    provenance: Provenance

    def check(self, scan: Scan) -> None:
        """Refuse a scan whose figures do not compare (docs/json-schema.md, provenance)."""
        own, other = self.provenance, scan.provenance
        alike = (
            own.language_model == other.language_model
            and own.lexicons == other.lexicons
            and own.classifier == other.classifier
        )
        if not alike or [axis.id for axis in self.axes] != [axis.id for axis in scan.axes]:
            raise OtherVersionsError


def compare_sources(
    sources: Sources, scanned: Sequence[Row | Failure], settings: Settings
) -> GroupComparison:
    """Return the comparison of two groups, of the scans that their documents gave.

    The scans are read one by one from the JSON that `run` wrote, and kept as figures. Scans that
    were made before get their page here.

    Args:
        sources: the groups.
        scanned: what came of their jobs, those of the first group first.
        settings: how the documents were scanned and written, JSON among the formats.
    """
    jobs = [entry.stem for source in sources for entry in source.entries if entry.job]
    outcomes = dict(zip(jobs, scanned, strict=True))
    members, basis = _read(sources, outcomes, settings)
    first, second = (_group(source, members) for source in sources)
    if basis is None:
        return compare_groups(first, second, ())
    compared = compare_groups(first, second, basis.axes, basis.index)
    return replace(compared, provenance=basis.provenance)


def write_comparison(comparison: GroupComparison, settings: Settings) -> Path:
    """Write the page of a comparison and the same as JSON; return where the page is."""
    page = settings.out / PAGE
    write_whole(settings.out / DATA, groups_json(comparison, settings.language))
    write_whole(page, render_groups(comparison, settings.language, theme=settings.theme).encode())
    return page


def _read(
    sources: Sources, outcomes: Mapping[str, Row | Failure], settings: Settings
) -> tuple[dict[str, GroupMember | Failure], _Basis | None]:
    """Return what came of each entry by its stem, and what the scans have in common.

    Documents that were scanned now go first: older scans have to fit them.
    """
    found: dict[str, GroupMember | Failure] = {}
    basis = None
    entries = chain.from_iterable(source.entries for source in sources)
    for entry in sorted(entries, key=_made_before):
        outcome = outcomes.get(entry.stem)
        if isinstance(outcome, Failure):
            found[entry.stem] = outcome
            continue
        path = entry.scan or settings.out / f"{entry.stem}.json"
        name = entry.job.name if entry.job else path.name
        try:
            scan = from_json(path.read_bytes())
            basis = basis or _basis(scan)
            basis.check(scan)
            if entry.scan:
                page = render_html(scan, settings.language, theme=settings.theme)
                write_whole(settings.out / f"{entry.stem}.html", page.encode())
        except TaalscanError as error:
            found[entry.stem] = Failure(name, error.code, tuple(error.values.items()))
        except OSError as error:
            refused = FileAccessError(detail=error.strerror or str(error))
            found[entry.stem] = Failure(name, refused.code, tuple(refused.values.items()))
        else:
            found[entry.stem] = member_of(scan, f"{entry.stem}.html")
    return found, basis


def _made_before(entry: Entry) -> bool:
    return entry.job is None


def _basis(scan: Scan) -> _Basis:
    index = scan.balance_indices[0] if scan.balance_indices else None
    return _Basis(scan.axes, index, scan.provenance)


def _group(source: GroupSource, found: Mapping[str, GroupMember | Failure]) -> Group:
    own = [(entry.stem, found[entry.stem]) for entry in source.entries]
    members = [(stem, one) for stem, one in own if isinstance(one, GroupMember)]
    names = [member.name for _, member in members]
    return group_of(
        source.name,
        [
            # scans tell no folder, so two of one name are told apart by their own
            replace(one, name=f"{one.name} ({stem})") if names.count(one.name) > 1 else one
            for stem, one in members
        ],
        [one for _, one in own if isinstance(one, Failure)],
    )
