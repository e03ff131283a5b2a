"""A text is known by its letters, and a scan that was made otherwise is told from a reference."""

from dataclasses import replace

import pytest

from taalscan.model import LexiconVersion, ModelVersion, Provenance
from taalscan.reference import differences, text_digest
from tests.unit.reference.builders import AXES, MADE_WITH, document, reference

PROVENANCE = Provenance(
    taalscan="0.0.0-test",
    language_model=ModelVersion("nl-test", "1.0", MADE_WITH.language_model),
    lexicons=(LexiconVersion("beleid-test", "0.1", MADE_WITH.lexicons[0]),),
)


@pytest.mark.parametrize(
    "other",
    ["De wet, van Zilverdam.", "de wet\nvan zilver\n\ndam", "DE WET (2031) VAN: ZILVERDAM"],
)
def test_signs_figures_spaces_and_capitals_do_not_change_the_digest(other: str) -> None:
    assert text_digest(other) == text_digest("De wet van Zilverdam")


def test_another_letter_changes_the_digest() -> None:
    assert text_digest("één") != text_digest("een")
    assert len(text_digest("een")) == 16


def test_a_scan_made_with_the_same_does_not_differ() -> None:
    assert differences(reference([document(1)]), PROVENANCE, AXES) == ()


def test_each_thing_that_differs_is_told_in_a_fixed_order() -> None:
    own = reference([document(1)])
    other = ModelVersion("ander", "2", "00" * 32)
    assert differences(own, replace(PROVENANCE, language_model=other), AXES) == ("language-model",)
    assert differences(own, replace(PROVENANCE, lexicons=()), AXES) == ("lexicon",)
    assert differences(own, replace(PROVENANCE, classifier=other), AXES) == ("classifier",)
    assert differences(own, PROVENANCE, AXES[:1]) == ("axes",)
    changed = replace(PROVENANCE, language_model=other, lexicons=(), classifier=other)
    assert differences(own, changed, ()) == ("language-model", "lexicon", "classifier", "axes")


def test_a_document_without_densities_or_shares_has_no_figures() -> None:
    assert document(1).has_figures
    assert not document(1, figures=False).has_figures
    assert not replace(document(1), shares=(0.5, None)).has_figures
