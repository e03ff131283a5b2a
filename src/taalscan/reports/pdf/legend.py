"""Say what there is to see on the pages of a PDF: colours, kinds of lines, and what is lacking."""

from collections.abc import Iterator, Sequence

from taalscan.model import Axis
from taalscan.reports.remarks import Line, Remark, Weight
from taalscan.reports.voice import Voice


def legend_of(
    shown: Sequence[Remark], axes: Sequence[Axis], unplaced: int, voice: Voice
) -> Iterator[Line]:
    """Give the lines of a legend.

    Args:
        shown: the remarks that the document shows.
        axes: the axes of the scan.
        unplaced: remarks whose words have no place in the document.
        voice: the language.
    """
    weights = {remark.weight for remark in shown}
    if weights & {Weight.WHOLE, Weight.HALF}:
        lines = ", ".join(_named(axis, voice) for axis in axes)
        yield Line("", voice.say("remarks.legend-words", lines=lines))
    kinds = {Weight.HALF: "half", Weight.NOT: "not", Weight.FRAME: "frames"}
    for weight, kind in kinds.items():
        if weight in weights:
            yield Line("", voice.say(f"remarks.legend-{kind}"))
    if unplaced:
        yield Line("", voice.amount("remarks.unplaced", unplaced))


def _named(axis: Axis, voice: Voice) -> str:
    pattern = voice.say(f"remarks.pattern-{axis.pattern}")
    return voice.say("remarks.legend-line", code=axis.code, pattern=pattern)
