"""LibreOffice opens what is handed back, keeps its comments, and prints the same text."""

import io
import shutil
import subprocess
import tempfile
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from taalscan.readers.media import DOCX, ODT
from taalscan.reports.word import Asked, annotate_docx, annotate_odt, annotate_text
from tests.contract.samples import paragraph, row, run, table, word
from tests.unit.reports.word.bodies import documents
from tests.word_files import (
    WORDS,
    Comment,
    folded,
    odt_comments,
    scan_words,
    word_comments,
)

EXAMPLES = Path(__file__).parents[4] / "examples"
ASKED = Asked("nl")
MARKET = ("klant", "markt", "inkoop", "prestatie", "aanbieder", "samen", "vertrouwen")

needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="no soffice here")


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for the settings of LibreOffice, made once: that takes a second."""
    return tmp_path_factory.mktemp("profile")


def convert(folder: Path, profile: Path, kind: str, *names: str) -> None:
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            *names,
        ],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=180,
    )


def printed(path: Path) -> list[str]:
    """Return the words on all pages, page by page put in order.

    LibreOffice draws the lines of a page in another order where runs are cut otherwise.
    """
    document = pypdfium2.PdfDocument(path)
    try:
        pages = [document[number].get_textpage() for number in range(len(document))]
        return sorted(word for page in pages for word in page.get_text_range().split())
    finally:
        document.close()


def everything() -> bytes:
    """A Word document with each kind of place in it."""
    inner = table(row(paragraph(run("een klanten twee")), paragraph(run("x"))))
    box = f"<w:txbxContent>{paragraph(run('de klanten in het kader'))}</w:txbxContent>"
    shape = '<v:shape style="width:200pt;height:40pt"><v:textbox>{}</v:textbox></v:shape>'
    note = f'<w:footnote w:id="2">{paragraph(run("Over klanten in de noot."))}</w:footnote>'
    inside = (
        run("alle kla") + run("nt", "<w:b/>") + run("en samen"),
        f'<w:hyperlink w:anchor="x">{run("de kl")}</w:hyperlink>{run("anten")}',
        run("voor ") + f'<w:ins w:id="4" w:author="An">{run("klanten")}</w:ins>' + run(" hier"),
        f"<w:sdt><w:sdtContent>{run('de klanten')}</w:sdtContent></w:sdt>" + run(" in een vak"),
        run("De wijk") + '<w:r><w:footnoteReference w:id="2"/></w:r>',
        run("voor ") + f"<w:r><w:pict>{shape.format(box)}</w:pict></w:r>",
        run("🙂👍🏽 met één en عمل"),
    )
    boxed = "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>"
    control = boxed.format(paragraph(run("een klanten vak")))
    longer = boxed.format(paragraph(run("twee klanten vak")) + paragraph(run("nog klanten")))
    cell = (
        f"<w:tbl><w:tr><w:tc>{boxed.format(paragraph(run('cel klanten')))}</w:tc></w:tr></w:tbl>"
    )
    nested = table(row(paragraph(run("a")), f"{inner}<w:p/>"))
    body = paragraph(run("Titel")) + "".join(paragraph(one) for one in inside) + nested
    return word(
        body + control + paragraph(run("dan")) + longer + cell + paragraph(run("slot")), notes=note
    )


@needs_office
@pytest.mark.slow
def test_libreoffice_prints_the_same_text_and_keeps_all_comments(
    tmp_path: Path, profile: Path
) -> None:
    word_example = (EXAMPLES / "concept-nieuwkomers.docx").read_bytes()
    odt_example = (EXAMPLES / "herschreven-nieuwkomers.odt").read_bytes()
    scans = {
        "alles.docx": (scan_words(everything(), words=WORDS), everything()),
        "concept.docx": (scan_words(word_example, words=MARKET), word_example),
        "herschreven.odt": (scan_words(odt_example, ODT, MARKET), odt_example),
    }
    made = tmp_path / "made"
    made.mkdir()
    for name, (scan, data) in scans.items():
        annotate = annotate_odt if scan.document.source.media_type == ODT else annotate_docx
        (tmp_path / name).write_bytes(data)
        (made / name).write_bytes(annotate(scan, data, ASKED).data)
    convert(tmp_path, profile, "pdf", *scans)
    convert(made, profile, "pdf", *scans)
    for name in scans:
        paper = Path(name).with_suffix(".pdf")
        assert printed(made / paper) == printed(tmp_path / paper)
        assert len(printed(made / paper)) > 20
    convert(made, profile, "odt", "alles.docx", "concept.docx")
    for name in ("alles", "concept"):
        wrote = word_comments((made / f"{name}.docx").read_bytes())
        kept = odt_comments((made / f"{name}.odt").read_bytes())
        assert len(kept) == len(wrote) > 5
        assert sorted(map(text_of, kept)) == sorted(map(text_of, wrote))
        # where the reference had to leave a control, LibreOffice keeps the comment but no range
        ranged = [told(own) for own in kept if own.anchored]
        assert set(ranged) <= set(map(told, wrote))
        assert len(kept) - len(ranged) <= 4


def text_of(comment: Comment) -> str:
    return "".join(comment.paragraphs)


def told(comment: Comment) -> tuple[str, str]:
    """Return what a comment says, and the words it stands on."""
    return "".join(comment.paragraphs), folded(comment.anchored)


# LibreOffice 7.4 mixes up notes around any comment, and prints the code of links beside changes
@needs_office
@pytest.mark.slow
@given(drawn=st.lists(documents(has_notes=False), min_size=8, max_size=8))
@settings(max_examples=3, deadline=None, derandomize=True, phases=[Phase.generate])
def test_libreoffice_prints_the_same_text_of_any_document(
    profile: Path, drawn: list[bytes]
) -> None:
    names = [f"{number}.docx" for number in range(len(drawn))]
    with tempfile.TemporaryDirectory() as place:
        before, after = Path(place, "before"), Path(place, "after")
        before.mkdir()
        after.mkdir()
        for name, data in zip(names, drawn, strict=True):
            (before / name).write_bytes(data)
            (after / name).write_bytes(annotate_docx(scan_words(data), data, ASKED).data)
        for folder in (before, after):
            convert(folder, profile, "pdf", *names)
        for name in names:
            own, other = (printed((one / name).with_suffix(".pdf")) for one in (before, after))
            assert letters(own) == letters(other)
            assert "Veldermeer" in own


def letters(words: list[str]) -> list[str]:
    """Return letters and digits: where runs meet, a pdf may hold a space, or half an emoji."""
    return sorted(filter(str.isalnum, "".join(words)))


@needs_office
@pytest.mark.slow
def test_libreoffice_reads_the_text_of_another_format(tmp_path: Path, profile: Path) -> None:
    scan = scan_words(everything())
    (tmp_path / "papier.docx").write_bytes(annotate_text(scan, ASKED).data)
    convert(tmp_path, profile, "pdf", "papier.docx")
    words = set(printed(tmp_path / "papier.pdf"))
    assert {"Titel", "klanten", "noot.", "slot"} <= words


def test_the_document_with_everything_has_a_comment_on_each_place() -> None:
    data = annotate_docx(scan_words(everything()), everything(), ASKED).data
    assert [own.anchored.strip() for own in word_comments(data)].count("klanten") == 9
    assert zipfile.ZipFile(io.BytesIO(data)).testzip() is None
    assert scan_words(everything()).document.source.media_type == DOCX
