"""Tell of passages that the classifier marked where the lexicon found no strong words."""

from collections.abc import Sequence
from dataclasses import dataclass

from taalscan.model import Axis, PassageScore, Verdict
from taalscan.reports.voice import Voice


@dataclass(frozen=True, slots=True)
class FrameView:
    """An axis that a passage carries by the classifier alone; `label` says so."""

    axis: int
    code: str
    label: str


def frame_views(axes: Sequence[Axis], score: PassageScore, voice: Voice) -> tuple[FrameView, ...]:
    """Return the axes that the classifier saw alone, in the order of the axes (METRICS §7.2).

    Words that count may be there all the same, if they are too weak for the lexicon.
    """
    alone = {own.axis for own in score.axes if own.verdict is Verdict.FRAME_ONLY}
    weak = {hit.axis for hit in score.hits if hit.factor > 0}
    return tuple(
        FrameView(
            axis=number,
            code=axis.code,
            label=(
                voice.say("frame-weak", axis=axis.title)
                if axis.id in weak
                else voice.say("frame-bare", axis=axis.title)
            ),
        )
        for number, axis in enumerate(axes)
        if axis.id in alone
    )
