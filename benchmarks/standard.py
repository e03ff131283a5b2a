"""Build a spaCy pipeline of the usual make, to measure against.

It is what `spacy init config` proposes for Dutch: tagger, morphologizer, lemmatizer, parser and
named entities over one tok2vec. Its weights are untrained: the time that a network takes does not
depend on what it has learned.
"""

import random
from collections.abc import Sequence
from functools import partial

from spacy.cli.init_config import init_config
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_model_from_config

COMPONENTS = ["tagger", "morphologizer", "trainable_lemmatizer", "parser", "ner"]
_POS = ("NOUN", "VERB", "ADJ", "ADP", "DET", "PRON", "ADV", "AUX", "PROPN", "NUM", "CCONJ")
_RELATIONS = ("nsubj", "obj", "obl", "nmod", "amod", "det", "case", "mark", "advmod", "conj", "cc")
_ENTITIES = ("B-PERSON", "B-ORG", "B-GPE", "B-DATE", "B-CARDINAL", "O", "O", "O")


def standard_pipeline(texts: Sequence[str]) -> Language:
    """Return the pipeline, with about as many labels as a trained one has."""
    config = init_config(lang="nl", pipeline=COMPONENTS, optimize="efficiency", silent=True)
    nlp = load_model_from_config(config, auto_fill=True)
    nlp.initialize(partial(list, [_example(nlp, text) for text in texts]))
    return nlp


def _example(nlp: Language, text: str) -> Example:
    doc = nlp.make_doc(text)
    choice = random.Random(len(text))  # noqa: S311  # labels to set the sizes, not secrets
    words = [token.text for token in doc]
    reference = Doc(
        nlp.vocab,
        words=words,
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[choice.choice(_POS) for _ in words],
        tags=[f"{choice.choice(_POS)}|{choice.randrange(18)}" for _ in words],
        lemmas=[word.lower()[: choice.randrange(3, 12)] for word in words],
        heads=[max(0, number - 1) for number in range(len(words))],
        deps=["ROOT", *(choice.choice(_RELATIONS) for _ in words[1:])],
        ents=[choice.choice(_ENTITIES) for _ in words],
    )
    return Example(doc, reference)
