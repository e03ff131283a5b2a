"""`taalscan sample`, `labels` and `agreement`, in process, on real files."""

import json
from pathlib import Path
from typing import Any

import pytest

from taalscan.cli.app import run_command_line
from taalscan.cli.exit_code import ExitCode
from taalscan.labels import read_labels, read_passages

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Run every command in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def _run(*arguments: str | Path) -> int:
    return run_command_line([*map(str, arguments)])


def _lines(path: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


@pytest.mark.model
def test_a_sample_of_several_documents_is_blind_and_the_same_every_time(
    capsys: pytest.CaptureFixture[str],
) -> None:
    documents = sorted(EXAMPLES.glob("*-nieuwkomers.*"))
    assert len(documents) > 1
    assert _run("sample", *documents, "-o", "a.jsonl", "--size", "20") == ExitCode.OK
    assert "20 passages getrokken uit" in capsys.readouterr().out
    assert _run("sample", *reversed(documents), "-o", "b.jsonl", "--size", "20") == ExitCode.OK
    assert Path("a.jsonl").read_bytes() == Path("b.jsonl").read_bytes()
    lines = _lines("a.jsonl")
    assert len({line["id"] for line in lines}) == 20
    assert {line["doc"] for line in lines} == {document.name for document in documents}
    for line in lines:
        assert line.keys() == {
            "id", "text", "labels", "genre", "source", "doc", "page", "headings", "stratum",
            "chance",
        }  # fmt: skip
        assert (line["labels"], line["genre"], line["source"]) == ({}, "", "examples")
        assert 0 < line["chance"] <= 1
    assert {line["stratum"].partition(":")[0] for line in lines} == {"random", "hits", "doubt"}
    assert _run("sample", *documents, "-o", "c.jsonl", "--size", "20", "--seed", "2") == 0
    assert {line["id"] for line in _lines("c.jsonl")} != {line["id"] for line in lines}


@pytest.mark.model
def test_a_document_that_fails_does_not_stop_the_sample(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("leeg.txt").write_text("")
    assert _run("sample", "leeg.txt", "-o", "s.jsonl") == ExitCode.NOTHING_DONE
    assert "leeg.txt" in capsys.readouterr().err
    assert not Path("s.jsonl").exists()
    Path("nota.txt").write_text("Wij kopen de zorg volgend jaar bij twee partijen in.")
    own = EXAMPLES / "lexicon-juridisering"
    code = _run("sample", "leeg.txt", "nota.txt", "-o", "s.jsonl", "--lexicon", own)
    assert code == ExitCode.SOME_FAILED
    assert [line["chance"] for line in _lines("s.jsonl")] == [1.0]
    assert _run("sample", "weg.txt", "-o", "s.jsonl") == ExitCode.WRONG_USE


def _write(name: str, *labels: dict[str, int], **more: object) -> Path:
    lines = [
        json.dumps(
            {"id": f"p{n}", "text": f"Zin {n} over kosten.", "labels": own, "stratum": "hits:M",
             "chance": 0.5, **(more if own else {})}
        )
        for n, own in enumerate(labels)
    ]  # fmt: skip
    path = Path(name)
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("program", "beside"),
    [
        ("labelstudio", {"uit.config.xml"}),
        ("doccano", {"uit.categories.json", "uit.spans.json"}),
        ("xlsx", set()),
    ],
)
def test_labels_go_to_a_program_and_come_back(program: str, beside: set[str]) -> None:
    more = {"sub": ["M2"], "evidence": {"M": ["kosten"]}, "sure": 2, "note": "=1+1"}
    sample = _write("s.jsonl", {"M": 1, "R": 0}, {}, **more)
    assert _run("labels", "export", sample, "--to", program, "-o", "uit.x") == ExitCode.OK
    assert {path.name for path in Path().glob("uit.*")} == {"uit.x", *beside}
    back = ("labels", "import", "uit.x", "--from", program, "-o", "terug.jsonl")
    assert _run(*back) == ExitCode.OK
    assert {line["stratum"] for line in _lines("terug.jsonl")} == {""}
    assert _run(*back, "--sample", sample) == ExitCode.OK
    assert read_passages(Path("terug.jsonl")) == read_passages(sample)
    assert _run(*back, "--coder", "B") == ExitCode.OK
    assert {line["coder"] for line in _lines("terug.jsonl")} == {"B"}


def test_what_cannot_be_exchanged_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    strange = _write("s.jsonl", {"Q": 1})
    assert _run("labels", "export", strange, "--to", "xlsx", "-o", "u.xlsx") == 4
    assert "p0: no axis or facet of the lexicon: Q" in capsys.readouterr().err
    loose = _write("s.jsonl", {"M": 1}, evidence={"M": ["winst"]})
    assert _run("labels", "export", loose, "--to", "doccano", "-o", "u.jsonl") == ExitCode.OK
    assert "1 stukken bewijs" in capsys.readouterr().err
    assert _run("labels", "import", "weg.json", "--from", "doccano", "-o", "x") == 2
    Path("x.json").write_text("{}")
    assert _run("labels", "import", "x.json", "--from", "labelstudio", "-o", "x.jsonl") == 4
    assert not Path("x.jsonl").exists()


def test_agreement_is_printed_and_written(capsys: pytest.CaptureFixture[str]) -> None:
    one = _write("codeur-a.jsonl", {"M": 1}, {"M": 0}, {"M": 0}, {"M": 2}, sub=["M2"])
    other = _write("codeur-b.jsonl", {"M": 1}, {"M": 0}, {"M": 1}, {"M": 1}, sub=["M2"])
    assert _run("agreement", one, other, "-o", "eens.json") == ExitCode.OK
    out = capsys.readouterr().out
    assert "codeur-a, codeur-b: 4 passages" in out
    assert "0,53" in out  # 1 − 7 · 1 / (3 · 5)
    assert "M: de codeurs zijn het niet eens." in out
    assert "minder dan 200 passages" in out
    assert "Bij 2 passages verschillen de labels." in out
    first = json.loads(Path("eens.json").read_bytes())
    assert first["axes"]["M"]["alpha_nominal"]["value"] == pytest.approx(1 - 7 / 15, abs=1e-6)
    assert [own["id"] for own in first["disagreements"]] == ["p2", "p3"]
    lines = one.read_text("utf-8").splitlines()
    one.write_text("\n".join(reversed(lines)), encoding="utf-8")
    assert _run("agreement", other, one, "-o", "om.json", "--lang", "en") == ExitCode.OK
    assert "the coders do not agree" in capsys.readouterr().out
    assert Path("om.json").read_bytes() == Path("eens.json").read_bytes()


def test_files_of_one_name_are_told_apart(capsys: pytest.CaptureFixture[str]) -> None:
    for folder in ("a", "b"):
        Path(folder).mkdir()
        _write(f"{folder}/labels.jsonl", {"M": 1}, {"M": 0})
    assert _run("agreement", "a/labels.jsonl", "b/labels.jsonl") == ExitCode.OK
    assert "a/labels.jsonl, b/labels.jsonl: 2 passages" in capsys.readouterr().out


def test_agreement_needs_two_files_with_the_same_passages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    one = _write("a.jsonl", {"M": 1})
    assert _run("agreement", one, one) == ExitCode.WRONG_USE
    other = _write("b.jsonl", {})
    assert _run("agreement", one, other) == ExitCode.NOTHING_DONE
    assert "no passage stands in two files" in capsys.readouterr().err
    assert len(read_labels(one)) == 1
