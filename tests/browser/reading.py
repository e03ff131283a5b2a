"""Find the parts of a page by role, label and name, as a reader would.

New filters and buttons get a helper here; tests then need no knowledge of the page's markup.
"""

from playwright.sync_api import Locator, Page

from tests.browser.browsing import probe


def tools(page: Page) -> Locator:
    """Return the bar that filters and steps through highlights."""
    return page.get_by_role("group", name="Markeringen kiezen en doorlopen")


def filter_box(page: Page, name: str) -> Locator:
    """Return the box of a filter by its label, e.g. `marktgericht` or `ontkend`, in sight."""
    open_filter(page)
    return tools(page).get_by_role("checkbox", name=name)


def card(page: Page) -> Locator:
    """Return the explanation of a highlight."""
    return page.get_by_role("dialog", name="Uitleg")


def highlight(page: Page, text: str) -> Locator:
    """Return the first highlight of some words in the text."""
    return page.locator("#text").get_by_role("link", name=text).first


def status(page: Page) -> str:
    """Return what is told of the step that was made, e.g. `Markering 2 van 9`."""
    return tools(page).get_by_role("status").inner_text()


def marked(page: Page) -> list[str]:
    """Return the words that show as highlights now, in their order."""
    return [str(own["text"]) for own in probe(page, "highlights") if "underline" in own["line"]]


def unfold_all(page: Page) -> None:
    """Open all that is folded, but for the filter: that lies over the text until one goes on."""
    folded = page.locator("details:not([role=group] details)")
    folded.evaluate_all("all => all.forEach(one => { one.open = true; })")


def open_filter(page: Page) -> None:
    """Open the filter."""
    tools(page).locator("details").evaluate("choices => { choices.open = true; }")


def settle(page: Page) -> None:
    """Lay the whole page out, also what is far from the window: places hold only then.

    The policy of the page must be off, for it refuses the style that does this.
    """
    add_style(page, "* { content-visibility: visible !important; }")


def add_style(page: Page, rules: str) -> None:
    """Add rules of style to a page whose policy is off."""
    # playwright's own way waits for an event, which a page without script never tells of
    page.evaluate(
        "rules => { const style = document.createElement('style');"
        " style.textContent = rules; document.head.append(style); }",
        rules,
    )


def open_card(page: Page) -> None:
    """Open the explanation of the first highlight."""
    page.locator("#text").locator("a[data-k]").first.click()
    card(page).wait_for()


def column(page: Page, number: int) -> list[str]:
    """Return the cells of a column of the first table that sorts."""
    cells = page.locator(f"table.sortable tbody tr > :nth-child({number})")
    return [text.split("\n")[0] for text in cells.all_inner_texts()]
