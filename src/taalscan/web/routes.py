"""Answer requests: the addresses of the page and what each does."""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from taalscan.errors import RequestError, TaalscanError
from taalscan.web.answers import Answers, Untaken, wants_json
from taalscan.web.door import Door
from taalscan.web.forms import Given, field, given, read_form
from taalscan.web.service import Service
from taalscan.web.store import Item, Visit
from taalscan.web.views import page_view, parts_view, saved_name

REPORT_POLICY = "sandbox allow-scripts allow-downloads allow-modals; frame-ancestors 'none'"
"""Beside the policy inside each report: it cannot reach the page, its cookie or any storage."""

_CREATED, _SEE_OTHER = 201, 303


@dataclass(frozen=True, slots=True)
class Routes:
    """The endpoints of one start of the page."""

    service: Service
    door: Door
    answers: Answers

    def table(self) -> list[Route]:
        """Return the addresses."""
        return [
            Route("/", self.page),
            Route("/items", self.items),
            Route("/items", self.add, methods=["POST"]),
            Route("/comparisons", self.compare, methods=["POST"]),
            Route("/items/{item}/remove", self.remove, methods=["POST"]),
            Route("/items/{item}/report", self.report),
            Route("/items/{item}/files/{extension}", self.download),
        ]

    async def page(self, request: Request) -> Response:
        """Show the page."""
        view = page_view(self._visit(request), self.service.settings, self.service.pages)
        return self.service.pages.html("page", view)

    async def items(self, request: Request) -> Response:
        """Give the parts of the page that change."""
        view = parts_view(self._visit(request), self.service.pages)
        return self.service.pages.html("parts", view)

    async def add(self, request: Request) -> Response:
        """Take documents; those that cannot be taken are told, and the others go on."""
        visit = self._visit(request)
        form = await read_form(request, self.service.settings.bounds)
        try:
            documents = given(form)
            if not documents:
                raise RequestError(flaw="nothing-given")
            untaken = [own for document in documents for own in self._take(visit, document)]
        finally:
            await form.close()
        return self.answers.untaken(request, untaken) if untaken else _changed(request)

    async def compare(self, request: Request) -> Response:
        """Compare two documents."""
        visit = self._visit(request)
        form = await read_form(request, self.service.settings.bounds)
        self.service.compare(visit, field(form, "old"), field(form, "new"))
        return _changed(request)

    async def remove(self, request: Request) -> Response:
        """Remove a document or a comparison."""
        self.service.remove(self._visit(request), request.path_params["item"])
        return _changed(request)

    async def report(self, request: Request) -> Response:
        """Show the report of a document or a comparison, shut off from the page."""
        item = self._item(request)
        path = item.file("html")
        if path is None:
            raise RequestError(flaw="not-found" if item.outcome else "not-ready")
        headers = {
            "content-security-policy": REPORT_POLICY,
            "cross-origin-opener-policy": "unsafe-none",
        }
        return FileResponse(path, media_type="text/html", headers=headers)

    async def download(self, request: Request) -> Response:
        """Give a file to save."""
        path = self._item(request).file(request.path_params["extension"])
        if path is None:
            raise RequestError(flaw="not-found")
        return FileResponse(path, media_type="application/octet-stream", filename=saved_name(path))

    def _visit(self, request: Request) -> Visit:
        return self.service.store.visit(request.cookies.get(self.door.cookie))

    def _item(self, request: Request) -> Item:
        return self.service.store.item(self._visit(request), request.path_params["item"])

    def _take(self, visit: Visit, own: Given) -> list[Untaken]:
        """Take a document; return what is wrong with it, if anything."""
        name = own.name
        if not name:
            visit.pasted += 1
            name = self.service.pages.say("pasted-name", number=visit.pasted) + ".txt"
        try:
            self.service.take_file(visit, name, own.source, own.size)
        except TaalscanError as error:
            return [Untaken(name, error)]
        return []


def _changed(request: Request) -> Response:
    """Tell our script that it is done, or show the page again."""
    if wants_json(request):
        return JSONResponse({}, _CREATED)
    return RedirectResponse("/", _SEE_OTHER)
