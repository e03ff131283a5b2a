"""Build the language model that ships with taalscan: `python -m training.build --help`.

convert → pretrain → train → round and pack → compile the lexicon → measure → write the table.
"""

import argparse
import hashlib
import json
import sys
from dataclasses import dataclass, fields
from importlib.metadata import version
from pathlib import Path

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from taalscan.language.loading import LEXICON, META, PIPELINE, shipped_analyser
from taalscan.language.tables import write_table
from taalscan.language.weights import pack, unpack
from training.conllu import Tree, read_trees
from training.convert import training_mix, write_documents
from training.corpus import count_forms, count_nouns, paragraphs, read_texts, write_paragraphs
from training.evaluate import Accuracy, bare, measure
from training.lexicon import Sources, common_nouns, compile_lexicon
from training.report import accuracy_table, write_between
from training.train import pretrain_network, train_network

NAME, VERSION = "taalscan-nl", "1.0.0"
LICENCE = "CC-BY-SA-4.0"
ATTRIBUTION = (
    "Trained on UD Dutch-Alpino and UD Dutch-LassySmall by Gosse Bouma, Gertjan van Noord and the "
    "authors of the Alpino and LassySmall treebanks (CC BY-SA 4.0), and on further suites of the "
    "Alpino treebank (LGPL-2.1); lemmas of simplemma by Adrien "
    "Barbaresi and its sources (MIT)."
)
PRETRAINING_TEXTS = 25_662
"""Paragraphs, 600,000 words, that the word layer is pretrained on."""

WORK = Path(__file__).parent / "scratch"
DOCS = Path(__file__).parent.parent / "docs" / "model.md"
TESTS = {"Alpino": "test-alpino", "LassySmall": "test-lassysmall"}


@dataclass(frozen=True, slots=True)
class Data:
    """Where the data stands."""

    treebank: Path
    corpus: Path
    gold: Path

    def file(self, name: str) -> Path:
        """Return the file of one part of the treebank."""
        return self.treebank / f"{name}.conllu.gz"

    @property
    def texts(self) -> tuple[Path, ...]:
        """Return the files with running text."""
        return self.corpus / "reference.jsonl.gz", self.gold / "train.jsonl"

    @property
    def files(self) -> tuple[Path, ...]:
        """Return all files that the build reads."""
        parts = ("train-core", "train-more", "dev", *TESTS.values())
        return (*(self.file(name) for name in parts), *self.texts)

    def trees(self, name: str) -> tuple[Tree, ...]:
        """Return the sentences of one part of the treebank."""
        return tuple(read_trees(self.file(name)))


def main() -> int:
    """Build what the arguments ask for; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m training.build", description=__doc__)
    parser.add_argument("--treebank", type=Path, required=True)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--gold", type=Path, help="default: gold beside the corpus")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--keep-network", action="store_true", help="compile the rest again")
    options = parser.parse_args()
    data = Data(options.treebank, options.corpus, options.gold or options.corpus.parent / "gold")
    absent = [str(path) for path in data.files if not path.is_file()]
    if absent:
        sys.stderr.write("missing data, nothing built:\n" + "\n".join(absent) + "\n")
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    if not options.keep_network:
        (options.out / PIPELINE).write_bytes(build_network(data))
    write_table(build_lexicon(data, (options.out / PIPELINE).read_bytes()), options.out / LEXICON)
    write_meta(options.out, data, {})
    figures = measure_all(data, options.out)
    write_meta(options.out, data, figures)
    table = accuracy_table(figures)
    write_between(DOCS, "accuracy", table)
    sys.stdout.write(table + "\n")
    return 0


def build_network(data: Data) -> bytes:
    """Return the trained network, packed."""
    WORK.mkdir(exist_ok=True)
    core, more = data.trees("train-core"), data.trees("train-more")
    raw, train, dev = WORK / "raw.jsonl", WORK / "train.spacy", WORK / "dev.spacy"
    texts = paragraphs(read_texts(data.texts), (core, more), seed=5)
    write_paragraphs(texts[:PRETRAINING_TEXTS], raw)
    write_documents(training_mix((*core, *more), seed=1), train, seed=1)
    write_documents(data.trees("dev"), dev, seed=3)
    start = pretrain_network(raw, WORK / "pretrained")
    paths = {"train": str(train), "dev": str(dev), "init_tok2vec": str(start)}
    return pack(train_network(paths, WORK / "trained"))


def build_lexicon(data: Data, packed: bytes) -> dict[str, str]:
    """Return the table of what is known of single words."""
    texts = list(read_texts(data.texts))
    trees = data.trees("train-core")
    sources = Sources(
        trees=trees,
        dictionary=dict(DefaultDictionaryFactory().get_dictionary("nl").items()),
        counts=count_forms(texts),
        nouns=common_nouns(trees, count_nouns(unpack(packed), texts)),
    )
    return compile_lexicon(sources)


def measure_all(data: Data, out: Path) -> dict[str, Accuracy]:
    """Return the accuracy on the test sets, with the rules and without."""
    analyser = shipped_analyser(out)
    alone = bare(analyser)
    figures: dict[str, Accuracy] = {}
    for label, name in TESTS.items():
        trees = data.trees(name)
        figures[label] = measure(analyser, trees)
        figures[f"{label}, network alone"] = measure(alone, trees)
    both = [figures[label] for label in TESTS]
    without = [figures[f"{label}, network alone"] for label in TESTS]
    figures["Together"] = sum(both, Accuracy())
    figures["Together, network alone"] = sum(without, Accuracy())
    return figures


def write_meta(out: Path, data: Data, figures: dict[str, Accuracy]) -> None:
    """Write what the model is, what it was made of and how well it does."""
    meta = {
        "name": NAME,
        "version": VERSION,
        "language": "nl",
        "licence": LICENCE,
        "attribution": ATTRIBUTION,
        "made_with": {name: version(name) for name in ("spacy", "thinc", "simplemma", "numpy")},
        "sha256": {path.name: digest(path) for path in data.files},
        "accuracy": {
            label: {f.name: round(getattr(accuracy, f.name).percent, 2) for f in fields(accuracy)}
            for label, accuracy in figures.items()
        },
    }
    (out / META).write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", "utf-8")


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    sys.exit(main())
