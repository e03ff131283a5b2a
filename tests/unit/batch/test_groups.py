"""Two folders give two groups: documents to scan and scans that were made before."""

from dataclasses import replace
from pathlib import Path

import pytest

from taalscan.batch.groups import compare_sources, group_sources
from taalscan.batch.work import Settings
from taalscan.errors import UsageError
from taalscan.model import Failure, Interval, LexiconVersion, PartScore, Scan
from taalscan.reports import Row, row_of, to_json
from tests.builders import scan_of


def settings(out: Path) -> Settings:
    return Settings(out=out, lexicons=(), formats=frozenset({"html", "json"}))


def made(name: str, hits: int, *, lexicon: str = "0.1") -> Scan:
    """Return a scan of 25 passages, of which some have a hit."""
    blocks = [
        "De {M3-001:klant} wacht hier." if number < hits else "Niemand wacht hier nu."
        for number in range(25)
    ]
    scan = scan_of("\n\n".join(blocks), name=name)
    document = replace(scan.document, source=replace(scan.document.source, sha256=name * 8))
    provenance = replace(scan.provenance, lexicons=(LexiconVersion("b", lexicon, "ef" * 32),))
    scores = tuple(
        replace(
            own,
            weighted_density=Interval(1.0, 0.5, 1.5),
            facets=tuple(PartScore(facet.id, 0, 0, None, None) for facet in axis.facets),
        )
        for axis, own in zip(scan.axes, scan.scores, strict=True)
    )
    return replace(scan, document=document, provenance=provenance, scores=scores)


def folder(path: Path, scans: dict[str, Scan]) -> str:
    path.mkdir(parents=True)
    for stem, scan in scans.items():
        (path / f"{stem}.json").write_bytes(to_json(scan, "nl"))
    return str(path)


@pytest.fixture
def two(tmp_path: Path) -> tuple[str, str]:
    first = {f"a{number}": made(f"a{number}.pdf", 10 + number) for number in range(6)}
    second = {f"b{number}": made(f"b{number}.pdf", number) for number in range(6)}
    return folder(tmp_path / "inkoop", first), folder(tmp_path / "brieven", second)


def test_a_folder_gives_documents_and_scans_but_no_other_json(tmp_path: Path) -> None:
    given = folder(tmp_path / "een", {"nota": made("nota.pdf", 1)})
    for name in ("nota.txt", "brief.md", ".geheim.json", "instellingen.json", "groups.json"):
        (tmp_path / "een" / name).write_text('{"format": 1, "kind": "groups"}', encoding="utf-8")
    other = folder(tmp_path / "twee", {"nota": made("nota.pdf", 1)})
    first, second = group_sources((given, other), tmp_path / "uit")
    assert [entry.stem for entry in first.entries] == ["a/brief", "a/nota-txt", "a/nota-json"]
    assert [job.stem for job in first.jobs] == ["a/brief", "a/nota-txt"]
    assert [entry.stem for entry in second.entries] == ["b/nota"]
    assert (first.name, second.name) == ("een", "twee")


def test_what_an_earlier_run_wrote_is_left_out(tmp_path: Path, two: tuple[str, str]) -> None:
    out = Path(two[0]) / "uit"
    folder(out / "a", {"nota": made("nota.pdf", 1)})
    first, _ = group_sources(two, out)
    assert len(first.entries) == 6


def test_folders_that_an_earlier_run_wrote_can_be_compared_themselves(tmp_path: Path) -> None:
    out = tmp_path / "uit"
    made_before = {name: folder(out / name, {"nota": made(f"{name}.pdf", 1)}) for name in "ab"}
    first, second = group_sources((made_before["a"], made_before["b"]), out)
    assert [len(own.entries) for own in (first, second)] == [1, 1]


def test_a_folder_that_is_written_to_does_not_take_in_what_was_written(
    tmp_path: Path, two: tuple[str, str]
) -> None:
    folder(Path(two[0]) / "b", {"nota": made("nota.pdf", 1)})
    first, _ = group_sources(two, Path(two[0]))
    assert len(first.entries) == 6


def test_folders_of_one_name_keep_their_paths(tmp_path: Path) -> None:
    scans = {"nota": made("nota.pdf", 1)}
    paths = [folder(tmp_path / town / "notas", scans) for town in ("noord", "zuid")]
    first, second = group_sources((paths[0], paths[1]), tmp_path / "uit")
    assert (first.name, second.name) == (Path(paths[0]).as_posix(), Path(paths[1]).as_posix())


def test_folders_that_cannot_be_compared_are_refused(tmp_path: Path, two: tuple[str, str]) -> None:
    empty = tmp_path / "leeg"
    empty.mkdir()
    cases = {
        "no-such-path": (two[0], str(tmp_path / "weg")),
        "same-folder": (two[0], f"{two[0]}/../inkoop"),
        "no-documents": (two[0], str(empty)),
    }
    for detail, given in cases.items():
        with pytest.raises(UsageError) as caught:
            group_sources(given, tmp_path / "uit")
        assert caught.value.values["detail"] == detail


def test_scans_that_were_made_before_are_compared_and_get_their_page(
    tmp_path: Path, two: tuple[str, str]
) -> None:
    out = tmp_path / "uit"
    found = compare_sources(group_sources(two, out), (), settings(out))
    assert [own.name for own in found.first.members] == [f"a{number}.pdf" for number in range(6)]
    assert found.figures[0].effect is not None
    assert found.figures[0].effect.superiority.value == 1.0
    for member in (*found.first.members, *found.second.members):
        assert member.href is not None
        assert (out / member.href).is_file()
    assert found.provenance is not None
    assert found.provenance.lexicons[0].version == "0.1"


def test_documents_that_were_scanned_now_decide_which_scans_fit(tmp_path: Path) -> None:
    out = tmp_path / "uit"
    first = folder(tmp_path / "een", {"oud": made("oud.pdf", 3)})
    second = folder(tmp_path / "twee", {"nieuw": made("nieuw.pdf", 3, lexicon="0.2")})
    (Path(second) / "nota.txt").write_text("Nota.", encoding="utf-8")
    scan = made("nota.txt", 4, lexicon="0.2")
    (out / "b").mkdir(parents=True)
    (out / "b" / "nota.json").write_bytes(to_json(scan, "nl"))
    outcomes: list[Row | Failure] = [row_of(scan, "b/nota.html")]
    found = compare_sources(group_sources((first, second), out), outcomes, settings(out))
    assert found.first.failures == (Failure("oud.json", "other-versions"),)
    assert [own.name for own in found.second.members] == ["nota.txt", "nieuw.pdf"]


def test_a_document_or_scan_that_fails_is_kept_with_its_reason(
    tmp_path: Path, two: tuple[str, str]
) -> None:
    (Path(two[0]) / "kapot.pdf").write_bytes(b"%PDF")
    (Path(two[1]) / "half.json").write_text('{"format": 1, "taalscan": "1"', encoding="utf-8")
    failure = Failure("kapot.pdf", "damaged")
    out = tmp_path / "uit"
    found = compare_sources(group_sources(two, out), [failure], settings(out))
    assert found.first.failures == (failure,)
    assert [(own.name, own.code) for own in found.second.failures] == [("half.json", "scan-file")]
    assert len(found.first.members) == len(found.second.members) == 6


def test_scans_of_one_name_are_told_apart(tmp_path: Path, two: tuple[str, str]) -> None:
    scan = made("z.pdf", 3)
    source = replace(scan.document.source, name="a1.pdf")
    same = replace(scan, document=replace(scan.document, source=source))
    folder(Path(two[0]) / "sub", {"z": same})
    found = compare_sources(group_sources(two, tmp_path / "u"), (), settings(tmp_path / "u"))
    names = [own.name for own in found.first.members]
    assert len(set(names)) == len(names) == 7
    assert "a1.pdf (a/a1)" in names
