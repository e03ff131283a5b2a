"""Print a view as a page whose style and script stand inside it, closed to all else."""

import json
import re
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from taalscan.model import Axis
from taalscan.reports.html.printing import templates_in
from taalscan.reports.html.theme import check_theme
from taalscan.reports.voice import Voice

_HERE = Path(__file__).parent
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_PATTERNS = frozenset({"solid", "double", "dotted", "dashed", "wavy"})


_SORTING = ("heads.js", "index.js")
_SCRIPTS = {
    "document": ("document.js", "copying.js", "deliberate.js"),
    "index": (*_SORTING, "run.js"),
    "index-page": (),
    "concordance": _SORTING,
    "evaluation": _SORTING,
    "comparison": _SORTING,
    "groups": _SORTING,
}
"""The scripts of each template, which run in this order."""

_STYLES = {
    "document": ("document.css", "deliberate.css"),
    "comparison": ("comparison.css",),
    "groups": ("strip.css", "groups.css"),
    "index": ("strip.css", "index.css"),
    "index-page": ("index.css",),
}
"""What a template has besides the style of all."""


@dataclass(frozen=True, slots=True)
class Dress:
    """How a page looks.

    Attributes:
        axes: the axes whose colours it needs.
        theme: style rules of an organisation, which go after ours.
    """

    axes: Sequence[Axis] = ()
    theme: str = ""


def render_page(
    name: str, view: object, dress: Dress, voice: Voice, record: object | None = None
) -> str:
    """Return the page of a template with its style, script and Content-Security-Policy.

    Args:
        name: name of the template.
        view: what the template prints.
        dress: how it looks.
        voice: the words of the report.
        record: what a program can read from the page, as JSON; None for nothing.

    Raises:
        ThemeError: if the theme may not stand inside a page.
    """
    from jinja2.utils import htmlsafe_json_dumps  # noqa: PLC0415  # jinja loads when a page is made
    from markupsafe import Markup  # noqa: PLC0415

    sheets = ("report.css", *_STYLES.get(name, ()))
    style = "".join(map(_asset, sheets)) + axis_style(dress.axes) + check_theme(dress.theme)
    script = "".join(map(_asset, _SCRIPTS[name]))
    policy = (
        "default-src 'none'; base-uri 'none'; form-action 'none'; "
        f"style-src {_digest(style)}; script-src {_digest(script)}"
    )
    page = (
        templates_in(_HERE / "templates")
        .get_template(f"{name}.html.jinja")
        .render(
            view=view,
            say=voice.say,
            language=voice.language,
            policy=policy,
            style=Markup(style),  # noqa: S704  # our own file, and what was checked
            script=Markup(script),  # noqa: S704  # our own file
            record="" if record is None else htmlsafe_json_dumps(record, dumps=_compact),
        )
    )
    # the one character that a page cannot hold
    return page.replace("\0", "\N{REPLACEMENT CHARACTER}")


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def axis_style(axes: Sequence[Axis]) -> str:
    """Return the style rules that give each axis its colours and its underline.

    A colour or pattern that is not of the strict form is left out, and the axis shows in the
    colour of the text: a lexicon may bring colours, but no style rules.
    """
    rules = []
    for scheme, of in (("light", "colour"), ("dark", "colour_dark")):
        values = [(number, str(getattr(axis, of))) for number, axis in enumerate(axes)]
        colours = "".join(f"--a{n}:{value};" for n, value in values if _COLOUR.fullmatch(value))
        rules.append(f"@media screen and (prefers-color-scheme:{scheme}){{:root{{{colours}}}}}")
        if scheme == "light":
            rules.append(f"@media print{{:root{{{colours}}}}}")
    for number, axis in enumerate(axes):
        pattern = axis.pattern if axis.pattern in _PATTERNS else "solid"
        rules.append(f".a{number}{{--c:var(--a{number},var(--ink));--u:{pattern}}}")
    return "\n".join(rules) + "\n"


@cache
def _asset(name: str) -> str:
    return (_HERE / "static" / name).read_text(encoding="utf-8")


def _digest(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"
