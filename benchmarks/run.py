"""Measure speed as ratios and memory in megabytes, and print them beside their targets.

One process, one thread, on the documents in examples/, so that the figures can be had anywhere.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.figures import figure_times
from benchmarks.long_report import report_figures
from benchmarks.long_run import run_figures
from benchmarks.standard import standard_pipeline
from taalscan.reports import render_html, to_json
from taalscan.scanner import Scanner, load_scanner
from taalscan.segment import prose_blocks

EXAMPLES = Path(__file__).parents[1] / "examples"
SUFFIXES = (".docx", ".odt", ".pdf")
_TIMES = 5


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; `target` says what DESIGN §7 asks."""

    name: str
    value: float
    unit: str
    target: str = ""

    def __str__(self) -> str:
        return f"{self.name:<48}{self.value:>10.2f} {self.unit:<12}{self.target}"


def cpu_seconds(work: Callable[[], object]) -> float:
    """Return the processor time of the fastest of a few runs."""
    times = []
    for _ in range(_TIMES):
        begin = _spent()
        work()
        times.append(_spent() - begin)
    return min(times)


def _spent() -> float:
    """Return the processor time of this process and of the children that read for it."""
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def reading(scanner: Scanner) -> list[Figure]:
    """Measure the readers on the examples, the guarded process and its start included."""
    figures = []
    for path in example_paths():
        data = path.read_bytes()
        begin = time.perf_counter()
        for _ in range(_TIMES):
            scanner.read(data, path.name)
        seconds = (time.perf_counter() - begin) / _TIMES
        figures.append(Figure(f"read {path.name}", 1000 * seconds, "ms"))
    return figures


def analysing(scanner: Scanner) -> list[Figure]:
    """Measure language analysis against the standard pipeline, and against the rest of a scan."""
    documents = [scanner.read(path.read_bytes(), path.name) for path in example_paths()]
    pieces = [
        (block.span.start, block.span.cut(document.text))
        for document in documents
        for block in prose_blocks(document)
    ]
    texts = [text for _, text in pieces]
    words = sum(len(text.split()) for text in texts)
    analyser = scanner._analyser  # noqa: SLF001  # its share of the time is what is measured
    nlp = standard_pipeline(texts[:200])
    own = cpu_seconds(lambda: list(analyser.analyse(pieces)))
    standard = cpu_seconds(lambda: list(nlp.pipe(texts)))
    whole = cpu_seconds(lambda: [report(scanner, path) for path in example_paths()])
    return [
        Figure("language analysis", words / own / 1000, "k words/s"),
        Figure("standard spaCy pipeline", words / standard / 1000, "k words/s"),
        Figure("language analysis, times the standard", standard / own, "x", "at least 3"),
        Figure("outside language analysis", (whole - own) / whole, "of whole", "at most 0.25"),
    ]


def scoring(scanner: Scanner) -> list[Figure]:
    """Measure the figures of a document of 200 pages, also against its language analysis."""
    scans = [scanner.scan(scanner.read(p.read_bytes(), p.name)) for p in example_paths()]
    passages = [score for scan in scans for score in scan.passages]
    indices = scans[0].balance_indices
    drawing, whole = figure_times(passages, scanner.axes, indices, cpu_seconds)
    return [
        Figure("bootstrap of 200 pages", 1000 * drawing, "ms", "under 100"),
        Figure("all figures of 200 pages", 1000 * whole, "ms"),
    ]


def long_pages() -> list[Figure]:
    """Measure a report and an overview that are long, in a browser too where there is one."""
    with tempfile.TemporaryDirectory() as folder:
        found = [*report_figures(Path(folder)), *run_figures(Path(folder))]
    return [Figure(*own) for own in found]


def report(scanner: Scanner, path: Path) -> None:
    """Read and scan a document and make its page and JSON."""
    scan = scanner.scan(scanner.read(path.read_bytes(), path.name))
    render_html(scan, "nl")
    to_json(scan, "nl")


def starting() -> list[Figure]:
    """Measure what a user waits for."""
    folder = Path(sys.executable).parent
    wait = [str(folder / "taalscan"), "scan", str(example_paths()[0]), "-o", "taalscan-out/bench"]
    begin = time.perf_counter()
    subprocess.run(wait, check=True, capture_output=True)  # noqa: S603  # our own program
    first = time.perf_counter() - begin
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([wait[0], "--help"], check=True, capture_output=True)  # noqa: S603
    helped = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return [
        Figure("start to first report", first, "s", "under 3"),
        Figure("taalscan --help, processor time", helped, "s", "under 0.4"),
    ]


def example_paths() -> Sequence[Path]:
    """Return the example documents."""
    return sorted(path for path in EXAMPLES.iterdir() if path.suffix in SUFFIXES)


def main() -> None:
    """Print the figures."""
    figures = starting()
    # the one child so far scanned a document: what it took is what a worker takes
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    figures.append(Figure("peak memory of a scan", peak, "MB", "under 700"))
    scanner = load_scanner()
    figures += reading(scanner) + analysing(scanner) + scoring(scanner) + long_pages()
    for figure in figures:
        sys.stdout.write(f"{figure}\n")


if __name__ == "__main__":
    main()
