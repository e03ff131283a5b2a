"""Hold what an author says is deliberate: a passage, on which axis, and why."""

from dataclasses import dataclass

SIDECAR = ".taalscan.yaml"
"""End of the name of the file beside a document that holds its marks."""


@dataclass(frozen=True, slots=True)
class Deliberate:
    """A passage that its author calls deliberate (*bewust zo*). It changes no figure.

    Attributes:
        text: of the passage, as it was when it was marked.
        reason: why it is as it is.
        axis: id of the axis it is about, or what the author wrote for it where there is no such
            axis; None for all axes.
        by: who says so; None where that is not told.
        file: name of the file that says it.
        passages: ids of the passages that hold the text; empty where this version has none.
        near: id of the passage most like it, where there are none and one comes near.
    """

    text: str
    reason: str
    axis: str | None = None
    by: str | None = None
    file: str = ""
    passages: tuple[str, ...] = ()
    near: str | None = None

    def on(self, axis: str) -> bool:
        """Tell whether the mark is about an axis."""
        return self.axis in {None, axis}
