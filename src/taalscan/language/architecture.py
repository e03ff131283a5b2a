"""Define the two parts of the network that spaCy does not have: affix features, caseless trees."""

from collections.abc import Callable
from typing import Any, cast

import numpy
from spacy.attrs import NORM, ORTH, SHAPE  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.pipeline import EditTreeLemmatizer
from spacy.pipeline._edit_tree_internals.edit_trees import (  # type: ignore[import-not-found]
    EditTrees,
)
from spacy.pipeline.lemmatizer import lemmatizer_score
from spacy.strings import hash_string  # type: ignore[attr-defined]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import (
    HashEmbed,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)
from thinc.types import Floats2d, Ints2d, Ragged

from taalscan.language.tokenizer import make_tokenizer

TOKENIZER = "taalscan.Tokenizer.v1"
PREFIX_LENGTH = 4
SUFFIX_LENGTHS = (3, 5)

REMEMBERED = 100_000
"""Words whose affixes are kept at hand."""


def register() -> None:
    """Make the parts known to spaCy under the names that the shipped configuration uses."""
    registry.architectures.register("taalscan.AffixEmbed.v1", func=affix_embed)
    registry.tokenizers.register(TOKENIZER, func=tokenizer_factory)
    Language.factory(
        "taalscan_lemmatizer",
        assigns=["token.lemma"],
        default_config={"min_tree_freq": 3, "top_k": 1},
        default_score_weights={"lemma_acc": 1.0},
        func=make_lemmatizer,
    )


def tokenizer_factory() -> Callable[[Language], Tokenizer]:
    """Return the maker of the tokenizer, as spaCy's configuration asks for it."""
    return make_tokenizer


def affix_embed(width: int, rows: list[int]) -> Model[list[Doc], list[Floats2d]]:
    """Embed norm, shape, prefix and two suffixes of each word and mix them.

    Dutch builds words at both ends (inkoop, inkopen; -heid, -ing): longer affixes than spaCy's
    own one letter before and three behind help words that the training data does not have.
    """
    tables: list[Model[Ints2d, Floats2d]] = [
        HashEmbed(width, count, column=i, seed=8 + i) for i, count in enumerate(rows)
    ]
    mix = Maxout(width, width * len(rows), nP=3, dropout=0.0, normalize=True)
    return chain(
        _affix_extractor(),
        cast("Model[list[Ints2d], Ragged]", list2ragged()),
        with_array(chain(concatenate(*tables), mix)),
        ragged2list(),
    )


def _affix_extractor() -> Model[list[Doc], list[Ints2d]]:
    affixes: dict[int, tuple[int, ...]] = {}

    def forward(
        model: Model[list[Doc], list[Ints2d]],
        docs: list[Doc],
        is_train: bool,  # noqa: FBT001 -- thinc calls it so
    ) -> tuple[list[Ints2d], Callable[[list[Ints2d]], list[Doc]]]:
        if len(affixes) > REMEMBERED:
            affixes.clear()
        return [_features(doc, affixes) for doc in docs], _no_gradient

    return Model("affix_features", forward)


def _no_gradient(_: list[Ints2d]) -> list[Doc]:
    return []


def _features(doc: Doc, affixes: dict[int, tuple[int, ...]]) -> Ints2d:
    rows = doc.to_array([NORM, SHAPE, ORTH])
    ends = []
    for index, orth in enumerate(rows[:, 2].tolist()):
        if orth not in affixes:
            affixes[orth] = _affix_hashes(doc[index].lower_)
        ends.append(affixes[orth])
    columns = numpy.asarray(ends, dtype="uint64").reshape(len(doc), 1 + len(SUFFIX_LENGTHS))
    return cast("Ints2d", numpy.hstack([rows[:, :2], columns]))


def _affix_hashes(word: str) -> tuple[int, ...]:
    suffixes = (word[-length:] for length in SUFFIX_LENGTHS)
    return tuple(hash_string(affix) for affix in (word[:PREFIX_LENGTH], *suffixes))


class CaselessTrees(EditTrees):  # type: ignore[misc]
    """Edit trees that see lower-case forms, so that "De" and "de" share a tree."""

    def add(self, form: str, lemma: str) -> int:
        """Return the number of the tree from form to lemma."""
        return cast("int", super().add(form.lower(), lemma.lower()))

    def apply(self, tree_id: int, form: str) -> str | None:
        """Return the lemma that the tree makes of the form; None when it does not fit."""
        return cast("str | None", super().apply(tree_id, form.lower()))


class CaselessLemmatizer(EditTreeLemmatizer):
    """The trainable lemmatizer of spaCy over lower-case forms."""

    def __init__(self, vocab: Vocab, model: Model[Any, Any], name: str, **options: Any) -> None:
        super().__init__(vocab, model, name, **options)
        self.trees = CaselessTrees(self.vocab.strings)

    def prune(self) -> None:
        """Drop the trees that no label uses: training leaves one for every rare form."""
        old = self.label_data["trees"]
        kept = _reachable(old, self.cfg["labels"])
        number = {tree: index for index, tree in enumerate(kept)}
        trees = [_renumbered(self.trees[tree], number) for tree in kept]
        self.trees.from_json(trees)
        self.cfg["labels"] = [number[tree] for tree in self.cfg["labels"]]
        self.tree2label = {tree: index for index, tree in enumerate(self.cfg["labels"])}


ABSENT = 2**32 - 1
"""How spaCy writes that a tree has no branch on one side."""
BRANCHES = ("prefix_tree", "suffix_tree")


def _reachable(trees: list[dict[str, Any]], labels: list[int]) -> list[int]:
    """Return the numbers of the labels' trees and of all their branches, in order."""
    found: set[int] = set()
    waiting = list(labels)
    while waiting:
        tree = waiting.pop()
        if tree not in found and tree != ABSENT:
            found.add(tree)
            waiting.extend(trees[tree][side] for side in BRANCHES if side in trees[tree])
    return sorted(found)


def _renumbered(tree: dict[str, Any], number: dict[int, int]) -> dict[str, Any]:
    return {
        key: number.get(value, ABSENT) if key in BRANCHES else value for key, value in tree.items()
    }


def make_lemmatizer(
    nlp: Any, name: str, model: Model[Any, Any], min_tree_freq: int, top_k: int
) -> CaselessLemmatizer:
    """Build the lemmatizer component for a pipeline."""
    return CaselessLemmatizer(
        nlp.vocab,
        model,
        name,
        backoff="lower",
        min_tree_freq=min_tree_freq,
        top_k=top_k,
        scorer=lemmatizer_score,
    )
