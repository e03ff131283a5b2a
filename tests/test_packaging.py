"""A wheel holds all that a scan needs, and works far from the checkout."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAX_WHEEL = 30_000_000


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and the wheel from the sdist, as a release does."""
    out = tmp_path_factory.mktemp("dist")
    build = "from hatchling.build import build_{0} as b; import sys; b(sys.argv[1])"
    run(["-c", build.format("sdist"), str(out)], ROOT)
    (archive,) = out.glob("*.tar.gz")
    subprocess.run(["tar", "-xzf", archive, "-C", out], check=True)
    (unpacked,) = (path for path in out.iterdir() if path.is_dir())
    run(["-c", build.format("wheel"), str(out)], unpacked)
    (made,) = out.glob("*.whl")
    return made


def run(arguments: list[str], folder: Path, python: str = sys.executable) -> str:
    done = subprocess.run(
        [python, *arguments], cwd=folder, check=True, capture_output=True, text=True
    )
    return done.stdout


@pytest.mark.slow
def test_the_wheel_holds_model_lexicon_templates_and_messages(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for part in (
        "taalscan/language/model/",
        "taalscan/lexicons/beleid-nl/lexicon.yaml",
        "taalscan/reference/genres.yaml",
        "taalscan/reference/genre-weights.json",
        "taalscan/reference/genres.py",
        "taalscan/reports/",
        "taalscan/reports/word/plain/document.rels",
        "taalscan/messages/nl/cli.yaml",
        "taalscan/py.typed",
    ):
        assert any(name.startswith(part) for name in names), part
    assert any(name.endswith(".html.jinja") for name in names)
    assert any("NOTICE" in name for name in names)


@pytest.mark.slow
def test_the_wheel_is_under_30_mb(wheel: Path) -> None:
    assert wheel.stat().st_size < MAX_WHEEL


@pytest.mark.slow
@pytest.mark.model
def test_an_installed_wheel_scans_in_another_folder(wheel: Path, tmp_path: Path) -> None:
    """The dependencies come from this environment; taalscan itself only from the wheel."""
    environment = tmp_path / "venv"
    run(["-m", "venv", "--without-pip", str(environment)], tmp_path)
    python = str(environment / "bin" / "python")
    (site,) = environment.glob("lib/python*/site-packages")
    zipfile.ZipFile(wheel).extractall(site)
    (site / "dependencies.pth").write_text(dependencies(), encoding="utf-8")
    text = tmp_path / "nota.txt"
    text.write_text("De gemeente koopt de zorg volgend jaar bij twee partijen in.", "utf-8")
    run(["-I", "-m", "taalscan", "scan", str(text), "-o", "uit"], tmp_path, python)
    scan = json.loads((tmp_path / "uit" / "nota.json").read_text(encoding="utf-8"))
    statuses = [hit["status"] for passage in scan["passages"] for hit in passage["hits"]]
    assert statuses == ["counted"]
    origin = run(["-I", "-c", "import taalscan; print(taalscan.__file__)"], tmp_path, python)
    assert str(site) in origin


def dependencies() -> str:
    """Return the folder of this environment's packages; its .pth files do not come along."""
    (folder,) = {path for path in sys.path if path.endswith("site-packages")}
    return folder + "\n"
