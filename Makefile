# Everything a person does with the house. `make` alone explains itself.
SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
# Without compiled files on the disk each process of a house compiles itself at its start, for seconds.
unexport PYTHONDONTWRITEBYTECODE

VENV := .venv
BIN := $(VENV)/bin
# Of the interpreters at hand the fastest: some are built without optimisation and run the house at half the speed.
PYTHON ?= $(shell sh tools/fastest-python.sh)
SYNCED := $(VENV)/.synced
WEB_INSTALLED := web/node_modules/.installed
# The last file of the build: as old as the build itself, and gone if somebody deletes it.
WEB_BUILT := web/apps/backoffice/dist/index.html
WEB_SOURCES = $(shell find web -type f -not -path '*/node_modules/*' -not -path '*/dist/*' 2>/dev/null)

say = @printf '\033[1m▸ %s\033[0m\n' "$(1)"
# Says what begins, does it, and notes how many seconds it took.
TIMES := $(VENV)/.times
timed = @printf '\033[1m▸ %s\033[0m\n' "$(1)"; began=$$SECONDS; ( $(2) ) && echo $$((SECONDS - began)) "$(1)" >> $(TIMES)

.PHONY: help
help: ## Explain the targets
	@echo "Stakehouse. What you can do:"
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

##### living in the house

.PHONY: up down reset
up: install web ## Install, build, start everything, print addresses and sign-ins; Ctrl-C stops it
	@$(BIN)/stakehouse up --tied $(ARGS)

down: install ## Stop a house that was left standing
	@$(BIN)/stakehouse down

reset: install ## Delete the state folder, after asking (ARGS=--yes does not ask)
	@$(BIN)/stakehouse reset $(ARGS)

##### working on it

.PHONY: install web fmt check test stories look crash bench docs shots pace
install: $(SYNCED) ## Make the Python environment from the lock file
	@:

web: $(WEB_BUILT) ## Build the web faces, if their sources changed
	@:

fmt: install $(WEB_INSTALLED) ## Format everything, repair what can be repaired
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .
	@cd web && npm run --silent format

check: install web ## All checks that need no server: lint, types, architecture, API documents, web
	$(call say,ruff)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	$(call say,mypy)
	@$(BIN)/mypy src tests migrations
	$(call say,import contracts)
	@$(BIN)/lint-imports --no-cache
	$(call say,architecture)
	@$(BIN)/pytest -q tests/architecture
	$(call say,API documents)
	@$(BIN)/stakehouse export openapi --check
	@$(BIN)/stakehouse export asyncapi --check
	$(call say,requirements)
	@$(BIN)/python -m tests.requirements --check
	$(call say,web)
	@cd web && npm run --silent check && npm run --silent budget

test: install web ## All tests but the batteries below (ARGS=… goes to pytest)
	@rm -f $(TIMES)
	$(call timed,web tests,cd web && npm run --silent test)
	$(call timed,the main story in a browser,cd web && npm run --silent e2e -- main.e2e.ts)
	$(call timed,tests,$(BIN)/pytest -n 2 --dist loadfile $(ARGS))
	$(call say,How long it took)
	@awk '{sum += $$1; printf "%4d:%02d  %s\n", $$1 / 60, $$1 % 60, substr($$0, index($$0, " ") + 1)} \
		END {printf "%4d:%02d  all of it\n", sum / 60, sum % 60}' $(TIMES)

stories: install web ## Every story in a browser, against a house of their own (ARGS=… goes to Playwright)
	@cd web && npm run --silent e2e -- $(ARGS)

look: install web ## Every page in both themes, on desktop and phone: axe finds nothing that keeps anybody out
	@cd web && npm run --silent look

crash: install web ## The slow batteries: kill -9 of every part under load
	@$(BIN)/pytest -m slow $(ARGS)

bench: install ## Measure speed against pgbench on the same server; prints a table, writes JSON
	@$(BIN)/python -m bench $(ARGS)

docs: install $(WEB_INSTALLED) ## Write the API documents and the requirements anew, and the web's types
	@$(BIN)/stakehouse export openapi
	@$(BIN)/stakehouse export asyncapi
	@$(BIN)/python -m tests.requirements
	@cd web && npm run --silent gen

shots: web ## Screenshots of every page into web/shots; the house must stand
	@cd web && npm run --silent shots

pace: web ## How fast pages come and answer on a slow telephone, against the budgets; the house must stand
	@cd web && npm run --silent pace -- $(ARGS)

##### what the targets above stand on

$(BIN)/uv:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed. Install it and try again." >&2; exit 1; }
	$(call say,Python environment)
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "The venv module is missing. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv

# Inexact, because uv itself lives there and is not part of the house.
$(SYNCED): uv.lock pyproject.toml | $(BIN)/uv
	$(call say,Python packages)
	@VIRTUAL_ENV= $(BIN)/uv sync --frozen --inexact --compile-bytecode
	@touch $@

$(WEB_INSTALLED): web/package-lock.json
	@node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 20 ? 1 : 0)' 2>/dev/null || \
		{ echo "Node.js 20 or newer is needed. Install it and try again." >&2; exit 1; }
	$(call say,Web packages)
	@cd web && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

$(WEB_BUILT): $(WEB_INSTALLED) $(WEB_SOURCES)
	$(call say,Web faces)
	@cd web && npm run --silent build >node_modules/.build.log 2>&1 || { cat node_modules/.build.log; exit 1; }
	@touch $@
