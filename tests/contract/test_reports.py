"""What every report writer promises, for every scan."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings

from taalscan.model import Reliability, Scan
from taalscan.reports import render_html, render_index, row_of, scores_csv, to_json
from taalscan.reports.word import Asked, annotate_text
from tests.builders import scan_of
from tests.runs import run_of
from tests.unit.reports.strategies import scans

Writer = Callable[[Scan], bytes]


def _index(scan: Scan) -> bytes:
    return render_index(run_of([row_of(scan, "nota.html")], axes=scan.axes), "nl").encode()


def _csv(scan: Scan) -> bytes:
    return scores_csv([row_of(scan, None)], scan.axes)


def _html(scan: Scan) -> bytes:
    return render_html(scan, "nl").encode()


def _english(scan: Scan) -> bytes:
    return render_html(scan, "en").encode()


def _json(scan: Scan) -> bytes:
    return to_json(scan, "nl")


def _word(scan: Scan) -> bytes:
    return annotate_text(scan, Asked("nl", all_hits=True)).data


WRITERS: dict[str, Writer] = {
    "html": _html,
    "html in English": _english,
    "json": _json,
    "index": _index,
    "csv": _csv,
    "docx": _word,
}


@pytest.fixture
def empty() -> Scan:
    return scan_of("# Alleen een kop")


@pytest.mark.parametrize("name", WRITERS)
@given(scan=scans())
@settings(max_examples=40, deadline=None)
def test_any_scan_can_be_written_and_always_the_same(name: str, scan: Scan) -> None:
    write = WRITERS[name]
    assert write(scan) == write(scan)


@pytest.mark.parametrize("name", WRITERS)
def test_a_scan_without_any_passage_can_be_written(name: str, empty: Scan) -> None:
    assert WRITERS[name](empty)


@pytest.mark.parametrize("name", WRITERS)
def test_a_scan_that_says_it_is_reliable_but_has_no_figures_can_be_written(
    name: str, empty: Scan
) -> None:
    assert WRITERS[name](replace(empty, reliability=Reliability.FULL))
