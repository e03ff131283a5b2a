"""Read the settings of taalscan.toml into a frozen value."""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from taalscan.errors import ConfigError

FILE_NAME = "taalscan.toml"

Format = Literal["html", "json", "csv", "xlsx", "docx", "pdf"]
Language = Literal["nl", "en"]


class Config(BaseModel):
    """The settings of a run; a command-line option goes before the setting of its name.

    Attributes:
        lexicon: names of shipped lexicons or folders, relative to the settings file.
        format: what `scan` writes.
        out: folder that `scan` writes to.
        jobs: processes at a time; 0 for as many as there are processor cores.
        lang: language of reports and messages.
        model: an installed spaCy package to analyse with, in place of the shipped model.
        reference: file of reference figures, relative to the settings file; or shipped, or none.
        theme: style sheet for the pages, relative to the settings file; None for our own alone.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    lexicon: tuple[str, ...] = Field(default=("beleid-nl",), min_length=1, strict=False)
    format: tuple[Format, ...] = Field(default=("html", "json", "csv"), min_length=1, strict=False)
    out: str = "taalscan-out"
    jobs: Annotated[int, Field(ge=0)] = 0
    lang: Language = "nl"
    model: str | None = None
    reference: str = "shipped"
    theme: str | None = None


def load_config(folder: Path) -> Config:
    """Return the settings of `taalscan.toml` in a folder; the defaults where there is none.

    Raises:
        ConfigError: if the file is no TOML or settings are wrong; `problems` lists all of them.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return Config()
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(file=FILE_NAME, problems=str(error)) from error
    try:
        config = Config.model_validate(settings)
    except ValidationError as error:
        raise ConfigError(file=FILE_NAME, problems=_problems(error)) from error
    return config.model_copy(
        update={
            "lexicon": tuple(_beside(folder, name) for name in config.lexicon),
            "reference": _beside(folder, config.reference),
            "theme": None if config.theme is None else str(folder / config.theme),
        }
    )


def _problems(error: ValidationError) -> str:
    return "\n".join(
        f"{'.'.join(str(part) for part in problem['loc'])}: {problem['msg']}"
        for problem in error.errors()
    )


def _beside(folder: Path, name: str) -> str:
    """Return a path relative to the settings file; a name that is no path stays a name."""
    path = folder / name
    return str(path) if path.exists() else name
