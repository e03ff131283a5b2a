"""Notes go into a PDF without touching what is there, or the file is refused."""

import warnings
from collections.abc import Callable, Sequence
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from taalscan.errors import OutputError
from taalscan.model import PageBox
from taalscan.reports.pdf import MADE
from taalscan.reports.pdf.frame import Rectangle, level, upright
from taalscan.reports.pdf.marks import Mark
from taalscan.reports.pdf.writer import write_marks
from taalscan.reports.remarks import Weight
from tests.pdf_files import Sheet, column, pdf
from tests.pdf_looks import notes_of, pictures

SHEET = Sheet(column(["De gemeente helpt bewoners", "die hulp nodig hebben."], 72, 700))
BOX = PageBox(1, 87, 697, 135, 708)
SUMMARY = ("taalscan", "Taalscan van nota.pdf")
PATTERNS = ["solid", "double", "dotted", "dashed", "wavy"]


def mark(
    *boxes: PageBox,
    weight: Weight = Weight.WHOLE,
    pattern: str = "solid",
    text: str = "‘gemeente’ – ë €",
) -> Mark:
    where = boxes or (BOX,)
    return Mark(
        page=where[0].page,
        boxes=where,
        weight=weight,
        colour="#1f5fa8",
        pattern=pattern,
        level=0,
        title="M · Marktgericht",
        text=text,
    )


def changed(
    change: Callable[[pikepdf.Pdf], None], sheets: Sequence[Sheet] = (SHEET,), **how: Any
) -> bytes:
    """Return a PDF in which something was changed with pikepdf."""
    with pikepdf.open(BytesIO(pdf(sheets))) as file:
        change(file)
        out = BytesIO()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
            file.save(out, **how)
        return out.getvalue()


def unchanged(_: pikepdf.Pdf) -> None:
    """Change nothing."""


# --- what is written ------------------------------------------------------------------------


def test_a_note_holds_title_text_colour_corners_and_its_own_look() -> None:
    made = write_marks(pdf([SHEET]), [mark()], SUMMARY)
    with pikepdf.open(BytesIO(made)) as file:
        item = file.pages[0].obj.Annots[2]
        assert (str(item.T), str(item.Contents)) == ("M · Marktgericht", "‘gemeente’ – ë €")
        assert [float(number) for number in item.QuadPoints] == [
            87,
            708,
            135,
            708,
            87,
            697,
            135,
            697,
        ]
        assert all(0 <= float(part) <= 1 for part in item.C)
        assert item.AP.N.Subtype == Name.Form
        assert str(item.AP.N.Resources.ExtGState.T.BM) == "/Multiply"
        assert item.Popup.Parent.NM == item.NM
        assert item.P.Contents == file.pages[0].obj.Contents
        assert "/M" not in item
        assert "/CreationDate" not in item


def test_corners_follow_the_direction_of_the_words() -> None:
    made = write_marks(pdf([SHEET]), [mark(PageBox(1, 90, 72, 101, 120, turn=1))], SUMMARY)
    (quad,) = notes_of(made)[1].quads
    # the words run upwards: the upper left corner of the line is the lower left one of the page
    assert quad == (90, 72, 90, 120, 101, 72, 101, 120)


@pytest.mark.parametrize("pattern", PATTERNS)
@pytest.mark.parametrize("weight", Weight)
def test_each_axis_and_weight_looks_its_own_way(pattern: str, weight: Weight) -> None:
    box = BOX if weight is not Weight.FRAME else PageBox(1, 60, 600, 62, 708)
    looks = {
        write_marks(pdf([SHEET]), [mark(box, weight=weight, pattern=other)], SUMMARY)
        for other in {pattern, "solid"}
    }
    before = pictures(pdf([SHEET]))[0]
    shown = [pictures(look)[0] for look in looks]
    assert all((before != picture).any() for picture in shown)
    if len(shown) == 2:
        assert (shown[0] != shown[1]).any()


@pytest.mark.parametrize("rotate", [0, 90, 180, 270, -90, 450])
def test_the_sign_of_the_summary_is_at_the_upper_right_as_the_page_is_shown(rotate: int) -> None:
    sheet = Sheet(width=400, height=600, crop=(50, 60, 350, 560), rotate=rotate)
    data = pdf([sheet])
    old, new = pictures(data)[0], pictures(write_marks(data, [], SUMMARY))[0]
    rows, columns = (old != new).any(axis=2).nonzero()
    width = old.shape[1]
    assert rows.max() < 45
    assert columns.min() > width - 45
    assert rows.min() > 6 < width - columns.max()


def test_notes_that_were_there_stay_and_ours_are_replaced() -> None:
    def note(file: pikepdf.Pdf) -> None:
        own = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[1, 2, 3, 4], Contents="van mij")
        file.pages[0].obj.Annots = Array([file.make_indirect(own)])

    once = write_marks(changed(note), [mark()], SUMMARY)
    twice = write_marks(once, [mark(text="nieuw")], SUMMARY)
    with pikepdf.open(BytesIO(twice)) as file:
        told = [str(item.get("/Contents", "-")) for item in file.pages[0].obj.Annots]
    assert told == ["van mij", "Taalscan van nota.pdf", "-", "nieuw", "-"]


def test_notes_of_a_former_run_go_from_pages_without_new_ones_too() -> None:
    data = pdf([SHEET, SHEET])
    once = write_marks(data, [mark(PageBox(2, 87, 697, 135, 708))], SUMMARY)
    assert [note.page for note in notes_of(once)] == [1, 2]
    assert [note.page for note in notes_of(write_marks(once, [], SUMMARY))] == [1]


@pytest.mark.parametrize("value", [Name.Wrong, 5, Dictionary(A=1), Array([1, Name.B])])
def test_a_list_of_notes_that_is_none_is_no_problem(value: Any) -> None:
    def spoil(file: pikepdf.Pdf) -> None:
        file.pages[0].obj.Annots = value

    assert len(notes_of(write_marks(changed(spoil), [mark()], SUMMARY))) == 2


@pytest.mark.parametrize(
    "value", [Name.Wrong, Array([1, 2]), Array([5, 5, 5, 5]), Array([Name.A] * 4)]
)
@pytest.mark.parametrize("key", ["/MediaBox", "/CropBox", "/Rotate"])
def test_a_page_with_a_wrong_size_or_turn_is_no_problem(key: str, value: Any) -> None:
    def spoil(file: pikepdf.Pdf) -> None:
        file.pages[0].obj[key] = value

    assert len(notes_of(write_marks(changed(spoil), [mark()], SUMMARY))) == 2


def test_tags_content_and_what_a_document_tells_of_itself_stay() -> None:
    def tag(file: pikepdf.Pdf) -> None:
        tree = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array(
            [file.make_indirect(Dictionary(S=Name.P, P=tree, Pg=file.pages[0].obj, K=0))]
        )
        file.Root.StructTreeRoot = tree
        file.Root.MarkInfo = Dictionary(Marked=True)
        file.Root.Lang = pikepdf.String("nl-NL")
        file.docinfo["/Title"] = "Nota"

    data = changed(tag)
    made = write_marks(data, [mark()], SUMMARY)
    with pikepdf.open(BytesIO(data)) as old, pikepdf.open(BytesIO(made)) as new:
        assert new.Root.StructTreeRoot.K[0].S == Name.P
        assert new.Root.StructTreeRoot.K[0].Pg.Contents == new.pages[0].obj.Contents
        assert new.Root.MarkInfo == old.Root.MarkInfo
        assert str(new.Root.Lang) == "nl-NL"
        assert dict(new.docinfo) == dict(old.docinfo)
        one, two = (file.pages[0].obj.Contents.read_raw_bytes() for file in (old, new))
        assert one == two


def test_streams_are_kept_as_they_were_packed() -> None:
    data = changed(unchanged, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    made = write_marks(data, [mark()], SUMMARY)
    with pikepdf.open(BytesIO(data)) as old, pikepdf.open(BytesIO(made)) as new:
        packed = [file.pages[0].obj.Contents.read_raw_bytes() for file in (old, new)]
        assert packed[0] == packed[1]
        assert packed[0] != new.pages[0].obj.Contents.read_bytes()


def test_a_copy_of_ours_is_marked_as_one() -> None:
    assert MADE in write_marks(pdf([SHEET]), [], SUMMARY)[-2048:]


# --- what is refused ------------------------------------------------------------------------


def refused(data: bytes, pages: int | None = None) -> object:
    with pytest.raises(OutputError) as caught:
        write_marks(data, [mark()], SUMMARY, pages)
    assert caught.value.values["format"] == "pdf"
    return caught.value.values["flaw"]


@pytest.mark.parametrize("user", ["", "geheim"])
def test_an_encrypted_file_is_refused(user: str) -> None:
    lock = pikepdf.Encryption(owner="baas", user=user)
    assert refused(changed(unchanged, encryption=lock)) == "encrypted"


def signature(file: pikepdf.Pdf) -> pikepdf.Object:
    value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), ByteRange=[0, 1, 2, 3])
    return file.make_indirect(value)


def sign_field(file: pikepdf.Pdf) -> None:
    field = file.make_indirect(Dictionary(FT=Name.Sig, T="h", V=signature(file)))
    file.Root.AcroForm = Dictionary(Fields=[field], SigFlags=3)


def sign_below(file: pikepdf.Pdf) -> None:
    below = file.make_indirect(Dictionary(T="h", V=signature(file)))
    field = file.make_indirect(Dictionary(FT=Name.Sig, T="groep", Kids=[below]))
    file.Root.AcroForm = Dictionary(Fields=[field])


def sign_page(file: pikepdf.Pdf) -> None:
    item = Dictionary(Subtype=Name.Widget, FT=Name.Sig, V=signature(file), Rect=[0, 0, 0, 0])
    file.pages[0].obj.Annots = Array([file.make_indirect(item)])


def certify(file: pikepdf.Pdf) -> None:
    file.Root.Perms = Dictionary(DocMDP=signature(file))


@pytest.mark.parametrize("sign", [sign_field, sign_below, sign_page, certify])
def test_a_signed_file_is_refused(sign: Callable[[pikepdf.Pdf], None]) -> None:
    assert refused(changed(sign)) == "signed"


def test_a_field_that_nobody_signed_is_no_signature() -> None:
    def ask(file: pikepdf.Pdf) -> None:
        field = file.make_indirect(Dictionary(FT=Name.Sig, T="h"))
        file.Root.AcroForm = Dictionary(Fields=[field])

    assert len(notes_of(write_marks(changed(ask), [mark()], SUMMARY))) == 2


def test_fields_that_go_round_in_a_circle_end() -> None:
    def circle(file: pikepdf.Pdf) -> None:
        field = file.make_indirect(Dictionary(T="h"))
        field.Kids = Array([field, field])
        file.Root.AcroForm = Dictionary(Fields=[field])

    assert len(notes_of(write_marks(changed(circle), [mark()], SUMMARY))) == 2


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"geen pdf", pdf([SHEET])[:200]])
def test_a_broken_file_is_refused(data: bytes) -> None:
    assert refused(data) == "damaged"


def test_a_file_of_which_the_pages_are_not_agreed_on_is_refused() -> None:
    assert refused(pdf([SHEET]), pages=2) == "damaged"


# --- turning --------------------------------------------------------------------------------

points = st.floats(-1000, 1000).map(float)


@given(st.tuples(points, points), st.tuples(points, points), st.integers(0, 3))
def test_a_rectangle_turned_and_back_is_the_same(
    one: tuple[float, float], two: tuple[float, float], turn: int
) -> None:
    (left, right), (bottom, top) = sorted((one[0], two[0])), sorted((one[1], two[1]))
    rectangle = Rectangle(left, bottom, right, top)
    assert level(upright(rectangle, 1, turn)) == rectangle


@given(
    st.builds(
        Mark,
        st.integers(1, 9),
        st.lists(st.builds(PageBox, st.integers(1, 9), points, points, points, points)).map(tuple),
        st.sampled_from(Weight),
        st.just("#123abc"),
        st.sampled_from(PATTERNS),
        st.integers(0, 3),
        st.text(),
        st.text(),
    )
)
def test_a_mark_survives_the_way_to_the_other_process(own: Mark) -> None:
    assert Mark.from_json(own.as_json()) == own
