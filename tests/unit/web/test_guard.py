"""What comes from elsewhere, without the key or over a bound is refused, with a code and words."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from taalscan.messages import catalogue
from taalscan.web.guard import PAGE_POLICY
from tests.unit.web.offices import JSON, KEY, ORIGIN, Office, office, small

NEWS = b"De {M3-001:klant} wacht op {R1-001:hulp}."


@pytest.fixture
def open_office() -> Iterator[Office]:
    with office() as opened:
        yield opened


@pytest.fixture
def stranger(open_office: Office) -> TestClient:
    """A client at the same page that has no cookie."""
    return TestClient(open_office.client.app, base_url=ORIGIN)


def refused(client: TestClient, status: int, code: str, **headers: str) -> None:
    answer = client.get("/items", headers={"accept": "application/json", **headers})
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.json()["messages"] == [catalogue("nl").error("request", {"flaw": code})]


@pytest.mark.parametrize(
    "host",
    [
        "taalscan.example",
        "127.0.0.1",
        "127.0.0.1:80",
        "127.0.0.1:8765.evil.example",
        "evil.example:8765",
        "127.0.0.1:8765@evil.example",
        "",
    ],
)
def test_a_foreign_host_is_refused_even_with_the_cookie(open_office: Office, host: str) -> None:
    """A name that an attacker points at 127.0.0.1 (DNS rebinding) must not get through."""
    refused(open_office.client, 421, "host", host=host)


@pytest.mark.parametrize(
    "origin",
    ["http://evil.example", "null", "http://127.0.0.1:9999", "https://127.0.0.1:8765", ""],
)
def test_a_foreign_origin_is_refused_even_with_the_cookie(
    open_office: Office, origin: str
) -> None:
    refused(open_office.client, 403, "origin", origin=origin)


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_what_another_page_loads_is_refused_also_from_another_port(
    open_office: Office, site: str
) -> None:
    refused(open_office.client, 403, "origin", **{"sec-fetch-site": site})


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_what_the_page_itself_or_the_address_bar_loads_is_granted(
    open_office: Office, site: str
) -> None:
    assert open_office.client.get("/", headers={"sec-fetch-site": site}).status_code == 200


def test_only_the_entrance_may_be_linked_to(stranger: TestClient) -> None:
    answer = stranger.get("/start", headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 200
    assert KEY not in answer.text


@pytest.mark.parametrize("path", ["/session", "/items", "/comparisons", "/items/x/remove"])
def test_a_change_without_an_origin_is_refused(open_office: Office, path: str) -> None:
    answer = open_office.client.post(path, headers={"accept": "application/json"})
    assert (answer.status_code, answer.json()["code"]) == (403, "origin")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/"),
        ("GET", "/items"),
        ("POST", "/items"),
        ("POST", "/comparisons"),
        ("GET", "/items/x/report"),
        ("GET", "/items/x/files/html"),
        ("POST", "/items/x/remove"),
    ],
)
@pytest.mark.parametrize("cookie", [None, "x" * 43, ""])
def test_without_the_right_cookie_nothing_is_granted(
    stranger: TestClient, method: str, path: str, cookie: str | None
) -> None:
    if cookie is not None:
        stranger.cookies.set("taalscan-8765", cookie)
    answer = stranger.request(method, path, headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (403, "key")


@pytest.mark.parametrize("key", ["", "x", KEY[:-1], KEY + "k", "é" * 43, "\ud800"])
def test_a_wrong_key_gives_no_cookie(stranger: TestClient, key: str) -> None:
    body = {"key": key.encode("utf-8", "surrogatepass").decode("utf-8", "replace")}
    answer = stranger.post("/session", data=body, headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (403, "key")
    assert "set-cookie" not in answer.headers


def test_the_cookie_is_closed_to_scripts_and_other_sites_and_is_not_the_key(
    stranger: TestClient,
) -> None:
    answer = stranger.post("/session", data={"key": KEY}, headers=JSON)
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert KEY not in cookie


def test_the_key_again_keeps_the_visit(open_office: Office) -> None:
    open_office.add("nota.txt", NEWS)
    again = open_office.client.post("/session", data={"key": KEY}, headers=JSON)
    assert "set-cookie" not in again.headers
    assert len(open_office.items) == 1


def test_visitors_do_not_see_each_other(open_office: Office, stranger: TestClient) -> None:
    open_office.add("nota.txt", NEWS)
    stranger.post("/session", data={"key": KEY}, headers=JSON)
    (identity,) = open_office.items
    assert "nota.txt" not in stranger.get("/").text
    assert stranger.get(f"/items/{identity}/report", headers=JSON).status_code == 404
    assert stranger.post(f"/items/{identity}/remove", headers=JSON).status_code == 404
    assert len(open_office.items) == 1


@pytest.mark.parametrize(
    "path", ["/", "/start", "/items", "/nowhere", "/static/app.js", "/static/app.css"]
)
def test_every_answer_is_closed(open_office: Office, path: str) -> None:
    headers = open_office.client.get(path).headers
    assert headers["content-security-policy"] == PAGE_POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "unsafe" not in PAGE_POLICY


def test_a_refusal_is_closed_too(open_office: Office) -> None:
    headers = open_office.client.get("/", headers={"host": "evil.example"}).headers
    assert headers["content-security-policy"] == PAGE_POLICY


def test_a_refusal_shows_as_a_page_without_script(open_office: Office) -> None:
    answer = open_office.client.get("/items/nergens/report")
    assert answer.status_code == 404
    assert catalogue("nl").text("errors.flaw-not-found") in answer.text
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    "path",
    ["/static/../door.py", "/static/..%2fdoor.py", "/static/%2e%2e/door.py", "/static/x", "/x"],
)
def test_only_the_files_of_the_page_are_served(open_office: Office, path: str) -> None:
    answer = open_office.client.get(path, headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")


def test_another_method_is_refused(open_office: Office) -> None:
    answer = open_office.client.delete("/items", headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (405, "method")


def test_a_body_over_the_bound_is_refused_by_its_head() -> None:
    with office(small(body=500)) as opened:
        answer = opened.client.post(
            "/items", files={"files": ("nota.txt", b"x" * 900)}, headers=JSON
        )
        assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
        assert opened.items == []


def test_a_body_that_does_not_tell_its_length_is_measured() -> None:
    with office(small(body=500)) as opened:
        head = b'--b\r\nContent-Disposition: form-data; name="files"; filename="nota.txt"\r\n\r\n'
        parts = iter([head, *[b"x" * 100] * 9, b"\r\n--b--\r\n"])
        kind = {"content-type": "multipart/form-data; boundary=b"}
        answer = opened.client.post("/items", content=parts, headers=JSON | kind)
        assert (answer.status_code, answer.json()["code"]) == (413, "too-large")
        assert opened.items == []


@pytest.mark.parametrize("length", ["-1", "1e3", "x"])
def test_a_length_that_is_no_number_is_refused(open_office: Office, length: str) -> None:
    answer = open_office.client.post(
        "/items", content=b"", headers={**JSON, "content-length": length}
    )
    assert answer.status_code == 413
