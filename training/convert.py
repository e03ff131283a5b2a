"""Turn treebank sentences into spaCy documents of one to eight sentences."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from training.conllu import Tree, Word

LONGEST = 8

OPEN_ENDED = 0.08
"""Share of the sentences that lose their full stop: headings run on into text in real files."""

WIKIPEDIA = "nl_lassysmall-ud-dev"
AGAIN = 2
"""Times that the one suite of Wikipedia text, short beside the newspapers, comes again."""


def write_documents(trees: Iterable[Tree], path: Path, *, seed: int) -> None:
    """Write the sentences as documents in spaCy's binary format."""
    vocab = Vocab()
    documents = (to_doc(vocab, group) for group in grouped(trees, seed=seed))
    DocBin(docs=documents, store_user_data=False).to_disk(path)


def training_mix(trees: Sequence[Tree], *, seed: int) -> list[Tree]:
    """Return the sentences to train on: the rarer kinds of text more than once."""
    dice = random.Random(seed)  # noqa: S311 -- not for secrets: it must repeat
    again = [tree for tree in trees if tree.suite == WIKIPEDIA] * AGAIN
    newspapers = [
        without_stop(tree) if dice.random() < OPEN_ENDED else tree
        for tree in trees
        if tree.suite != WIKIPEDIA
    ]
    return newspapers + again + [tree for tree in trees if tree.suite == WIKIPEDIA]


def without_stop(tree: Tree) -> Tree:
    """Return the sentence without its final full stop, where nothing depends on it."""
    last = len(tree.words) - 1
    if last < 1 or tree.words[last].form != "." or any(word.head == last for word in tree.words):
        return tree
    words = tree.words[:last]
    return replace(tree, words=(*words[:-1], replace(words[-1], space=True)))


def grouped(trees: Iterable[Tree], *, seed: int) -> Iterator[Sequence[Tree]]:
    """Yield runs of one to eight neighbouring sentences of one suite."""
    dice = random.Random(seed)  # noqa: S311 -- not for secrets: it must repeat
    group: list[Tree] = []
    size = dice.randint(1, LONGEST)
    for tree in trees:
        if group and (len(group) >= size or group[-1].suite != tree.suite):
            yield group
            group, size = [], dice.randint(1, LONGEST)
        group.append(tree)
    if group:
        yield group


def to_doc(vocab: Vocab, trees: Sequence[Tree]) -> Doc:
    """Return the sentences as one annotated document, with a space between them."""
    words: list[Word] = []
    heads: list[int] = []
    starts: list[bool] = []
    spaces: list[bool] = []
    for tree in trees:
        offset = len(words)
        words.extend(tree.words)
        heads.extend(offset + word.head for word in tree.words)
        starts.extend(index == 0 for index in range(len(tree.words)))
        spaces.extend(word.space for word in tree.words)
        spaces[-1] = True
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=spaces,
        pos=[word.pos for word in words],
        morphs=[word.morph for word in words],
        lemmas=[word.lemma for word in words],
        heads=heads,
        deps=["ROOT" if word.dep == "root" else word.dep for word in words],
        sent_starts=starts,
    )
