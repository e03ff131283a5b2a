"""Write scans, overviews, evaluations and comparisons as pages of HTML that need nothing else."""

from collections.abc import Iterable, Sequence

from taalscan.measures import Evaluation
from taalscan.model import Axis, ConcordanceLine, Failure, Scan
from taalscan.model.comparison import Comparison
from taalscan.model.groups import GroupComparison
from taalscan.model.run import Row
from taalscan.reports.concordance import concordance_rows
from taalscan.reports.html.comparison import comparison_view
from taalscan.reports.html.evaluation import evaluation_view
from taalscan.reports.html.groups import groups_view
from taalscan.reports.html.index import index_view
from taalscan.reports.html.page import render_page
from taalscan.reports.html.view import document_view
from taalscan.reports.measures import measured_axes
from taalscan.reports.voice import voice


def render_html(scan: Scan, language: str) -> str:
    """Return the report of a document.

    The same scan gives the same page. It holds no date and makes no request.

    Args:
        scan: the scan.
        language: language of the report, `nl` or `en`; the document keeps its own.
    """
    says = voice(language)
    return render_page("document", document_view(scan, says), scan.axes, says)


def render_index(
    rows: Iterable[Row], failures: Iterable[Failure], axes: Sequence[Axis], language: str
) -> str:
    """Return the overview of a run: a table of the documents, and those that failed.

    Args:
        rows: a row a document, in the order of the table.
        failures: the documents that could not be scanned.
        axes: the axes of the columns.
        language: language of the overview, `nl` or `en`.
    """
    says = voice(language)
    return render_page("index", index_view(rows, failures, axes, says), axes, says)


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
    return render_page("concordance", view, (), says)


def render_evaluation(evaluation: Evaluation, language: str, axes: Sequence[Axis] = ()) -> str:
    """Return a page with all figures of an evaluation.

    Args:
        evaluation: what was measured.
        language: language of the page, `nl` or `en`.
        axes: the axes, for their titles and colours; without them the codes stand alone.
    """
    says = voice(language)
    measured = measured_axes(evaluation, axes)
    return render_page("evaluation", evaluation_view(evaluation, measured, says), measured, says)


def render_comparison(comparison: Comparison, language: str) -> str:
    """Return the page of two compared versions of a document.

    Args:
        comparison: what was found.
        language: language of the page, `nl` or `en`; the texts keep their own.
    """
    says = voice(language)
    return render_page("comparison", comparison_view(comparison, says), comparison.new.axes, says)


def render_groups(comparison: GroupComparison, language: str) -> str:
    """Return the page of two compared groups of documents.

    Args:
        comparison: what was found.
        language: language of the page, `nl` or `en`.
    """
    says = voice(language)
    return render_page("groups", groups_view(comparison, says), comparison.axes, says)
