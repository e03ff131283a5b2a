"""Write down where the shipped classifier errs out of fold, so that somebody can read it.

    python -m validation.errors --labels ../shared/gold/train.jsonl -o /somewhere/errors.txt

The file holds passages of other authors and must stay out of the repository.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from taalscan.classify.evaluation import Judged
from taalscan.learning import cross_validated
from taalscan.lexicon.evidence import in_reading_part
from taalscan.reports import write_whole
from validation.data import SCHEMES, load

ROOT = Path(__file__).parents[1]


def errors_of(judged: Iterable[Judged], code: str) -> list[Judged]:
    """Return the passages that the model labelled wrongly on an axis.

    Those that no writer of lexicon entries read come first; then by source, false alarms before
    misses, and the surest errors first.
    """
    wrong = [one for one in judged if one.labels[code] != one.passage.has(code)]
    return sorted(wrong, key=lambda one: _place(one, code))


def _place(one: Judged, code: str) -> tuple[bool, str, bool, float, str]:
    given, sure = one.labels[code], one.probabilities[code]
    read = in_reading_part(one.passage)
    return read, one.passage.source, not given, -sure if given else sure, one.passage.id


def listed(judged: Sequence[Judged], codes: Iterable[str]) -> Iterator[str]:
    """Yield the lines of the list."""
    for code in codes:
        for one in errors_of(judged, code):
            yield from _lines(one, code)


def _lines(one: Judged, code: str) -> Iterator[str]:
    passage = one.passage
    kind = "false alarm" if one.labels[code] else "missed"
    part = "read" if in_reading_part(passage) else "unread"
    yield f"## {code} {kind} · {part} · q {one.probabilities[code]:.2f} · {passage.source}"
    yield f"id {passage.id} · {passage.genre} · sure {passage.sure} · labels {passage.labels}"
    yield f"facets {passage.facets} · flags {passage.flags} · mentions {passage.mentions}"
    shown = [span.cut(passage.text) for span in one.highlights.get(code, ())]
    yield f"highlighted {shown} · coders pointed at {passage.evidence.get(code, ())}"
    yield f"{passage.text}\n"


def main(arguments: Sequence[str]) -> int:
    """Write the list; refuse a file inside the repository."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labels", type=Path, required=True)
    parser.add_argument("--folds", choices=sorted(SCHEMES), default="document")
    parser.add_argument("-o", "--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    if options.out.resolve().is_relative_to(ROOT):
        parser.error("the list holds texts of other authors: write it outside the repository")
    data = load(options.labels, None)
    judged = cross_validated(data.examples, data.lexicon.axes, SCHEMES[options.folds])
    write_whole(options.out, "\n".join(listed(judged, data.codes)).encode())
    print(f"{options.out}: {sum(len(errors_of(judged, code)) for code in data.codes)} errors")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
