"""Write scans, overviews, evaluations and comparisons as pages of HTML that need nothing else."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from taalscan.measures import Evaluation
from taalscan.model import Axis, ConcordanceLine, Scan
from taalscan.model.comparison import Comparison
from taalscan.model.groups import GroupComparison
from taalscan.model.run import Run
from taalscan.reports.concordance import concordance_rows
from taalscan.reports.encode import record_of
from taalscan.reports.html.comparison import comparison_view
from taalscan.reports.html.evaluation import evaluation_view
from taalscan.reports.html.groups import groups_view
from taalscan.reports.html.index import index_view, page_views
from taalscan.reports.html.page import Dress, render_page
from taalscan.reports.html.pager import page_path
from taalscan.reports.html.theme import read_theme
from taalscan.reports.html.view import document_view
from taalscan.reports.measures import measured_axes
from taalscan.reports.voice import voice

__all__ = [
    "read_theme",
    "render_comparison",
    "render_concordance",
    "render_evaluation",
    "render_groups",
    "render_html",
    "render_index",
    "render_index_pages",
]


def render_html(scan: Scan, language: str, *, theme: str = "") -> str:
    """Return the report of a document.

    The same scan gives the same page. It holds no date and makes no request. A program finds the
    scan in it as JSON, but for the entries and the text, which the page itself shows.

    Args:
        scan: the scan.
        language: language of the report, `nl` or `en`; the document keeps its own.
        theme: style rules of an organisation; see docs/theme.md.

    Raises:
        ThemeError: if the theme may not stand inside a page.
    """
    says = voice(language)
    record = dict(takewhile(_before_text, record_of(scan, says)))
    del record["entries"]
    dress = Dress(scan.axes, theme)
    return render_page("document", document_view(scan, says), dress, says, record)


def _before_text(item: tuple[str, object]) -> bool:
    return item[0] != "text"


def render_index(run: Run, language: str, *, theme: str = "") -> str:
    """Return the overview of a run: how its figures are spread, its documents, those that failed.

    The first page of the table stands in it; of a large run all documents do too, as JSON.

    Args:
        run: the documents, with what they show together.
        language: language of the overview, `nl` or `en`.
        theme: as for `render_html`.

    Raises:
        ThemeError: if the theme may not stand inside a page.
    """
    says = voice(language)
    return render_page("index", index_view(run, says), Dress(run.axes, theme), says)


def render_index_pages(run: Run, language: str, *, theme: str = "") -> Iterator[tuple[str, str]]:
    """Yield the other pages of the table one by one: the path from the index, and the page.

    Args:
        run: as for `render_index`.
        language: likewise.
        theme: likewise.
    """
    says = voice(language)
    for view in page_views(run, says):
        if view.pager and view.pager.number > 1:
            page = render_page("index-page", view, Dress(run.axes, theme), says)
            yield page_path(view.pager.number), page


def render_concordance(term: str, lines: Sequence[ConcordanceLine], language: str) -> str:
    """Return a page with a word in its contexts, in a table that can be sorted.

    Args:
        term: what was looked for.
        lines: the places.
        language: language of the page, `nl` or `en`.
    """
    says = voice(language)
    view = {
        "term": term,
        "summary": says.amount("places", len(lines)),
        "rows": concordance_rows(lines, language),
    }
    return render_page("concordance", view, Dress(), says)


def render_evaluation(evaluation: Evaluation, language: str, axes: Sequence[Axis] = ()) -> str:
    """Return a page with all figures of an evaluation.

    Args:
        evaluation: what was measured.
        language: language of the page, `nl` or `en`.
        axes: the axes, for their titles and colours; without them the codes stand alone.
    """
    says = voice(language)
    measured = measured_axes(evaluation, axes)
    view = evaluation_view(evaluation, measured, says)
    return render_page("evaluation", view, Dress(measured), says)


def render_comparison(comparison: Comparison, language: str, *, theme: str = "") -> str:
    """Return the page of two compared versions of a document.

    Args:
        comparison: what was found.
        language: language of the page, `nl` or `en`; the texts keep their own.
        theme: as for `render_html`.

    Raises:
        ThemeError: if the theme may not stand inside a page.
    """
    says = voice(language)
    dress = Dress(comparison.new.axes, theme)
    return render_page("comparison", comparison_view(comparison, says), dress, says)


def render_groups(comparison: GroupComparison, language: str, *, theme: str = "") -> str:
    """Return the page of two compared groups of documents.

    Args:
        comparison: what was found.
        language: language of the page, `nl` or `en`.
        theme: as for `render_html`.

    Raises:
        ThemeError: if the theme may not stand inside a page.
    """
    says = voice(language)
    dress = Dress(comparison.axes, theme)
    return render_page("groups", groups_view(comparison, says), dress, says)
