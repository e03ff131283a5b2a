"""Settings come from taalscan.toml, and all that is wrong is told at once."""

from pathlib import Path

import pytest

from taalscan.config import FILE_NAME, Config, load_config
from taalscan.errors import ConfigError


def write(folder: Path, text: str) -> Path:
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    return folder


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load_config(tmp_path) == Config()


def test_settings_are_read(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, 'lang = "en"\njobs = 2\nformat = ["json"]'))
    assert (config.lang, config.jobs, config.format) == ("en", 2, ("json",))


def test_a_lexicon_folder_is_found_beside_the_file(tmp_path: Path) -> None:
    (tmp_path / "eigen").mkdir()
    config = load_config(write(tmp_path, 'lexicon = ["eigen", "beleid-nl"]'))
    assert config.lexicon == (str(tmp_path / "eigen"), "beleid-nl")


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(write(tmp_path, 'jobs = -1\nlang = "de"\ncolour = "red"'))
    problems = str(caught.value.values["problems"]).splitlines()
    assert [line.split(":")[0] for line in problems] == ["jobs", "lang", "colour"]


def test_a_file_that_is_no_toml_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        load_config(write(tmp_path, "jobs = = 2"))
