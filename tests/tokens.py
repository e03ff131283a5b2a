"""Make sentences by hand, with a made-up analysis: no language model needed."""

import re

from taalscan.model import Block, BlockKind, Document, Sentence, Source, Span, Token

SOURCE = Source("nota.txt", "0" * 64, "text/plain")


def sentence(text: str, start: int = 0) -> Sentence:
    """Return a sentence whose tokens hang on the first; words in -en are verbs."""
    tokens = tuple(
        Token(
            span=Span(start + found.start(), start + found.end()),
            text=found[0],
            lemma=found[0].lower(),
            pos=_pos(found[0]),
            morph="",
            head=0,
            dep="root" if number == 0 else "dep",
        )
        for number, found in enumerate(re.finditer(r"\w+|[^\w\s]", text))
    )
    return Sentence(Span(tokens[0].span.start, tokens[-1].span.end), tokens)


def _pos(word: str) -> str:
    if not word[0].isalnum():
        return "PUNCT"
    return "VERB" if word.endswith("en") else "NOUN"


def sentences(text: str, start: int = 0) -> tuple[Sentence, ...]:
    """Return the sentences of a text; a full stop ends one."""
    return tuple(
        sentence(found[0], start + found.start()) for found in re.finditer(r"[^.\s][^.]*\.?", text)
    )


def document(*blocks: tuple[BlockKind, str], page_starts: tuple[int, ...] = ()) -> Document:
    """Return a document of blocks, each a kind and a text."""
    text = ""
    made = []
    for number, (kind, words) in enumerate(blocks):
        text += "\n\n" if number else ""
        level = 1 if kind is BlockKind.HEADING else None
        group = 1 if kind is BlockKind.LIST_ITEM else None
        made.append(Block(kind, Span(len(text), len(text) + len(words)), level, None, group))
        text += words
    return Document(SOURCE, text, tuple(made), page_starts=page_starts)
