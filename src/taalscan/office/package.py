"""Open zipped office documents without being harmed by them."""

import io
import posixpath
import zipfile
import zlib
from typing import Final

from lxml import etree

from taalscan.errors import DamagedDocumentError, EncryptedDocumentError, TooLargeError

_CHUNK: Final = 1_000_000


class Package:
    """The parts of a zipped document; counts all bytes that it unpacks."""

    def __init__(self, data: bytes, unzipped: int) -> None:
        """Open the package.

        Args:
            data: the bytes of the file.
            unzipped: bytes that the parts may unpack to, together.

        Raises:
            DamagedDocumentError: if it is no zip file.
        """
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, EOFError, OSError, ValueError) as error:
            raise DamagedDocumentError from error
        self._names = frozenset(self._zip.namelist())
        self._limit = unzipped
        self._left = unzipped

    @property
    def names(self) -> frozenset[str]:
        """The names of its parts."""
        return self._names

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            DamagedDocumentError: if the part is absent or broken.
            EncryptedDocumentError: if it is locked.
            TooLargeError: if the parts read so far are over the limit.
        """
        try:
            return self._unpack(name)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise DamagedDocumentError from error
        except (NotImplementedError, RuntimeError) as error:
            raise EncryptedDocumentError from error

    def xml(self, name: str) -> "etree._Element":
        """Return the root of an XML part; for the errors see `read` and `parse_xml`."""
        return parse_xml(self.read(name))

    def _unpack(self, name: str) -> bytes:
        chunks = []
        with self._zip.open(name) as part:
            while chunk := part.read(_CHUNK):
                self._left -= len(chunk)
                if self._left < 0:
                    raise TooLargeError(limit="unzipped", most=self._limit)
                chunks.append(chunk)
        return b"".join(chunks)


def parse_xml(data: bytes) -> "etree._Element":
    """Return the root of an XML document; nothing outside it is ever fetched.

    Raises:
        DamagedDocumentError: if it is not well-formed, nests too deep, or declares a document type
            (office documents have none; entities are used to attack).
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedDocumentError from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DamagedDocumentError
    return root


def resolve(base: str, target: str) -> str:
    """Return the name of a part that another part points to.

    >>> resolve("word/document.xml", "footnotes.xml")
    'word/footnotes.xml'
    """
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(base), target)).lstrip("/")
