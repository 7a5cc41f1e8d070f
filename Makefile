# gns: allt som behövs för att köra, pröva och mäta. «make hjalp» visar målen.
# Kräver python3 (3.11 eller nyare), python3-venv, git och make. Allt annat hamnar i .venv/.

PYTHON ?= python3
PY := .venv/bin/python
PYTEST := $(PY) -m pytest

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
unexport PYTHONPATH PYTHONHOME PIP_USER
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1

# En .venv som har flyttats med mappen pekar på den gamla platsen: bygg om den.
ifneq "$(CURDIR)" "$(shell cat .venv/gns.plats 2>/dev/null)"
FLYTTAD := .venv/flyttad
endif

.PHONY: test lint typkoll lager enhet protokoll test-program test-nat test-lang bench stada hjalp .venv/flyttad
.DEFAULT_GOAL := test

test: lint typkoll lager enhet  ## allt som ska vara grönt före en commit (också bara «make»)

protokoll: .venv/gns.plats  ## skriver ut protokollet från 2020-12-18
	@.venv/bin/gns protokoll 2020-12-18

lint: .venv/test.plats  ## ruff: regler och format
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

typkoll: .venv/test.plats  ## mypy --strict
	$(PY) -m mypy --strict

lager: .venv/test.plats  ## import-linter: våningarna i gns/
	.venv/bin/lint-imports

enhet: .venv/test.plats .venv/typer-aldst/klar  ## alla tester som bara behöver Python, git och ssh-keygen, med täckning
	tests/program/installera.sh ssh-keygen
	$(PYTEST) -n auto --cov=gns --cov-report=term

test-nat: .venv/test.plats .venv/typer-aldst/klar  ## samma tester under strace: inget av det som startas öppnar en förbindelse
	tests/program/installera.sh strace ssh-keygen
	strace -f --seccomp-bpf -qq -e signal=none -e trace=connect,sendto,sendmsg -o .nat $(PYTEST) -n auto
	@# typst får en proxy som inte finns (127.0.0.1 port 0, gns/render/pdf_barn.py) och når därför ingenting
	@if grep AF_INET .nat | grep -v 'htons(0), sin_addr=inet_addr("127.0.0.1")'; then echo "Något öppnade en förbindelse: se .nat" >&2; exit 1; fi
	@rm .nat

test-lang: .venv/test.plats .venv/typer-aldst/klar  ## samma tester med många fler genererade fall
	tests/program/installera.sh ssh-keygen
	$(PYTEST) -n auto -m "" --hypothesis-profile=lang

test-program: .venv/test.plats .venv/axe/klar .venv/sarif/klar .venv/yamlls/klar  ## tester som ser efter med Chromium, LibreOffice, poppler, strace, SARIF:s schema och yaml-language-server
	tests/program/installera.sh chromium soffice pdftotext strace ssh-keygen
	$(PYTEST) tests/program

bench: .venv/gns.plats  ## mäter fart och minne; tabellen underkänner aldrig
	$(PY) -m tests.bank.kor

stada:  ## tar bort allt som är byggt
	rm -rf .nat .venv build dist .hypothesis .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .coverage .coverage.*
	find gns tests -name __pycache__ -type d -prune -exec rm -rf {} +

hjalp:  ## den här listan
	@sed -nE 's/^([a-z-]+):.*## (.*)/make \1|\2/p' Makefile | awk -F'|' '{printf "%-18s %s\n", $$1, $$2}'

# Stämplar: görs om när pyproject.toml ändras.

.venv/gns.plats: pyproject.toml $(FLYTTAD)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "gns behöver python3 3.11 eller nyare." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "python3-venv saknas. Kör: apt install python3-venv" >&2; exit 1; }
	@test -z "$(FLYTTAD)" || $(PYTHON) -m venv --clear .venv
	$(PY) -m pip install --quiet --editable .
	@pwd > $@

.venv/test.plats: .venv/gns.plats
	$(PY) -m pip install --quiet --editable '.[test]'
	@touch $@

.venv/typer-aldst/klar: .venv/gns.plats
	$(PY) -m pip install --quiet --upgrade --target .venv/typer-aldst --no-deps typer==0.26.0
	@touch $@

.venv/axe/klar: .venv/gns.plats
	tests/program/installera.sh npm
	npm install --loglevel=error --no-save --no-audit --no-fund --prefix .venv/axe axe-core@4
	@touch $@

.venv/sarif/klar: .venv/gns.plats
	tests/program/installera.sh npm
	npm install --loglevel=error --no-save --no-audit --no-fund --prefix .venv/sarif @microsoft/jest-sarif@1.0.0-beta.0
	@touch $@

# Version 2 kräver en nyare node än den i Debian 12 och 13.
.venv/yamlls/klar: .venv/gns.plats
	tests/program/installera.sh npm
	npm install --loglevel=error --no-save --no-audit --no-fund --prefix .venv/yamlls yaml-language-server@1
	@touch $@
