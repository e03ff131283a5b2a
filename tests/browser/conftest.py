"""Start one browser and make the pages once; hold every test to silence and to no requests."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.browsing import CHROMIUM, WITHOUT_CHROMIUM, Visits, chromium
from tests.browser.made_pages import MadePages, make_pages


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the one browser of all tests: two at a time cannot be driven."""
    if CHROMIUM is None:
        pytest.skip(WITHOUT_CHROMIUM)
    with sync_playwright() as driver, chromium(driver) as started:
        yield started


@pytest.fixture(scope="session")
def _visits(browser: Browser) -> Visits:
    return Visits(browser)


@pytest.fixture
def visits(_visits: Visits) -> Iterator[Visits]:
    """Return what opens pages; afterwards nothing may have gone wrong in any of them."""
    yield _visits
    wrong = list(_visits.wrong)
    _visits.close_pages()
    assert wrong == []


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> MadePages:
    """Return the pages."""
    return make_pages(tmp_path_factory.mktemp("pages"))
