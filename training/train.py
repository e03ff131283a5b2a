"""Pretrain and train the network: seeded, on the processor, one core."""

import sys
from pathlib import Path
from typing import Any

from spacy import load
from spacy.language import Language
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.training.pretrain import pretrain
from spacy.util import load_config, load_config_from_str, load_model_from_config
from thinc.api import Config

from taalscan.language.architecture import register

CONFIG = Path(__file__).parent / "config.cfg"
PRETRAINED = "model0.bin"


def pretrain_network(raw: Path, out: Path) -> Path:
    """Teach the word layer to guess the letters of hidden words; return its weights."""
    out.mkdir(parents=True, exist_ok=True)
    nlp = load_model_from_config(_config({"paths.raw": str(raw)}), auto_fill=True)
    filled = load_config_from_str(nlp.config.to_str(), interpolate=True)
    pretrain(filled, out, use_gpu=-1, silent=False)
    return out / PRETRAINED


def train_network(paths: dict[str, str], out: Path) -> Language:
    """Train all components together; return the mean of the best and the last pipeline.

    The best on the dev set comes early and knows the parts of speech, the last knows the
    relations: their mean is better at both than either.
    """
    out.mkdir(parents=True, exist_ok=True)
    nlp = init_nlp(_config({f"paths.{name}": path for name, path in paths.items()}))
    train(nlp, out, use_gpu=-1, stdout=sys.stdout, stderr=sys.stderr)
    return mean(load(out / "model-best"), load(out / "model-last"))


def mean(one: Language, other: Language) -> Language:
    """Return the first pipeline with the mean of the weights of both."""
    for name in one.pipe_names:
        layers = zip(
            one.get_pipe(name).model.walk(), other.get_pipe(name).model.walk(), strict=True
        )  # type: ignore[attr-defined]
        for layer, twin in layers:
            for weight in layer.param_names:
                if layer.has_param(weight):
                    middle = (layer.get_param(weight) + twin.get_param(weight)) / 2
                    layer.set_param(weight, middle)
    return one


def _config(paths: dict[str, Any]) -> Config:
    register()
    return load_config(CONFIG, overrides=paths, interpolate=False)
