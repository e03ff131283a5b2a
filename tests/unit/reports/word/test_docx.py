"""A Word document comes back as it was, but for comments on the very words that were found."""

import io
import tempfile
import time
import xml.etree.ElementTree as ET
import zipfile
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from openxml_audit import OpenXmlValidator

from taalscan.errors import OutputError
from taalscan.reports.remarks import remarks_of
from taalscan.reports.voice import voice
from taalscan.reports.word import Asked, annotate_docx
from taalscan.reports.word.told import comments_of
from tests.contract.samples import paragraph, row, run, table, word, zipped
from tests.unit.reports.word.bodies import documents
from tests.word_files import (
    Comment,
    W,
    folded,
    part,
    read,
    scan_words,
    word_comments,
    word_text,
)

ASKED = Asked("nl")
EXAMPLE = Path(__file__).parents[4] / "examples" / "concept-nieuwkomers.docx"
MOVED = "Let op de plek"


def commented(data: bytes, asked: Asked = ASKED) -> bytes:
    return annotate_docx(scan_words(data), data, asked).data


def on_words(data: bytes) -> list[Comment]:
    """Return the comments on words, after the one on the document."""
    return word_comments(commented(data))[1:]


def body(*inside: str) -> bytes:
    return word("".join(paragraph(one) for one in ("<w:r><w:t>Titel</w:t></w:r>", *inside)))


# --- whatever the document ------------------------------------------------------------------


@given(documents())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_the_text_is_the_same_for_our_reader_and_for_another(data: bytes) -> None:
    after = commented(data)
    assert read(after).text == read(data).text
    assert read(after).blocks == read(data).blocks
    for name in ("word/document.xml", "word/footnotes.xml", "word/header.xml"):
        assert word_text(after, name) == word_text(data, name)


@given(documents())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_each_comment_stands_on_the_words_it_is_about(data: bytes) -> None:
    scan = scan_words(data)
    after = annotate_docx(scan, data, ASKED).data
    summary, *others = word_comments(after)
    told = comments_of(remarks_of(scan, voice("nl")))
    assert folded(summary.anchored) == "Samen in Veldermeer"
    assert len(others) == len(told)
    for comment, remark in zip(others, told, strict=True):
        if comment.paragraphs[0].startswith(MOVED):
            assert comment.paragraphs[1:] == tuple(map(str, remark.lines))
        else:
            assert folded(comment.anchored) == folded(remark.span.cut(scan.document.text))


@given(documents())
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_a_second_round_keeps_the_comments_of_the_first(data: bytes) -> None:
    once = commented(data)
    before = part(once, "word/comments.xml")
    twice = commented(once)
    comments = word_comments(twice)
    assert len(comments) == 2 * len(before)
    assert len({comment.number for comment in comments}) == len(comments)
    assert comments[: len(before)] == word_comments(once)
    assert read(twice).text == read(data).text


@given(documents())
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_what_ecma_376_says_of_the_order_of_elements_holds(data: bytes) -> None:
    assert flaws(commented(data)) - flaws(data) == set()


def flaws(data: bytes) -> set[tuple[str, str]]:
    """Return what a validator of Office files says: the kind of flaw, and its words."""
    with tempfile.NamedTemporaryFile(suffix=".docx") as file:
        file.write(data)
        file.flush()
        found = OpenXmlValidator(max_errors=0).validate(file.name)
    return {(str(error.error_type), error.description) for error in found.errors}


@given(documents())
@settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_properties_come_first_and_tracked_changes_stay(data: bytes) -> None:
    root = part(commented(data), "word/document.xml")
    for element in root.iter():
        names = [child.tag.removeprefix(W) for child in element]
        for properties in ("pPr", "rPr"):
            if properties in names and element.tag in {f"{W}p", f"{W}r"}:
                assert names.index(properties) == 0
    assert changes(root) == changes(part(data, "word/document.xml"))


def changes(root: ET.Element) -> list[tuple[str, str]]:
    """Return what is tracked, with the text that shows or does not."""
    names = {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}
    return [
        (own.attrib[f"{W}id"], "".join(own.itertext())) for own in root.iter() if own.tag in names
    ]


# --- what stands where ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "inside",
    [
        run("alle klanten samen"),
        run("alle kla") + run("nt", "<w:b/>") + run("en samen"),
        f"<w:hyperlink>{run('kl')}</w:hyperlink>{run('anten')}",
        run("alle k") + f'<w:ins w:id="4" w:author="An">{run("lan")}</w:ins>' + run("ten"),
        f"<w:sdt><w:sdtContent>{run('de klanten')}</w:sdtContent></w:sdt>",
        run("kla") + '<w:del w:id="9"><w:r><w:delText>sse</w:delText></w:r></w:del>' + run("nten"),
        run("klanten") + "<w:r><w:footnoteReference w:id='2'/></w:r>",
        "<w:r><w:tab/><w:t>klanten</w:t><w:tab/></w:r>",
        f'<w:fldSimple w:instr="TITLE">{run("klanten")}</w:fldSimple>',
        f"<w:smartTag>{run('klanten')}</w:smartTag>{run(' en meer')}",
    ],
)
def test_a_comment_crosses_runs_links_changes_and_controls(inside: str) -> None:
    (comment,) = on_words(body(inside))
    assert comment.anchored == "klanten"
    assert comment.author == "taalscan"
    assert comment.paragraphs[:2] == ("M · marktgericht", "‘klanten’ – klant en product.")


def test_words_in_a_nested_table_have_their_comment_there() -> None:
    inner = table(row(paragraph(run("een klanten twee")), paragraph(run("x"))))
    data = word(paragraph(run("Titel")) + table(row(paragraph(run("a")), inner + "<w:p/>")))
    (comment,) = on_words(data)
    assert comment.anchored == "klanten"


@pytest.mark.parametrize("around", ["{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"])
def test_the_reference_leaves_the_first_paragraph_of_a_control(around: str) -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph(run('alle klanten'))}</w:sdtContent></w:sdt>"
    data = word(paragraph(run("Titel")) + around.format(control) + paragraph(run("slot")))
    after = commented(data)
    (comment,) = word_comments(after)[1:]
    assert comment.anchored == "klanten"
    *_, last = part(after, "word/document.xml").iter(f"{W}p")
    look, reference, text = last
    assert look.tag == f"{W}pPr"
    assert reference.find(f"{W}commentReference") is not None
    assert text.findtext(f"{W}t") == "slot"


def test_a_control_at_the_very_end_has_its_reference_before_its_text() -> None:
    control = f"<w:sdt><w:sdtContent>{paragraph(run('alle klanten'))}</w:sdtContent></w:sdt>"
    after = commented(word(paragraph(run("Titel")) + control))
    (comment,) = word_comments(after)[1:]
    assert comment.anchored == "klanten"
    *_, last = part(after, "word/document.xml").iter(f"{W}p")
    assert last[1].find(f"{W}commentReference") is not None


def test_a_reference_stands_right_behind_the_words_elsewhere() -> None:
    root = part(commented(body(run("alle klanten samen"))), "word/document.xml")
    *_, last = root.iter(f"{W}p")
    names = [own.tag.removeprefix(W) for own in last]
    assert names == ["pPr", "r", "commentRangeStart", "r", "commentRangeEnd", "r", "r"]
    assert last[5].find(f"{W}commentReference") is not None


def test_deleted_words_have_no_comment() -> None:
    gone = '<w:del w:id="1"><w:r><w:delText>klanten</w:delText></w:r></w:del>'
    assert on_words(body(run("de wijk ") + gone)) == []


def test_two_comments_may_share_letters() -> None:
    data = body(run("de inkoop van zorg in de markt"))
    scan = scan_words(data, words=("inkoop van zorg", "zorg in de markt", "zorg"))
    comments = word_comments(annotate_docx(scan, data, ASKED).data)
    assert [own.anchored for own in comments[1:]] == [
        "inkoop van zorg",
        "zorg in de markt",
        "zorg",
    ]


def test_the_comment_on_words_in_a_footnote_stands_at_its_mark_and_says_so() -> None:
    note = f'<w:footnote w:id="2">{paragraph(run("Over klanten in de noot."))}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word(paragraph(run("Titel")) + paragraph(run("De wijk") + mark), notes=note)
    after = commented(data)
    (comment,) = word_comments(after)[1:]
    assert comment.anchored == ""
    assert comment.paragraphs[0].startswith(f"{MOVED}: Dit gaat over de voetnoot")
    xml = zipfile.ZipFile(io.BytesIO(after)).read("word/document.xml").decode()
    start, reference = xml.index('commentRangeStart w:id="1"'), xml.index("footnoteReference")
    assert start < reference < xml.index('commentRangeEnd w:id="1"')


def test_the_comment_on_words_in_a_text_box_stands_around_the_box_and_says_so() -> None:
    box = f"<w:txbxContent>{paragraph(run('de klanten'))}</w:txbxContent>"
    data = body(run("voor ") + f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>")
    (comment,) = on_words(data)
    assert comment.paragraphs[0].startswith(f"{MOVED}: Dit gaat over het tekstvak")
    assert folded(comment.anchored) == "de klanten"


def test_the_summary_stands_on_the_title() -> None:
    data = word(paragraph(run("Nota")) + paragraph(run("Samen sterk"), "Titel"))
    (summary,) = word_comments(commented(data))
    assert summary.anchored == "Samen sterk"
    assert summary.paragraphs[0] == "Taalscan van dit document"
    assert summary.paragraphs[1].startswith("Dit document is te kort")


def test_comments_have_a_date_only_if_one_is_given() -> None:
    data = body(run("de klanten"))
    dated = commented(data, Asked("nl", day=date(2026, 11, 28)))
    dates = [own.get(f"{W}date") for own in part(dated, "word/comments.xml")]
    assert dates == ["2026-11-28T00:00:00Z"] * 2
    assert [own.get(f"{W}date") for own in part(commented(data), "word/comments.xml")] == [
        None
    ] * 2


# --- the package ----------------------------------------------------------------------------


def test_all_other_members_keep_their_bytes_and_their_order() -> None:
    data = EXAMPLE.read_bytes()
    before, after = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, commented(data)))
    changed = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert after.namelist() == [*before.namelist(), "word/comments.xml"]
    for name in set(before.namelist()) - changed:
        assert after.read(name) == before.read(name)
        assert after.getinfo(name).compress_size == before.getinfo(name).compress_size


def test_what_was_in_content_types_and_relations_is_still_there() -> None:
    data = EXAMPLE.read_bytes()
    after = commented(data)
    for name in ("[Content_Types].xml", "word/_rels/document.xml.rels"):
        had, has = ([dict(own.attrib) for own in part(one, name)] for one in (data, after))
        assert has[:-1] == had
        assert "comments" in str(has[-1])


def test_the_same_document_gives_the_same_bytes() -> None:
    data = EXAMPLE.read_bytes()
    assert commented(data) == commented(data)


def test_an_example_of_the_real_thing_has_no_new_flaws() -> None:
    data = EXAMPLE.read_bytes()
    assert flaws(commented(data)) == flaws(data)


def test_runs_that_are_cut_keep_their_look_and_a_tracked_change_of_it() -> None:
    look = '<w:i/><w:rPrChange w:id="7" w:author="An"><w:rPr/></w:rPrChange>'
    after = commented(body(run("alle klanten samen", look)))
    root = part(after, "word/document.xml")
    looks = [own for own in root.iter(f"{W}rPr") if own.find(f"{W}i") is not None]
    numbers = [own.attrib[f"{W}id"] for own in root.iter(f"{W}rPrChange")]
    assert len(looks) == 4, "three parts of the run, and the reference"
    assert len(numbers) == 3
    assert len(set(numbers)) == 3


def test_a_strict_document_stays_strict() -> None:
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    loose = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    archive = zipfile.ZipFile(io.BytesIO(body(run("de klanten"))))
    data = zipped({name: archive.read(name).replace(loose, strict) for name in archive.namelist()})
    after = zipfile.ZipFile(io.BytesIO(commented(data)))
    for name in ("word/document.xml", "word/comments.xml"):
        assert strict in after.read(name)
        assert loose not in after.read(name)
    assert b"purl.oclc.org/ooxml/officeDocument/relationships/comments" in after.read(
        "word/_rels/document.xml.rels"
    )


@pytest.mark.parametrize(
    ("kind", "extension"),
    [
        ("vnd.openxmlformats-officedocument.wordprocessingml.document.main", "docx"),
        ("vnd.openxmlformats-officedocument.wordprocessingml.template.main", "dotx"),
        ("vnd.ms-word.document.macroEnabled.main", "docm"),
        ("vnd.ms-word.template.macroEnabledTemplate.main", "dotm"),
    ],
)
def test_the_extension_is_the_one_that_word_asks_for(kind: str, extension: str) -> None:
    archive = zipfile.ZipFile(io.BytesIO(body(run("de klanten"))))
    own = b"vnd.openxmlformats-officedocument.wordprocessingml.document.main"
    data = zipped(
        {name: archive.read(name).replace(own, kind.encode()) for name in archive.namelist()}
    )
    assert annotate_docx(scan_words(data), data, ASKED).extension == extension


def test_a_signed_document_is_refused() -> None:
    archive = zipfile.ZipFile(io.BytesIO(body(run("de klanten"))))
    parts = {name: archive.read(name) for name in archive.namelist()}
    data = zipped(parts | {"_xmlsignatures/origin.sigs": b""})
    with pytest.raises(OutputError) as caught:
        commented(data)
    assert caught.value.values == {"flaw": "signed", "format": "docx"}


def test_comments_that_cannot_be_read_are_refused_and_not_lost() -> None:
    once = commented(body(run("de klanten")))
    archive = zipfile.ZipFile(io.BytesIO(once))
    parts = {name: archive.read(name) for name in archive.namelist()}
    data = zipped(parts | {"word/comments.xml": b"<kapot"})
    with pytest.raises(OutputError) as caught:
        commented(data)
    assert caught.value.values == {"flaw": "damaged", "format": "docx"}


def test_comments_that_unpack_to_more_than_is_read_are_refused() -> None:
    once = commented(body(run("de klanten")))
    archive = zipfile.ZipFile(io.BytesIO(once))
    parts = {name: archive.read(name) for name in archive.namelist()}
    data = zipped(parts | {"word/comments.xml": b" " * 100_000_001})
    with pytest.raises(OutputError) as caught:
        commented(data)
    assert caught.value.values == {"flaw": "too-large", "format": "docx"}


def test_a_bomb_among_the_other_members_is_not_unpacked() -> None:
    archive = zipfile.ZipFile(io.BytesIO(body(run("de klanten"))))
    parts = {name: archive.read(name) for name in archive.namelist()}
    data = zipped(parts | {"word/media/plaatje.png": bytes(300_000_000)})
    after = commented(data)
    assert len(after) < len(data) + 5_000
    assert zipfile.ZipFile(io.BytesIO(after)).getinfo("word/media/plaatje.png").file_size == 3e8


def test_eighty_five_comments_take_less_than_a_second() -> None:
    data = EXAMPLE.read_bytes()
    scan = scan_words(data, words=("de ", "van"))
    start = time.process_time()
    after = annotate_docx(scan, data, ASKED).data
    assert time.process_time() - start < 1
    assert len(word_comments(after)) > 85


def test_comments_are_numbered_on_from_those_there_are() -> None:
    twice = word_comments(commented(commented(body(run("de klanten")))))
    assert all(int(one.number) + 1 == int(two.number) for one, two in pairwise(twice))
    assert [own.anchored for own in twice] == ["Titel", "klanten"] * 2
