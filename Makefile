# One command runs it, one command tests it. Needs only Python 3.11+ and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp-$(shell cksum requirements/dev.txt pyproject.toml 2>/dev/null | cksum | cut -d' ' -f1)
BROWSER_STAMP := $(VENV)/.stamp-browser-$(shell cksum < requirements/browser.txt | cut -d' ' -f1)

.PHONY: help setup run sandbox test check test-kills test-browser test-postgres lock clean
help:            ## list what can be done here
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

setup: $(STAMP)  ## create .venv with everything pinned, the liaison command included
$(STAMP): requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "Liaison needs Python 3.11 or newer; this is " + sys.version.split()[0])'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: setup       ## start Liaison: the sandbox, or the real platforms once .env holds tokens
	$(BIN)/liaison run

sandbox: setup   ## start the sandbox even when .env holds tokens
	$(BIN)/liaison sandbox

test: setup      ## all tests that need no browser
	$(BIN)/python -m pytest

check: setup     ## lint, types, import layers, catalogs and configuration
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/architecture

test-kills: setup ## kill the whole process 200 times under load and tell what was lost (about 15 minutes)
	LIAISON_TEST_KILLS=200 $(BIN)/python -m pytest -s tests/crash/test_whole_process.py

test-browser: setup $(BROWSER_STAMP)  ## the whole circle in a real browser (Debian's chromium)
	$(BIN)/python -m pytest --override-ini addopts=-q tests/e2e
$(BROWSER_STAMP): requirements/browser.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/browser.txt
	@touch $@

# What keeps no rows is not run twice.
ROWLESS := unit/test_sandbox_* contract/*_emulator* unit/test_channels_* contract/test_channel_* unit/test_language_* \
	unit/test_routing* unit/test_configuration_* architecture/* e2e/*
test-postgres: setup  ## the same tests on PostgreSQL: a throw-away server, or the one that TEST_POSTGRES names
	$(BIN)/python -m tests.postgres_server $(BIN)/python -m pytest $(ROWLESS:%=--ignore-glob='tests/%')

lock:            ## pin again, with hashes and without any registry address (needs uv)
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group dev pyproject.toml -o requirements/dev.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -c requirements/dev.txt -o requirements/run.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group browser -c requirements/dev.txt -o requirements/browser.txt
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header --group build -c requirements/dev.txt -o requirements/build.txt

clean:           ## remove the environment
	rm -rf $(VENV)
