# Newshound. `make demo` shows it, `make test` tests it, `make crawl SEEDS=…` uses it.

SWIFT ?= swift
PREFIX ?= /usr/local
BIN = .build/release
CHECKED = --explicit-target-dependency-import-check error
# Where the shared cases and benchmarks lie, if they do.
SHARED ?= ../shared

.DEFAULT_GOAL := build
.PHONY: libraries build test test-all test-threads lint format demo named-seeds crawl bench bench-parsers bench-extraction bench-archive compare-parsers fuzz check-archive conformance coverage install uninstall clean help

help: ## what can be made
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

libraries: ## install the system libraries that are missing
	@scripts/install-libraries

build: libraries ## build a release
	@SWIFT=$(SWIFT) scripts/build newshound

# Whole runs of the program load both cores and go one by one; seeds that never answer only wait, and wait together.
test: libraries ## run the tests that are fast and need nothing else
	$(SWIFT) build --build-tests $(CHECKED)
	$(SWIFT) test --skip-build --skip FetchingTests --skip NewshoundTests
	$(SWIFT) test --skip-build --no-parallel --filter FetchingTests
	$(SWIFT) test --skip-build --no-parallel --filter NewshoundTests --skip UnreachableSeedTests
	$(SWIFT) test --skip-build --filter UnreachableSeedTests

test-all: test build ## those and the long ones: many kills, whole sites, every reader
	@SWIFT=$(SWIFT) scripts/build newshound-demo-site
	NEWSHOUND_LONG_TESTS=1 NEWSHOUND_PROGRAM=$(CURDIR)/$(BIN)/newshound $(SWIFT) test --no-parallel --filter NewshoundTests

# Mutex's slow ways lie in a library that is not instrumented: scripts/mutex-order.c tells the sanitizer of them. A program
# that the sanitizer has something to say of ends with status 66, and its test fails.
THREADS = LD_PRELOAD=$(CURDIR)/.build/threads/mutex-order.so \
	TSAN_OPTIONS=suppressions=$(CURDIR)/scripts/thread-suppressions.txt \
	$(SWIFT) test --skip-build --sanitize=thread --scratch-path .build/threads
test-threads: libraries ## crawls, fetches and whole runs under the thread sanitizer
	@mkdir -p .build/threads
	clang -O2 -shared -fPIC -o .build/threads/mutex-order.so scripts/mutex-order.c
	$(SWIFT) build --build-tests --sanitize=thread --scratch-path .build/threads
	$(THREADS) --filter 'CrawlingTests|ArchivingTests|DashboardTests'
	$(THREADS) --no-parallel --filter FetchingTests
	$(THREADS) --no-parallel --filter 'NewshoundTests\.(Run|Recrawl|Kill|Log|Serve|SiteHints|SeedPage|AuditCommand)Tests'

lint: ## format and house rules
	@mkdir -p .build
	$(SWIFT) format lint --strict --parallel --recursive --configuration .swift-format Package.swift Sources Tests scripts
	$(SWIFT) package dump-package > .build/package.json
	swiftc -swift-version 6 -O -o .build/lint scripts/lint.swift
	.build/lint .build/package.json

format: ## format every source
	$(SWIFT) format --in-place --parallel --recursive --configuration .swift-format Package.swift Sources Tests scripts

demo: libraries ## a crawl of a small site on this machine: killed, resumed, extracted
	@SWIFT=$(SWIFT) scripts/build newshound newshound-demo-site
	@scripts/demo $(BIN)

named-seeds:
	@test -n "$(SEEDS)" || { echo 'name the seeds: make crawl SEEDS="https://news.example.org/" CONTACT=me@example.org'; exit 2; }

# Status 3 says that a limit or Ctrl-C ended the crawl.
crawl: named-seeds build ## make crawl SEEDS="https://…" CONTACT=me@example.org [OPTIONS="--max-pages 100"]
	$(BIN)/newshound crawl $(SEEDS) $(if $(CONTACT),--contact $(CONTACT)) $(OPTIONS) || test $$? -eq 3

bench: ## speed of the parts
	@SWIFT=$(SWIFT) scripts/build newshound-bench
	$(BIN)/newshound-bench

bench-parsers: ## our parsers beside others', on real pages
	@SHARED=$(SHARED) scripts/bench-parsers $(PAGES)

bench-extraction: ## text, links and facts of real pages, scored beside others' figures
	@SHARED=$(SHARED) scripts/bench-extraction

bench-archive: ## WARC beside FastWARC: make bench-archive [FILES="a.warc.gz b.warc.gz"]
	@SHARED=$(SHARED) scripts/bench-archive $(FILES)

compare-parsers: ## our URLs and trees beside others', on generated input
	@scripts/compare-parsers $(OPTIONS)

fuzz: libraries ## hostile input for each parser: make fuzz [TARGET="url html"] [MINUTES=10] [JOBS=2]
	@SHARED=$(SHARED) TARGET="$(TARGET)" MINUTES="$(MINUTES)" JOBS="$(JOBS)" scripts/fuzz

check-archive: build ## a crawl that makes every kind of record, read and replayed by other tools
	@scripts/check-records $(BIN)

conformance: ## the shared conformance cases
	@SWIFT=$(SWIFT) scripts/build newshound-conformance
	python3 $(SHARED)/conformance/check.py --strict --cmd '$(BIN)/newshound-conformance {family}'

coverage: libraries ## lines that the tests run
	$(SWIFT) test --enable-code-coverage
	@echo "report: $$($(SWIFT) test --show-codecov-path)"

install: build ## copy the program to $(PREFIX)/bin
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BIN)/newshound $(DESTDIR)$(PREFIX)/bin/newshound

uninstall: ## remove it again
	rm -f $(DESTDIR)$(PREFIX)/bin/newshound

clean: ## remove what was built; crawls stay
	rm -rf .build
