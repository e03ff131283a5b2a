"""Make the files whose expected form is kept, from the sample texts beside this module."""

import re
from pathlib import Path

import yaml

from taalscan.model import Failure, Notice, Scan
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

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"
TEXTS = HERE / "texts"


def sample(name: str, title: str | None = None, warnings: tuple[Notice, ...] = ()) -> Scan:
    """Return the scan of a sample text."""
    known = yaml.safe_load((TEXTS / "entries.yaml").read_text(encoding="utf-8"))
    return scan_of(
        (TEXTS / f"{name}.txt").read_text(encoding="utf-8"),
        entries=[entry(**own) for own in known],
        name=f"{name}.pdf",
        title=title,
        warnings=warnings,
    )


def nota() -> Scan:
    """Return the scan of a policy note of three pages, long enough for figures."""
    warnings = (
        Notice("pages-without-text", (("pages", "4"),)),
        Notice("left-out-boilerplate", (("count", 3),)),
    )
    return sample("nota", "Ondersteuning dichtbij", warnings)


def memo() -> Scan:
    """Return the scan of a memo that is too short for figures."""
    return sample("memo")


def actual() -> dict[str, str]:
    """Return the files as they are written now, by name."""
    long, short = nota(), memo()
    rows = [row_of(long, "nota.html"), row_of(short, "memo.html")]
    failures = [Failure("oud.pdf", "unheard-of", (("detail", "blad 3"),))]
    return {
        "nota.html": scrub(render_html(long, "nl")),
        "nota.en.html": scrub(render_html(long, "en")),
        "memo.html": scrub(render_html(short, "nl")),
        "index.html": scrub(render_index(rows, failures, axes(), "nl")),
        "evaluation.html": scrub(render_evaluation(evaluation(), "nl", axes())),
        "evaluation.json": evaluation_json(evaluation()).decode(),
        "evaluation.txt": evaluation_text(evaluation(), "nl", axes()),
        "nota.json": to_json(long, "nl").decode(),
        "memo.json": to_json(short, "nl").decode(),
        "scores.csv": scores_csv(rows, axes()).decode("utf-8-sig"),
    }


def scrub(page: str) -> str:
    """Leave out the style, the script and their digests: a look at the page tests those."""
    page = re.sub(r"<(style|script)>.*?</\1>", r"<\1></\1>", page, flags=re.DOTALL)
    return re.sub(r"\bsha256-[\w+/=]+", "sha256-…", page)
