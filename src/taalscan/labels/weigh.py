"""Weight drawn passages back to the documents they were drawn from."""

from collections.abc import Iterable

from taalscan.labels.passage import LabelledPassage


def prevalence(passages: Iterable[LabelledPassage], code: str) -> float | None:
    """Estimate which share of all passages carries an axis, from a sample with known chances.

    Each passage stands for 1 / chance passages. The estimate is the Horvitz–Thompson total of the
    passages with the axis, divided by that of all passages (Horvitz & Thompson 1952, JASA 47,
    663–685; as a ratio: Hájek 1971, because the number of passages drawn from is estimated by the
    same weights). Passages that were not coded on the axis are left out.

    Args:
        passages: drawn passages, whatever their stratum.
        code: of the axis.

    Returns:
        The share, in [0, 1]; None where no passage was coded on the axis.

    Raises:
        ValueError: if a coded passage has no chance.
    """
    total = positive = 0.0
    for passage in passages:
        if code not in passage.labels:
            continue
        if passage.chance is None:
            message = f"passage {passage.id} has no chance"
            raise ValueError(message)
        total += 1 / passage.chance
        positive += passage.has(code) / passage.chance
    return positive / total if total else None
