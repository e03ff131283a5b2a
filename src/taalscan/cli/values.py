"""Hold the choices that several commands share."""

from enum import StrEnum


class Lang(StrEnum):
    """Languages of reports and messages."""

    NL = "nl"
    EN = "en"
