"""Put what was measured of a classifier beside it, for reports to tell.

taalscan evaluate LABELS --folds document --unread --format json -o measured.json
python -m training.quality --measured measured.json --coding data/coding.yaml --classifier FILE.npz
"""

import argparse
import json
from pathlib import Path

import yaml

from taalscan.classify import load_classifier
from taalscan.classify.quality import QualityFile, quality_path
from taalscan.lexicon import load_lexicon, resolve_lexicon


def main() -> None:
    """Read the figures, check that they fit, and write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--measured", type=Path, required=True)
    parser.add_argument("--coding", type=Path, required=True)
    parser.add_argument("--classifier", type=Path, required=True)
    parser.add_argument("--lexicon", default="beleid-nl")
    options = parser.parse_args()
    measured = json.loads(options.measured.read_text(encoding="utf-8"))
    coding = yaml.safe_load(options.coding.read_text(encoding="utf-8"))
    classifier = load_classifier(options.classifier)
    codes = {axis.id: axis.code for axis in load_lexicon(resolve_lexicon(options.lexicon)).axes}
    found = {axis["code"]: axis["f1"] for axis in measured["axes"]}
    record = {
        "format": 1,
        "classifier": classifier.version.sha256,
        "passages": measured["passages"],
        "documents": measured["documents"],
        "coded_twice": coding["coded_twice"],
        "coders": coding["coders"],
        "axes": {
            axis: {"f1": _rounded(found[codes[axis]]), "alpha": coding["alpha"].get(axis)}
            for axis in classifier.axes
        },
    }
    text = json.dumps(record, indent=1) + "\n"
    QualityFile.model_validate_json(text)
    path = quality_path(options.classifier)
    path.write_text(text, encoding="utf-8")
    print(path)


def _rounded(f1: dict[str, float] | None) -> dict[str, float] | None:
    """Return a figure in three digits, which is more than its interval allows to say."""
    return None if f1 is None else {key: round(value, 3) for key, value in f1.items()}


if __name__ == "__main__":
    main()
