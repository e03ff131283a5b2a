"""Start the command line."""

import io
import os
import sys

# Two threads a process, in two processes, are slower on two cores than one each; numpy reads this
# when it loads, so it is set before anything else.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


def main() -> None:
    """Run `taalscan` and leave with its exit code."""
    for variable in _ONE_THREAD:
        os.environ.setdefault(variable, "1")
    for stream in (sys.stdout, sys.stderr):
        # a file name may hold what the terminal cannot show; that must not stop the run
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    from taalscan.cli import run_command_line  # noqa: PLC0415  # after the environment is set

    sys.exit(run_command_line(sys.argv[1:]))


if __name__ == "__main__":
    main()
