"""What exists is documented, and what is documented exists."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from taalscan.cli.app import create_app
from taalscan.cli.exit_code import ExitCode
from taalscan.config import Config
from taalscan.messages import LANGUAGES, catalogue

DOCS = Path(__file__).parents[1] / "docs"
ROOT = DOCS.parent


def _commands(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    """Yield every command with its full name, those of groups too."""
    inner = getattr(command, "commands", None)
    if inner is None:
        yield name, command
        return
    for own, below in inner.items():
        yield from _commands(f"{name} {own}", below)


def test_every_command_and_option_is_documented() -> None:
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    for name, command in _commands("taalscan", get_command(create_app())):
        assert name in text
        for parameter in command.params:
            for option in parameter.opts:
                if option.startswith("--") and option != "--help":
                    assert option in text, option


def test_every_setting_is_an_option_of_scan() -> None:
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    for setting in Config.model_fields:
        assert f"`--{setting}`" in text, setting


def test_every_exit_code_is_documented() -> None:
    text = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert [f"| {code.value} |" in text for code in ExitCode] == [True] * len(ExitCode)


def test_catalogues_have_the_same_keys() -> None:
    keys = {language: catalogue(language).keys() for language in LANGUAGES}
    assert keys["nl"] == keys["en"]


def test_translations_have_the_same_gaps() -> None:
    dutch, english = catalogue("nl"), catalogue("en")
    gaps = re.compile(r"\{(\w+)")
    for area_key in sorted(dutch.keys()):
        area, _, code = area_key.partition(".")
        expected = set(gaps.findall(dutch.area(area)[code]))
        assert set(gaps.findall(english.area(area)[code])) == expected, area_key


PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if not (page.parent / link).exists()]
    assert missing == []
