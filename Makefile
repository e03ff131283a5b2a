# Two commands to start with: `make demo` and `make test`. Each sets up what it needs, and both are
# safe to repeat.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHARED ?= ../shared
LABELS ?= $(SHARED)/gold/train.jsonl
CORPUS ?= $(SHARED)/corpus/reference.jsonl.gz
REFERENCE_VERSION ?= 1.0.1
SCRATCH := validation/scratch

# numpy reads these when it loads; two threads in each of two processes are slower than one.
export OMP_NUM_THREADS = 1
export OPENBLAS_NUM_THREADS = 1

.PHONY: help demo test check format golden screenshots bench model evidence train evaluate validation labelled \
  genres reference lock examples quality

help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

## make demo     scan the examples and say where the report is
demo: $(VENV)/.ready
	$(BIN)/taalscan scan examples -o taalscan-out/demo

## make test     run all tests
test: $(VENV)/.ready
	$(BIN)/python -m pytest

## make check    formatting, lint, types, import layers
check: $(VENV)/.ready
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

## make format   put the code in the agreed form
format: $(VENV)/.ready
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

## make golden   accept what the reports look like now, after you have looked
golden: $(VENV)/.ready
	$(BIN)/python -m tests.golden.update

## make screenshots  pictures of all pages in taalscan-out/screenshots (needs chromium)
screenshots: $(VENV)/.ready
	$(BIN)/python -m tests.browser.screenshots taalscan-out/screenshots

## make bench    measure speed and memory
bench: $(VENV)/.ready
	$(BIN)/python -m benchmarks.run

## make model    train the language model again (about an hour; needs the treebank)
model: $(VENV)/.ready requirements-model.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-model.lock
	$(BIN)/python -m training.build --treebank $(SHARED)/treebank --corpus $(SHARED)/corpus \
	  --out src/taalscan/language/model

## make evidence measure the lexicon on labelled passages and write weights (needs the gold set)
evidence: $(VENV)/.ready
	$(BIN)/taalscan lexicon evidence $(SHARED)/gold/train.jsonl --lexicon lexicons/beleid-nl --write \
	  -o docs/lexicon-evidence.md

## make train    train the shipped classifier again (needs the gold set)
train: labelled $(VENV)/.ready
	$(BIN)/taalscan train $(LABELS) -o src/taalscan/classify/shipped/beleid-nl.npz \
	  --name beleid-nl --unread

## make quality  measure the shipped classifier again for what reports tell of it (needs the gold set)
quality: labelled $(VENV)/.ready
	$(BIN)/taalscan evaluate $(LABELS) --folds document --unread --format json -o $(SCRATCH)/quality.json
	$(BIN)/python -m training.quality --measured $(SCRATCH)/quality.json --coding data/coding.yaml \
	  --classifier src/taalscan/classify/shipped/beleid-nl.npz

## make evaluate measure the shipped way of training out of fold (needs the gold set; ten minutes)
evaluate: labelled $(VENV)/.ready
	@for folds in document source; do for part in "" --unread; do \
	  echo "--folds $$folds $$part"; \
	  $(BIN)/taalscan evaluate $(LABELS) --folds $$folds $$part --lang en || exit 1; \
	done; done

## make validation compare other ways to classify (needs the gold set; a quarter of an hour)
validation: labelled $(VENV)/.ready
	$(BIN)/python -m validation.compare --labels $(LABELS) \
	  $(addprefix --written ,$(wildcard data/written.jsonl))

## make genres   fit again how a genre is told, and measure it (needs the reference corpus)
genres: $(VENV)/.ready
	$(BIN)/python -m training.genre --corpus $(CORPUS) \
	  --out reference/genre-weights.json
	$(BIN)/python -m validation.genre --corpus $(CORPUS) \
	  --page docs/reference.md

## make reference measure the reference corpus again (needs the shared corpus; a quarter of an hour)
reference: $(VENV)/.ready
	@test -r $(CORPUS) || { \
	  echo "$(CORPUS) is not there: the corpus is not in this repository"; exit 1; }
	$(BIN)/taalscan reference build $(CORPUS) -o reference/beleid-nl.json --name beleid-nl \
	  --version $(REFERENCE_VERSION) --corpus "Landelijke verkiezingsprogramma’s (1994–2023), toelichtingen bij \
	bestemmingsplannen, wetten en circulaires, en handreikingen van de rijksoverheid; geen steekproef van \
	gemeentelijke beleidsnota’s." || test $$? -eq 3  # some documents failed, and were named

## make validity check the figures of documents (needs gold set and reference corpus; half an hour)
validity: $(SCRATCH)/passages.npz $(SCRATCH)/judged-source.npz
	$(BIN)/python -m validation.coverage --page docs/validation.md
	$(BIN)/python -m validation.length --page docs/validation.md
	$(BIN)/python -m validation.validity --page docs/validation.md

# the tables are made once; `make validity-anew` makes them again after a change of lexicon or model
$(SCRATCH)/passages.npz: | $(VENV)/.ready
	$(BIN)/python -m validation.passages --corpus $(SHARED)/corpus/reference.jsonl.gz

$(SCRATCH)/judged-source.npz: | labelled $(VENV)/.ready
	$(BIN)/python -m validation.outoffold --labels $(LABELS)

validity-anew:
	rm -f $(SCRATCH)/passages.npz $(SCRATCH)/judged-source.npz
	$(MAKE) validity

labelled:
	@test -r $(LABELS) || { \
	  echo "$(LABELS) is not there: the labelled passages are not in this repository"; exit 1; }

## make examples build the example documents again (needs LibreOffice)
examples: $(VENV)/.ready
	$(BIN)/python -m examples.build

## make lock     choose the versions of all dependencies again (needs uv)
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 \
	  --generate-hashes --no-strip-extras --no-header --quiet -o requirements.lock
	uv pip compile --group model --universal --python-version 3.11 -c requirements.lock \
	  --generate-hashes --no-header --quiet -o requirements-model.lock
