"""Make the local page with a worker that needs no language model."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from starlette.testclient import TestClient

from taalscan.batch import Step
from taalscan.batch.outputs import Made, write_outputs
from taalscan.errors import CrashError, DamagedDocumentError
from taalscan.model import Failure
from taalscan.reports import row_of
from taalscan.reports.voice import voice
from taalscan.web import Bounds, Door, Service, WebSettings, create_app, local_door
from taalscan.web.desk import Desk
from taalscan.web.pages import Pages
from taalscan.web.store import Store
from taalscan.web.tasks import Compared, CompareTask, Outcome, Task, Tell, do_task, name_of
from taalscan.web.worker import Worker
from tests.builders import scan_of

PORT = 8765
ORIGIN = f"http://127.0.0.1:{PORT}"
KEY = "k" * 43
JSON = {"accept": "application/json", "origin": ORIGIN}
SETTINGS = WebSettings()


class QuickWorker(Worker):
    """A worker in this process: what a document holds is a text in the markup of `scan_of`.

    Attributes:
        may_end: work ends once it is set; `stop` sets it too.
        stopped: whether a task was stopped, until that ends.
    """

    def __init__(self) -> None:
        self.may_end = Event()
        self.stopped = False

    def start(self) -> None:
        """Need nothing."""

    def run(self, task: Task, tell: Tell) -> Outcome:
        tell(Step.READING)
        self.may_end.wait(20)
        if self.stopped:
            # a real one is dead before its files are removed
            self.stopped = False
            return Failure(name_of(task), CrashError.code)
        if isinstance(task, CompareTask):
            return _compared(task, tell)
        job = task.job
        assert job.path is not None
        data = job.path.read_bytes()
        if b"\0" in data:
            return Failure(job.name, DamagedDocumentError.code)
        scan = scan_of(data.decode(), name=job.name)
        made = Made(scan, data, job.path, task.settings.language, day=task.settings.day)
        _, refused = write_outputs(made, task.settings.out / job.stem, task.settings.formats)
        return replace(row_of(scan, f"{job.stem}.html"), refused=refused)

    def stop(self) -> None:
        self.stopped = True
        self.may_end.set()


def _compared(task: CompareTask, tell: Tell) -> Compared | Failure:
    outcome = do_task(None, task, tell)  # type: ignore[arg-type]  # two scans need no scanner
    assert isinstance(outcome, Compared | Failure)
    return outcome


@dataclass(frozen=True)
class Office:
    """A page in a test: its parts, and a client that has come in."""

    service: Service
    door: Door
    worker: QuickWorker
    client: TestClient

    def add(self, name: str, data: bytes) -> int:
        """Give a document and return the status."""
        answer = self.client.post("/items", files={"files": (name, data)}, headers=JSON)
        return answer.status_code

    @property
    def items(self) -> list[str]:
        """The ids of all documents and comparisons of this visitor."""
        return list(self.service.store.visit(self.client.cookies[self.door.cookie]).items)


@contextmanager
def office(settings: WebSettings = SETTINGS, *, waits: bool = False) -> Iterator[Office]:
    """Open the page.

    Args:
        settings: its settings.
        waits: whether documents wait until the test sets `worker.may_end`.
    """
    worker = QuickWorker()
    if not waits:
        worker.may_end.set()
    pages = Pages(voice(settings.language), settings.theme, settings.shared)
    service = Service(settings, Store(settings.bounds), Desk((worker,)), pages)
    door = local_door(PORT, KEY)
    with TestClient(create_app(service, door), base_url=ORIGIN) as client:
        entered = client.post("/session", data={"key": KEY}, headers=JSON)
        assert entered.status_code == 204
        yield Office(service, door, worker, client)


def small(**bounds: int) -> WebSettings:
    """Return settings with tighter bounds."""
    return WebSettings(bounds=replace(Bounds(), **bounds))  # type: ignore[arg-type]


def kept(folder: Path) -> WebSettings:
    """Return settings that keep reports in a folder."""
    return WebSettings(keep=folder)
