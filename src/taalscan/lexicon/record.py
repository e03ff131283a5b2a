"""Write what labelled passages said of entries into the files of a lexicon."""

from collections.abc import Mapping

from taalscan.lexicon.evidence import EntryEvidence
from taalscan.lexicon.schema import EntryFile, EvidenceFile
from taalscan.lexicon.sources import Sources
from taalscan.lexicon.values import Stage

_SETTLED = frozenset({Stage.RETIRED.value})


def recorded(sources: Sources, evidence: Mapping[str, EntryEvidence], corpus: str) -> Sources:
    """Return the files with evidence, weight and status of every entry that was found.

    A retired entry stays as it is. An entry that was not found loses its evidence and goes back on
    trial; its weight stays what its writer gave it, within the bound for few hits.

    Args:
        sources: the files.
        evidence: by entry.
        corpus: what the evidence was measured on.
    """
    facets = tuple(
        file.model_copy(
            update={
                "ingangen": [
                    _entry(entry, evidence.get(entry.id), corpus) for entry in file.ingangen
                ]
            }
        )
        for file in sources.facets
    )
    return Sources(sources.main, facets, sources.helpers)


def _entry(entry: EntryFile, found: EntryEvidence | None, corpus: str) -> EntryFile:
    if entry.status in _SETTLED:
        return entry
    if found is None:
        nothing = {
            "bewijs": None,
            "status": Stage.TRIAL.value,
            "gewicht": min(0.5, entry.gewicht),
        }
        return entry.model_copy(update=nothing)
    precision, interval = found.whole.precision, found.interval
    update = {
        "bewijs": EvidenceFile(
            n=found.whole.hits,
            precisie=None if precision is None else round(precision, 2),
            ci95=None if interval is None else [round(bound, 2) for bound in interval],
            corpus=corpus,
        ),
        "gewicht": found.weight,
        "status": found.stage.value,
    }
    return entry.model_copy(update=update)
