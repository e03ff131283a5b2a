"""Parse, call one plain function, print, leave with an exit code."""

from taalscan.cli.app import run_command_line

__all__ = ["run_command_line"]
