# Everything here sets itself up: a fresh machine needs Python 3.11 or later, make and git.
#
#   make demo     parse the example documents; a table in the terminal, JSON in build/demo/
#   make test     all that CI runs
#   make pythons  the tests with each of PYTHONS (python3.11 to python3.14 unless given) that is installed
#   make docs     the documentation as a site, in build/site; warnings are errors
#   make bench    the time of a parse beside other libraries, into docs/performance.md
#   make release  build wheel and sdist, install them into empty environments with each extra, and try them
#   make coverage the tests once more, counting branches: ends with an error below the floor in pyproject.toml
#   make fuzz     fuzz every target for MINUTES in all (10 unless given), guided by coverage where atheris installs
#   make robust   time and memory of hostile documents, into docs/robustness.md
#   make accept   rewrite the expected records of the fixtures and the generated pages, to be read as a diff
#   make engines  the same documents through a process pool, Ray and Spark (large downloads; Spark needs a Java)
#   make clean    remove what the other targets made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLES := $(sort $(wildcard src/syllabus_parse/examples/*.md src/syllabus_parse/examples/*.txt))

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo test lint types imports docs unit coverage pythons bench fuzz robust release accept engines clean

help:
	@sed -n 's/^#   //p' Makefile

# The package with what it needs to run.
$(VENV)/.run-ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	    echo "Python 3.11 or later is needed; name it: make $(MAKECMDGOALS) PYTHON=python3.12" >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
	    echo "python3 cannot make a virtual environment; on Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install -qq --disable-pip-version-check --editable .
	@touch $@

# And with what it needs to be tested. Dependency groups need pip 25.1; many machines have an older one.
$(VENV)/.test-ready: $(VENV)/.run-ready
	$(BIN)/python -m pip install -qq --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install -qq --group dev
	$(BIN)/python -m pip install -qq --no-deps --group axe
	@touch $@

demo: $(VENV)/.run-ready
	@mkdir -p build/demo
	@set -e; for file in $(EXAMPLES); do \
	    echo; echo "== $$file"; \
	    $(BIN)/syllabus-parse "$$file" --to table; \
	    name=$$(basename "$$file"); \
	    $(BIN)/syllabus-parse "$$file" -o "build/demo/$${name%.*}.json"; \
	done
	@echo; echo "The same as JSON:"; ls build/demo/*.json

test: lint types imports docs unit

lint: $(VENV)/.test-ready
	$(BIN)/ruff check
	$(BIN)/bandit -q -c pyproject.toml -r src

types: $(VENV)/.test-ready
	$(BIN)/mypy

imports: $(VENV)/.test-ready
	$(BIN)/lint-imports

unit: $(VENV)/.test-ready
	$(BIN)/pytest -n auto --dist loadgroup

coverage: $(VENV)/.test-ready
	$(BIN)/pytest --cov --cov-report=term -n auto --dist loadgroup

PYTHONS ?= python3.11 python3.12 python3.13 python3.14

pythons:
	@set -e; for python in $(PYTHONS); do \
	    if ! command -v $$python >/dev/null; then echo "$$python is not installed: not tested"; continue; fi; \
	    bin=.venv-$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])')/bin; \
	    test -x $$bin/python || $$python -m venv $$(dirname $$bin); \
	    $$bin/python -m pip install -qq --disable-pip-version-check --upgrade 'pip>=25.1'; \
	    $$bin/python -m pip install -qq --group dev --editable .; \
	    $$bin/python -m pip install -qq --no-deps --group axe; \
	    echo "== $$python"; $$bin/python -m pytest -n auto --dist loadgroup; \
	done

docs: $(VENV)/.test-ready
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet --strict

bench: $(VENV)/.test-ready
	$(BIN)/python -m pip install -qq --disable-pip-version-check --group bench
	$(BIN)/python benchmarks/speed.py --write docs/performance.md

release: $(VENV)/.test-ready
	$(BIN)/python -m pip install -qq --disable-pip-version-check --group release
	$(BIN)/python scripts/try_release.py

MINUTES ?= 10

fuzz: $(VENV)/.test-ready
	-$(BIN)/python -m pip install -qq --group fuzz
	$(BIN)/python fuzz/run.py --minutes $(MINUTES)

robust: $(VENV)/.test-ready
	$(BIN)/python benchmarks/robustness.py --full --write

accept: $(VENV)/.test-ready
	$(BIN)/python scripts/accept.py
	git diff --stat -- tests/fixtures docs

engines: $(VENV)/.run-ready
	@test -x .venv-engines/bin/python || $(PYTHON) -m venv .venv-engines
	.venv-engines/bin/python -m pip install -qq --disable-pip-version-check --upgrade 'pip>=25.1'
	.venv-engines/bin/python -m pip install -qq --group engines --editable .
	.venv-engines/bin/python benchmarks/engines.py

clean:
	rm -rf $(VENV) .venv-* build dist .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
