"""Make the report of a small document that has every kind of mark."""

from dataclasses import replace

from taalscan.reports import render_html
from tests.builders import entry, scan_of
from tests.figures import sections_of
from tests.readings import with_readings

MARKUP = """
= 1

# Inkoop

Wij {M1-001:kopen} de zorg in. We kiezen geen {M1-002 negated geen:marktwerking}.

Buren in de Oosterhoek helpen elkaar met de was.

= 2

# Straat

{R2-001 slogan:Samen} gaan we verder met elke {M3-001:klant}.

Deze regel zegt niets.

- De eerste {M3-001:klant} telt.

- De tweede ook.
"""
LONG = "\n\n".join([MARKUP.replace("= 1", "").replace("= 2", "")] * 12)
KLANT = entry(
    "M3-001",
    "klant",
    "In welke verhouding staat u tot deze persoon?",
    instead="bewoner",
    only_if="u haar kent",
    source="bestuurstaal",
)


def marked_report(markup: str = MARKUP) -> str:
    """Return the page; its second passage is one that only the classifier marks."""
    scan = with_readings(
        scan_of(markup, entries=[KLANT], name="nota.pdf", title="Nota [text] $& zorg"),
        {(1, "marktgericht"): 0.9, (2, "relationeel"): 0.8},
        {2: "helpen elkaar"},
    )
    return render_html(replace(scan, sections=sections_of(scan)), "nl")
