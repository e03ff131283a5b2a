"""Give built files the same bytes each time: fixed dates and a fixed order."""

import datetime
import io
import re
import zipfile

_FIRST = ("mimetype", "[Content_Types].xml")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def repack(data: bytes) -> bytes:
    """Return a zipped document with its parts in a fixed order and without times."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in sorted(old.namelist(), key=_place):
            entry = zipfile.ZipInfo(name, _EPOCH)
            # A mimetype that is not compressed is how an OpenDocument file is recognised.
            entry.compress_type = (
                zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            )
            new.writestr(entry, old.read(name))
    return packed.getvalue()


def _place(name: str) -> tuple[int, str]:
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def fix_pdf(data: bytes, date: datetime.date) -> bytes:
    """Return a PDF with fixed dates and identifiers of the same length, so that offsets hold."""
    stamp = f"{date:%Y%m%d}090000".encode()
    data = re.sub(rb"(?<=Date\(D:)\d{14}", stamp, data)
    data = re.sub(rb"(?<=/DocChecksum /)[0-9A-F]{32}", b"0" * 32, data)
    return re.sub(rb"(?<=<)[0-9A-F]{32}(?=>\s*(?:<[0-9A-F]{32}>\s*)?\])", b"0" * 32, data)
