"""Hand a document back in the format that people write in, with comments on what was found."""

from taalscan.reports.word.docx import annotate_docx, annotate_text
from taalscan.reports.word.odt import annotate_odt
from taalscan.reports.word.own import has_our_comments
from taalscan.reports.word.saying import Annotated, Asked

__all__ = [
    "Annotated",
    "Asked",
    "annotate_docx",
    "annotate_odt",
    "annotate_text",
    "has_our_comments",
]
