"""The real app on a loopback port, and a real Chromium in front of it.

One server and one browser for the session, a fresh window for every test, an
empty temporary library. Every address a window asks for is written down, so
the tests can hold the promise that nothing leaves this machine.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
#: Seconds for the first start: filling the shelves takes 20 on two idle cores, more on busy ones.
PATIENCE = 240
#: Headless, without a sandbox (containers), and without Chromium's own errands.
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """A headless Chromium; skips where there is none, unless it is required."""
    reason = "no Chromium on this machine (Debian: apt-get install chromium)"
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        if os.environ.get("TOOLKIT_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
        yield browser
        browser.close()


class Server:
    """The app as ``make run`` starts it: shelves filled first, then ``streamlit run app.py``."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            self.port = door.getsockname()[1]
        self.folder, self.address = folder, f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        env = {name: value for name, value in os.environ.items() if not name.startswith("TOOLKIT_")}
        with (self.folder / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "bot.cli", "serve", "--port", str(self.port)],
                cwd=ROOT,
                env=env | {"TOOLKIT_LIBRARY": str(self.folder / "library")},
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until and self.process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.address}/_stcore/health", timeout=1):
                    return
            except OSError:
                time.sleep(0.2)
        log_text = (self.folder / "log").read_text(errors="replace")
        pytest.fail(f"The app did not start:\n{log_text[-2000:]}")

    def kill(self) -> None:
        """As a power cut does it: no warning, no tidying up."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(20)


@pytest.fixture(scope="session")
def server(chromium, models, tmp_path_factory) -> Iterator[Server]:
    """One server for all tests, on an empty library. Only the prepared model is at hand."""
    folder = tmp_path_factory.mktemp("app")
    shutil.copytree(models, folder / "library" / "models")
    running = Server(folder)
    running.start()
    yield running
    running.kill()


@pytest.fixture(scope="session")
def address(server) -> str:
    return server.address


class Visit:
    """A window on the app, and what a person does in it."""

    def __init__(self, window, address: str) -> None:
        self.window, self.address = window, address
        self.asked: list[str] = []
        window.on("request", lambda request: self.asked.append(request.url))

    def open(self, path: str = "/") -> Visit:
        self.window.goto(self.address + path)
        self.window.wait_for_selector("h1", timeout=60_000)
        return self.settled()

    def settled(self) -> Visit:
        """Wait until the app has drawn what the last click asked for."""
        self.window.wait_for_timeout(150)
        self.window.wait_for_selector(
            '[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=60_000
        )
        return self

    def click(self, name: str, role: str = "button", number: int = 0) -> Visit:
        self.window.get_by_role(role, name=name).nth(number).click()
        return self.settled()

    def say(self, text: str) -> Visit:
        box = self.window.get_by_test_id("stChatInputTextArea")
        box.fill(text)
        box.press("Enter")
        return self.settled()

    def fill(self, label: str, text: str) -> Visit:
        box = self.window.get_by_role("textbox", name=label)
        box.fill(text)
        box.blur()
        return self.settled()

    def sees(self, text: str) -> bool:
        self.window.get_by_text(text).first.wait_for(timeout=20_000)
        return True

    def width_over(self) -> int:
        """By how many pixels the page is wider than the window."""
        return self.window.evaluate(
            "() => { const main = document.querySelector('.stMain');"
            " return Math.max(main.scrollWidth - main.clientWidth,"
            " document.documentElement.scrollWidth - window.innerWidth); }"
        )


@pytest.fixture
def visit(request, chromium, address) -> Iterator[Visit]:
    """A fresh window, 1280 pixels wide unless the test says otherwise."""
    width = getattr(request, "param", 1280)
    context = chromium.new_context(viewport={"width": width, "height": 900}, accept_downloads=True)
    context.set_default_timeout(20_000)
    guest = Visit(context.new_page(), address)
    yield guest
    elsewhere = [url for url in guest.asked if not url.startswith((address, "data:", "blob:"))]
    context.close()
    assert elsewhere == [], "something left this machine"
