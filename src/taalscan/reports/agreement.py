"""Write the agreement between coders as JSON."""

import json

from taalscan.measures import Agreement, AxisAgreement
from taalscan.model import Interval


def agreement_json(found: Agreement) -> bytes:
    """Return an agreement as JSON; figures have six decimals, what is not known is null."""
    value = {
        "format": 1,
        "coders": list(found.coders),
        "passages": found.passages,
        "axes": {own.axis: _axis(own) for own in found.axes},
        "disagreements": [
            {
                "id": own.id,
                "labels": {coder: dict(labels) for coder, labels in own.labels},
                "text": own.text,
            }
            for own in found.disagreements
        ],
    }
    return f"{json.dumps(value, ensure_ascii=False, indent=2)}\n".encode()


def _axis(own: AxisAgreement) -> dict[str, object]:
    return {
        "passages": own.passages,
        "positives": own.positives,
        "alpha_nominal": _interval(own.nominal),
        "alpha_ordinal": _interval(own.ordinal),
        "agreement": _rounded(own.agreed),
        "positive_agreement": _rounded(own.positive_agreed),
        "conclusion": own.conclusion.value,
        "enough": own.enough,
        "facets": {
            facet.facet: {
                "passages": facet.passages,
                "positives": facet.positives,
                "alpha_nominal": _rounded(facet.alpha),
            }
            for facet in own.facets
        },
    }


def _interval(interval: Interval | None) -> dict[str, float | None] | None:
    if interval is None:
        return None
    return {
        "value": _rounded(interval.value),
        "low": _rounded(interval.low),
        "high": _rounded(interval.high),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 6)
