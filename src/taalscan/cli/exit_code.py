"""Name the exit codes of the command line."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What `taalscan` says to the shell; docs/cli.md tells users."""

    OK = 0
    BOUND_CROSSED = 1
    WRONG_USE = 2
    SOME_FAILED = 3
    NOTHING_DONE = 4
