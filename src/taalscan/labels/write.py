"""Write passages as JSON, one object a line, in the form that `read` reads."""

import json
from collections.abc import Iterable

from taalscan.labels.passage import LabelledPassage


def to_lines(passages: Iterable[LabelledPassage]) -> bytes:
    """Return the lines of passages; what coders have not filled in is left out.

    The same passages give the same bytes, and reading them gives equal passages.
    """
    lines = (json.dumps(_line(passage), ensure_ascii=False) for passage in passages)
    return "".join(f"{line}\n" for line in lines).encode()


def _line(passage: LabelledPassage) -> dict[str, object]:
    return {
        "id": passage.id,
        "text": passage.text,
        "labels": dict(passage.labels),
        **_judgement(passage),
        "genre": passage.genre,
        "source": passage.source,
        "doc": passage.document,
        "page": passage.page,
        "headings": list(passage.headings),
        "stratum": passage.stratum,
        "chance": passage.chance,
    }


def _judgement(passage: LabelledPassage) -> dict[str, object]:
    """Return what a coder added to the labels."""
    given: dict[str, object] = {
        "sub": list(passage.facets),
        "evidence": {code: list(parts) for code, parts in passage.evidence.items()},
        "mention": [{"cat": own.code, "stand": own.stance} for own in passage.mentions],
        "flags": list(passage.flags),
        "sure": passage.sure,
        "note": passage.note,
        "coder": passage.coder,
    }
    return {key: value for key, value in given.items() if value}
