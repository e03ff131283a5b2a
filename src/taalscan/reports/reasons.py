"""Tell that an author calls passages deliberate, and why: at each, and how many there are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from taalscan.model import Axis, Deliberate, Scan
from taalscan.reports.deliberate import Explained, marks_at
from taalscan.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class ReasonView:
    """Why a passage is deliberately so.

    Attributes:
        axis: the axis by position; None for all axes, and for one that the scan does not have.
        code: letter of that axis, and its title; without one what is said in its place.
        on: where a script looks for the axis: its position, empty for all, `?` for a strange one.
        by: who says so, in words; empty where that is not told.
    """

    axis: int | None
    code: str
    title: str
    on: str
    reason: str
    by: str


At = Mapping[int, tuple[ReasonView, ...]]
"""What is told at passages, by position from 0; passages without marks are absent."""


def reasons_at(scan: Scan, voice: Voice) -> At:
    """Return what marks tell at each passage that has any."""
    return {
        number: tuple(reason_view(mark, scan.axes, voice) for mark in marks)
        for number, marks in marks_at(scan).items()
    }


def reason_view(mark: Deliberate, axes: Sequence[Axis], voice: Voice) -> ReasonView:
    """Return the reason of a mark."""
    by = voice.say("deliberate-by", by=mark.by) if mark.by else ""
    for number, axis in enumerate(axes):
        if axis.id == mark.axis:
            return ReasonView(number, axis.code, axis.title, str(number), mark.reason, by)
    title = (
        voice.say("deliberate-all")
        if mark.axis is None
        else voice.say("deliberate-strange", axis=mark.axis)
    )
    return ReasonView(None, "", title, "" if mark.axis is None else "?", mark.reason, by)


def about(reasons: Sequence[ReasonView], axis: int) -> tuple[ReasonView, ...]:
    """Return the reasons that are about an axis."""
    return tuple(reason for reason in reasons if reason.on in {"", str(axis)})


def explained_in_words(told: Explained, voice: Voice) -> str:
    """Return how many of the passages with an axis have a reason."""
    return voice.say(
        "deliberate-summary",
        labelled=voice.count(told.labelled),
        explained=voice.count(told.explained),
    )
