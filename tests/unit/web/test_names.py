"""Names that people give files become names that no disk minds, and never lead elsewhere."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taalscan.errors import RequestError
from taalscan.web.names import checked_name, copy_apart, distinct_name, safe_stem, safe_suffix


def passes(name: str) -> bool:
    try:
        checked_name(name)
    except RequestError:
        return False
    return True


@given(st.text(max_size=210).filter(passes))
def test_a_name_that_passes_stays_in_its_folder(name: str) -> None:
    stem, suffix = safe_stem(checked_name(name)), safe_suffix(name)
    folder = Path("/een/map")
    assert (folder / f"{stem}{suffix}").parent == folder
    assert stem
    assert not stem.startswith(".")
    assert len(stem.encode()) < 255


@pytest.mark.parametrize(
    ("name", "stem", "suffix"),
    [
        ("Nota zorg (v2).docx", "Nota zorg (v2)", ".docx"),
        ("nota.v2.PDF", "nota.v2", ".pdf"),
        (".docx", "docx", ""),
        ("con.txt", "document_con", ".txt"),
        ("LPT1.odt", "document_LPT1", ".odt"),
        ("a:b*c?.md", "a_b_c_", ".md"),
        ("één.txt", "één", ".txt"),
        ("nota.t/t"[:6], "nota", ".t"),
        ("?", "_", ""),
    ],
)
def test_a_name_keeps_what_every_disk_takes(name: str, stem: str, suffix: str) -> None:
    assert (safe_stem(name), safe_suffix(name)) == (stem, suffix)


@pytest.mark.parametrize("name", ["nota\x07.txt", "nota\n.txt", "\x00", "", " . ", "\ud800.txt"])
def test_a_name_that_nobody_gives_a_file_is_refused(name: str) -> None:
    with pytest.raises(RequestError, match="file-name"):
        checked_name(name)


def test_a_copy_never_replaces_another(tmp_path: Path) -> None:
    source = tmp_path / "nota.html"
    source.write_text("een")
    first = copy_apart([source], tmp_path / "uit", "nota")
    source.write_text("twee")
    second = copy_apart([source], tmp_path / "uit", "nota")
    assert [first.name, second.name] == ["nota", "nota-2"]
    assert (first / "nota.html").read_text() == "een"
    assert (second / "nota.html").read_text() == "twee"


@given(names=st.lists(st.sampled_from(["nota.docx", "nota (2).docx", "nota", "a.b.txt"])))
def test_names_that_are_alike_get_a_number_and_keep_their_extension(names: list[str]) -> None:
    shown: list[str] = []
    for name in names:
        shown.append(distinct_name(name, shown))
        assert Path(shown[-1]).suffix == Path(name).suffix
    assert len(set(shown)) == len(names)
    assert shown[:1] == names[:1]
