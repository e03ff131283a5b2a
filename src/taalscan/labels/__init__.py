"""Draw, read, write, exchange and weigh labelled passages."""

from taalscan.labels.passage import LabelledPassage, Mention
from taalscan.labels.read import read_labels, read_passages
from taalscan.labels.weigh import prevalence
from taalscan.labels.write import to_lines

__all__ = [
    "LabelledPassage",
    "Mention",
    "prevalence",
    "read_labels",
    "read_passages",
    "to_lines",
]
