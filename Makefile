# The two commands are `make run` and `make test`; each sets up what it needs first and may be repeated.
PORT ?= 8000
DATA ?= var
export DATA := $(abspath $(DATA))
ifdef REDIS_URL
export REDIS_URL
endif
ifdef DATABASE_URL
export DATABASE_URL
endif

BIN := .venv/bin
# The first Python on the PATH that this project supports; a version manager's empty stand-in does not answer.
FIND_PYTHON := for p in $(PYTHON) python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null && { echo $$p; exit 0; }; done

.PHONY: run test check bench texts lock clean

run: .venv/runtime
	@$(BIN)/python manage.py run_shop --port $(PORT)

test: .venv/dev
	$(BIN)/python manage.py texts
	$(BIN)/pytest -n auto --dist loadgroup $(TESTS)

check: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/mypy
	$(BIN)/djlint --lint --quiet templates
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python manage.py texts --check
	$(BIN)/check-jsonschema --builtin-schema vendor.compose-spec docker-compose.yml

bench: .venv/dev
	$(BIN)/python -m tests.benchmarks

# Bring the six catalogues up to date with the source; what is new comes out untranslated and fails `make check`.
texts: .venv/dev
	$(BIN)/python manage.py texts --update

# The lock carries hashes and no addresses; uv is only needed here.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-annotate pyproject.toml --group dev -o requirements-dev.lock

clean:
	rm -rf .venv var

# Each mark is written last: a venv that an interrupted set-up left half made is cleared and made anew.
.venv/runtime: requirements.lock
	@test -e .venv/dev && test .venv/dev -nt requirements.lock && touch $@ || $(MAKE) --no-print-directory venv LOCK=$< MARK=$@

.venv/dev: requirements-dev.lock
	@$(MAKE) --no-print-directory venv LOCK=$< MARK=$@

.PHONY: venv
venv:
	@python=$$($(FIND_PYTHON)); \
	if [ -z "$$python" ]; then echo "Causeway needs Python 3.11, 3.12 or 3.13. Install one, or name it: make run PYTHON=/path/to/python3.12"; exit 1; fi; \
	if [ -e .venv ] && [ ! -e .venv/runtime ] && [ ! -e .venv/dev ]; then echo "Clearing a half-made environment …"; rm -rf .venv; fi; \
	if [ ! -e .venv ]; then echo "Creating .venv with $$python …"; $$python -m venv .venv || { \
		echo "This Python has no venv module. On Debian: apt-get install python3-venv"; rm -rf .venv; exit 1; }; fi; \
	echo "Installing from $(LOCK) (once; about a minute) …"; \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(LOCK) && touch $(MARK)
