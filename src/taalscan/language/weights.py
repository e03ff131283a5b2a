"""Write a trained pipeline as one small file, and read it back.

The file is spaCy's own serialised form with two changes: numbers have 16 bits instead of 32, and
strings and edit trees that no prediction uses are left out. It holds data only, no code.
"""

from typing import Any, cast

import numpy
import srsly  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.util import load_model_from_config
from thinc.api import Config

from taalscan.language.architecture import TOKENIZER, CaselessLemmatizer, register

LEFT_OUT = ("vocab", "tokenizer")
"""What the configuration and the strings in the file make again."""


def pack(nlp: Language) -> bytes:
    """Return the pipeline as bytes."""
    for _, component in nlp.pipeline:
        if isinstance(component, CaselessLemmatizer):
            component.prune()
    parts = cast("dict[str, Any]", srsly.msgpack_loads(nlp.to_bytes(exclude=list(LEFT_OUT))))
    content = {
        "config": Config({key: nlp.config[key] for key in ("nlp", "components")}).to_str(),
        "strings": sorted(_strings(nlp)),
        "parts": {name: _with_numbers(parts[name], "float16") for name in nlp.pipe_names},
    }
    return cast("bytes", srsly.msgpack_dumps(content))


def unpack(packed: bytes) -> Language:
    """Return the pipeline that the bytes hold."""
    register()
    content = cast("dict[str, Any]", srsly.msgpack_loads(packed))
    config = Config().from_str(content["config"])
    config["nlp"]["tokenizer"] = {"@tokenizers": TOKENIZER}
    nlp = load_model_from_config(config, auto_fill=True, validate=False)
    for string in content["strings"]:
        nlp.vocab.strings.add(string)
    parts = {name: _with_numbers(part, "float32") for name, part in content["parts"].items()}
    return nlp.from_bytes(cast("bytes", srsly.msgpack_dumps(parts)), exclude=list(LEFT_OUT))


def _with_numbers(part: bytes, kind: str) -> bytes:
    """Return the bytes of a component with all its weights as numbers of one kind."""
    inner = cast("dict[str, Any]", srsly.msgpack_loads(part))
    model = cast("dict[str, Any]", srsly.msgpack_loads(inner["model"]))
    model["params"] = [
        {name: _rounded(value, kind) for name, value in layer.items()} for layer in model["params"]
    ]
    inner["model"] = srsly.msgpack_dumps(model)
    return cast("bytes", srsly.msgpack_dumps(inner))


def _rounded(value: Any, kind: str) -> Any:
    return value.astype(kind) if isinstance(value, numpy.ndarray) else value


def _strings(nlp: Language) -> set[str]:
    """Return the strings that labels, features and edit trees refer to by number."""
    strings: set[str] = set()
    for name, component in nlp.pipeline:
        if isinstance(component, CaselessLemmatizer):
            for tree in component.label_data["trees"]:
                strings.update(tree[key] for key in ("orig", "subst") if key in tree)
        else:
            labels = nlp.pipe_labels.get(name, [])
            strings.update(labels)
            strings.update(label.rsplit("||", 1)[0] for label in labels)
    for features in list(strings):
        strings.update(features.split("|"))
    return strings - {""}
