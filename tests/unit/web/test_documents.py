"""Documents come in, are scanned, shown, compared, saved and removed; the wrong ones are told."""

import json
import re
import time
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from taalscan.batch import writers
from taalscan.errors import TaalscanError
from taalscan.reports import from_json
from taalscan.web.routes import REPORT_POLICY
from tests.unit.web.offices import JSON, ORIGIN, Office, kept, office, small
from tests.word_files import W, part

NOTE = b"De {M3-001:klant} wacht."
NEWER = b"De inwoner wacht op {R1-001:hulp}."


def wait(opened: Office) -> str:
    """Return the parts of the page once nothing is pending."""
    parts = ""
    for _ in range(400):
        parts = opened.client.get("/items").text
        if 'data-pending="0"' in parts:
            return parts
        time.sleep(0.02)
    raise AssertionError(parts)


def code(opened: Office, name: str, data: bytes) -> tuple[int, str]:
    answer = opened.client.post("/items", files={"files": (name, data)}, headers=JSON)
    return answer.status_code, answer.json().get("code", "")


def test_a_document_is_scanned_and_its_report_shown_shut_off_from_the_page() -> None:
    with office() as opened:
        assert opened.add("nota.txt", NOTE) == 201
        parts = wait(opened)
        (identity,) = opened.items
        assert f"/items/{identity}/report" in parts
        answer = opened.client.get(f"/items/{identity}/report")
        assert "Taalscan van nota.txt" in answer.text
        assert answer.headers["content-security-policy"] == REPORT_POLICY
        assert "allow-same-origin" not in REPORT_POLICY
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-type"].startswith("text/html")


def test_comments_have_the_date_of_today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("taalscan.web.service.today", partial(date, 2031, 5, 6))
    with office() as opened:
        opened.add("nota.txt", NOTE)
        wait(opened)
        (identity,) = opened.items
        data = opened.client.get(f"/items/{identity}/files/docx").content
    dates = {own.get(f"{W}date") for own in part(data, "word/comments.xml")}
    assert dates == {"2031-05-06T00:00:00Z"}


def test_every_format_of_the_table_can_be_saved_under_the_name_of_the_document() -> None:
    with office() as opened:
        opened.add("Nota zorg.txt", NOTE)
        wait(opened)
        (identity,) = opened.items
        visit = opened.service.store.visit(opened.client.cookies[opened.door.cookie])
        made = opened.service.store.item(visit, identity).files
        extensions = {path.suffix[1:] for path in made}
        assert {"html", "json"} <= extensions <= {*writers(), "odt"}
        for extension in extensions:
            answer = opened.client.get(f"/items/{identity}/files/{extension}")
            assert answer.status_code == 200
            head = answer.headers["content-disposition"]
            assert head.startswith("attachment")
            assert re.search(rf"Nota(%20| )zorg(-taalscan)?\.{extension}", head)
        scan = from_json(opened.client.get(f"/items/{identity}/files/json").content)
        assert scan.document.source.name == "Nota zorg.txt"


@pytest.mark.parametrize("extension", ["txt", "docm", "..", "%2e%2e%2f", "html.bak"])
def test_nothing_but_what_was_made_can_be_saved(extension: str) -> None:
    with office() as opened:
        opened.add("nota.txt", NOTE)
        wait(opened)
        (identity,) = opened.items
        answer = opened.client.get(f"/items/{identity}/files/{extension}", headers=JSON)
        assert answer.status_code == 404


@pytest.mark.parametrize(
    "name",
    [
        "../nota.txt",
        "..",
        ".",
        "../../etc/passwd",
        "..\\nota.txt",
        "map\\nota.txt",
        "/etc/passwd",
        "map/nota.txt",
        "x" * 201,
    ],
)
def test_a_name_that_is_a_path_is_refused(name: str) -> None:
    with office() as opened:
        assert code(opened, name, NOTE) == (400, "file-name")
        assert opened.items == []
        assert list(opened.service.store.root.iterdir()) == []


def test_a_name_is_shown_as_text_only() -> None:
    with office() as opened:
        opened.add("<img src=x onerror=alert(1)>.txt", NOTE)
        parts = wait(opened)
        assert "<img" not in parts
        assert "&lt;img src=x onerror=alert(1)&gt;.txt" in parts


def test_a_document_over_the_bound_is_refused() -> None:
    with office(small()) as opened:
        most = opened.service.settings.bounds.limits.bytes
        with pytest.raises(TaalscanError, match="too-large"):
            opened.service.take_file(opened.service.enter(), "nota.txt", None, most + 1)  # type: ignore[arg-type]


def test_an_empty_file_and_an_empty_form_are_refused() -> None:
    with office() as opened:
        assert code(opened, "nota.txt", b"") == (400, "empty")
        answer = opened.client.post("/items", data={"text": "  \n "}, headers=JSON)
        assert (answer.status_code, answer.json()["code"]) == (400, "nothing-given")


def test_files_stand_in_the_order_of_use_and_no_pdf_is_promised_or_refused_for_a_text() -> None:
    with office() as opened:
        opened.add("nota.txt", NOTE)
        parts = wait(opened)
        made = re.findall(r'/files/(\w+)" download', parts)
        assert made == ["docx", "html", "xlsx", "json"]
        assert 'class="refused"' not in parts


def test_the_document_itself_is_saved_under_a_name_of_its_own() -> None:
    with office() as opened:
        opened.add("nota.txt", NOTE)
        wait(opened)
        (identity,) = opened.items
        for extension, name in (("docx", "nota-taalscan.docx"), ("html", "nota.html")):
            answer = opened.client.get(f"/items/{identity}/files/{extension}")
            assert f'filename="{name}"' in answer.headers["content-disposition"]


def test_who_is_not_let_in_is_not_sent_round_to_the_same_refusal() -> None:
    with office() as opened:
        assert 'href="/"' in opened.client.get("/items/weg/report").text
        opened.client.cookies.clear()
        assert 'href="/"' not in opened.client.get("/").text


def test_what_is_no_form_is_refused() -> None:
    with office() as opened:
        head = JSON | {"content-type": "multipart/form-data"}
        answer = opened.client.post("/items", content=b"x", headers=head)
        assert (answer.status_code, answer.json()["code"]) == (400, "form")


def test_too_many_files_at_once_are_refused() -> None:
    with office(small(files=2)) as opened:
        files = [("files", (f"{n}.txt", NOTE)) for n in range(3)]
        answer = opened.client.post("/items", files=files, headers=JSON)
        assert (answer.status_code, answer.json()["code"]) == (400, "form")


def test_a_full_list_takes_no_more_until_something_is_removed() -> None:
    with office(small(files=1)) as opened:
        opened.add("een.txt", NOTE)
        wait(opened)
        assert code(opened, "twee.txt", NOTE) == (409, "too-many")
        (identity,) = opened.items
        assert opened.client.post(f"/items/{identity}/remove", headers=JSON).status_code == 201
        assert opened.add("twee.txt", NOTE) == 201


def test_a_full_store_takes_no_more() -> None:
    with office(small(stored=30)) as opened:
        assert opened.add("een.txt", NOTE) == 201
        assert code(opened, "twee.txt", NOTE) == (507, "full")


def test_pasted_text_is_a_document_with_a_name_of_its_own() -> None:
    with office() as opened:
        for _ in range(2):
            opened.client.post("/items", data={"text": NOTE.decode()}, headers=JSON)
        parts = wait(opened)
        assert "Geplakte tekst 1.txt" in parts
        assert "Geplakte tekst 2.txt" in parts


def test_a_form_without_script_takes_the_good_files_and_tells_the_others() -> None:
    with office() as opened:
        files = [("files", ("goed.txt", NOTE)), ("files", ("leeg.txt", b""))]
        answer = opened.client.post("/items", files=files, headers={"origin": ORIGIN})
        assert answer.status_code == 400
        assert "leeg.txt: In dit document staat geen tekst." in answer.text
        assert "goed.txt" in wait(opened)


def test_a_form_without_script_leads_back_to_the_page() -> None:
    with office() as opened:
        answer = opened.client.post(
            "/items",
            files={"files": ("nota.txt", NOTE)},
            headers={"origin": ORIGIN},
            follow_redirects=False,
        )
        assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_a_document_that_cannot_be_read_is_told_and_leaves_no_file() -> None:
    with office() as opened:
        opened.add("stuk.txt", b"\0")
        parts = wait(opened)
        assert "Dit document is beschadigd." in parts
        (identity,) = opened.items
        assert opened.client.get(f"/items/{identity}/report").status_code == 404
        assert list(opened.service.store.root.iterdir()) == []


def test_two_versions_are_compared() -> None:
    with office() as opened:
        opened.add("oud.txt", NOTE)
        opened.add("nieuw.txt", NEWER)
        wait(opened)
        old, new = opened.items
        answer = opened.client.post("/comparisons", data={"old": old, "new": new}, headers=JSON)
        assert answer.status_code == 201
        assert "oud.txt en nieuw.txt" in wait(opened)
        made = opened.items[-1]
        assert "nieuw.txt" in opened.client.get(f"/items/{made}/report").text
        found = json.loads(opened.client.get(f"/items/{made}/files/json").content)
        assert "oud.txt" in json.dumps(found)


def test_two_versions_with_one_name_can_be_told_apart() -> None:
    with office() as opened:
        opened.add("nota.txt", NOTE)
        opened.add("nota.txt", NEWER)
        parts = wait(opened)
        assert re.findall(r"<option[^>]*>([^<]+)<", parts)[:2] == ["nota.txt", "nota (2).txt"]
        old, new = opened.items
        opened.client.post("/comparisons", data={"old": old, "new": new}, headers=JSON)
        assert "nota.txt en nota (2).txt" in wait(opened)


@pytest.mark.parametrize(
    ("old", "new", "status", "flaw"),
    [
        (0, 0, 400, "same-twice"),
        (0, None, 400, "nothing-given"),
        (0, "nergens", 404, "not-found"),
        (0, 1, 409, "not-ready"),
    ],
)
def test_what_cannot_be_compared_is_told(
    old: int, new: int | str | None, status: int, flaw: str
) -> None:
    with office() as opened:
        opened.add("oud.txt", NOTE)
        opened.add("stuk.txt", b"\0")
        wait(opened)
        ids = opened.items
        asked = {
            "old": ids[old],
            "new": ids[new] if isinstance(new, int) else (new or ""),
        }
        answer = opened.client.post("/comparisons", data=asked, headers=JSON)
        assert (answer.status_code, answer.json()["code"]) == (status, flaw)


def test_a_document_that_waits_and_one_that_is_busy_can_be_stopped() -> None:
    with office(waits=True) as opened:
        opened.add("bezig.txt", NOTE)
        opened.add("wacht.txt", NOTE)
        busy, waiting = opened.items
        report = opened.client.get(f"/items/{busy}/report", headers=JSON)
        assert report.json()["code"] == "not-ready"
        for identity in (waiting, busy):
            opened.client.post(f"/items/{identity}/remove", headers=JSON)
        assert opened.items == []
        assert opened.worker.may_end.is_set()
        assert opened.add("later.txt", NOTE) == 201
        assert "later.txt" in wait(opened)
        assert len(list(opened.service.store.root.iterdir())) == 1


def test_all_files_go_when_the_page_stops() -> None:
    with office() as opened:
        opened.add("nota.txt", NOTE)
        wait(opened)
        root = opened.service.store.root
        assert root.stat().st_mode & 0o077 == 0
        assert list(root.iterdir()) != []
    assert not root.exists()


def test_reports_are_kept_where_asked_and_replace_nothing(tmp_path: Path) -> None:
    with office(kept(tmp_path / "verslagen")) as opened:
        opened.add("nota.txt", NOTE)
        opened.add("nota.txt", NEWER)
        wait(opened)
    folders = sorted(path.name for path in (tmp_path / "verslagen").iterdir())
    assert folders == ["nota", "nota-2"]
    names = {path.name for path in (tmp_path / "verslagen" / "nota").iterdir()}
    assert {"nota.html", "nota.json"} <= names
    assert "nota.txt" not in names


def test_the_visitor_who_was_away_longest_makes_room() -> None:
    with office(small(visitors=2)) as opened:
        opened.add("nota.txt", NOTE)
        wait(opened)
        first = opened.client.cookies[opened.door.cookie]
        opened.service.enter()
        opened.service.store.visit(first)
        opened.service.enter()
        assert opened.items != []
        opened.service.enter()
        opened.service.enter()
        assert opened.client.get("/", headers=JSON).status_code == 403
        assert list(opened.service.store.root.iterdir()) == []
