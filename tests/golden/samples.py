"""Make the files whose expected form is kept, from the sample texts beside this module."""

import re
from pathlib import Path

import yaml

from taalscan.deliberate import read_sidecars, with_deliberate
from taalscan.model import EntryNote, Failure, Notice, Scan
from taalscan.reports import (
    evaluation_json,
    evaluation_text,
    render_evaluation,
    render_html,
    render_index,
    row_of,
    scores_csv,
    to_json,
)
from tests.builders import axes, entry, scan_of
from tests.evaluations import evaluation
from tests.figures import with_figures
from tests.runs import run_of

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
TEXTS = HERE / "texts"


def sample(name: str, title: str | None = None, warnings: tuple[Notice, ...] = ()) -> Scan:
    """Return the scan of a sample text."""
    markup = (TEXTS / f"{name}.txt").read_text(encoding="utf-8")
    return scan_of(markup, entries=entries(), name=f"{name}.pdf", title=title, warnings=warnings)


def entries() -> list[EntryNote]:
    """Return what reports tell of the entries in the sample texts."""
    known = yaml.safe_load((TEXTS / "entries.yaml").read_text(encoding="utf-8"))
    return [entry(**own) for own in known]


def nota() -> Scan:
    """Return the scan of a policy note of three pages, long enough for figures."""
    warnings = (
        Notice("pages-without-text", (("pages", "4"),)),
        Notice("left-out-boilerplate", (("count", 3),)),
    )
    return sample("nota", "Ondersteuning dichtbij", warnings)


def plan() -> Scan:
    """Return the scan of a plan that is long enough for all figures: the note, three times.

    In the second year nothing of M is marked, so that M stands together in the other two.
    """
    text = (TEXTS / "nota.txt").read_text(encoding="utf-8")
    note = re.sub(r"^= \d+$", "", text, flags=re.MULTILINE).replace("\n#", "\n##")
    plain = re.sub(r"\{M[^:{}]+:([^{}]+)\}", r"\1", note).replace(" {a:in}", " in")
    years = "\n\n".join(
        f"# Jaar {year}\n\n{own}" for year, own in (("een", note), ("twee", plain), ("drie", note))
    )
    return with_figures(scan_of(years, entries=entries(), name="plan.docx", title="Plan"))


def memo() -> Scan:
    """Return the scan of a memo that is too short for figures."""
    return sample("memo")


def marked() -> Scan:
    """Return the scan of the memo with what its author calls deliberate."""
    return with_deliberate(memo(), read_sidecars(TEXTS / "memo.txt"))


def actual() -> dict[str, str]:
    """Return the files as they are written now, by name."""
    long, short, full = nota(), memo(), plan()
    reports = ((long, "nota.html"), (short, "memo.html"), (full, "plan.html"))
    rows = [row_of(scan, href) for scan, href in reports]
    failures = [Failure("oud.pdf", "unheard-of", (("detail", "blad 3"),))]
    return {
        "nota.html": scrub(render_html(long, "nl")),
        "nota.en.html": scrub(render_html(long, "en")),
        "plan.html": scrub(render_html(full, "nl")),
        "plan.en.html": scrub(render_html(full, "en")),
        "memo.html": scrub(render_html(short, "nl")),
        "marked.html": scrub(render_html(marked(), "nl")),
        "marked.en.html": scrub(render_html(marked(), "en")),
        "index.html": scrub(render_index(run_of(rows, failures), "nl")),
        "evaluation.html": scrub(render_evaluation(evaluation(), "nl", axes())),
        "evaluation.json": evaluation_json(evaluation()).decode(),
        "evaluation.txt": evaluation_text(evaluation(), "nl", axes()),
        "nota.json": to_json(long, "nl").decode(),
        "plan.json": to_json(full, "nl").decode(),
        "memo.json": to_json(short, "nl").decode(),
        "marked.json": to_json(marked(), "nl").decode(),
        "scores.csv": scores_csv(rows, axes()).decode("utf-8-sig"),
    }


def scrub(page: str) -> str:
    """Leave out the style, the script and their digests: a look at the page tests those."""
    page = re.sub(r"<(style|script)( [^>]*)?>.*?</\1>", r"<\1\2></\1>", page, flags=re.DOTALL)
    return re.sub(r"\bsha256-[\w+/=]+", "sha256-…", page)
