"""Load the language model that ships with taalscan, or another one that is installed."""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from taalscan.errors import LanguageModelError
from taalscan.language.analyser import Analyser, Rules
from taalscan.language.sentences import read_sentence_words
from taalscan.language.tables import read_table
from taalscan.language.vocabulary import Vocabulary
from taalscan.model import ModelVersion

HERE = Path(__file__).parent
SHIPPED = HERE / "model"
PIPELINE, LEXICON, META = "pipeline.msgpack", "lexicon.xz", "meta.json"
NOT_NEEDED = ("ner", "entity_linker", "textcat")


def load_analyser(name: str | None = None) -> Analyser:
    """Return an analyser with the shipped model, or with an installed spaCy pipeline.

    Args:
        name: a package such as `nl_core_news_md`, or a folder with a pipeline.

    Raises:
        LanguageModelError: if there is no such pipeline, or it is not Dutch.
    """
    return _installed(name) if name else shipped_analyser(SHIPPED)


def shipped_analyser(folder: Path) -> Analyser:
    """Return an analyser with a model as `training.build` writes it."""
    from taalscan.language.weights import unpack  # noqa: PLC0415 -- imports spaCy: a second

    meta = json.loads((folder / META).read_text("utf-8"))
    files = (folder / PIPELINE, folder / LEXICON)
    version = ModelVersion(meta["name"], meta["version"], _digest(files))
    return Analyser(unpack((folder / PIPELINE).read_bytes()), version, _rules(folder))


def _rules(folder: Path) -> Rules:
    return Rules(
        Vocabulary(read_table(folder / LEXICON)), read_sentence_words(HERE / "sentences.txt")
    )


def _installed(name: str) -> Analyser:
    import spacy  # noqa: PLC0415 -- a second

    try:
        nlp = spacy.load(name, exclude=list(NOT_NEEDED))
    except (OSError, ValueError, ImportError) as error:
        raise LanguageModelError(name=name) from error
    if nlp.lang != "nl":
        raise LanguageModelError(name=name, language=nlp.lang or "")
    files = sorted(path for path in nlp.path.rglob("*") if path.is_file()) if nlp.path else ()
    label = f"{nlp.meta['lang']}_{nlp.meta['name']}"
    return Analyser(nlp, ModelVersion(label, nlp.meta["version"], _digest(files)), _rules(SHIPPED))


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()
