# Everything this project can be asked to do. `make run` shows the app, `make test` proves it, `make build` ships it;
# each installs what it is missing, says in one line what it does, and is quick the second time.

trunk        := 0.21.14
geckodriver  := 0.37.1
llvm_cov     := 0.9.1
mutants      := 27.1.0
# Lower case, because some of these names in capitals mean something to the tools when the environment has them.
# The command-line tool and the crate speak one exact version to each other.
wasm_bindgen := $(shell sed -n '/^name = "wasm-bindgen"$$/{n;s/^version = "\(.*\)"$$/\1/p;}' Cargo.lock)

CARGO_BIN := $(or $(CARGO_HOME),$(HOME)/.cargo)/bin
export PATH := $(CURDIR)/node_modules/.bin:$(CARGO_BIN):$(PATH)
PORT ?= 8080

# Where the crates lie on this machine is nobody else's business, and another machine's build would differ by it.
crates := $(or $(CARGO_HOME),$(HOME)/.cargo)/registry/src/
# Trunk takes NO_COLOR=1, as everyone else writes it, for an error.
bundler := env -u NO_COLOR CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--remap-path-prefix=$(crates)=" trunk

WASM   := --target wasm32-unknown-unknown
SINGLE := dist/so-tay-dai-hoi.html
# Folders count too: a file that was taken away is a change of its folder.
SOURCES := $(shell find src data style static view-macro xtask .cargo 2>/dev/null) \
           Makefile Trunk.toml index.html Cargo.toml Cargo.lock rust-toolchain.toml

# Tools are built to be built quickly: they run for seconds. Away from the project's own target folder, and put in
# place only when complete, so an interrupted installation leaves nothing behind.
INSTALL := env -u CARGO_TARGET_DIR -u RUSTFLAGS CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
           CARGO_PROFILE_RELEASE_OPT_LEVEL=1 cargo install --quiet

BROWSER_PACKAGES := chromium chromium-driver firefox-esr webkit2gtk-driver xvfb xauth fonts-noto-core fonts-open-sans

.PHONY: run dev build test tools toolchain browsers lint fmt fmt-check unit browser-unit e2e documents office size clean count-check journal-check core-coverage core-mutants bench-count bench-tally scale scale-test faults faults-short gallery old-chromium e2e-old lighthouse soak bench
.NOTPARALLEL:
.DEFAULT_GOAL := build

## run: build the release and show it at a local address
run: build
	@echo "==> Serving the release"
	@cargo xtask serve dist --port $(PORT)

## dev: rebuild and reload at every change (no policy, no offline worker)
dev: tools
	@echo "==> Serving a development build"
	@$(bundler) serve --dist dist-serve

## build: the release in dist/, weighed against its budgets
build: $(SINGLE) size

$(SINGLE): $(SOURCES) node_modules/.package-lock.json | tools
	@echo "==> Building the release"
	@$(bundler) build --release

size:
	@echo "==> Weighing the release"
	@cargo xtask sizes dist

## test: everything, in the order in which a failure is cheapest
test: fmt-check lint unit scale-test browser-unit build e2e faults-short
	@echo "==> All tests passed"

fmt:
	@cargo fmt --all

fmt-check: toolchain
	@echo "==> Checking the format"
	@cargo fmt --all --check

lint: toolchain
	@echo "==> Linting for the host"
	@cargo clippy --quiet --workspace --all-targets -- -D warnings
	@echo "==> Reading the documentation"
	@RUSTDOCFLAGS="-D warnings" cargo doc --quiet --workspace --no-deps
	@echo "==> Linting for the browser"
	@cargo clippy --quiet --package so-tay-dai-hoi $(WASM) --lib --bins --test browser -- -D warnings

unit: toolchain
	@echo "==> Testing on the host"
	@if cargo nextest --version >/dev/null 2>&1; then \
	  cargo nextest run --workspace --status-level fail && cargo test --quiet --workspace --doc; \
	else \
	  cargo test --quiet --workspace; \
	fi

## count-check: the counting core against a second count and brute force, ten million rounds (release, minutes)
count-check: toolchain
	@echo "==> Counting ten million rounds twice, and every small world"
	@COUNT_ROUNDS=10000000 COUNT_ALL=1 cargo test --release --no-fail-fast \
	  --test second_count --test small_worlds --test margin --test ballot_laws -- --nocapture --test-threads=2

## journal-check: ten million damaged files, a hundred thousand round trips, every bit of what is kept (release, long)
journal-check: toolchain
	@echo "==> Damaging files, and every kept value"
	@EXECUTIONS=10000000 CASES=100000 DAMAGE_ALL=1 cargo test --release --no-fail-fast --test journal -- \
	  --nocapture --test-threads=2

ROUNDS ?= 100000

## bench-count: time the counting core, alone, against a spreadsheet, and against reading its rounds
bench-count: toolchain
	@echo "==> Timing the counting core"
	@cargo build --quiet --release --example count
	@cargo bench --quiet --bench count
	@echo "==> Timing a recount against an edit in a spreadsheet"
	@npm --prefix benches/spreadsheet ci --no-audit --no-fund --ignore-scripts --no-update-notifier --loglevel=error
	@node benches/spreadsheet/run.mjs
	@echo "==> Timing what of a count is reading"
	@cargo bench --quiet --bench count -- shares $(ROUNDS)

## core-coverage: every line and every region of the counting core is met by a test, or this fails
CORE_TESTS := election count_cases second_count margin ballot_laws congress words diagnosis rules lists story journal
NOT_CORE   := src/(journal|documents|words|route)|congress/(agenda|checklist|people)/|congress/[a-z]+\.rs|src/main\.rs|tests/|examples/|xtask/
core-coverage: toolchain
	@cargo llvm-cov --version >/dev/null 2>&1 || { echo "==> Installing cargo-llvm-cov"; $(INSTALL) --locked cargo-llvm-cov@$(llvm_cov); }
	@rustup component list --installed | grep -q llvm-tools || rustup component add llvm-tools
	@echo "==> Measuring what the tests meet of the counting core"
	@RUSTC_BOOTSTRAP=1 COUNT_ROUNDS=20000 cargo llvm-cov --branch --lib $(CORE_TESTS:%=--test %) \
	  --ignore-filename-regex '$(NOT_CORE)' --fail-under-lines 100 --fail-under-regions 100 --quiet

## core-mutants: changes the counting core in a thousand ways and lists the changes that no test notices (an hour or two)
core-mutants: toolchain
	@cargo mutants --version >/dev/null 2>&1 || { echo "==> Installing cargo-mutants"; $(INSTALL) --locked cargo-mutants@$(mutants); }
	@COUNT_ROUNDS=20000 CARGO_PROFILE_DEV_OPT_LEVEL=1 CARGO_PROFILE_DEV_DEBUG=0 cargo mutants \
	  --file 'src/congress/election/**' --jobs 2 --output target --timeout 120 $(MUTANTS) -- \
	  $(addprefix --test ,election count_cases rules lists story diagnosis congress second_count ballot_laws margin)

browser-unit: tools browsers
	@echo "==> Testing in a browser"
	@CHROMEDRIVER="$$(command -v chromedriver)" cargo test $(WASM) --test browser

# The files are named here because versions of node differ in what a folder means. The walk through every place measures no
# time, so it goes beside the others; they begin with those that measure none either.
WALK  := tests/e2e/quality.test.mjs
FIRST := $(patsubst %,tests/e2e/%.test.mjs,count hands import outside overview papers passphrase)
REST  := $(filter-out $(WALK) $(FIRST),$(wildcard tests/e2e/*.test.*js))
e2e: build browsers old-chromium
	@echo "==> Testing the release end to end"
	@[ -n "$(REST)" ] || { echo "no tests/e2e/*.test.mjs found"; exit 1; }; \
	  export SE_OFFLINE=true SE_AVOID_STATS=true; \
	  walked=$$(mktemp); node --test $(WALK) >"$$walked" 2>&1 & walk=$$!; \
	  trap 'kill $$walk 2>/dev/null; rm -f "$$walked"' EXIT; \
	  node --test --test-concurrency=1 $(FIRST) $(REST); told=$$?; \
	  wait $$walk || told=1; cat "$$walked"; exit $$told

tests/scale/node_modules/.package-lock.json: tests/scale/package-lock.json
	@npm --prefix tests/scale ci --no-audit --no-fund --ignore-scripts --no-update-notifier --loglevel=error

scale-test: toolchain tests/scale/node_modules/.package-lock.json
	@echo "==> Holding the overview against an engine"
	@node --test tests/scale/table.test.mjs

## scale: ten thousand files in one sitting, against JSON.parse and against an engine (FILES=250000 for the engine alone)
scale: build browsers tests/scale/node_modules/.package-lock.json
	@echo "==> Reading ten thousand files"
	@cargo build --quiet --release --example cells
	@SE_OFFLINE=true SE_AVOID_STATS=true node benches/scale/run.mjs

tests/old_chromium/node_modules/.package-lock.json: tests/old_chromium/package-lock.json
	@echo "==> Fetching Chromium 109 and 92"
	@npm --prefix tests/old_chromium ci --legacy-peer-deps --no-audit --no-fund --ignore-scripts --no-update-notifier --loglevel=error

old-chromium: tests/old_chromium/node_modules/.package-lock.json

## e2e-old: the whole end-to-end set on Chromium 109, the last one for Windows 7 and 8
e2e-old: build browsers old-chromium
	@echo "==> Testing the release end to end on Chromium 109"
	@E2E_CHROMIUM=109 E2E_ENGINES=chromium SE_OFFLINE=true SE_AVOID_STATS=true \
	  node --test --test-concurrency=1 tests/e2e/*.test.*js

tests/lighthouse/node_modules/.package-lock.json: tests/lighthouse/package-lock.json
	@npm --prefix tests/lighthouse ci --no-audit --no-fund --ignore-scripts --no-update-notifier --loglevel=error

## lighthouse: the scores of the hosted page, on a phone and on a desk
lighthouse: build browsers tests/lighthouse/node_modules/.package-lock.json
	@echo "==> Asking Lighthouse"
	@node tests/lighthouse/run.mjs

## soak: a congress of eight hours at fifty times the speed; what the page keeps must not grow (ten minutes)
soak: build browsers
	@echo "==> Running a congress for eight hours, fifty times as fast"
	@SE_OFFLINE=true SE_AVOID_STATS=true node tests/soak/run.mjs

benches/twins/node_modules/.package-lock.json: benches/twins/package-lock.json
	@npm --prefix benches/twins ci --no-audit --no-fund --ignore-scripts --no-update-notifier --loglevel=error

## bench: opening the single file against a twin written by hand, in two Chromiums; the list of tasks, the tally desk, the
## result and the clock against twins in hand-written JavaScript, Solid, Svelte and React
bench: build browsers old-chromium benches/twins/node_modules/.package-lock.json
	@echo "==> Timing the opening"
	@SE_OFFLINE=true SE_AVOID_STATS=true node benches/opening/run.mjs
	@E2E_CHROMIUM=109 SE_OFFLINE=true SE_AVOID_STATS=true node benches/opening/run.mjs
	@for work in list desk result clock; do \
		echo "==> Timing the $$work"; \
		SE_OFFLINE=true SE_AVOID_STATS=true node benches/twins/$$work.mjs || failed=1; \
	done; test -z "$$failed"

## gallery: pictures of every place and state, phone to projector, light and dark, in target/gallery
gallery: build browsers
	@echo "==> Taking pictures of every place"
	@SE_OFFLINE=true SE_AVOID_STATS=true node tests/gallery/run.mjs

OFFICE_PACKAGES := libreoffice-writer-nogui poppler-utils zbar-tools fonts-liberation python3-docx python3-pil

## documents: every paper of one congress into target/documents (PDF, .docx, pictures), held against those that were looked at
documents: build browsers office
	@echo "==> Writing every paper"
	@SE_OFFLINE=true SE_AVOID_STATS=true node tests/documents/run.mjs

FAULTS_RUN := SE_OFFLINE=true SE_AVOID_STATS=true node tests/faults/run.mjs

## faults: killed, crashed, full, denied, cleared, two windows: a table of what was lost (TRIALS=1000 for more; long)
faults: build browsers
	@echo "==> Playing every fault"
	@$(FAULTS_RUN)

faults-short: build browsers
	@echo "==> Playing a few of every fault"
	@$(FAULTS_RUN) short

# ---- What the machine needs ----

toolchain:
	@rustc --version >/dev/null 2>&1 || { echo "==> Installing the Rust toolchain"; rustup toolchain install; }
	@cargo clippy --version >/dev/null 2>&1 && cargo fmt --version >/dev/null 2>&1 || \
	  { echo "==> Installing clippy and rustfmt"; rustup component add clippy rustfmt; }
	@rustup target list --installed | grep -qx wasm32-unknown-unknown || \
	  { echo "==> Installing the WebAssembly target"; rustup target add wasm32-unknown-unknown; }

# The bundler runs cargo offline, so the crates are fetched here.
tools: toolchain node_modules/.package-lock.json
	@trunk --version 2>/dev/null | grep -qx "trunk $(trunk)" || \
	  { echo "==> Installing trunk $(trunk) (minutes, once)"; \
	    $(INSTALL) --locked trunk@$(trunk) --no-default-features --features rustls; }
	@wasm-bindgen --version 2>/dev/null | grep -qx "wasm-bindgen $(wasm_bindgen)" || \
	  { echo "==> Installing wasm-bindgen-cli $(wasm_bindgen) (minutes, once)"; \
	    $(INSTALL) --locked wasm-bindgen-cli@$(wasm_bindgen) || $(INSTALL) wasm-bindgen-cli@$(wasm_bindgen); }
	@cargo fetch --quiet --offline 2>/dev/null || \
	  { echo "==> Fetching the crates"; cargo fetch --quiet; }

node_modules/.package-lock.json: package-lock.json
	@echo "==> Installing wasm-opt and the browser test library"
	@npm ci --no-audit --no-fund --ignore-scripts --no-update-notifier --loglevel=error
	@touch $@

browsers:
	@{ command -v chromium && command -v chromedriver && command -v firefox-esr && command -v WebKitWebDriver && \
	   command -v Xvfb && command -v xauth && fc-list | grep -q NotoSerif && fc-list | grep -q OpenSans; } >/dev/null 2>&1 || \
	  { echo "==> Installing the browsers"; \
	    if ! command -v apt-get >/dev/null; then \
	      echo "This machine has no apt-get. Please install what these Debian packages hold: $(BROWSER_PACKAGES)"; exit 1; \
	    elif [ "$$(id -u)" = 0 ]; then sudo=; \
	    elif command -v sudo >/dev/null; then sudo=sudo; \
	    else echo "As root, please run: apt-get install $(BROWSER_PACKAGES)"; exit 1; fi; \
	    $$sudo apt-get update -q && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(BROWSER_PACKAGES) fontconfig; }
	@geckodriver --version 2>/dev/null | grep -qw "^geckodriver $(geckodriver)" || \
	  { echo "==> Installing geckodriver $(geckodriver) (minutes, once)"; $(INSTALL) --locked geckodriver@$(geckodriver); }

# What reads and draws the papers.
office:
	@{ command -v soffice && command -v pdftoppm && command -v zbarimg && fc-list | grep -q LiberationSerif && /usr/bin/python3 -c "import docx, PIL"; } >/dev/null 2>&1 || \
	  { echo "==> Installing LibreOffice and what compares papers"; \
	    command -v apt-get >/dev/null || { echo "Please install what these Debian packages hold: $(OFFICE_PACKAGES)"; exit 1; }; \
	    [ "$$(id -u)" = 0 ] && sudo= || sudo=sudo; \
	    $$sudo apt-get update -q && \
	    $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $(OFFICE_PACKAGES); }

clean:
	@rm -rf dist dist-serve
	@cargo clean --quiet

## bench-tally: what a ballot costs at the tally desk, in keys and until it is counted, kept and painted
bench-tally: build browsers
	@echo "==> Timing the tally desk"
	@SE_OFFLINE=true SE_AVOID_STATS=true node benches/tally/run.mjs
