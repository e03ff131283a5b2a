"""Take pages of reports apart, and a text with figures to make them of."""

from selectolax.lexbor import LexborHTMLParser

from taalscan.model import Scan
from taalscan.reports import render_html
from tests.builders import entry

MARKUP = "\n\n".join(
    f"{f'# Dorp {number // 30 + 1}' if not number % 30 else ''}\n\n"
    "De {M3-001:klant} wacht vandaag in het dorpshuis op {R1-001:een} antwoord van ons."
    for number in range(60)
)
KLANT = entry("M3-001", "klant", "In welke verhouding staat u tot deze persoon?")


def page_of(scan: Scan, language: str = "nl") -> LexborHTMLParser:
    return LexborHTMLParser(render_html(scan, language))


def text_of(page: LexborHTMLParser, selector: str) -> str:
    node = page.css_first(selector)
    return " ".join(node.text(separator=" ").split()) if node is not None else ""


def cells(page: LexborHTMLParser, selector: str) -> list[list[str]]:
    """Return the texts of the cells of each row of a table."""
    return [
        [" ".join(cell.text(separator=" ").split()) for cell in row.css("th, td")]
        for row in page.css(f"{selector} tbody tr")
    ]
