"""Put the reference to a comment behind the words it is about, where it harms nothing."""

from copy import deepcopy
from typing import TYPE_CHECKING, Final

from taalscan.office.word import w

if TYPE_CHECKING:
    from lxml import etree

_HOLDS_RUNS: Final = frozenset({w("p"), w("body")})


def refer(last: "etree._Element", number: int) -> None:
    """Put the reference to a comment behind a run.

    It stands directly under the paragraph: in a change it would go when the change is refused, and
    in a content control it would be part of what somebody fills in. LibreOffice 7.4 loses what
    stands before a reference in the first paragraph of a control around paragraphs, so there it
    goes before all text of the paragraph that follows, or of this one if it is the last.

    Args:
        last: the run that the comment ends with.
        number: of the comment.
    """
    outermost = _outermost(last)
    paragraph = outermost.getparent()
    reference = _reference(last, number)
    if paragraph is None or not _begins_control(paragraph):
        outermost.addnext(reference)
    else:
        other = _next(paragraph)
        other.insert(0 if other.find(w("pPr")) is None else 1, reference)


def _outermost(run: "etree._Element") -> "etree._Element":
    """Return what holds a run directly under its paragraph: a link, a change or a control."""
    element = run
    while (parent := element.getparent()) is not None and parent.tag not in _HOLDS_RUNS:
        element = parent
    return element


def _next(paragraph: "etree._Element") -> "etree._Element":
    """Return the paragraph that follows outside text boxes; the same one if there is none."""
    is_behind = False
    for other in paragraph.getroottree().iter(w("p")):
        if is_behind and next(other.iterancestors(w("txbxContent")), None) is None:
            return other
        is_behind = is_behind or other is paragraph
    return paragraph


def _begins_control(paragraph: "etree._Element") -> bool:
    """Tell whether a content control, not one of a cover or the like, begins with a paragraph."""
    for content in paragraph.iterancestors(w("sdtContent")):
        control = content.getparent()
        look = None if control is None else control.find(w("sdtPr"))
        is_gallery = look is not None and look.find(w("docPartObj")) is not None
        if not is_gallery and next(content.iter(w("p")), None) is paragraph:
            return True
    return False


def _reference(behind: "etree._Element", number: int) -> "etree._Element":
    """Return the run that refers to a comment.

    It has the look of the run that it stands behind, so that it makes no line higher or lower.
    """
    run = behind.makeelement(w("r"))
    look = behind.find(w("rPr"))
    if look is not None:
        own = deepcopy(look)
        own.tail = None
        for change in own.findall(w("rPrChange")):
            own.remove(change)
        run.append(own)
    run.append(run.makeelement(w("commentReference"), {w("id"): str(number)}))
    return run
