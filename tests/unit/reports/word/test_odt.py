"""An OpenDocument text comes back as it was, but for comments on the very words found."""

import io
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openxml_audit
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from taalscan.errors import OutputError
from taalscan.office.rewrite import rewrite
from taalscan.readers.media import ODT
from taalscan.reports.remarks import remarks_of
from taalscan.reports.voice import voice
from taalscan.reports.word import Asked, annotate_odt
from taalscan.reports.word.told import comments_of
from tests.contract.samples import opendocument, zipped
from tests.word_files import (
    OFFICE,
    WORDS,
    Comment,
    folded,
    odt_comments,
    odt_events,
    odt_text,
    part,
    read,
    scan_words,
)

ASKED = Asked("nl")
EXAMPLE = Path(__file__).parents[4] / "examples" / "herschreven-nieuwkomers.odt"
MOVED = "Let op de plek"
META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
DATE = "{http://purl.org/dc/elements/1.1/}date"


def commented(data: bytes, asked: Asked = ASKED) -> bytes:
    return annotate_odt(scan_words(data, ODT), data, asked).data


def on_words(body: str) -> list[Comment]:
    """Return the comments on words, without the one on the document."""
    return odt_comments(commented(opendocument(f"<text:p>Titel</text:p>{body}")))[1:]


# --- whatever the document ------------------------------------------------------------------


def _span(inside: str) -> str:
    return f'<text:span text:style-name="T1">{inside}</text:span>'


def _link(inside: str) -> str:
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink" xlink:type="simple" xlink:href="#x"'
    return f"<text:a {link}>{inside}</text:a>"


def _marked(inside: str) -> str:
    return f'<text:bookmark-start text:name="b"/>{inside}<text:bookmark-end text:name="b"/>'


def _changed(inside: str) -> str:
    change = 'text:change-id="c1"'
    return f"<text:change-start {change}/>{inside}<text:change-end {change}/>"


def _noted(inside: str) -> str:
    body = f"<text:note-body><text:p>Over klanten: {inside}</text:p></text:note-body>"
    mark = "<text:note-citation>1</text:note-citation>"
    return f"{inside}<text:note text:note-class='footnote'>{mark}{body}</text:note>"


def _boxed(inside: str) -> str:
    box = f"<draw:text-box><text:p>In het kader {inside}</text:p></draw:text-box>"
    return f"{inside}<draw:frame>{box}</draw:frame>"


def _asked(inside: str) -> str:
    return f"{inside}<office:annotation><text:p>Klopt dit, klanten?</text:p></office:annotation>"


def _remarked(inside: str) -> str:
    return f"{inside}<!-- klanten --><text:s/>"


_AROUND: tuple[Callable[[str], str], ...] = (
    str,
    _span,
    _link,
    _marked,
    _changed,
    _noted,
    _boxed,
    _asked,
    _remarked,
)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """An OpenDocument text whose words are parted by spans, links, notes and boxes."""
    plain = ("De wijk groeit. ", "e\u0301n ", "مرحبا ", "👩‍👩‍👧 ", "samen ")
    blocks = []
    for _ in range(draw(st.integers(1, 4))):
        words = draw(st.lists(st.sampled_from([*WORDS, *plain]), min_size=1, max_size=5))
        text = "Over " + " ".join(words)
        cuts = sorted(draw(st.sets(st.integers(1, len(text) - 1), max_size=4)))
        inside = "".join(
            draw(st.sampled_from(_AROUND))(text[start:end])
            for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)
        )
        block = f"<text:p>{inside}</text:p>"
        cell = f"<table:table-cell>{block}</table:table-cell>"
        columns = '<table:table-column table:number-columns-repeated="2"/>'
        in_table = (
            f"<table:table>{columns}<table:table-row>{cell}{cell}</table:table-row></table:table>"
        )
        in_list = f"<text:list><text:list-item>{block}</text:list-item></text:list>"
        blocks.append(draw(st.sampled_from([block, block, in_table, in_list])))
    return opendocument(f"<text:p>Samen in Veldermeer</text:p>{''.join(blocks)}")


@given(documents())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_the_text_is_the_same_for_our_reader_and_for_another(data: bytes) -> None:
    after = commented(data)
    assert read(after, ODT).text == read(data, ODT).text
    assert read(after, ODT).blocks == read(data, ODT).blocks
    assert odt_text(after) == odt_text(data)


@given(documents())
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_each_comment_stands_on_the_words_it_is_about(data: bytes) -> None:
    scan = scan_words(data, ODT)
    found = {own.number: own for own in odt_comments(annotate_odt(scan, data, ASKED).data)}
    told = comments_of(remarks_of(scan, voice("nl")))
    assert found["taalscan-1"].anchored == "Samen in Veldermeer"
    own = [name for name in found if name.startswith("taalscan-")]
    assert len(own) == len(told) + 1
    for number, remark in enumerate(told, start=2):
        comment = found[f"taalscan-{number}"]
        is_moved = comment.paragraphs[0].startswith(MOVED)
        words = folded(remark.span.cut(scan.document.text))
        assert words in folded(comment.held) if is_moved else words == folded(comment.anchored)


@given(documents())
@settings(deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow])
def test_comments_of_others_stay_where_they_are(data: bytes) -> None:
    assert others(commented(data)) == others(data)


def others(data: bytes) -> list[str]:
    """Return the comments without a name, each with all text before it."""
    before, found = "", []
    body = part(data, "content.xml").find(f".//{OFFICE}text")
    assert body is not None
    for _, value in odt_events(body):
        if isinstance(value, str):
            before += value
        elif f"{OFFICE}name" not in value.attrib:
            found.append(before + "".join(value.itertext()))
    return found


SCHEMAS = Path(openxml_audit.__file__).parent / "odf" / "schemas"
SCHEMA = {
    "1.2": "odf-1.2/OpenDocument-v1.2-os-schema.rng",
    "1.3": "odf-1.3/OpenDocument-v1.3-schema.rng",
}


@pytest.fixture(scope="module", params=SCHEMA)
def schema(request: pytest.FixtureRequest) -> tuple[str, etree.RelaxNG]:
    """A version of OpenDocument, and its schema as OASIS publishes it."""
    return request.param, etree.RelaxNG(etree.parse(SCHEMAS / SCHEMA[request.param]))


@given(data=documents())
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_what_holds_to_the_schema_still_does(
    schema: tuple[str, etree.RelaxNG], data: bytes
) -> None:
    versioned = with_version(data, schema[0])
    if is_valid(versioned, schema[1]):
        assert is_valid(commented(versioned), schema[1])


def test_an_example_of_the_real_thing_holds_to_the_schema(
    schema: tuple[str, etree.RelaxNG],
) -> None:
    data = with_version(EXAMPLE.read_bytes(), schema[0])
    after = commented(data)
    assert is_valid(data, schema[1])
    assert is_valid(after, schema[1])
    initials = list(part(after, "content.xml").iter(f"{META}creator-initials"))
    assert bool(initials) == (schema[0] == "1.3"), "1.2 has no place for them"


def with_version(data: bytes, version: str) -> bytes:
    root = etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("content.xml"))
    root.set(f"{OFFICE}version", version)
    return rewrite(data, {"content.xml": etree.tostring(root)})


def is_valid(data: bytes, schema: etree.RelaxNG) -> bool:
    content = zipfile.ZipFile(io.BytesIO(data)).read("content.xml")
    return bool(schema.validate(etree.fromstring(content)))


# --- what stands where ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "inside",
    [
        "alle klanten samen",
        "<text:span>alle kl</text:span>anten samen",
        "<text:a>de klanten</text:a>",
        "klan<text:span>ten</text:span>",
        "<text:span>x<text:span>klanten</text:span></text:span>",
        'de klan<text:change text:change-id="c1"/>ten',
    ],
)
def test_a_comment_crosses_spans_links_and_changes(inside: str) -> None:
    (comment,) = on_words(f"<text:p>{inside}</text:p>")
    assert comment.anchored == "klanten"
    assert comment.author == "taalscan"
    assert comment.paragraphs[:2] == ("M · marktgericht", "‘klanten’ – klant en product.")


def test_words_of_a_field_have_their_comment_around_the_field() -> None:
    (comment,) = on_words("<text:p>voor <text:title>de klanten hier</text:title> en</text:p>")
    assert comment.anchored == "de klanten hier"


def test_the_comment_on_words_in_a_note_stands_around_the_note_and_says_so() -> None:
    note = "<text:note><text:note-body><text:p>de klanten</text:p></text:note-body></text:note>"
    (comment,) = on_words(f"<text:p>De wijk{note} groeit</text:p>")
    assert comment.paragraphs[0].startswith(f"{MOVED}: Dit gaat over de voetnoot")
    assert (comment.anchored, comment.held) == ("", "de klanten")


def test_a_box_on_the_page_has_its_comment_in_the_first_paragraph() -> None:
    box = "<draw:frame><draw:text-box><text:p>de klanten</text:p></draw:text-box></draw:frame>"
    comments = on_words(box)
    assert [own.anchored for own in comments] == ["Titel"]
    assert comments[0].paragraphs[0].startswith(f"{MOVED}: Dit gaat over het tekstvak")


def test_deleted_words_have_no_comment() -> None:
    changes = "<text:tracked-changes><text:p>klanten</text:p></text:tracked-changes>"
    assert on_words(f"{changes}<text:p>de wijk</text:p>") == []


def test_comments_have_a_date_only_if_one_is_given() -> None:
    data = opendocument("<text:p>de klanten</text:p>")
    for day, told in ((None, []), (date(2026, 11, 28), ["2026-11-28T00:00:00"] * 2)):
        root = part(commented(data, Asked("nl", day=day)), "content.xml")
        dates = [own.text for own in root.iter(DATE)]
        assert dates == told


# --- the package ----------------------------------------------------------------------------


def test_all_other_members_keep_their_bytes_and_their_order() -> None:
    data = EXAMPLE.read_bytes()
    before, after = (zipfile.ZipFile(io.BytesIO(one)) for one in (data, commented(data)))
    assert after.namelist() == before.namelist()
    assert after.namelist()[0] == "mimetype"
    assert after.getinfo("mimetype").compress_type == zipfile.ZIP_STORED
    for name in set(before.namelist()) - {"content.xml"}:
        assert after.read(name) == before.read(name)


def test_the_same_document_gives_the_same_bytes() -> None:
    data = EXAMPLE.read_bytes()
    assert commented(data) == commented(data)


def test_a_second_round_numbers_on() -> None:
    twice = commented(commented(opendocument("<text:p>de klanten</text:p>")))
    names = [
        own.get(f"{OFFICE}name") for own in part(twice, "content.xml").iter(f"{OFFICE}annotation")
    ]
    assert sorted(name or "" for name in names) == [f"taalscan-{n}" for n in range(1, 5)]


def test_a_template_stays_a_template() -> None:
    archive = zipfile.ZipFile(io.BytesIO(opendocument("<text:p>de klanten</text:p>")))
    parts = {name: archive.read(name) for name in archive.namelist()}
    data = zipped(parts | {"mimetype": b"application/vnd.oasis.opendocument.text-template"})
    assert annotate_odt(scan_words(data, ODT), data, ASKED).extension == "ott"


def test_a_signed_document_is_refused() -> None:
    archive = zipfile.ZipFile(io.BytesIO(opendocument("<text:p>de klanten</text:p>")))
    parts = {name: archive.read(name) for name in archive.namelist()}
    data = zipped(parts | {"META-INF/documentsignatures.xml": b"<x/>"})
    with pytest.raises(OutputError) as caught:
        commented(data)
    assert caught.value.values == {"flaw": "signed", "format": "odt"}
