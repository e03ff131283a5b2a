"""`taalscan compare` of two folders: scan both groups and tell how far they differ."""

from dataclasses import dataclass
from pathlib import Path

from taalscan.cli.exit_code import ExitCode
from taalscan.errors import UsageError


@dataclass(frozen=True, slots=True)
class CompareFoldersOptions:
    """What to compare and how; all but the folders are as for `scan`.

    Attributes:
        folders: the two folders, each of documents or of scans in JSON.
    """

    folders: tuple[str, str]
    out: Path
    lexicons: tuple[str, ...]
    jobs: int
    language: str
    model: str | None
    classifier: str | None


def compare_folders(options: CompareFoldersOptions) -> ExitCode:
    """Refuse: two groups of documents cannot be compared yet.

    Raises:
        UsageError: always.
    """
    raise UsageError(detail="compare-folders", given=", ".join(options.folders))
