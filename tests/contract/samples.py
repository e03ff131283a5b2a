"""Make the same small document in every format."""

import io
import zipfile
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

from tests.pdf_files import Sheet, Text, column, pdf, wrapped

TITLE = "Samen zorgen in Veldermeer"
HEADING = "Wat er speelt"
OPENING = (
    "De gemeente Veldermeer wil dat iedereen mee kan doen. Daarom praten we met bewoners, "
    "scholen en huisartsen over wat zij nodig hebben."
)
NOTED = "In de wijk de Brink wonen veel mensen die elkaar niet kennen."
NOTE = "Het cijfer komt uit het onderzoek dat de gemeente vorig jaar liet doen."
SECOND = "Wat we gaan doen"
ITEMS = ("een huis van de wijk openen", "elke maand samen eten")
DEEPER = "in de winter elke week"
CELLS = (("Onderdeel", "2026", "2027"), ("Huis", "1.200", "1.400"), ("Eten", "300", "350"))
QUOTE = "“Ik ken hier bijna niemand meer, en dat was vroeger in de straat wel anders.”"
CLOSING = "Na een jaar kijken we met de bewoners wat er beter is geworden."

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_URN = "urn:oasis:names:tc:opendocument:xmlns:"


def text() -> bytes:
    bullets = "\n".join([f"- {item}" for item in ITEMS] + [f"    - {DEEPER}"])
    rows = "\n".join("\t".join(cells) for cells in CELLS)
    first, second = OPENING.split("bewoners, ")
    return f"""{TITLE}
{"=" * len(TITLE)}

1.1 {HEADING}

{first}bewoners,
{second}

{NOTED}[1]

1.2 {SECOND}

{bullets}

{rows}

> {QUOTE}

{CLOSING}

[1] {NOTE}
""".encode()


def markdown() -> bytes:
    bullets = "\n".join([f"- {item}" for item in ITEMS] + [f"    - {DEEPER}"])
    rows = [f"| {' | '.join(cells)} |" for cells in CELLS]
    rows.insert(1, "|---|---|---|")
    return f"""# {TITLE}

## {HEADING}

{OPENING.replace("iedereen", "**iedereen**")}

{NOTED}[^1]

## {SECOND}

{bullets}

{chr(10).join(rows)}

> {QUOTE}

{CLOSING}

[^1]: {NOTE}
""".encode()


def html() -> bytes:
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>" for cells in CELLS
    )
    return f"""<!DOCTYPE html><html lang="nl">
<head><title>{TITLE}</title><script>x()</script></head>
<body><nav><a href="/">Naar het begin</a></nav><main><h1>{TITLE}</h1><h2>{HEADING}</h2>
<p>{OPENING.replace("iedereen", "<b>iedereen</b>")}</p>
<p>{NOTED}<sup><a href="#n1">1</a></sup></p><h2>{SECOND}</h2>
<ul><li>{ITEMS[0]}</li><li>{ITEMS[1]}<ul><li>{DEEPER}</li></ul></li></ul>
<table>{rows}</table><blockquote><p>{QUOTE}</p></blockquote><p>{CLOSING}</p>
<div class="footnotes"><p>{NOTE}</p></div></main><footer>Onder aan de pagina</footer></body></html>
""".encode()


# --- Word -----------------------------------------------------------------------------------


def run(content: str, properties: str = "") -> str:
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(content)}</w:t></w:r>'
    )


def paragraph(inside: str, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{inside}</w:p>"


def numbered(level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def table(rows: str) -> str:
    return f"<w:tbl>{rows}</w:tbl>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
    for key, name, more in (
        ("Titel", "Title", ""),
        ("Kop1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("Kop2", "Kop 2", ""),
        ("Eigen", "Mijn kopje", '<w:basedOn w:val="Kop2"/>'),
        ("Citaat", "Quote", ""),
        ("Inhopg1", "toc 1", ""),
        ("Opsomming", "List Bullet", ""),
    )
)


def word(body: str, *, notes: str = "", header: str = "", doctype: str = "") -> bytes:
    """Return a Word file with a body of WordprocessingML."""
    parts = {
        "document": ("document.main", f"<w:document {{}}><w:body>{body}</w:body></w:document>"),
        "styles": ("styles", f"<w:styles {{}}>{_STYLES}</w:styles>"),
        "footnotes": ("footnotes", f"<w:footnotes {{}}>{notes}</w:footnotes>"),
        "header": ("header", f"<w:hdr {{}}>{header}</w:hdr>"),
    }
    spaces = (
        f'xmlns:w="{_W}" xmlns:r="{_R}" xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for name, (kind, _) in parts.items()
    )
    inner = "".join(
        f'<Relationship Id="{name}" Type="{_R}/{name}" Target="{name}.xml"/>'
        for name in parts
        if name != "document"
    )
    start = '<?xml version="1.0" encoding="UTF-8"?>'
    files = {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="main" '
            f'Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>'
        ),
        "word/_rels/document.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'
        ),
    } | {
        f"word/{name}.xml": doctype + xml.replace("{}", spaces) for name, (_, xml) in parts.items()
    }
    return zipped({name: (start + content).encode() for name, content in files.items()})


def docx() -> bytes:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    before, after = OPENING.split("iedereen")
    items = [paragraph(run(item), more=numbered(0)) for item in ITEMS]
    rows = "".join(row(*(paragraph(run(cell)) for cell in line)) for line in CELLS)
    body = [
        paragraph(run(TITLE), "Titel"),
        paragraph(run(HEADING), "Kop2"),
        paragraph(run(before) + run("iedereen", "<w:b/>") + run(after)),
        paragraph(run(NOTED) + mark),
        paragraph(run(SECOND), "Eigen"),
        *items,
        paragraph(run(DEEPER), more=numbered(1)),
        table(rows),
        paragraph(run(QUOTE), "Citaat"),
        paragraph(run(CLOSING)),
    ]
    inside = paragraph("<w:r><w:footnoteRef/></w:r>" + run(f" {NOTE}"))
    note = f'<w:footnote w:id="2">{inside}</w:footnote>'
    return word("".join(body), notes=note, header=paragraph(run("Gemeente Veldermeer")))


# --- OpenDocument -----------------------------------------------------------------------------


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Return a zip file, its files in the order given."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in files.items():
            package.writestr(name, content)
    return buffer.getvalue()


def opendocument(body: str, *, styles: str = "", footer: str = "", doctype: str = "") -> bytes:
    """Return an ODT file with a body of OpenDocument."""
    kinds = {kind: kind for kind in ("office", "text", "table", "style")}
    kinds |= {"draw": "drawing", "fo": "xsl-fo-compatible"}
    spaces = " ".join(f'xmlns:{short}="{_URN}{kind}:1.0"' for short, kind in kinds.items())
    common = (
        '<style:style style:name="Title" style:family="paragraph"/>'
        '<style:style style:name="Quotations" style:family="paragraph"/>'
    )
    start = '<?xml version="1.0" encoding="UTF-8"?>'
    files = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": (
            f"{start}{doctype}<office:document-content {spaces}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>"
        ),
        "styles.xml": (
            f"{start}<office:document-styles {spaces}><office:styles>{common}</office:styles>"
            "<office:master-styles><style:master-page style:name='Standard'>"
            f"<style:footer>{footer}</style:footer></style:master-page></office:master-styles>"
            "</office:document-styles>"
        ),
        "META-INF/manifest.xml": f'<manifest xmlns="{_URN}manifest:1.0"/>',
    }
    return zipped({name: content.encode() for name, content in files.items()})


def odt() -> bytes:
    opening = OPENING.replace("iedereen", '<text:span text:style-name="T1">iedereen</text:span>')
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        f"<text:note-body><text:p>{NOTE}</text:p></text:note-body></text:note>"
    )
    cells = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in line)
        + "</table:table-row>"
        for line in CELLS
    )
    deeper = f"<text:list><text:list-item><text:p>{DEEPER}</text:p></text:list-item></text:list>"
    body = f"""<text:p text:style-name="P1">{TITLE}</text:p>
<text:h text:outline-level="2">{HEADING}</text:h><text:p>{opening}</text:p>
<text:p>{NOTED}{note}</text:p><text:h text:outline-level="2">{SECOND}</text:h>
<text:list><text:list-item><text:p>{ITEMS[0]}</text:p></text:list-item>
<text:list-item><text:p>{ITEMS[1]}</text:p>{deeper}</text:list-item></text:list>
<table:table>{cells}</table:table><text:p text:style-name="Quotations">{QUOTE}</text:p>
<text:p>{CLOSING}</text:p>"""
    styles = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    )
    return opendocument(body, styles=styles, footer="<text:p>Veldermeer</text:p>")


# --- PDF --------------------------------------------------------------------------------------


def in_pdf() -> bytes:
    bullets = [f"\u2022 {item};" for item in ITEMS]
    cells = [
        Text(60 + 150 * at, 520 - 14 * number, cell)
        for number, line in enumerate(CELLS)
        for at, cell in enumerate(line)
    ]
    texts = [
        Text(60, 780, TITLE, size=20),
        Text(60, 745, HEADING, size=14),
        *column(wrapped(OPENING, 80), 60, 725),
        *column(wrapped(NOTED, 80), 60, 690),
        Text(60, 655, SECOND, size=14),
        *column([item.rstrip(";") for item in bullets], 60, 635),
        Text(80, 611, f"- {DEEPER}"),
        *cells,
        *column(wrapped(QUOTE, 50), 100, 460),
        *column(wrapped(CLOSING, 80), 60, 420),
        Text(60, 80, f"1 {NOTE}", size=7),
    ]
    return pdf([Sheet(texts)], title=TITLE)


Maker = Callable[[], bytes]

MAKERS: Mapping[str, Maker] = {
    "nota.txt": text,
    "nota.md": markdown,
    "nota.html": html,
    "nota.docx": docx,
    "nota.odt": odt,
    "nota.pdf": in_pdf,
}
