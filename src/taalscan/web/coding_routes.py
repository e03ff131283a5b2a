"""Answer requests of a coder: show a passage, take what is said of it, go to the next."""

from dataclasses import dataclass, replace

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from taalscan.errors import RequestError
from taalscan.labels import LabelledPassage, Mention
from taalscan.labels.exchange.fields import CODEBOOK_FLAGS, DEGREES, INTENSITIES, STANCES
from taalscan.web.coding import Coding, Seat, problems_of
from taalscan.web.coding_views import coding_view, finished_view
from taalscan.web.door import Door
from taalscan.web.forms import field, read_form
from taalscan.web.pages import Pages
from taalscan.web.settings import Bounds

_SEE_OTHER = 303
_UNPROCESSABLE = 422
_LONGEST_NOTE = 2_000


@dataclass(frozen=True, slots=True)
class CodingRoutes:
    """The endpoints of the page for a coder."""

    coding: Coding
    pages: Pages
    door: Door
    seat: Seat

    def table(self) -> list[Route]:
        """Return the addresses."""
        return [
            Route("/", self.resume),
            Route("/finished", self.finished),
            Route("/passages/{number:int}", self.show),
            Route("/passages/{number:int}", self.take, methods=["POST"]),
        ]

    async def resume(self, request: Request) -> Response:
        """Go to the first passage that is not coded."""
        self._check(request)
        return self._onward(-1)

    async def finished(self, request: Request) -> Response:
        """Tell that all is coded, and where the file is."""
        self._check(request)
        return self.pages.html("finished", finished_view(self.coding))

    async def show(self, request: Request) -> Response:
        """Show a passage, with what was said of it before by this coder."""
        place = self._place(request)
        passage = self.coding.passages[place]
        shown = self.coding.done.get(passage.id, passage)
        return self.pages.html("coding", coding_view(self.coding, place, shown, (), self.pages))

    async def take(self, request: Request) -> Response:
        """Keep what was said and go on; or say what lacks, with all that was filled in."""
        place = self._place(request)
        form = await read_form(request, Bounds())
        answer = _answer(self.coding, self.coding.passages[place], form)
        problems = problems_of(answer, self.coding.axes)
        if problems:
            view = coding_view(self.coding, place, answer, problems, self.pages)
            return self.pages.html("coding", view, _UNPROCESSABLE)
        self.coding.save(answer)
        return self._onward(place)

    def _onward(self, place: int) -> Response:
        following = self.coding.next_after(place)
        path = "/finished" if following is None else f"/passages/{following + 1}"
        return RedirectResponse(path, _SEE_OTHER)

    def _check(self, request: Request) -> None:
        if not self.seat.knows(request.cookies.get(self.door.cookie)):
            raise RequestError(flaw="key")

    def _place(self, request: Request) -> int:
        """Return the place of the passage that is asked for, from 0."""
        self._check(request)
        place = int(request.path_params["number"]) - 1
        if not 0 <= place < len(self.coding.passages):
            raise RequestError(flaw="not-found")
        return place


def _answer(coding: Coding, passage: LabelledPassage, form: FormData) -> LabelledPassage:
    """Return a passage with what a form says of it; values that are no choice are left out."""
    labels = {axis.code: field(form, axis.code) for axis in coding.axes}
    facets = [facet.id for axis in coding.axes for facet in axis.facets]
    chosen = set(form.getlist("sub"))
    sure = field(form, "sure")
    stances = {axis.code: field(form, f"mention-{axis.code}") for axis in coding.axes}
    return replace(
        passage,
        labels={code: int(own) for code, own in labels.items() if own in INTENSITIES},
        facets=tuple(own for own in facets if own in chosen),
        evidence={
            axis.code: parts
            for axis in coding.axes
            if (parts := _fragments(field(form, f"evidence-{axis.code}")))
        },
        flags=tuple(own for own in CODEBOOK_FLAGS if own in form.getlist("flag")),
        mentions=tuple(Mention(code, own) for code, own in stances.items() if own in STANCES),
        sure=int(sure) if sure in DEGREES else None,
        note=field(form, "note").strip()[:_LONGEST_NOTE],
    )


def _fragments(text: str) -> tuple[str, ...]:
    """Return the fragments of a field, one a line, each once."""
    lines = (line.strip() for line in text.replace("\r", "").split("\n"))
    return tuple(dict.fromkeys(line for line in lines if line))
