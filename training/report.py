"""Write figures as a table into a page of the documentation."""

from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path

from training.evaluate import Accuracy

HEADINGS = {
    "lemma": "lemma",
    "content": "content words",
    "upos": "UPOS",
    "features": "features",
    "uas": "UAS",
    "las": "LAS",
    "separable": "separated verbs",
    "sentences": "sentence F",
    "whole_sentences": "sentence F, whole spans",
    "paragraphs": "sentence F, by paragraph",
}


def accuracy_table(figures: Mapping[str, Accuracy]) -> str:
    """Return the figures as a Markdown table, in per cent."""
    names = [field.name for field in fields(Accuracy)]
    lines = [
        "| test set | " + " | ".join(HEADINGS[name] for name in names) + " |",
        "|---|" + "---|" * len(names),
    ]
    for label, accuracy in figures.items():
        cells = (f"{getattr(accuracy, name).percent:.1f}" for name in names)
        lines.append(f"| {label} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def write_between(page: Path, name: str, text: str) -> None:
    """Put a text between the markers `<!-- name -->` and `<!-- /name -->` of a page."""
    before, opening, rest = page.read_text("utf-8").partition(f"<!-- {name} -->\n")
    _, closing, after = rest.partition(f"<!-- /{name} -->")
    if not (opening and closing):
        message = f"no markers for {name} in {page}"
        raise ValueError(message)
    page.write_text(f"{before}{opening}{text}\n{closing}{after}", "utf-8")
