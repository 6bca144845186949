"""A headless Chromium of our own: no profile, no network, and a log of what it does."""

from __future__ import annotations

import base64
import json
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM, DRIVER = "/usr/bin/chromium", "/usr/bin/chromedriver"
PATIENCE = 20
FLAGS = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    # Without it, no link leads anywhere once a hundred were followed in a moment.
    "--disable-ipc-flooding-protection",
]


class Browser:
    """One tab. Whatever it logs or asks the network for is kept until it is taken."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver

    def command(self, name: str, **values: object) -> Any:
        """Run a command of the DevTools protocol."""
        return self._driver.execute_cdp_cmd(name, values)

    def size(self, width: int, height: int = 900) -> None:
        """Make the window so many CSS pixels wide, narrower than a window can be too."""
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )

    def scheme(self, name: str) -> None:
        """Prefer the colour scheme *name*, "light" or "dark", and reduced motion."""
        features = {"prefers-color-scheme": name, "prefers-reduced-motion": "reduce"}
        listed = [{"name": each, "value": value} for each, value in features.items()]
        self.command("Emulation.setEmulatedMedia", media="", features=listed)

    def open(self, path: Path, fragment: str = "") -> None:
        """Load a file anew."""
        self._driver.get("about:blank")
        self._driver.get(path.absolute().as_uri() + fragment)

    def run(self, script: str, *values: object) -> Any:
        """Return what the function body *script* returns for *values*; a page may forbid none."""
        return self._driver.execute_script(script, *values)

    def press(self, key: str) -> None:
        """Press a key as a user does."""
        codes = {"Tab": 9, "Enter": 13}
        text = {"text": "\r"} if key == "Enter" else {}
        for kind in ("keyDown", "keyUp"):
            self.command(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode=codes[key],
                **(text if kind == "keyDown" else {}),
            )

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """Write what is to be seen as PNG, the *whole* page or the window."""
        seen = self.command("Page.getLayoutMetrics")
        size = seen["cssContentSize"] if whole else seen["cssVisualViewport"]
        clip = {
            "x": 0 if whole else size["pageX"],
            "y": 0 if whole else size["pageY"],
            "width": size["width"] if whole else size["clientWidth"],
            "height": size["height"] if whole else size["clientHeight"],
            "scale": 1,
        }
        taken = self._taken(clip)
        path.write_bytes(base64.b64decode(taken["data"]))

    def _taken(self, clip: object) -> Any:
        from selenium.common.exceptions import WebDriverException

        # A tab that was not drawn yet has no width.
        for _ in range(PATIENCE):
            try:
                return self.command(
                    "Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip
                )
            except WebDriverException as exc:
                told = exc
                time.sleep(0.2)
        raise told

    def print(self, path: Path) -> None:
        """Write the page as it is printed, as PDF."""
        made = self.command("Page.printToPDF", preferCSSPageSize=False)
        path.write_bytes(base64.b64decode(made["data"]))

    def said(self) -> list[str]:
        """Return what stands in the console since it was last asked."""
        return [entry["message"] for entry in self._driver.get_log("browser")]

    def asked(self) -> list[str]:
        """Return the addresses it asked for since it was last asked."""
        found = []
        for entry in self._driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found


@contextmanager
def browser() -> Iterator[Browser]:
    """Yield a browser; end, saying what is missing, where there is none."""
    try:
        from selenium import webdriver
    except ImportError:
        sys.exit("selenium is not installed: python -m pip install selenium")
    if not (Path(CHROMIUM).exists() and Path(DRIVER).exists()):
        sys.exit(f"needs {CHROMIUM} and {DRIVER}")
    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with tempfile.TemporaryDirectory(prefix="brief-browser-") as profile:
        for flag in (*FLAGS, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(DRIVER))
        try:
            driver.get("about:blank")
            made = Browser(driver)
            made.asked(), made.said()  # Of the page a new tab shows.
            yield made
        finally:
            driver.quit()
