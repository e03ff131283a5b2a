"""Write an example as an OpenDocument text, with footnotes, columns and a table of contents."""

import datetime
import io
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree
from odfdo import Document, Element

from examples.makers.packing import repack
from examples.makers.source import Block, Kind, Quote, Run, Source, Table

_STYLES = Path(__file__).parent / "styles.xml"
_LISTS = {"bullets": "Bullets", "steps": "Steps"}
_AUTOMATIC = ("section", "table", "table-column", "table-cell")
_PAGE = {
    "style:header-style": ("bottom", "0.7cm"),
    "style:footer-style": ("top", "0.7cm"),
}


def make(source: Source, pages: Mapping[str, int] | None = None) -> bytes:
    """Return the example as an .odt file.

    Args:
        source: the example.
        pages: the page of each heading, for a table of contents; without it those are empty.
    """
    document = Document("text")
    _insert_styles(document)
    _set_page(document, source)
    _set_properties(document, source)
    document.body.clear()
    for xml in _body(source, pages or {}):
        document.body.append(Element.from_tag(xml))
    file = io.BytesIO()
    document.save(file)
    return repack(file.getvalue())


def _insert_styles(document: Document) -> None:
    for style in etree.parse(_STYLES).getroot().iterchildren(etree.Element):
        element: Any = Element.from_tag(etree.tostring(style, encoding="unicode"))
        automatic = element.get_attribute("style:family") in _AUTOMATIC
        document.insert_style(element, automatic=automatic)


def _set_page(document: Document, source: Source) -> None:
    # `Any`, as odfdo types what it finds as every kind of style at once.
    master: Any = document.get_style("master-page", "Standard")
    layout: Any = document.get_style("page-layout", "Mpm1")
    for tag, (side, distance) in _PAGE.items():
        properties = f'<style:header-footer-properties fo:margin-{side}="{distance}"/>'
        layout.get_element(tag).append(Element.from_tag(properties))
    margins = layout.get_element("style:page-layout-properties")
    for side, distance in {"left": "2.5cm", "right": "2.5cm", "top": "1.6cm"}.items():
        margins.set_attribute(f"fo:margin-{side}", distance)
    header = _tag("text:p", escape(source.running), style="Header")
    numbers = (
        'Pagina <text:page-number text:select-page="current">1</text:page-number>'
        " van <text:page-count>1</text:page-count>"
    )
    master.set_page_header(Element.from_tag(header))
    master.set_page_footer(Element.from_tag(_tag("text:p", numbers, style="Footer")))


def _set_properties(document: Document, source: Source) -> None:
    meta, moment = document.meta, datetime.datetime.combine(source.date, datetime.time(9))
    meta.title, meta.subject, meta.language = source.title, source.subtitle, "nl-NL"
    meta.initial_creator = meta.creator = source.publisher
    meta.creation_date = meta.date = moment
    meta.editing_cycles, meta.generator = 3, "LibreOffice"


def _body(source: Source, pages: Mapping[str, int]) -> Iterator[str]:
    """Yield the elements of the text, in order."""
    yield _tag("text:p", escape(source.title), style="Title")
    yield _tag("text:p", escape(source.subtitle), style="Subtitle")
    status = f"{source.publisher} · {source.status} · {source.written_date}"
    yield _tag("text:p", escape(status), style="Status")
    if source.contents:
        yield _contents(source, pages)
    notes = count(1)
    first = source.contents
    columns: list[str] | None = None
    for block in source.blocks:
        if block.kind == "h1" and columns is not None:
            yield _section(columns)
            columns = None
        elements = list(_elements(source, block, notes, first=first and block.kind == "h1"))
        first = first and block.kind != "h1"
        if columns is None:
            yield from elements
        else:
            columns.extend(elements)
        if block.content == source.columns_from:
            columns = []


def _contents(source: Source, pages: Mapping[str, int]) -> str:
    lines = "".join(
        _tag(
            "text:p", f"{escape(title)}<text:tab/>{pages.get(title, '')}", style=f"Contents{level}"
        )
        for title, level in headings(source).items()
    )
    head = _tag("text:p", "Inhoud", style="ContentsHead")
    title = f'<text:index-title text:name="Inhoud_Head">{head}</text:index-title>'
    outline = '<text:table-of-content-source text:outline-level="2"/>'
    body = f"<text:index-body>{title}{lines}</text:index-body>"
    return f'<text:table-of-content text:name="Inhoud">{outline}{body}</text:table-of-content>'


def headings(source: Source) -> dict[str, int]:
    """Return the headings that a table of contents lists, with their levels."""
    kinds = {"h1": 1, "h2": 2}
    return {
        str(block.content): kinds[block.kind] for block in source.blocks if block.kind in kinds
    }


def _section(elements: list[str]) -> str:
    inside = "".join(elements)
    return f'<text:section text:style-name="Columns" text:name="Kolommen">{inside}</text:section>'


def _elements(source: Source, block: Block, notes: Iterator[int], *, first: bool) -> Iterator[str]:
    match block.content:
        case Table() as table:
            yield _tag("text:p", escape(table.caption), style="Caption")
            yield _table(table)
        case Quote() as quote:
            yield _tag("text:p", _inline(source, quote.text, notes), style="Quotations")
            yield _tag("text:p", escape(quote.by), style="Speaker")
        case tuple() as items:
            texts = (
                _tag("text:p", _inline(source, item, notes), style="Standard") for item in items
            )
            lines = "".join(f"<text:list-item>{text}</text:list-item>" for text in texts)
            yield _tag("text:list", lines, style=_LISTS[block.kind])
        case str() as text if block.kind in ("h1", "h2"):
            level = block.kind[1]
            style = "FirstHeading" if first else f"Heading_20_{level}"
            mark = f'text:h text:outline-level="{level}"'
            yield _tag(mark, escape(text), style=style)
        case str() as text:
            style = "Introduction" if text.endswith(":") else "Standard"
            style = "Box" if block.kind == "box" else style
            yield _tag("text:p", _inline(source, text, notes), style=style)


def _inline(source: Source, text: str, notes: Iterator[int]) -> str:
    return "".join(_run(run, notes) for run in source.runs(text))


def _run(run: Run, notes: Iterator[int]) -> str:
    match run.kind:
        case Kind.NOTE:
            number = next(notes)
            body = _tag("text:p", escape(run.text), style="Footnote")
            return (
                f'<text:note text:id="ftn{number}" text:note-class="footnote">'
                f"<text:note-citation>{number}</text:note-citation>"
                f"<text:note-body>{body}</text:note-body></text:note>"
            )
        case Kind.DELETED:
            return ""
        case _:
            return escape(run.text)


def _table(table: Table) -> str:
    others = len(table.head) - 1
    narrow = "Narrow" if others > 2 else "Middle"
    columns = '<table:table-column table:style-name="Wide"/>'
    columns += f'<table:table-column table:style-name="{narrow}"/>' * others
    numeric = tuple(table.is_numeric(place) for place in range(len(table.head)))
    first = _row(table.head, numeric, head=True)
    head = f"<table:table-header-rows>{first}</table:table-header-rows>"
    rows = "".join(_row(row, numeric, head=False) for row in table.rows)
    return (
        '<table:table table:name="Tabel1" table:style-name="Grid">'
        f"{columns}{head}{rows}</table:table>"
    )


def _row(texts: tuple[str, ...], numeric: tuple[bool, ...], *, head: bool) -> str:
    cells = []
    for text, number in zip(texts, numeric, strict=True):
        style = ("Number" if number else "Cell") + ("Head" if head else "")
        cells.append(
            f'<table:table-cell table:style-name="{"GridHead" if head else "GridCell"}" '
            'office:value-type="string">'
            f"{_tag('text:p', escape(text), style=style)}</table:table-cell>"
        )
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _tag(tag: str, inside: str, *, style: str) -> str:
    name = tag.partition(" ")[0]
    return f'<{tag} text:style-name="{style}">{inside}</{name}>'
