# Each target makes what it needs; nothing but Python 3.11+ and make must be there beforehand.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test seeds check bench torture docs samples pins clean

## Run the monthly job on the sample deliveries
demo: $(VENV)/.run
	$(BIN)/ledelsestilsyn demo --arbejdsmappe tilsyn-demo

## Run every check and test
test: check
	$(BIN)/python -m pytest -n auto --dist worksteal

## Hold the SQL against the second implementation over many more generated deliveries than `test` does
seeds: $(VENV)/.dev
	ORACLE_SEEDS=4 $(BIN)/python -m pytest -n auto tests/indicators/test_against_oracle.py

## Style, types, SQL, the rooms' borders
check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --disable-progress-bar -p 2 sql
	$(BIN)/lint-imports
	$(BIN)/python -m tools.documents --check

## Print seconds, ratios and peak memory
bench: $(VENV)/.dev
	$(BIN)/python -m bench
	$(BIN)/python -m bench.review
	$(BIN)/python -m bench.peers
	$(BIN)/python -m bench.growth
	$(BIN)/python -m bench.country

## Kills, full disks, two at once, readers during the swap: minutes, and figures
torture: $(VENV)/.dev
	$(BIN)/python -m tools.torture

## Build the generated documents: catalogue of indicators, data dictionary, command reference
docs: $(VENV)/.dev
	$(BIN)/python -m tools.documents

## Make the sample deliveries again from their seed
samples: $(VENV)/.dev
	$(BIN)/python -m tools.synthetic --rod data_samples

## Pin the exact versions of everything, with hashes
pins: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --upgrade --extra build --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --no-annotate --quiet -o pins/run.txt
	$(BIN)/uv pip compile pyproject.toml --upgrade --extra build --extra dev --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --no-annotate --quiet -c pins/run.txt -o pins/dev.txt
	$(BIN)/uv pip compile pyproject.toml --upgrade --extra build --extra country --universal --python-version 3.11 \
		--generate-hashes --no-header --no-emit-index-url --no-annotate --quiet -c pins/dev.txt -o pins/country.txt

clean:
	rm -rf $(VENV) tilsyn-demo dist

$(VENV)/.made:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	$(PYTHON) -m venv $(VENV)
	touch $@

$(VENV)/.run: $(VENV)/.made pins/run.txt pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r pins/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: $(VENV)/.run pins/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r pins/dev.txt
	touch $@
