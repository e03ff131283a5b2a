"""Define the error tree; every class has a stable code.

    TaalscanError
    ├── UsageError            wrong use of a command or function
    ├── ConfigError           a setting in taalscan.toml is wrong
    ├── ReadError             a document cannot be read (becomes a Failure, the run goes on)
    │   ├── EmptyDocumentError       no text at all
    │   ├── EncryptedDocumentError   locked with a password
    │   ├── NoTextLayerError         a PDF of pictures: needs text recognition first
    │   ├── DamagedDocumentError     the file is broken
    │   ├── TooLargeError            over the limits for size, pages or time
    │   ├── NotADocumentError        not a format that is read
    │   ├── UnreadableTextError      the characters make no words (broken font table)
    │   └── NotDutchError            the text is in another language
    ├── LexiconError          a lexicon does not hold to its schema
    ├── LabelsError           a file with labelled passages cannot be used
    ├── MissingLibraryError   a library of an extra is not installed
    ├── ClassifierError       a classifier's file is damaged, or does not fit the lexicon
    │   └── FewLabelsError    too few labelled passages to learn from
    ├── ReferenceDataError    the files about genres are absent or wrong
    ├── ReferenceFileError    the file with reference figures is absent, damaged or changed
    ├── LanguageModelError    a language model is absent or does not fit
    ├── ScanFileError         a scan in JSON cannot be used
    │   └── OtherVersionsError   it was made with another lexicon or model than the others
    ├── ThemeError            a style sheet of an organisation cannot be used
    ├── OutputError           a document cannot have the output that was asked for
    ├── RequestError          the local page cannot grant a request
    ├── ComparisonError       two scans were made with different parts
    ├── FileAccessError       a file cannot be opened or written
    ├── CrashError            a process died on a document
    └── InternalError         a bug in taalscan

The words for each code stand in `taalscan.messages`; an error carries only the code and the values
that fill its gaps.
"""

from functools import partial
from typing import ClassVar, Self


class TaalscanError(Exception):
    """Base of all errors that taalscan raises on purpose."""

    code: ClassVar[str] = "error"

    def __init__(self, **values: str | int) -> None:
        self.values = values
        details = ", ".join(f"{key}={value}" for key, value in values.items())
        super().__init__(f"{self.code}: {details}" if details else self.code)

    def __reduce__(self) -> tuple[partial[Self], tuple[()]]:
        """Return how to make it again in another process, from its values."""
        return partial(type(self), **self.values), ()


class UsageError(TaalscanError):
    """A command or function is used in a way that cannot work; `detail` says why."""

    code = "usage"


class ConfigError(TaalscanError):
    """Settings are wrong; `problems` lists all of them."""

    code = "config"


class ReadError(TaalscanError):
    """A document cannot be read."""

    code = "read"


class EmptyDocumentError(ReadError):
    """The document holds no text."""

    code = "empty"


class EncryptedDocumentError(ReadError):
    """The document is locked with a password."""

    code = "encrypted"


class NoTextLayerError(ReadError):
    """The document holds pictures of pages, and no text."""

    code = "no-text-layer"


class DamagedDocumentError(ReadError):
    """The document is broken."""

    code = "damaged"


class TooLargeError(ReadError):
    """The document is over a limit; `limit` says which."""

    code = "too-large"


class NotADocumentError(ReadError):
    """The bytes are in no format that is read."""

    code = "not-a-document"


class UnreadableTextError(ReadError):
    """The characters of the document make no words, as with a broken font table."""

    code = "unreadable-text"


class NotDutchError(ReadError):
    """The text is in another language; `language` says which."""

    code = "not-dutch"


class LexiconError(TaalscanError):
    """A lexicon does not hold to its schema; `problems` lists where and what is allowed."""

    code = "lexicon"


class LabelsError(TaalscanError):
    """A file with labelled passages cannot be used; `problems` lists its lines."""

    code = "labels"


class MissingLibraryError(TaalscanError):
    """A library that a command needs is not installed; `extra` names what brings it."""

    code = "missing-library"


class ClassifierError(TaalscanError):
    """The file of a classifier cannot be used; `flaw` is a code that says why."""

    code = "classifier"


class FewLabelsError(ClassifierError):
    """There are too few labelled passages to learn an axis from."""

    code = "few-labels"


class ReferenceDataError(TaalscanError):
    """A file that tells what to compare with cannot be used; `problems` lists all of it."""

    code = "reference-data"


class ReferenceFileError(TaalscanError):
    """The file of a reference cannot be used; `flaw` is a code that says why."""

    code = "reference"


class LanguageModelError(TaalscanError):
    """A language model is absent or does not fit."""

    code = "language-model"


class ScanFileError(TaalscanError):
    """A scan in JSON cannot be used."""

    code = "scan-file"


class OtherVersionsError(ScanFileError):
    """A scan was made with another lexicon or model than those it is compared with."""

    code = "other-versions"


class ThemeError(TaalscanError):
    """A style sheet cannot be put inside a page; `flaw` says why, `name` is the file.

    `flaw` is `unreadable`, `too-large`, `no-text` (no UTF-8), `ends-style` or `loads`.
    """

    code = "theme"


class OutputError(TaalscanError):
    """A document cannot have the output that was asked for; its other outputs are written.

    `format` is that of the output; `flaw` says why: `own-source` (it would replace the document
    itself), `other-file` (or work of somebody else), `signed`, `damaged`, `too-large`.
    """

    code = "output"


class RequestError(TaalscanError):
    """The local page cannot grant a request; `flaw` says why.

    `flaw` is `host`, `origin`, `key`, `file-name`, `form`, `nothing-given`, `too-many`, `full`,
    `not-ready`, `same-twice`, `method` or `not-found`.
    """

    code = "request"


class ComparisonError(TaalscanError):
    """Two scans were not made with the same things; `part` says which one differs."""

    code = "comparison"


class FileAccessError(TaalscanError):
    """A file cannot be opened or written; `detail` is what the system says."""

    code = "file-access"


class CrashError(TaalscanError):
    """A process died on a document."""

    code = "crashed"


class InternalError(TaalscanError):
    """A bug in taalscan; `detail` says which exception."""

    code = "internal"
