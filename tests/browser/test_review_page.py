"""The review page in a real browser: light, keys, filters, timeline, themes; nothing leaves it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from selenium.webdriver import ActionChains, Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement

from review_browser import SEMINAR, OpenPage, list_requests, read_log, wait_for
from syllabus_parse import parse

TEXTS = "return Array.from(document.querySelectorAll(arguments[0]), (one) => one.textContent)"
FIND = (
    "return Array.from(document.querySelectorAll(arguments[0])).find((one) => one.textContent.trim() === arguments[1])"
)


def texts(driver: Chrome, selector: str) -> list[str]:
    return driver.execute_script(TEXTS, selector)  # type: ignore[no-any-return]


def find(driver: Chrome, selector: str, words: str) -> WebElement:
    found = driver.execute_script(FIND, selector, words)
    assert found is not None, f"no {selector} says {words!r}"
    return found  # type: ignore[no-any-return]


def press(driver: Chrome, *keys: str) -> None:
    ActionChains(driver).send_keys(*keys).perform()


def focused(driver: Chrome) -> str:
    return driver.switch_to.active_element.text


def is_lit(element: WebElement) -> bool:
    return "lit" in (element.get_attribute("class") or "").split()


# The light.


def test_pointing_at_the_source_lights_the_value(open_page: OpenPage) -> None:
    driver = open_page()
    piece, value = find(driver, "#source .s", "Time and clocks"), find(driver, "#record .v", "Time and clocks")
    assert not is_lit(value)
    ActionChains(driver).move_to_element(piece).perform()
    wait_for(lambda: is_lit(value))
    assert is_lit(piece)
    assert texts(driver, ".lit.v") == ["Time and clocks"]
    assert "sessions[2].title" in driver.find_element(By.ID, "inspector").text
    # A value that was out of sight comes into sight; and the light goes out when the pointer leaves.
    wait_for(lambda: is_in_sight(driver, value))
    ActionChains(driver).move_to_element(driver.find_element(By.TAG_NAME, "h1")).perform()
    wait_for(lambda: texts(driver, ".lit") == [])


def test_pointing_at_a_value_lights_the_source(open_page: OpenPage) -> None:
    driver = open_page()
    value = find(driver, "#record .v", "2024-09-10 Tue")
    driver.execute_script("arguments[0].scrollIntoView({block: 'center'})", value)
    wait_for(lambda: is_in_sight(driver, value))
    ActionChains(driver).move_to_element(value).perform()
    piece = find(driver, "#source .s", "Tue 9/10")
    wait_for(lambda: is_lit(piece) and is_in_sight(driver, piece))
    told = driver.find_element(By.ID, "inspector").text
    assert "sessions[2].date" in told
    assert "line 11, column 3" in told
    assert "Tue 9/10" in told
    assert "years: " in told


def test_focus_lights_both_ways_and_stays(open_page: OpenPage) -> None:
    driver = open_page()
    piece, value = find(driver, "#source .s", "Leslie Lamport"), find(driver, "#record .v", "Leslie Lamport")
    driver.execute_script("arguments[0].focus()", piece)
    assert is_lit(value)
    driver.execute_script("arguments[0].focus()", find(driver, "#record .v", "CACM"))
    assert not is_lit(value)
    assert is_lit(find(driver, "#source .s", "CACM"))


def test_a_place_of_several_values_lights_them_all(open_page: OpenPage) -> None:
    driver = open_page()
    driver.execute_script("arguments[0].focus()", find(driver, "#source .s", "Paxos Made Simple"))
    assert texts(driver, "#record .lit") == ["Paxos Made Simple", "Paxos Made Simple"]
    told = driver.find_element(By.ID, "inspector").text
    assert "sessions[5].readings[0].title" in told
    assert "sessions[5].readings[0].links[0].text" in told


def test_a_value_in_several_lines_is_lit_as_a_whole(open_page: OpenPage) -> None:
    text = "title: Course of\n  many words\nsessions:\n  - date: 2024-09-02\n    title: Maps and\n      Charts\n"
    driver = open_page(text)
    driver.execute_script("arguments[0].focus()", find(driver, "#record .v", "Maps and Charts"))
    assert [words.strip() for words in texts(driver, "#source .lit")] == ["Maps and", "Charts"]


def test_every_place_has_its_counterpart(open_page: OpenPage) -> None:
    driver = open_page()
    of = "return Array.from(document.querySelectorAll(arguments[0]), (one) => one.dataset.p.split(' ')).flat()"
    pieces, values = (set(driver.execute_script(of, selector)) for selector in (".s", "a.v"))
    assert pieces == values
    assert len(pieces) > 100


def is_in_sight(driver: Chrome, element: WebElement) -> bool:
    script = """
        const box = arguments[0].getBoundingClientRect(), pane = arguments[0].closest(".pane").getBoundingClientRect();
        return box.top >= pane.top && box.bottom <= pane.bottom && box.bottom <= innerHeight;
    """
    return driver.execute_script(script, element)  # type: ignore[no-any-return]


# Keys.


def test_the_keyboard_walks_and_crosses(open_page: OpenPage) -> None:
    driver = open_page()
    driver.execute_script("document.getElementById('source').focus()")
    press(driver, Keys.TAB)
    assert focused(driver) == "!"
    press(driver, Keys.ARROW_DOWN)
    assert focused(driver) == "CS 7180"
    press(driver, Keys.ARROW_DOWN, "j")
    assert focused(driver).strip() == "Fall"
    press(driver, "k")
    assert focused(driver) == "Seminar on Reliable Systems"
    press(driver, Keys.HOME, Keys.ARROW_UP)
    assert focused(driver) == "!"
    topic = find(driver, "#source .s", "Replication")
    driver.execute_script("arguments[0].focus()", topic)
    press(driver, Keys.ENTER)
    now = driver.switch_to.active_element
    assert (now.text, now.tag_name) == ("Replication", "a")
    assert driver.execute_script("return document.getElementById('record').contains(document.activeElement)")
    press(driver, Keys.ARROW_LEFT)
    assert driver.switch_to.active_element == topic
    press(driver, Keys.ESCAPE)
    assert texts(driver, ".lit") == []
    assert driver.switch_to.active_element.get_attribute("id") == "source"


def test_one_stop_of_the_tab_key_for_each_pane(open_page: OpenPage) -> None:
    driver = open_page()
    driver.execute_script("document.getElementById('source').focus()")
    stops = []
    for _ in range(5):
        press(driver, Keys.TAB)
        stops.append(driver.execute_script("return document.activeElement.closest('.pane')?.id ?? null"))
    assert stops[:2] == ["source", "record"]
    assert None in stops or len(set(stops)) == 2
    count = 'return document.querySelectorAll(\'.pane .s[tabindex="0"], .pane .v[tabindex="0"]\').length'
    assert driver.execute_script(count) <= 2


def test_keys_go_from_doubt_to_doubt(open_page: OpenPage) -> None:
    driver = open_page()
    press(driver, "n")
    assert "SP301" in focused(driver)
    assert texts(driver, "#source .s.lit") == ["10/42"]
    press(driver, "n", "n")
    assert "Sign up for a slot" in focused(driver)
    press(driver, "p")
    assert "SP302" in focused(driver)


def test_help_find_and_keys_of_one_letter(open_page: OpenPage) -> None:
    driver = open_page()
    press(driver, "?")
    dialog = driver.find_element(By.ID, "help")
    assert dialog.is_displayed()
    driver.find_element(By.ID, "letters").click()
    press(driver, Keys.ESCAPE)
    assert not dialog.is_displayed()
    press(driver, "n")
    assert texts(driver, ".lit") == []
    driver.find_element(By.ID, "keys").click()
    driver.find_element(By.ID, "letters").click()
    driver.find_element(By.ID, "close").click()
    press(driver, "/")
    assert driver.switch_to.active_element.get_attribute("id") == "find"


# Filters.


def test_a_filter_hides_its_field_on_both_sides(open_page: OpenPage) -> None:
    driver = open_page()
    people = driver.find_element(By.CSS_SELECTOR, '.filter[data-group="people"]')
    piece, value = find(driver, "#source .s", "Jonas Weber"), find(driver, "#record .v", "Jonas Weber")
    colour = piece.value_of_css_property("background-color")
    people.click()
    assert people.get_attribute("aria-pressed") == "false"
    assert not value.is_displayed()
    assert piece.is_displayed()
    assert piece.value_of_css_property("background-color") != colour
    assert not any(one.is_displayed() for one in driver.find_elements(By.XPATH, "//dt[text()='Presenters']"))
    driver.find_element(By.ID, "all").click()
    assert value.is_displayed()
    assert piece.value_of_css_property("background-color") == colour


def test_a_filter_alone(open_page: OpenPage) -> None:
    driver = open_page()
    venues = driver.find_element(By.CSS_SELECTOR, '.filter[data-group="venue"]')
    ActionChains(driver).key_down(Keys.SHIFT).click(venues).key_up(Keys.SHIFT).perform()
    shown = "return Array.from(document.querySelectorAll('.card .v')).filter((one) => one.checkVisibility()).length"
    venue = "return document.querySelectorAll('.card .v.g-venue').length"
    assert driver.execute_script(shown) == driver.execute_script(venue) > 10
    driver.execute_script("document.getElementById('source').focus()")
    press(driver, Keys.ARROW_DOWN)
    assert focused(driver).strip() == "TDSC"


def test_a_linked_title_takes_the_colour_that_is_left(open_page: OpenPage) -> None:
    driver = open_page()
    piece = find(driver, "#source .s", "Paxos Made Simple")
    classes = (piece.get_attribute("class") or "").split()
    assert "g-work" in classes
    driver.find_element(By.CSS_SELECTOR, '.filter[data-group="work"]').click()
    assert "g-link" in (piece.get_attribute("class") or "").split()


def test_finding_and_doubts(open_page: OpenPage) -> None:
    driver = open_page()
    shown = "return Array.from(document.querySelectorAll('.card')).filter((one) => one.checkVisibility()).length"
    assert driver.execute_script(shown) == 18
    press(driver, "/", "lamport")
    wait_for(lambda: driver.find_element(By.ID, "found").text == "2 of 18")
    assert driver.execute_script(shown) == 2
    press(driver, *([Keys.BACKSPACE] * 7))
    wait_for(lambda: driver.execute_script(shown) == 18)
    driver.find_element(By.ID, "doubtful").click()
    assert driver.execute_script(shown) == 1
    assert "Gray failures" in texts(driver, ".card[data-doubt] h3")


# The timeline.


def test_the_timeline_has_every_day_and_leads_to_it(open_page: OpenPage) -> None:
    driver = open_page()
    dated = [session for session in parse(SEMINAR).sessions if session.date]
    chips = driver.find_elements(By.CSS_SELECTOR, ".time .scroll .chip:not(.on)")
    assert len(chips) == len(dated) == 16
    chip = next(one for one in chips if (one.get_attribute("aria-label") or "").endswith("exam: Midterm exam"))
    card = driver.find_element(By.ID, "session-11")
    ActionChains(driver).move_to_element(chip).perform()
    wait_for(lambda: is_lit(card) and is_in_sight(driver, card))
    chip.click()
    assert focused(driver) == "2024-10-10 Thu"
    assert is_lit(chip)
    assert texts(driver, "#source .lit") == ["Thu 10/10"]


def test_the_timeline_is_walked_by_arrows(open_page: OpenPage) -> None:
    driver = open_page()
    driver.execute_script("document.querySelector('.chip').focus()")
    driver.execute_script("document.querySelector('.time .scroll').focus()")
    press(driver, Keys.TAB, Keys.HOME, Keys.ARROW_RIGHT)
    now = driver.switch_to.active_element.get_attribute("aria-label")
    assert now == "2024-09-05 Thu, lecture: Faults, errors, failures"


def test_sessions_without_a_day_are_named(open_page: OpenPage) -> None:
    driver = open_page()
    assert texts(driver, ".chip.undated") == ["15", "18"]


# Light and dark.


def test_theme(open_page: OpenPage) -> None:
    driver = open_page(dark=True)
    paper = "return getComputedStyle(document.documentElement).backgroundColor"
    dark = driver.execute_script(paper)
    button = driver.find_element(By.ID, "theme")
    button.click()
    light = driver.execute_script(paper)
    assert (button.text, light == dark) == ("Theme: light", False)
    button.click()
    assert (button.text, driver.execute_script(paper)) == ("Theme: dark", dark)
    press(driver, "t")
    assert button.text == "Theme: auto"


AXE = """
    const done = arguments[1];
    axe.run(document, {resultTypes: ["violations"], ...arguments[0]}).then((found) => done(found.violations));
"""
ALL: dict[str, object] = {}
COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}
LOOKS = [(1280, False, ALL), (420, True, ALL), (1280, True, COLOURS), (420, False, COLOURS)]


@pytest.mark.parametrize(("width", "dark", "rules"), LOOKS, ids=["wide", "narrow dark", "wide dark", "narrow"])
def test_axe_finds_nothing(open_page: OpenPage, axe: str, *, width: int, dark: bool, rules: dict[str, object]) -> None:
    driver = open_page(width=width, dark=dark)
    # What is out of sight is looked at too, and all that can be open is.
    driver.execute_script("document.querySelector('.overview').open = true")
    driver.execute_script(
        "for (const one of document.querySelectorAll('.chunk, .batch')) one.style.contentVisibility = 'visible'"
    )
    driver.execute_script("document.querySelector('#record .doubt').focus()")
    driver.execute_script(axe)
    assert [summarize(one) for one in driver.execute_async_script(AXE, rules)] == []
    if rules is ALL:
        driver.execute_script("document.getElementById('help').showModal()")
        assert [summarize(one) for one in driver.execute_async_script(AXE, rules)] == []


def summarize(violation: dict[str, Any]) -> str:
    nodes = [f"{node['html'][:200]} {node['failureSummary']}" for node in violation["nodes"][:3]]
    return f"{violation['id']}: {violation['help']}\n" + "\n".join(nodes)


# The page as a whole.


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [1280, 420])
def test_screenshots(open_page: OpenPage, take_screenshot: Callable[[str], None], *, width: int, dark: bool) -> None:
    driver = open_page(width=width, dark=dark)
    driver.execute_script("arguments[0].focus()", find(driver, "#source .s", "Consensus I"))
    assert driver.execute_script("return document.documentElement.scrollWidth") <= width
    assert is_in_sight(driver, find(driver, "#source .s", "Consensus I"))
    assert is_in_sight(driver, find(driver, "#record .v", "Consensus I"))
    take_screenshot(f"review-{width}-{'dark' if dark else 'light'}.png")


def test_on_one_column_the_source_stays_in_sight(open_page: OpenPage) -> None:
    driver = open_page(width=420)
    value = find(driver, "#record .v", "Project presentations")
    driver.execute_script("arguments[0].focus(); arguments[0].scrollIntoView({block: 'center'})", value)
    top = driver.execute_script("return document.getElementById('source').getBoundingClientRect().top")
    assert top == 0
    assert is_in_sight(driver, find(driver, "#source .s", "Project presentations"))


def test_without_script_the_page_still_shows_all(open_page: OpenPage) -> None:
    driver = open_page()
    driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        driver.refresh()
        value = find(driver, "#record .v", "Time and clocks")
        assert value.is_displayed()
        target = (value.get_attribute("href") or "").rpartition("#")[2]
        assert driver.find_element(By.ID, target).text == "Time and clocks"
    finally:
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_big_document_is_cut_and_says_so(open_page: OpenPage) -> None:
    row = "| 2024-09-{day:02} | Part {n} of it | [Work {n}](https://example.org/{n}) |\n"
    rows = "".join(row.format(day=1 + n % 28, n=n) for n in range(700))
    driver = open_page(f"| Date | Topic | Reading |\n|---|---|---|\n{rows}", max_chars=20_000)
    told = driver.find_element(By.CSS_SELECTOR, ".cut").text
    assert "the first 20,000 of " in told
    cards = len(driver.find_elements(By.CSS_SELECTOR, ".card"))
    assert f"the first {cards} of 700 sessions" in told
    assert 200 < cards < 700
    press(driver, Keys.END)
    driver.execute_script("Array.from(document.querySelectorAll('#record .v')).at(-1).focus()")
    assert len(texts(driver, "#source .lit")) == 1


def test_the_policy_holds(open_page: OpenPage) -> None:
    """What the other tests look for would be seen: here it is tried, the policy stops it, and the browser tells."""
    driver = open_page()
    driver.execute_script(BREACHES)
    told: list[str] = []

    def has_told() -> bool:
        told.extend(read_log(driver))
        return "gone.png" in "".join(told)

    wait_for(has_told)
    for sign in ("TrustedHTML", "TrustedScript", "gone.png"):
        assert [message for message in told if sign in message], told
    assert driver.execute_script("return window.hit ?? null") is None
    assert [one for one in list_requests(driver) if "127.0.0.1" in one[0]] == [("http://127.0.0.1:9/gone.png", "csp")]


BREACHES = """
    const tried = (act) => { try { act(); } catch (fault) { console.error(String(fault)); } };
    tried(() => { document.body.innerHTML += "<img src=x onerror='window.hit = 1'>"; });
    tried(() => {
      const made = document.createElement("script");
      made.textContent = "window.hit = 2";
      document.body.append(made);
    });
    tried(() => document.body.setAttribute("onclick", "window.hit = 3"));
    const image = document.createElement("img");
    image.src = "http://127.0.0.1:9/gone.png";
    document.body.append(image);
    document.body.click();
"""
