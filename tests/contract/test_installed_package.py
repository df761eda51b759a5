"""Liaison as a package, away from its source, with a `config` folder alone: what the container runs."""

import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ASIDE = (".git", ".venv", ".env", "data", "build", "dist", "docs", "tests", "benchmarks", "*.egg-info", ".*_cache")
LIAISON = "from bot.cli import main; main()"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `lib`, into which the package was installed, and `config`."""
    place = tmp_path_factory.mktemp("installed")
    shutil.copytree(ROOT, place / "source", ignore=shutil.ignore_patterns(*ASIDE, "__pycache__"))
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*pip, "--no-build-isolation", "--target", place / "lib", place / "source"], check=True)
    shutil.copytree(ROOT / "config", place / "config")
    shutil.rmtree(place / "source")
    return place


def environment(place: Path) -> dict[str, str]:
    """Only what a fresh container has."""
    return {"PATH": os.environ["PATH"], "PYTHONPATH": str(place / "lib"), "PYTHONUNBUFFERED": "1", "LOG_FORMAT": "json"}


def test_the_package_is_the_one_that_was_installed(installed: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", "import bot, sandbox, locales; print(bot.__file__)"],
        cwd=installed, env=environment(installed), capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert said.stdout.startswith(str(installed / "lib"))


def test_its_configuration_is_checked(installed: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-c", LIAISON, "check"],
        cwd=installed,
        env=environment(installed),
        capture_output=True,
        text=True,
    )
    assert said.returncode == 0, said.stdout + said.stderr


def test_without_tokens_it_is_a_sandbox_whose_page_is_whole(installed: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", LIAISON, "sandbox", "--port", "0"],
        cwd=installed, env=environment(installed), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    ) as child:  # fmt: skip
        try:
            assert child.stdout is not None
            said = iter(child.stdout.readline, "")  # warnings of libraries may come first
            opened = next((line for line in said if line.startswith("Open http://127.0.0.1:")), None)
            assert opened is not None, "it ended before it opened a page"
            address = opened.split()[1].rstrip("/")
            with urllib.request.urlopen(f"{address}/", timeout=20) as page:
                words = page.read().decode()
            linked = [part.split('"')[0] for mark in ('src="', 'href="') for part in words.split(mark)[1:]]
            files = [one for one in linked if one.startswith("static/")]
            assert {Path(one).suffix for one in files} >= {".css", ".js", ".svg"}
            for one in files:
                with urllib.request.urlopen(f"{address}/{one}", timeout=20) as file:
                    assert file.read(), one
        finally:
            child.send_signal(signal.SIGTERM)
    assert child.returncode == 0


def test_without_the_slack_manifest_it_says_which_file_is_missing(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(installed / "config", tmp_path / "config")
    (tmp_path / "config" / "slack-manifest.yaml").unlink()
    said = subprocess.run(
        [sys.executable, "-c", LIAISON, "sandbox", "--port", "0"],
        cwd=tmp_path, env=environment(installed), capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert said.returncode == 2
    assert "config/slack-manifest.yaml is missing" in said.stderr
