"""Print view values as the pages of the local page."""

from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from starlette.responses import HTMLResponse, Response

from taalscan.reports.html.printing import templates_in
from taalscan.reports.voice import Voice

_HERE = Path(__file__).parent

_ASSETS = {
    "app.css": "text/css; charset=utf-8",
    "coding.css": "text/css; charset=utf-8",
    "coding.js": "text/javascript; charset=utf-8",
    "app.js": "text/javascript; charset=utf-8",
    "start.js": "text/javascript; charset=utf-8",
}
"""What pages may load, by name: nothing else in the folder is served."""


@dataclass(frozen=True, slots=True)
class Pages:
    """Makes pages in one language and one dress.

    Attributes:
        theme: style rules of an organisation, which go after ours.
        shared: whether others use it too, so that documents are not on the computer of who reads.
    """

    voice: Voice
    theme: str = ""
    shared: bool = False

    def text(self, name: str, view: object) -> str:
        """Return what a template prints."""
        template = templates_in(_HERE / "templates").get_template(f"{name}.html.jinja")
        page = template.render(
            view=view,
            voice=self.voice,
            say=self.say,
            language=self.voice.language,
            promise=self.say("stays-shared" if self.shared else "stays-here"),
        )
        # the one character that a page cannot hold
        return page.replace("\0", "\N{REPLACEMENT CHARACTER}")

    def say(self, key: str, /, **values: str | float) -> str:
        """Return a message of the page."""
        return self.voice.say(f"web.{key}", **values)

    def html(self, name: str, view: object, status: int = 200) -> Response:
        """Return the page of a template as an answer."""
        return HTMLResponse(self.text(name, view), status)

    def asset(self, name: str) -> Response | None:
        """Return a style or script by its name; None where there is none."""
        if name not in _ASSETS:
            return None
        content = (_HERE / "static" / name).read_text(encoding="utf-8")
        if name == "app.css":
            content = _report_style() + content + self.theme
        return Response(content, media_type=_ASSETS[name])


def _report_style() -> str:
    """Return the style of the reports, so that page and reports look alike."""
    return (files("taalscan.reports.html") / "static" / "report.css").read_text(encoding="utf-8")
