"""Every command that writes pages dresses them as the option or the settings file says."""

from pathlib import Path

import pytest

from taalscan.cli import run_command_line

pytestmark = pytest.mark.model

RULE = ":root { --paper: #fdf6e3; }"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run every command in a folder with two documents and a style sheet."""
    monkeypatch.chdir(tmp_path)
    for name in ("een", "twee"):
        folder = Path(name)
        folder.mkdir()
        text = f"De klant van {name} krijgt een product. Wij kopen de zorg in."
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    Path("stijl.css").write_text(RULE, encoding="utf-8")


def _dressed(folder: str) -> dict[str, bool]:
    """Tell of each page in a folder whether it holds the rule."""
    pages = sorted(Path(folder).rglob("*.html"))
    return {page.name: RULE in page.read_text(encoding="utf-8") for page in pages}


def test_scan_and_report_give_the_same_page() -> None:
    assert run_command_line(["scan", "een", "-o", "uit", "--theme", "stijl.css"]) == 0
    assert _dressed("uit") == {"een.html": True, "index.html": True}
    run_command_line(["report", "uit/een.json", "-o", "weer", "--theme", "stijl.css"])
    assert Path("weer/een.html").read_bytes() == Path("uit/een.html").read_bytes()


def test_the_settings_file_counts_for_report_too() -> None:
    Path("taalscan.toml").write_text('theme = "stijl.css"\nlang = "en"\n', encoding="utf-8")
    assert run_command_line(["scan", "een", "-o", "uit"]) == 0
    assert run_command_line(["report", "uit/een.json", "-o", "weer"]) == 0
    assert _dressed("weer") == {"een.html": True}
    assert Path("weer/een.html").read_bytes() == Path("uit/een.html").read_bytes()


def test_comparisons_are_dressed_too() -> None:
    options = ["--theme", "stijl.css", "-o"]
    run_command_line(["compare", "een/een.txt", "twee/twee.txt", *options, "versies"])
    assert _dressed("versies") == {"compare.html": True}
    run_command_line(["compare", "een", "twee", *options, "groepen"])
    assert all(_dressed("groepen").values())
    assert "groups.html" in _dressed("groepen")


def test_a_style_sheet_that_loads_something_stops_the_run_before_it_starts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("stijl.css").write_text("@import 'https://elders.example/x.css';", encoding="utf-8")
    assert run_command_line(["scan", "een", "-o", "uit", "--theme", "stijl.css"]) != 0
    assert "@import" in capsys.readouterr().err
    assert not Path("uit").exists()
