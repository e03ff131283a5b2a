"""Loading another pipeline than the shipped one, and not loading any at import."""

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
import spacy

from taalscan.errors import LanguageModelError
from taalscan.language import load_analyser
from tests.unit.language.conftest import analyse_one

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler


@pytest.fixture
def stand_in(tmp_path: Path) -> Path:
    """Return the folder of a tiny Dutch pipeline that knows two words."""
    nlp = spacy.blank("nl")
    nlp.meta["name"] = "stand_in"
    nlp.add_pipe("sentencizer")
    ruler = cast("AttributeRuler", nlp.add_pipe("attribute_ruler"))
    ruler.add([[{"LOWER": "klanten"}]], {"POS": "NOUN", "LEMMA": "klant"})
    ruler.add([[{"LOWER": "bellen"}]], {"POS": "VERB", "LEMMA": "bellen"})
    nlp.to_disk(tmp_path / "stand_in")
    return tmp_path / "stand_in"


@pytest.mark.model
def test_an_installed_pipeline_can_be_used(stand_in: Path) -> None:
    analyser = load_analyser(str(stand_in))
    sentences = analyse_one(analyser, "Klanten bellen ons. Klanten bellen.")
    assert [len(sentence.tokens) for sentence in sentences] == [4, 3]
    assert [token.lemma for token in sentences[1].tokens] == ["klant", "bellen", "."]
    assert analyser.version.name == "nl_stand_in"
    assert len(analyser.version.sha256) == 64


@pytest.mark.model
def test_an_installed_package_can_be_used(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "nl_made_up"
    package.mkdir()
    (package / "__init__.py").write_text(
        f"import spacy\ndef load(**options):\n    return spacy.load('{stand_in}', **options)\n"
    )
    information = tmp_path / "nl_made_up-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: nl_made_up\nVersion: 1.0\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    analyser = load_analyser("nl_made_up")
    assert analyse_one(analyser, "Klanten bellen.")[0].tokens[0].lemma == "klant"


@pytest.mark.model
def test_an_absent_pipeline_is_a_language_model_error() -> None:
    with pytest.raises(LanguageModelError) as caught:
        load_analyser("nl_does_not_exist")
    assert caught.value.values == {"name": "nl_does_not_exist"}


@pytest.mark.model
def test_a_pipeline_of_another_language_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "german")
    with pytest.raises(LanguageModelError) as caught:
        load_analyser(str(tmp_path / "german"))
    assert caught.value.values["language"] == "de"


def test_import_does_not_load_spacy() -> None:
    code = "import sys, taalscan.language; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
