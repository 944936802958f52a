# Two commands matter: `make demo` and `make test`. `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
RUN := .venv/.run
DEV := .venv/.dev
CLIENTS := .venv-clients/.run

.DEFAULT_GOAL := help
.PHONY: help setup demo serve test test-clients check format bench gallery lock clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(RUN): requirements/run.txt pyproject.toml scripts/system_libraries.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Kinema needs Python 3.11 or newer: make PYTHON=python3.12 …")'
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv .venv
	@echo "Installing Kinema and what it needs into .venv"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/build.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python scripts/system_libraries.py
	@touch $@

$(DEV): $(RUN) requirements/dev.txt
	@echo "Installing the development tools"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(CLIENTS): requirements/clients.txt tests/clients/package-lock.json
	@[ -x .venv-clients/bin/python ] || $(PYTHON) -m venv .venv-clients
	@echo "Installing clients of others into .venv-clients and tests/clients/node_modules"
	@.venv-clients/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/clients.txt
	@.venv-clients/bin/npm ci --prefix tests/clients --loglevel=error
	@touch $@

setup: $(DEV) ## Make .venv with everything for development

demo: $(RUN) ## From nothing to a film: server, key, request, download
	@$(BIN)/python scripts/demo.py

serve: $(RUN) ## Run the whole server on http://127.0.0.1:8000
	@$(BIN)/kinema serve

test: $(DEV) ## Run the whole test suite
	@$(BIN)/python -m pytest -n 4 --dist loadfile

test-clients: $(DEV) $(CLIENTS) ## Test with clients of others: OpenAI's for Node, LiteLLM, the documented curl
	@$(BIN)/python -m pytest tests/clients

check: $(DEV) ## Format, lint, types and import rules, changing nothing
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

format: $(DEV) ## Format and mend what can be mended
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

bench: $(DEV) ## Measure; figures as a table and under out/bench.json
	@$(BIN)/python -m bench

gallery: $(DEV) ## Render what the animatic engine must get right as out/gallery/index.html (ALL=1: more films)
	@$(BIN)/python -m bench.gallery $(if $(ALL),--all)

COMPILE := uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes \
  --no-emit-index-url --no-annotate --no-header

lock: $(CLIENTS) ## Pin the dependencies again (needs uv)
	@$(COMPILE) pyproject.toml -o requirements/run.txt
	@$(COMPILE) --group build -o requirements/build.txt
	@$(COMPILE) --group clients -o requirements/clients.txt
	@$(COMPILE) pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt
	@.venv-clients/bin/npm install --prefix tests/clients --package-lock-only --save-dev --loglevel=error openai@latest

clean: ## Remove the virtual environment, caches and outputs
	rm -rf .venv .venv-clients tests/clients/node_modules out dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
