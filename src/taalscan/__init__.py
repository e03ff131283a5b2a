"""See how Dutch policy documents speak: market-oriented, relational, divergent, convergent.

The names below are the public interface. They load when they are first used, so that
`import taalscan` and `taalscan --help` cost next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from taalscan.version import __version__

if TYPE_CHECKING:
    from taalscan.comparing import compare
    from taalscan.errors import TaalscanError
    from taalscan.lexicon import Lexicon, load_lexicon
    from taalscan.model import Document, Scan
    from taalscan.reports import from_json, render_html, to_json
    from taalscan.scanner import Scanner, load_scanner, scan

__all__ = [
    "Document",
    "Lexicon",
    "Scan",
    "Scanner",
    "TaalscanError",
    "__version__",
    "compare",
    "from_json",
    "load_lexicon",
    "load_scanner",
    "render_html",
    "scan",
    "to_json",
]

_HOMES = {
    "Document": "model",
    "Lexicon": "lexicon",
    "Scan": "model",
    "Scanner": "scanner",
    "TaalscanError": "errors",
    "compare": "comparing",
    "from_json": "reports",
    "load_lexicon": "lexicon",
    "load_scanner": "scanner",
    "render_html": "reports",
    "scan": "scanner",
    "to_json": "reports",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return list(__all__)
