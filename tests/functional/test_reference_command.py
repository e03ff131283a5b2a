"""`taalscan reference build`, in process, on a small folder of invented documents."""

from pathlib import Path

import pytest

from taalscan.cli.app import run_command_line
from taalscan.cli.exit_code import ExitCode
from taalscan.reference import load_reference

SAID = ("--corpus", "Verzonnen stukken van verzonnen gemeenten; geen steekproef.")
SENTENCE = (
    "Op {} in {} koken buren voor elkaar en vragen zij de gemeente wat de zorg volgend jaar "
    "aan klanten gaat kosten."
)


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run every command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str) -> int:
    return run_command_line(["reference", "build", *arguments])


def _write(name: str, town: str, passages: int = 20) -> None:
    days = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
    parts = ("het noorden", "het zuiden", "het oosten", "het westen", "het midden")
    places = [(day, f"{part} van {town}") for part in parts for day in days]
    path = Path("corpus") / name
    path.parent.mkdir(parents=True, exist_ok=True)
    paragraphs = [SENTENCE.format(*place) for place in places[:passages]]
    path.write_text("\n\n".join(paragraphs), encoding="utf-8")


@pytest.mark.model
@pytest.mark.slow
def test_a_folder_becomes_a_file_and_the_output_tells_what_is_in_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("beleidsnota/zilverdam.txt", "Zilverdam")
    _write("beleidsnota/kort.txt", "Kortlo", 3)
    _write("handreiking/oostmeer.md", "Oostmeer")
    _write("handreiking/zelfde.md", "Oostmeer")
    _write("gedicht/vers.txt", "Rijmen")
    assert _run("corpus", "-o", "een.json", *SAID, "--jobs", "1", "--name", "proef") == ExitCode.OK
    told = capsys.readouterr()
    assert "een.json" in told.out
    assert "beleidsnota: 2 documenten, waarvan 1 met cijfers" in told.out
    assert "handreiking: 1 documenten, waarvan 1 met cijfers" in told.out
    assert "1 documenten zijn (bijna) gelijk" in told.out
    assert "‘gedicht’: 1 documenten zijn overgeslagen" in told.out
    assert told.err == ""
    reference = load_reference(Path("een.json"))
    assert (reference.name, reference.version, reference.corpus) == ("proef", "1", SAID[1])
    assert reference.classifier is not None
    assert (
        _run("corpus", "-o", "twee.json", *SAID, "--jobs", "2", "--name", "proef") == ExitCode.OK
    )
    assert Path("een.json").read_bytes() == Path("twee.json").read_bytes()
    assert b"Zilverdam" not in Path("een.json").read_bytes()


@pytest.mark.model
def test_a_document_that_fails_is_named_and_the_others_are_measured(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _write("beleidsnota/zilverdam.txt", "Zilverdam")
    Path("corpus/beleidsnota/leeg.txt").write_text("")
    code = _run("corpus", "-o", "uit.json", *SAID, "--model-file", "none", "--lang", "en")
    assert code == ExitCode.SOME_FAILED
    told = capsys.readouterr()
    assert "leeg.txt: " in told.err
    assert "Could not be scanned (empty): 1 documents." in told.out
    reference = load_reference(Path("uit.json"))
    assert len(reference.documents) == 1
    assert reference.classifier is None


@pytest.mark.model
def test_without_a_single_document_nothing_is_written() -> None:
    Path("corpus/brief").mkdir(parents=True)
    Path("corpus/brief/leeg.txt").write_text("")
    assert _run("corpus", "-o", "uit.json", *SAID) == ExitCode.NOTHING_DONE
    assert not Path("uit.json").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("weg", *SAID), "‘weg’ bestaat niet"),
        (("corpus", *SAID), "waarvan taalscan het genre kent"),
        (("corpus/gedicht/vers.txt", *SAID), "klopt niet"),
        (("corpus", "--corpus", " "), "--corpus"),
        (("corpus", "--corpus", "twee\nregels"), "--corpus"),
        (("corpus", *SAID, "--name", "n" * 1001), "--name"),
    ],
)
def test_wrong_use_is_told_before_any_document_is_measured(
    arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _write("gedicht/vers.txt", "Rijmen", 1)
    assert _run(*arguments, "-o", "uit.json") == ExitCode.WRONG_USE
    assert words in capsys.readouterr().err
    assert not Path("uit.json").exists()
