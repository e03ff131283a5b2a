"""The overview of a run shows each document once, and those that failed."""

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from taalscan.batch.overview import PAGE_MARK
from taalscan.model import BalanceVerdict, Failure
from taalscan.reports import render_index, render_index_pages, row_of
from taalscan.reports.html.pager import PAGE_ROWS
from tests.builders import scan_of
from tests.figures import with_figures
from tests.runs import many, run_of

LONG = "\n\n".join(["De {M3-001:klant} wacht op een antwoord van ons."] * 25)


def test_a_row_shows_figures_with_bounds_and_leads_to_the_report() -> None:
    row = row_of(scan_of(LONG, name="nota één.pdf", title="Nota"), "map/nota één.html")
    page = LexborHTMLParser(render_index(run_of([row]), "nl"))
    link = page.css_first("tbody a")
    assert link is not None
    assert link.attributes["href"] == "map/nota%20%C3%A9%C3%A9n.html"
    cells = [" ".join(cell.text().split()) for cell in page.css("tbody tr > *")]
    assert cells == [
        "nota één.pdfNota",
        "200",
        "25",
        "indicatief",
        "125,0 83,3 tot 166,7",
        "0,0 0,0 tot 0,0",
        "0,0 0,0 tot 0,0",
        "0,0 0,0 tot 0,0",
    ]


def test_a_short_document_shows_a_dash_and_sorts_below_all() -> None:
    page = LexborHTMLParser(render_index(run_of([row_of(scan_of("De klant."), None)]), "nl"))
    last = page.css("tbody td")[-1]
    assert last.text().strip() == "–"
    assert last.attributes["data-order"] == "-1.0"
    assert not page.css("tbody a")


def test_a_balance_has_a_column_where_a_document_has_one() -> None:
    full = row_of(with_figures(scan_of(LONG)), None)
    plain = row_of(scan_of("De klant."), None)
    page = LexborHTMLParser(render_index(run_of([full, plain]), "nl"))
    heads = [head.text() for head in page.css(".documents thead th")]
    assert heads[-1] == "Balans (b)"
    assert full.balance is not None
    first, last = (row.css("td")[-1] for row in page.css(".documents tbody tr"))
    assert first.attributes["data-order"] == str(full.balance.main.scaled.value)
    assert " tot " in first.text()
    assert (last.text().strip(), last.attributes["data-order"]) == ("–", "-2.0")
    unsure = replace(full, balance=replace(full.balance, verdict=BalanceVerdict.UNSURE))
    assert "lage zekerheid" in render_index(run_of([unsure]), "nl")
    assert "lage zekerheid" not in render_index(run_of([full]), "nl")
    assert "Balans" not in render_index(run_of([plain]), "nl")


def test_failures_stand_apart_with_their_reason() -> None:
    failures = [Failure("<b>oud</b>.pdf", "unheard-of", (("detail", "blad 3"),))]
    page = LexborHTMLParser(render_index(run_of([], failures), "nl"))
    assert "unheard-of (blad 3)" in page.css("tbody td")[0].text()
    assert not page.css("tbody b")
    assert "1 document niet gelukt" in page.css(".size")[0].text()


def test_a_file_name_cannot_become_a_script() -> None:
    row = row_of(scan_of("Tekst."), "javascript:alert(1)//.html")
    link = LexborHTMLParser(render_index(run_of([row]), "nl")).css_first("tbody a")
    assert link is not None
    assert link.attributes["href"] == "javascript%3Aalert%281%29//.html"


def test_a_small_run_has_one_page_that_sorts_by_itself() -> None:
    page = LexborHTMLParser(render_index(run_of(many(PAGE_ROWS)), "nl"))
    assert len(page.css(".documents.sortable tbody tr")) == PAGE_ROWS
    assert page.css("#run, #samples, nav.pages, .steps") == []
    assert list(render_index_pages(run_of(many(PAGE_ROWS)), "nl")) == []


def test_a_large_run_has_pages_that_hold_each_document_once() -> None:
    run = run_of(many(2 * PAGE_ROWS + 30))
    first = LexborHTMLParser(render_index(run, "nl"))
    others = {path: LexborHTMLParser(page) for path, page in render_index_pages(run, "nl")}
    assert list(others) == ["index/page-2.html", "index/page-3.html"]
    names = [
        node.text() for page in (first, *others.values()) for node in page.css(".documents th a")
    ]
    assert names == [row.name for row in run.rows]
    assert first.css(".sortable") == []


def test_links_of_a_page_lead_to_files_of_the_run() -> None:
    run = run_of(many(PAGE_ROWS + 1))
    ((_, html),) = render_index_pages(run, "nl")
    page = LexborHTMLParser(html)
    links = [node.attributes["href"] for node in page.css("tbody a")]
    assert links == ["../beleidsnota-00101.html", "../beleidsnota-00101.json"]
    ways = {node.attributes["href"] for node in page.css("nav.pages a")}
    assert ways == {"../index.html#documents"}
    first = LexborHTMLParser(render_index(run, "nl"))
    ways = {node.attributes["href"] for node in first.css("nav.pages a")}
    assert ways == {"index/page-2.html#documents"}


def test_pages_hold_no_script_and_a_mark() -> None:
    ((_, html),) = render_index_pages(run_of(many(PAGE_ROWS + 1)), "nl")
    assert LexborHTMLParser(html).css("script")[0].text() == ""
    assert html.encode().index(PAGE_MARK) < 1000
    assert PAGE_MARK not in render_index(run_of(many(PAGE_ROWS + 1)), "nl").encode()


def test_genre_and_json_have_columns_where_documents_have_them() -> None:
    page = LexborHTMLParser(render_index(run_of(many(4)), "nl"))
    heads = [head.text() for head in page.css(".documents thead th")]
    assert (heads[1], heads[-1]) == ("Soort document", "Bestand")
    genres = [row.css("td")[0].text() for row in page.css(".documents tbody tr")]
    assert genres[:3] == ["Beleidsnota of visie", "Brief", "onzeker, misschien Brief"]
    link = page.css(".documents td.file a")[0]
    assert link.text() == "JSON van beleidsnota-00001.pdf"
    assert link.attributes["href"] == "beleidsnota-00001.json"


def test_the_table_of_scores_is_named_only_where_it_is_written() -> None:
    assert 'href="scores.csv"' in render_index(run_of(many(3), scores="scores.csv"), "nl")
    assert "scores.csv" not in render_index(run_of(many(3)), "nl")


def test_many_failures_are_folded_by_reason() -> None:
    failures = [Failure(f"{n}.pdf", "empty" if n % 3 else "crashed") for n in range(30)]
    page = LexborHTMLParser(render_index(run_of(many(1), failures), "nl"))
    counts = [node.text() for node in page.css(".failed summary b")]
    assert counts == ["10 documenten", "20 documenten"]
    assert [len(node.css("li")) for node in page.css(".failed")] == [10, 20]
    few = LexborHTMLParser(render_index(run_of(many(1), failures[:5]), "nl"))
    assert few.css(".failed") == []
    assert len(few.css("#failures tbody tr")) == 5


def test_the_overview_ranks_nobody() -> None:
    page = render_index(run_of(many(40)), "nl")
    assert "geen rangorde" in page
    assert not {"ranglijst", "beste", "slechtste", "score"} & set(page.lower().split())
