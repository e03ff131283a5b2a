"""Turn scans and what was measured or compared into what people read: HTML, JSON and tables."""

from taalscan.model.run import Row
from taalscan.reports.agreement import agreement_json
from taalscan.reports.comparison import comparison_json, comparison_text
from taalscan.reports.concordance import concordance_csv, concordance_rows
from taalscan.reports.evaluation import evaluation_json, evaluation_text
from taalscan.reports.files import write_whole
from taalscan.reports.groups import groups_json, groups_text
from taalscan.reports.html import (
    read_theme,
    render_comparison,
    render_concordance,
    render_evaluation,
    render_groups,
    render_html,
    render_index,
    render_index_pages,
)
from taalscan.reports.json import from_json, to_json
from taalscan.reports.table import row_of, scores_csv
from taalscan.reports.xlsx import render_xlsx

__all__ = [
    "Row",
    "agreement_json",
    "comparison_json",
    "comparison_text",
    "concordance_csv",
    "concordance_rows",
    "evaluation_json",
    "evaluation_text",
    "from_json",
    "groups_json",
    "groups_text",
    "read_theme",
    "render_comparison",
    "render_concordance",
    "render_evaluation",
    "render_groups",
    "render_html",
    "render_index",
    "render_index_pages",
    "render_xlsx",
    "row_of",
    "scores_csv",
    "to_json",
    "write_whole",
]
