"""Make every kind of page once, as files: of real scans, of samples, and of hostile documents."""

from dataclasses import dataclass
from pathlib import Path

from taalscan.model import ConcordanceLine, Failure, Scan
from taalscan.reports import (
    render_comparison,
    render_concordance,
    render_evaluation,
    render_groups,
    render_html,
    render_index,
    row_of,
)
from taalscan.scanner import load_scanner
from taalscan.scoring.comparison import compare_scans
from tests.browser.hostile import hostile_pages
from tests.builders import axes
from tests.evaluations import evaluation
from tests.golden.samples import memo, nota, plan
from tests.group_members import comparison as groups
from tests.runs import run_of

_EXAMPLES = Path(__file__).parents[2] / "examples"
_DRAFT = "concept-nieuwkomers.docx"
_REWRITTEN = "herschreven-nieuwkomers.odt"
_PDF = "participatienota.pdf"


@dataclass(frozen=True, slots=True)
class MadePages:
    """Pages in a folder, and the scans they tell of, by name."""

    folder: Path
    scans: dict[str, Scan]
    names: tuple[str, ...]

    def uri(self, name: str) -> str:
        """Return the address of a page."""
        return (self.folder / f"{name}.html").as_uri()


def make_pages(folder: Path) -> MadePages:
    """Write the pages into a folder and return them.

    `draft`, `rewritten` and `pdf` are scans of `examples`, and `versions` and `index` are made of
    these. `plan` has every figure, `note` has interesting text, `memo` no figures at all.
    """
    scanner = load_scanner()
    real = {
        name: scanner.scan(scanner.read((_EXAMPLES / file).read_bytes(), file))
        for name, file in (("draft", _DRAFT), ("rewritten", _REWRITTEN), ("pdf", _PDF))
    }
    scans = {"plan": plan(), "note": nota(), "memo": memo()} | real
    pages = {name: render_html(scan, "nl") for name, scan in scans.items()}
    rows = [row_of(scan, f"{name}.html") for name, scan in scans.items()]
    failures = [Failure("oud.pdf", "unheard-of", (("detail", "blad 3"),))]
    pages["index"] = render_index(run_of(rows, failures, real["draft"].axes), "nl")
    pages["versions"] = render_comparison(compare_scans(real["draft"], real["rewritten"]), "nl")
    pages["groups"] = render_groups(groups(failures), "nl")
    pages["evaluation"] = render_evaluation(evaluation(), "nl", axes())
    pages["concordance"] = render_concordance("klant", _lines(scans["note"]), "nl")
    pages |= hostile_pages()
    for name, page in pages.items():
        (folder / f"{name}.html").write_text(page, encoding="utf-8")
    return MadePages(folder, scans, tuple(pages))


def _lines(scan: Scan) -> list[ConcordanceLine]:
    text = scan.document.text
    name = scan.document.source.name
    return [
        ConcordanceLine(
            document=name,
            page=passage.passage.page,
            span=hit.span,
            before=text[max(0, hit.span.start - 40) : hit.span.start],
            keyword=hit.span.cut(text),
            after=text[hit.span.end : hit.span.end + 40],
            hit=hit,
        )
        for passage in scan.passages
        for hit in passage.hits
    ]
