"""The public interface is what it says it is, and costs nothing until it is used."""

import subprocess
import sys

import pytest

import taalscan

NAMES = [
    "Document",
    "Lexicon",
    "Scan",
    "Scanner",
    "TaalscanError",
    "__version__",
    "compare",
    "from_json",
    "load_lexicon",
    "load_scanner",
    "render_html",
    "scan",
    "to_json",
]


def test_the_public_names_are_pinned() -> None:
    assert sorted(taalscan.__all__) == NAMES


@pytest.mark.parametrize("name", [name for name in NAMES if name != "__version__"])
def test_every_public_name_is_there_and_documented(name: str) -> None:
    assert getattr(taalscan, name).__doc__


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError):
        taalscan.__getattr__("bestaat_niet")


def test_importing_loads_no_library() -> None:
    code = "import sys, taalscan; print(sorted({'spacy', 'numpy', 'yaml'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
