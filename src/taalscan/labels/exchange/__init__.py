"""Carry passages to the programs that people label in, and their labels back.

Coders must be blind, so neither stratum nor chance goes along; `restored` puts them back.
"""

from taalscan.labels.exchange.doccano import doccano_labels, from_doccano, to_doccano
from taalscan.labels.exchange.fields import check_axes, restored
from taalscan.labels.exchange.labelstudio import (
    from_labelstudio,
    labelstudio_config,
    to_labelstudio,
)
from taalscan.labels.exchange.marks import unplaced
from taalscan.labels.exchange.xlsx import from_xlsx, to_xlsx

__all__ = [
    "check_axes",
    "doccano_labels",
    "from_doccano",
    "from_labelstudio",
    "from_xlsx",
    "labelstudio_config",
    "restored",
    "to_doccano",
    "to_labelstudio",
    "to_xlsx",
    "unplaced",
]
