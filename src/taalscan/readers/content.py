"""Tell the content of a web page from its menus, where the page does not."""

from typing import Final

from taalscan.model import BlockKind
from taalscan.readers.raw import RawBlock

_LONG: Final = 40
"""Letters from which a block that stands somewhere in the content is no coincidence."""

_LEAST: Final = 0.2
"""Share of the letters of a page under which what was found is not trusted."""


def content_of(page: str, blocks: tuple[RawBlock, ...]) -> tuple[RawBlock, ...]:
    """Return the blocks, with those that trafilatura does not take for content as boilerplate.

    The blocks stay what they are, so that they keep their places; only the choice is taken over.
    """
    import trafilatura  # noqa: PLC0415 - a second and a half, and few pages need it

    found = trafilatura.extract(page, include_comments=False, favor_recall=True) or ""
    lines = frozenset(_letters(line) for line in found.splitlines())
    together = _letters(found)
    texts = [_letters("".join(piece.text for piece in block.pieces)) for block in blocks]
    if len(together) < _LEAST * sum(len(text) for text in texts):
        return blocks
    keeps = [text in lines or (len(text) >= _LONG and text in together) for text in texts]
    return tuple(
        block if keep or _leads(blocks, keeps, number) else _as_boilerplate(block)
        for number, (block, keep) in enumerate(zip(blocks, keeps, strict=True))
    )


def _leads(blocks: tuple[RawBlock, ...], keeps: list[bool], number: int) -> bool:
    """Tell whether a block is a heading right above content."""
    is_heading = blocks[number].kind is BlockKind.HEADING
    return is_heading and number + 1 < len(keeps) and keeps[number + 1]


def _as_boilerplate(block: RawBlock) -> RawBlock:
    return RawBlock(BlockKind.BOILERPLATE, block.pieces)


def _letters(text: str) -> str:
    """Return the letters and digits: spaces and marks differ between two ways to read a page."""
    return "".join(filter(str.isalnum, text))
