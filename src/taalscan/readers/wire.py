"""Write what a reader found as JSON, and read it back."""

import json
from typing import Any

from taalscan import errors
from taalscan.model import BlockKind, Notice
from taalscan.readers.raw import RawBlock, RawDocument, RawPiece


def dump_raw(raw: RawDocument) -> bytes:
    """Return a raw document as JSON."""
    blocks = [
        [
            block.kind.value,
            block.level,
            block.group,
            [
                [piece.text, piece.part, piece.path, piece.start, piece.page]
                for piece in block.pieces
            ],
        ]
        for block in raw.blocks
    ]
    warnings = [[notice.code, notice.values] for notice in raw.warnings]
    return _dump({"raw": [raw.title, raw.pages, warnings, blocks]})


def dump_error(error: errors.TaalscanError) -> bytes:
    """Return an error as JSON."""
    return _dump({"error": [error.code, error.values]})


def load(data: bytes) -> RawDocument:
    """Return the raw document that the JSON holds.

    Raises:
        ReadError: the error that the JSON holds in its place.
        InternalError: the bug in a reader that the JSON holds in its place.
        ValueError: if it is not what `dump_raw` or `dump_error` wrote.
    """
    try:
        answer = _answer(json.loads(data))
    except (KeyError, TypeError, ValueError) as error:
        message = "an answer that no reader wrote"
        raise ValueError(message) from error
    if isinstance(answer, errors.TaalscanError):
        raise answer
    return answer


def _answer(message: dict[str, Any]) -> RawDocument | errors.TaalscanError:
    if "error" in message:
        code, values = message["error"]
        return _error(code, values)
    title, pages, warnings, blocks = message["raw"]
    return RawDocument(
        blocks=tuple(_block(*block) for block in blocks),
        title=title,
        pages=pages,
        warnings=tuple(
            Notice(code, tuple((key, value) for key, value in values)) for code, values in warnings
        ),
    )


def _error(code: str, values: dict[str, str | int]) -> errors.TaalscanError:
    kinds = {kind.code: kind for kind in errors.ReadError.__subclasses__()}
    if code == errors.InternalError.code:
        return errors.InternalError(**values)
    return kinds.get(code, errors.ReadError)(**values)


def _block(kind: str, level: int | None, group: int | None, pieces: list[Any]) -> RawBlock:
    return RawBlock(
        BlockKind(kind),
        tuple(
            RawPiece(text, part, tuple(path), start, page)
            for text, part, path, start, page in pieces
        ),
        level,
        group,
    )


def _dump(message: dict[str, Any]) -> bytes:
    # ASCII, so that a lone surrogate from a broken file survives
    return json.dumps(message, separators=(",", ":")).encode("ascii")
