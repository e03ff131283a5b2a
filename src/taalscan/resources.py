"""Find the data that ships with the package, installed or in a checkout."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parent.parent


def shipped(*parts: str) -> Path:
    """Return the path of a shipped file or folder.

    A wheel carries `lexicons/` inside the package; in an editable install it stands at the root of
    the checkout, where linguists edit it.

    Raises:
        FileNotFoundError: if it stands in neither place.
    """
    inside = _PACKAGE.joinpath(*parts)
    if inside.exists():
        return inside
    beside = _CHECKOUT.joinpath(*parts)
    if beside.exists():
        return beside
    raise FileNotFoundError(inside)
