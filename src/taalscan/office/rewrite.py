"""Write a zip file again with some members changed, and the others as they were, byte for byte."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from taalscan.errors import DamagedDocumentError

_LOCAL: Final = struct.Struct("<4s5H3I2H")
_CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
_END: Final = struct.Struct("<4s4H2IH")
_EXTRA: Final = struct.Struct("<2H")
"""Headers of a zip file (APPNOTE 4.3.7, 4.3.12, 4.3.16, 4.5.1)."""

_LATER: Final = 0x08
"""Flag: sizes stand behind the data, because they were not known before it."""

_UTF_8: Final = 0x800
_LONG: Final = 0x0001
_DEFLATED_VERSION: Final = 20
_FIRST_DAY: Final = (1 << 5) | 1
"""1 January 1980, the first day that a zip file knows: what is added has no date."""


@dataclass(frozen=True, slots=True)
class _Member:
    """A member as it is to be written; `stamp` is its time and date, `sizes` packed and not."""

    name: bytes
    data: bytes
    crc: int
    sizes: tuple[int, int]
    method: int
    flags: int = 0
    stamp: tuple[int, int] = (0, _FIRST_DAY)
    version: int = _DEFLATED_VERSION
    made: int = _DEFLATED_VERSION
    extras: tuple[bytes, bytes] = (b"", b"")
    attributes: tuple[int, int] = (0, 0)
    comment: bytes = b""


def rewrite(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a zip file with these parts in it; parts that it lacks come last.

    What is not changed is not unpacked either, so that it costs nothing whatever it holds.

    Args:
        data: the bytes of a zip file.
        parts: what members of these names are to hold.

    Raises:
        DamagedDocumentError: if it is no zip file, or a member is not where it should be.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        members = list(_members(archive, data, parts))
        return _written(members, archive.comment)
    except (zipfile.BadZipFile, struct.error, OSError, ValueError) as error:
        raise DamagedDocumentError from error


def _members(
    archive: zipfile.ZipFile, data: bytes, parts: Mapping[str, bytes]
) -> Iterator[_Member]:
    for info in archive.infolist():
        if info.filename not in parts:
            yield _kept(info, data)
        elif archive.getinfo(info.filename) is info:
            yield _made(info.filename, parts[info.filename])
    there = set(archive.namelist())
    for name, content in parts.items():
        if name not in there:
            yield _made(name, content)


def _kept(info: zipfile.ZipInfo, data: bytes) -> _Member:
    """Return a member with the very bytes that it has."""
    start = info.header_offset
    signature, version, _, _, time, date, *_, named, extra = _LOCAL.unpack_from(data, start)
    if signature != b"PK\x03\x04":
        raise DamagedDocumentError
    name_start = start + _LOCAL.size
    body = name_start + named + extra
    packed = data[body : body + info.compress_size]
    if len(packed) != info.compress_size:
        raise DamagedDocumentError
    return _Member(
        name=data[name_start : name_start + named],
        data=packed,
        crc=info.CRC,
        sizes=(info.compress_size, info.file_size),
        method=info.compress_type,
        flags=info.flag_bits & ~_LATER,
        stamp=(time, date),
        version=version,
        made=(info.create_system << 8) + info.create_version,
        extras=(_short(data[name_start + named : body]), _short(info.extra)),
        attributes=(info.internal_attr, info.external_attr),
        comment=info.comment,
    )


def _made(name: str, content: bytes) -> _Member:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = packer.compress(content) + packer.flush()
    return _Member(
        name=name.encode(),
        data=packed,
        crc=zlib.crc32(content),
        sizes=(len(packed), len(content)),
        method=zipfile.ZIP_DEFLATED,
        flags=0 if name.isascii() else _UTF_8,
    )


def _short(extra: bytes) -> bytes:
    """Return the extra fields without the one for sizes over 4 GB, which stand in the header."""
    kept, start = b"", 0
    while start + _EXTRA.size <= len(extra):
        kind, size = _EXTRA.unpack_from(extra, start)
        end = start + _EXTRA.size + size
        kept += extra[start:end] if kind != _LONG else b""
        start = end
    return kept


def _written(members: list[_Member], comment: bytes) -> bytes:
    written = bytearray()
    directory = bytearray()
    for member in members:
        directory += _entry(member, len(written))
        fields = (member.crc, *member.sizes, len(member.name), len(member.extras[0]))
        head = (member.version, member.flags, member.method, *member.stamp)
        written += _LOCAL.pack(b"PK\x03\x04", *head, *fields)
        written += member.name + member.extras[0] + member.data
    count, start = len(members), len(written)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, len(directory), start, len(comment))
    return bytes(written + directory + end + comment)


def _entry(member: _Member, offset: int) -> bytes:
    lengths = (len(member.name), len(member.extras[1]), len(member.comment))
    head = (member.made, member.version, member.flags, member.method, *member.stamp)
    fields = (member.crc, *member.sizes, *lengths, 0, *member.attributes, offset)
    packed = _CENTRAL.pack(b"PK\x01\x02", *head, *fields)
    return packed + member.name + member.extras[1] + member.comment
