"""Write an example as a Word document, with footnotes, tracked changes and a text box."""

import datetime
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from lxml import etree

from examples.makers.packing import repack
from examples.makers.source import Block, Kind, Quote, Run, Source, Table

_HERE = Path(__file__).parent
_BLUE = RGBColor(0x1F, 0x4E, 0x6B)
_GREY = RGBColor(0x59, 0x59, 0x59)
_STYLES = {"p": "Normal", "h1": "Heading 1", "h2": "Heading 2"}
_LISTS = {"bullets": "List Bullet", "steps": "List Number"}


@dataclass(slots=True)
class _Builder:
    """The document under construction, and the footnotes met so far."""

    source: Source
    document: Document = field(default_factory=docx.Document)
    notes: list[str] = field(default_factory=list)


def make(source: Source) -> bytes:
    """Return the example as a .docx file."""
    builder = _Builder(source)
    _set_styles(builder.document)
    _set_page(builder)
    _set_view(builder.document)
    _add_front(builder)
    for block in source.blocks:
        _add_block(builder, block)
    _attach_notes(builder)
    _set_properties(builder)
    file = io.BytesIO()
    builder.document.save(file)
    return repack(file.getvalue())


def _set_view(document: Document) -> None:
    """Show the final text: what a tracked change strikes is then in no export either."""
    settings: Any = document.settings.element
    view = OxmlElement("w:revisionView")
    view.set(qn("w:insDel"), "0")
    settings.find(qn("w:defaultTabStop")).addprevious(view)


def _set_styles(document: Document) -> None:
    styles = document.styles
    # Headings and titles of the template name theme fonts, which would win over these.
    looks = {
        "Normal": (10.5, False, None, 0, 7),
        "Title": (26, True, _BLUE, 30, 4),
        "Subtitle": (14, False, _GREY, 0, 10),
        "Heading 1": (16, True, _BLUE, 20, 6),
        "Heading 2": (12.5, True, _BLUE, 12, 4),
        "Caption": (9.5, True, _GREY, 6, 4),
    }
    for name, (size, bold, colour, before, after) in looks.items():
        style = styles[name]
        style.font.name, style.font.size, style.font.bold = "Calibri", Pt(size), bold
        style.font.italic = False
        style.font.color.rgb = colour or RGBColor(0x1A, 0x1A, 0x1A)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        fonts = style.element.rPr.rFonts
        for theme in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[theme]
        for rule in style.element.findall(f".//{qn('w:pBdr')}"):
            rule.getparent().remove(rule)
    styles["Normal"].paragraph_format.line_spacing = 1.15
    for name in _LISTS.values():
        styles[name].paragraph_format.line_spacing = 1.15
        spacing = styles[name].element.find(f".//{qn('w:contextualSpacing')}")
        spacing.getparent().remove(spacing)
    note = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
    note.base_style, note.font.size = styles["Normal"], Pt(8.5)
    anchor = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
    anchor.font.superscript = True
    for language in styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "nl-NL")


def _set_page(builder: _Builder) -> None:
    section = builder.document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.6), Cm(2.4)
    header = section.header.paragraphs[0]
    header.add_run(builder.source.running)
    footer = section.footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run("Pagina ")
    _add_field(footer, "PAGE")
    footer.add_run(" van ")
    _add_field(footer, "NUMPAGES")
    for run in (*header.runs, *footer.runs):
        run.font.size, run.font.color.rgb = Pt(8.5), _GREY


def _add_field(paragraph: Paragraph, instruction: str) -> None:
    for kind in ("begin", None, "separate", "1", "end"):
        run = paragraph.add_run("1" if kind == "1" else "")
        if kind is None:
            code = OxmlElement("w:instrText")
            code.text = instruction
            run._r.append(code)  # noqa: SLF001 - python-docx has no fields
        elif kind != "1":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001 - python-docx has no fields


def _add_front(builder: _Builder) -> None:
    source, document = builder.source, builder.document
    document.add_paragraph(source.title, style="Title")
    document.add_paragraph(source.subtitle, style="Subtitle")
    status = document.add_paragraph()
    status.add_run(f"{source.publisher} · {source.status} · {source.written_date}")
    status.runs[0].font.color.rgb = _GREY
    # The status line is a field of the template that an official fills: a content control.
    control = OxmlElement("w:sdt")
    content = OxmlElement("w:sdtContent")
    status._p.addprevious(control)  # noqa: SLF001 - python-docx has no content controls
    content.append(status._p)  # noqa: SLF001
    control.append(content)


def _add_block(builder: _Builder, block: Block) -> None:
    match block.content:
        case Table() as table:
            _add_table(builder, table)
        case Quote() as quote:
            _fill(builder, builder.document.add_paragraph(style="Quote"), quote.text)
            builder.document.add_paragraph(f"({quote.by})")
        case tuple() as items:
            for item in items:
                paragraph = builder.document.add_paragraph(style=_LISTS[block.kind])
                _fill(builder, paragraph, item)
                paragraph.paragraph_format.space_after = Pt(8 if item == items[-1] else 4)
        case str() as text if block.kind == "box":
            _add_box(builder, text)
        case str() as text:
            paragraph = builder.document.add_paragraph(style=_STYLES[block.kind])
            _fill(builder, paragraph, text)
            paragraph.paragraph_format.keep_with_next = text.endswith(":") or None


def _fill(builder: _Builder, paragraph: Paragraph, text: str) -> None:
    for run in builder.source.runs(text):
        match run.kind:
            case Kind.TEXT:
                paragraph.add_run(run.text)
            case Kind.NOTE:
                builder.notes.append(run.text)
                anchor = OxmlElement("w:footnoteReference")
                anchor.set(qn("w:id"), str(len(builder.notes)))
                paragraph.add_run(style="footnote reference")._r.append(anchor)  # noqa: SLF001
            case Kind.INSERTED | Kind.DELETED:
                _add_change(builder, paragraph, run)


def _add_change(builder: _Builder, paragraph: Paragraph, change: Run) -> None:
    inserted = change.kind is Kind.INSERTED
    mark = OxmlElement("w:ins" if inserted else "w:del")
    mark.set(qn("w:id"), str(100 + len(paragraph._p)))  # noqa: SLF001
    mark.set(qn("w:author"), "Beleidsadviseur")
    mark.set(qn("w:date"), f"{builder.source.date:%Y-%m-%d}T09:00:00Z")
    run: Any = paragraph.add_run(change.text)._r  # noqa: SLF001
    if not inserted:
        run.find(qn("w:t")).tag = qn("w:delText")
    run.addprevious(mark)
    mark.append(run)


def _add_box(builder: _Builder, text: str) -> None:
    # As Word itself writes it: the text stands in the box, and again in a box for older programs.
    box: Any = parse_xml((_HERE / "textbox.xml").read_bytes())
    for content in box.iter(qn("w:txbxContent")):
        inside = Paragraph(content[0], builder.document.part)
        inside.paragraph_format.space_after = Pt(0)
        inside.add_run(text)
    holder = builder.document.add_paragraph()
    holder.paragraph_format.space_before = Pt(6)
    holder.add_run()._r.append(box)  # noqa: SLF001 - python-docx has no text boxes


def _add_table(builder: _Builder, table: Table) -> None:
    caption = builder.document.add_paragraph(table.caption, style="Caption")
    caption.paragraph_format.keep_with_next = True
    grid = builder.document.add_table(rows=0, cols=len(table.head), style="Table Grid")
    grid.alignment, grid.autofit = WD_TABLE_ALIGNMENT.CENTER, False
    for row in (table.head, *table.rows):
        for place, (cell, text) in enumerate(zip(grid.add_row().cells, row, strict=True)):
            paragraph = cell.paragraphs[0]
            words = paragraph.add_run(text)
            paragraph.paragraph_format.space_after = Pt(2)
            paragraph.paragraph_format.keep_with_next = True
            if table.is_numeric(place):
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            if row is table.head:
                _shade(cell)
                words.font.bold, words.font.color.rgb = True, RGBColor(0xFF, 0xFF, 0xFF)
    for place, column in enumerate(grid.columns):
        column.width = Cm(2.3 if place else 6.8)
    builder.document.add_paragraph().paragraph_format.space_after = Pt(0)


def _shade(cell: _Cell) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), str(_BLUE))
    cell._tc.get_or_add_tcPr().append(shading)  # noqa: SLF001 - python-docx has no cell colours


def _attach_notes(builder: _Builder) -> None:
    if not builder.notes:
        return
    root = parse_xml((_HERE / "footnotes.xml").read_bytes())
    for number, text in enumerate(builder.notes, start=1):
        note = etree.SubElement(root, qn("w:footnote"), {qn("w:id"): str(number)})
        holder: Any = etree.SubElement(note, qn("w:p"))
        paragraph = Paragraph(holder, builder.document.part)
        paragraph.style = builder.document.styles["footnote text"]
        mark = paragraph.add_run(style="footnote reference")
        mark._r.append(OxmlElement("w:footnoteRef"))  # noqa: SLF001
        paragraph.add_run(f" {text}")
    package = builder.document.part.package
    name = PackURI("/word/footnotes.xml")
    part = Part(name, CONTENT_TYPE.WML_FOOTNOTES, etree.tostring(root), package)
    builder.document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def _set_properties(builder: _Builder) -> None:
    properties, source = builder.document.core_properties, builder.source
    moment = datetime.datetime.combine(source.date, datetime.time(9))
    properties.title, properties.subject = source.title, source.subtitle
    properties.author = properties.last_modified_by = source.publisher
    properties.created = properties.modified = moment
    properties.language, properties.comments, properties.revision = "nl-NL", "", 7
