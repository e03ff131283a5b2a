"""Make pages of documents and lexicons whose every text tries to be code."""

from dataclasses import replace

from taalscan.model import Axis, ConcordanceLine, Facet, Failure, Scan, Span
from taalscan.reports import (
    render_comparison,
    render_concordance,
    render_evaluation,
    render_groups,
    render_html,
    render_index,
    row_of,
)
from taalscan.scoring.comparison import compare_scans
from taalscan.scoring.groups import compare_groups, group_of
from tests.builders import entry, scan_of
from tests.evaluations import evaluation
from tests.group_members import member
from tests.runs import run_of

PAYLOADS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script>alert(2)</script>",
    "</title></textarea><svg/onload=alert(3)>",
    "javascript:alert(4)",
    "' onmouseover='alert(5)' x='",
    "<!--<script>",
    "{{ 7*7 }}",
)
ALL = " ".join(PAYLOADS)


def hostile_pages() -> dict[str, str]:
    """Return the pages, by name: each ends in `hostile`."""
    old, new = hostile_scan(), hostile_scan(more=f"\n\nNieuw: {ALL} is er nu ook bij gekomen.")
    bad = [Failure(ALL, "unheard-of", (("detail", ALL),))]
    rows = [row_of(old, "javascript:alert(6)//.html"), row_of(new, f"{PAYLOADS[1]}.html")]
    members = [replace(member(f"{ALL}-{n}", (n, 4.0, 4.0, 4.0)), title=ALL) for n in range(12)]
    others = [replace(own, href=f"javascript:alert({n})") for n, own in enumerate(members)]
    groups = compare_groups(group_of(ALL, members, bad), group_of(f"B {ALL}", others), old.axes)
    lines = [ConcordanceLine(ALL, 1, Span(0, 9), ALL, ALL, ALL, None)]
    return {
        "hostile": render_html(old, "nl"),
        "index-hostile": render_index(run_of(rows, bad, old.axes), "nl"),
        "versions-hostile": render_comparison(compare_scans(old, new), "nl"),
        "groups-hostile": render_groups(groups, "nl"),
        "concordance-hostile": render_concordance(ALL, lines, "nl"),
        "evaluation-hostile": render_evaluation(evaluation(), "nl", old.axes),
    }


def hostile_scan(more: str = "") -> Scan:
    """Return a scan of which no text can be trusted, nor any word of its lexicon."""
    known = entry("M3-001", ALL, ALL, note=ALL, source=ALL, instead=f"inwoner {ALL}", only_if=ALL)
    blocks = [
        f"# {ALL.replace(':', '.')}",
        f"Een {{M3-001:{PAYLOADS[0]}}} en een {{M3-001:{PAYLOADS[1]}}} staan hier.",
        f"De {{M3-001 negated {PAYLOADS[0]}:{PAYLOADS[2]}}} staat hier niet.",
        *(f"Hier staat {own} midden in een gewone zin van deze nota." for own in PAYLOADS[4:-1]),
        f"- {PAYLOADS[0]}",
        f"> {PAYLOADS[1]}",
        f"| {PAYLOADS[2]}",
        f"^ {PAYLOADS[3]}",
        f"~ {PAYLOADS[0]}",
    ]
    filler = ["De {M3-001:klant} wacht vandaag op een antwoord van de gemeente."] * 55
    scan = scan_of(
        "\n\n".join([*blocks, *filler]) + more, entries=[known], name=f"{ALL}.pdf", title=ALL
    )
    axes = tuple(map(_hostile_axis, scan.axes))
    return replace(scan, axes=axes)


def _hostile_axis(axis: Axis) -> Axis:
    facets = tuple(Facet(facet.id, f"{facet.title} {ALL}") for facet in axis.facets)
    return replace(
        axis,
        title=f"{axis.title} {ALL}",
        definition=ALL,
        facets=facets,
        colour="red}</style><script>alert(7)</script>",
        pattern="solid;}</style>",
    )
