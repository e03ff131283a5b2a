"""The form of an entry as people read it."""

import pytest

from taalscan.reports.forms import readable


@pytest.mark.parametrize(
    ("form", "told"),
    [
        ("inkopen", "inkopen"),
        ("één loket|meldpunt", "één loket / meldpunt"),
        ("op verzoek van … @inwoner|@initiatief", "op verzoek van … inwoner / initiatief"),
        ("vertrouwen @rijk_regio", "vertrouwen rijk regio"),
        ("prijs/kwaliteit", "prijs/kwaliteit"),
    ],
)
def test_a_form_has_no_signs_of_the_files(form: str, told: str) -> None:
    assert readable(form) == told
