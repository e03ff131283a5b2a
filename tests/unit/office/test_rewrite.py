"""A zip file written again keeps every byte of what does not change."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.errors import DamagedDocumentError
from taalscan.office.rewrite import rewrite

NAMES = st.sampled_from(["mimetype", "a.xml", "word/b.xml", "é.xml", "plaatje.png"])


@st.composite
def archives(draw: st.DrawFn) -> bytes:
    """A zip file: packed or not, with sizes before or behind the data, with a comment."""
    parts = draw(st.dictionaries(NAMES, st.binary(max_size=200), min_size=1))
    file = io.BytesIO()
    target = draw(st.sampled_from([file, _Stream(file)]))
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, (2026, 5, 17, 13, 45, 2))
            info.compress_type = draw(st.sampled_from([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
            info.external_attr = 0o640 << 16
            with archive.open(info, "w", force_zip64=draw(st.booleans())) as part:
                part.write(content)
        archive.comment = draw(st.sampled_from([b"", b"van de gemeente", bytes(20)]))
    return file.getvalue()


class _Stream(io.RawIOBase):
    """A file that cannot go back, so that sizes come behind the data."""

    def __init__(self, file: io.BytesIO) -> None:
        self._file = file

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        return self._file.write(data)  # type: ignore[arg-type]


def members(data: bytes) -> dict[str, tuple[object, ...]]:
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return {
        info.filename: (
            archive.read(info),
            info.compress_type,
            info.compress_size,
            info.date_time,
            info.external_attr,
        )
        for info in archive.infolist()
    }


@given(archives())
def test_without_changes_all_members_are_as_they_were(data: bytes) -> None:
    assert list(members(rewrite(data, {})).items()) == list(members(data).items())
    comment = zipfile.ZipFile(io.BytesIO(data)).comment
    assert zipfile.ZipFile(io.BytesIO(rewrite(data, {}))).comment == comment


@given(archives(), st.dictionaries(NAMES, st.binary(max_size=50), min_size=1))
def test_changed_members_keep_their_place_and_new_ones_come_last(
    data: bytes, parts: dict[str, bytes]
) -> None:
    before, after = members(data), members(rewrite(data, parts))
    assert list(after) == [*before, *(name for name in parts if name not in before)]
    for name, member in after.items():
        assert member[0] == parts.get(name, before.get(name, (b"",))[0])
        assert name in parts or member == before[name]


@given(archives())
def test_the_same_file_gives_the_same_bytes(data: bytes) -> None:
    assert rewrite(data, {"nieuw.xml": b"<a/>"}) == rewrite(data, {"nieuw.xml": b"<a/>"})


def test_of_two_members_with_one_name_the_one_that_is_read_is_replaced() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.xml", b"een")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a.xml", b"twee")
    changed = zipfile.ZipFile(io.BytesIO(rewrite(file.getvalue(), {"a.xml": b"drie"})))
    assert [changed.read(info) for info in changed.infolist()] == [b"drie"]


@pytest.mark.parametrize("flaw", ["no-zip", "no-header", "cut"])
def test_a_broken_file_is_refused(flaw: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.xml", b"een")
    data = file.getvalue()
    broken = {"no-zip": b"geen zip", "no-header": b"XXXX" + data[4:], "cut": data[:20]}[flaw]
    with pytest.raises(DamagedDocumentError):
        rewrite(broken, {"b.xml": b""})
