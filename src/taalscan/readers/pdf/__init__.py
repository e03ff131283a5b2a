"""Read a PDF: bytes → RawDocument, and the way back from text to rectangles on the page."""

from taalscan.readers.pdf.boxes import TextPlace, boxes
from taalscan.readers.pdf.reader import read_pdf

__all__ = ["TextPlace", "boxes", "read_pdf"]
