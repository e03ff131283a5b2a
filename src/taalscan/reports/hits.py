"""Say of a hit which words it has, whether it counts and why, and what a label was decided on."""

from taalscan.model import Axis, AxisPassageScore, Hit
from taalscan.reports.voice import Voice


def counted_code(hit: Hit, axis: Axis) -> str:
    """Return the letter of the axis, with ½ for a hit that counts in part, in brackets if not."""
    if hit.factor == 0:
        return f"({axis.code})"
    return axis.code if hit.factor == 1 else f"{axis.code}½"


def hit_words(hit: Hit, text: str) -> str:
    """Return the words of a hit as they stand in the text, with … where it is interrupted."""
    return " … ".join(part.cut(text) for part in hit.parts)


def why_counted(hit: Hit, voice: Voice) -> str:
    """Say how a hit counts, and why, in full sentences."""
    if hit.reason:
        reason = voice.reason(hit.reason)
        return f"{reason[:1].upper()}{reason[1:]}{'' if reason.endswith('.') else '.'}"
    if hit.factor == 1:
        return voice.say("counts-whole")
    counts = voice.say("counts-part" if hit.factor else "counts-not")
    return f"{counts} {voice.say(f'status-{hit.status.value}')}"


def decided_on(own: AxisPassageScore, axis: Axis, voice: Voice) -> str:
    """Say what decided whether a passage has the label of an axis: a strength or a chance."""
    kind = "strength" if own.classifier is None else "probability"
    return voice.say(
        f"{kind}-label" if own.label else f"{kind}-none",
        axis=axis.title,
        strength=voice.decimal(own.combined, 2),
        threshold=voice.decimal(own.threshold, 2),
    )
