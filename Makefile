# `make run` and `make test` are all one needs on a fresh machine; `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help run test fuzz lint format score bench screenshots messages lock setup setup-tests

CORPUS ?= ../shared/corpus
PYTHON_BIN := .venv/bin/python
TESTS ?=
FUZZ_SECONDS ?= 600

help: ## list these targets
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 12

run: setup ## set up what is missing and start the program
	@$(PYTHON_BIN) main.py

test: setup-tests ## set up what is missing and run the tests; TESTS="tests/cli -k name" chooses some
	@if $(PYTHON_BIN) -c 'import PySide6.QtWidgets' 2>/dev/null; then \
		$(PYTHON_BIN) -m pytest $(TESTS); \
	else \
		echo "Qt does not start here (see the packages named above): the tests of the window are left out"; \
		$(PYTHON_BIN) -m pytest -p no:pytest-qt $(TESTS); \
	fi

fuzz: setup-tests ## damage files for FUZZ_SECONDS (600) and see that no reader breaks
	@nice -n 10 $(PYTHON_BIN) -m tests.fuzz --seconds $(FUZZ_SECONDS)

lint: setup-tests ## style, types, floors between the rooms, catalogues
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@$(PYTHON_BIN) packaging/messages.py --check

format: setup-tests ## let ruff mend style and layout
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

score: setup-tests ## the gold figures: make score CORPUS=../shared/corpus
	@$(PYTHON_BIN) packaging/score.py $(CORPUS)

bench: setup-tests ## the speed budgets
	@if [ -d tests/benchmarks ]; then $(PYTHON_BIN) -m pytest tests/benchmarks; else echo "no benchmarks yet"; fi

screenshots: setup-tests ## pictures of the main screens, both languages and appearances, under build/screenshots
	@xvfb-run -a -s "-screen 0 1920x1080x24" env QT_QPA_PLATFORM=xcb PYTHONPATH=. \
		$(PYTHON_BIN) packaging/screenshots.py build/screenshots

messages: setup-tests ## gather the words users see, update and compile the catalogues
	@$(PYTHON_BIN) packaging/messages.py

lock: ## make both lock files anew from pyproject.toml
	@packaging/lock.sh

setup:
	@packaging/setup.sh

setup-tests:
	@packaging/setup.sh --for-tests
