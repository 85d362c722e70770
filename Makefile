# make demo     builds the tool, a store from the sample corpus, and shows what it answers (in ./demo)
# make test     runs all tests
# make install  puts the tool, its shell completions and its man page under PREFIX (default /usr/local)
# make crash    kills writers RUNS times; make damage flips bits of a store RUNS times: is the store whole, are answers right?
# make readers  asks beside a writer for SECONDS; make hostile tries inputs that mean harm; make fuzz SECONDS=60 all doors,
#               make fuzz-coverage the lines that what it gathered runs, by module
# make test-asan, make test-tsan  all tests under a sanitizer; make coverage  the lines that the tests run, by module
# make format   formats the sources; make lint checks them; make bench measures the query engine,
#               make bench-extract the extraction
# make test-interop  exports read by other people's readers, on the AKN corpus too; make bench-export  exports beside other tools
# make pictures  draws Documentation/Pictures from the sample corpus's exports
# make conformance  runs the W3C's test suites of SPARQL and RDF

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
SOURCES = Package.swift Sources Tests Ontology Queries Fuzz
PACKAGES = libxml2-dev liblmdb-dev libedit-dev libpcre2-dev zlib1g-dev libzip-dev pkg-config
RELEASE = -c release --static-swift-stdlib
TOOL = .build/release/stemma
DEMO = demo

.PHONY: all demo test test-lineage picture install uninstall format lint bench bench-extract conformance crash damage packages release clean \
  readers hostile fuzz fuzz-coverage test-asan test-tsan coverage \
  interop test-interop bench-export pictures

all: release

# Installs what is missing, as root or through sudo; nothing where all is there.
packages:
	@missing=$$(for name in $(PACKAGES); do \
	  [ "$$(dpkg-query -W -f '$${db:Status-Status}' $$name 2>/dev/null)" = installed ] || echo $$name; done); \
	if [ -n "$$missing" ]; then \
	  if [ "$$(id -u)" = 0 ]; then as=; else as=sudo; fi; \
	  echo "installing" $$missing; \
	  $$as apt-get update -q; \
	  $$as env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $$missing; \
	fi

release: packages
	$(SWIFT) build $(RELEASE) --product stemma

test: packages
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build

RUNS ?= 200

# Each with the tool as it is installed: CI runs a few of the same in debug.
crash: release
	$(SWIFT) build --build-tests
	STEMMA_TOOL=$(CURDIR)/$(TOOL) STEMMA_CRASH_RUNS=$(RUNS) $(SWIFT) test --skip-build --filter CrashTests

damage: release
	$(SWIFT) build --build-tests
	STEMMA_TOOL=$(CURDIR)/$(TOOL) STEMMA_DAMAGE_RUNS=$(RUNS) $(SWIFT) test --skip-build --filter DamageTests

SECONDS ?= 600

readers: release
	$(SWIFT) build --build-tests
	STEMMA_TOOL=$(CURDIR)/$(TOOL) STEMMA_READERS_SECONDS=$(SECONDS) $(SWIFT) test --skip-build --filter ReadersTests

# Inputs that mean harm, generated; each must end in bounded time and memory with one line.
hostile: release
	python3 Tests/Hostile/hostile.py $(TOOL) .build/hostile

# Each target for SECONDS or until ten million runs in all; TARGETS= chooses some. The corpora and counts stay in .build/fuzz.
FUZZ = .build-fuzz/release/fuzz
FUZZER = $(shell $(SWIFT) -print-target-info | sed -n 's/.*"runtimeResourcePath": "\(.*\)".*/\1/p')/clang/lib/linux/libclang_rt.fuzzer_no_main-$(shell uname -m).a

fuzz: packages
	STEMMA_FUZZ=$(FUZZER) $(SWIFT) build -c release --scratch-path .build-fuzz --product fuzz
	Fuzz/campaign.sh $(CURDIR)/$(FUZZ) .build/fuzz $(SECONDS) $(TARGETS)

# The toolchain's own llvm-cov and llvm-profdata.
LLVM = $$(dirname $$(readlink -f $$(command -v $(SWIFT))))

# Lines that the inputs gathered by `make fuzz` run, by module, of all targets or of TARGETS=.
fuzz-coverage: packages
	STEMMA_FUZZ=$(FUZZER) STEMMA_FUZZ_COVERAGE=1 $(SWIFT) build --scratch-path .build-coverage --enable-code-coverage --product fuzz
	PATH=$(LLVM):$$PATH Fuzz/coverage.sh \
	  $$($(SWIFT) build --scratch-path .build-coverage --show-bin-path)/fuzz .build/fuzz $(TARGETS)

# The whole suite under the address and the thread sanitizer.
test-asan test-tsan: packages
	SWIFT_BACKTRACE=enable=no ASAN_OPTIONS=detect_leaks=0 \
	  $(SWIFT) test --scratch-path .build-$(@:test-%=%) --sanitize=$(if $(filter %asan,$@),address,thread)

# Lines that the tests run, by module. A profile for each process, the tool's too; one that was killed leaves none, or half of one.
PROFILES = $(CURDIR)/.build-coverage/profiles

coverage: packages
	$(SWIFT) build --build-tests --scratch-path .build-coverage --enable-code-coverage
	rm -rf $(PROFILES)
	LLVM_PROFILE_FILE=$(PROFILES)/%p.profraw $(SWIFT) test --skip-build --scratch-path .build-coverage >/dev/null
	@bin=$$($(SWIFT) build --scratch-path .build-coverage --show-bin-path); PATH=$(LLVM):$$PATH; \
	llvm-profdata merge --failure-mode=all -o $(PROFILES)/all.profdata $(PROFILES)/*.profraw && \
	llvm-cov report $$bin/stemmaPackageTests.xctest -object $$bin/stemma \
	  -instr-profile $(PROFILES)/all.profdata | awk -f Tests/coverage.awk

demo: release
	@rm -rf $(DEMO)
	@mkdir -p $(DEMO)
	$(TOOL) build Tests/Corpus --store $(DEMO)/sample.store
	@echo
	$(TOOL) query recalls document=A/RES/73/27 --store $(DEMO)/sample.store --format table
	@echo
	$(TOOL) query endorsements document=A/68/98 --store $(DEMO)/sample.store --format table
	@echo
	$(TOOL) align --store $(DEMO)/sample.store
	$(TOOL) trace 'A/RES/78/237#pp2' --store $(DEMO)/sample.store
	@echo
	$(TOOL) export --profile citations --format graphml --store $(DEMO)/sample.store -o $(DEMO)/citations.graphml
	$(TOOL) export --profile full --format rdfxml --store $(DEMO)/sample.store -o $(DEMO)/sample.rdf
	$(TOOL) lineage A/RES/78/237 --store $(DEMO)/sample.store -o $(DEMO)/lineage.html
	@echo
	@echo "The store:                $(DEMO)/sample.store"
	@echo "The citations as GraphML: $(DEMO)/citations.graphml"
	@echo "Everything as RDF/XML:    $(DEMO)/sample.rdf"
	@echo "The lineage of 78/237:    $(DEMO)/lineage.html, to be opened in a browser"
	@echo "Ask more of it:           $(TOOL) repl --store $(DEMO)/sample.store"

install: release
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/man/man1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	install -m 755 $(TOOL) $(DESTDIR)$(PREFIX)/bin/stemma
	install -m 644 Documentation/stemma.1 $(DESTDIR)$(PREFIX)/share/man/man1/stemma.1
	$(TOOL) --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/stemma
	$(TOOL) --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_stemma
	$(TOOL) --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/stemma.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/stemma $(DESTDIR)$(PREFIX)/share/man/man1/stemma.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/stemma \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_stemma $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/stemma.fish

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

lint:
	$(SWIFT) format lint --strict --recursive $(SOURCES)

# Needs ../shared/bench: the 27 queries, every answer checked, beside whatever peers are installed. `make bench SIZE=1m` is the
# table in Benchmarks.md; PYTHON is the one that has the peers' packages (oxigraph pyoxigraph maplib).
SIZE ?= 100k
BENCH = ../shared/bench
BENCHED = .build/bench/$(SIZE)

bench: release
	@test -d $(BENCH) || { echo "$(BENCH) is not there" >&2; exit 1; }
	@mkdir -p $(BENCHED)
	test -s $(BENCHED)/un-$(SIZE).nt || { $(PYTHON) $(BENCH)/gen.py --size $(SIZE) > $(BENCHED)/part && mv $(BENCHED)/part $(BENCHED)/un-$(SIZE).nt; }
	$(PYTHON) $(BENCH)/render.py $(BENCHED)/un-$(SIZE).nt $(BENCH)/queries $(BENCHED)/queries
	@engines=stemma; oxigraph=$$(dirname $$(command -v $(PYTHON)))/oxigraph; \
	$(PYTHON) -c 'import pyoxigraph' 2>/dev/null && engines=$$engines,oxigraph-mem,oxigraph-disk; \
	test -x $$oxigraph || oxigraph=$$(command -v oxigraph) && engines=$$engines,oxigraph-cli; \
	$(PYTHON) -c 'import maplib' 2>/dev/null && engines=$$engines,maplib; \
	command -v virtuoso-t >/dev/null && engines=$$engines,virtuoso; \
	test -e /usr/share/java/jena-tdb2.jar && engines=$$engines,jena-tdb2; \
	STEMMA=$(CURDIR)/$(TOOL) OXIGRAPH=$$oxigraph $(PYTHON) $(BENCH)/run.py --data $(BENCHED)/un-$(SIZE).nt \
	  --queries $(BENCHED)/queries --work $(BENCHED)/work --out $(BENCHED)/results --engines $$engines \
	  --expected $(BENCH)/expected/expected-$(SIZE).csv >/dev/null
	@cat $(BENCHED)/results/table.md

# Needs ../shared/corpus/akn and a Python with networkx (PYTHON=…): 200 ancestries against NetworkX's.
PYTHON ?= $(firstword $(wildcard ../venv/bin/python) python3)
test-lineage: release
	@if [ ! -d ../shared/corpus/akn ]; then echo "skipped: ../shared/corpus/akn is not there"; \
	elif ! $(PYTHON) -c 'import networkx' 2>/dev/null; then echo "skipped: $(PYTHON) has no networkx"; else \
	$(TOOL) build ../shared/corpus/akn --store .build/akn.store >/dev/null 2>&1; \
	$(PYTHON) Tests/Interop/lineage-check.py $(TOOL) .build/akn.store && \
	$(PYTHON) Tests/Interop/same-title.py $(TOOL) .build/akn.store; fi

# Needs ../shared/w3c; what is skipped needs a server, a second endpoint or an entailment regime.
SUITES = $(addprefix rdf/rdf-,n-triples/manifest.ttl n-quads/manifest.ttl turtle/manifest.ttl trig/manifest.ttl xml/manifest.ttl) \
  $(addprefix sparql/sparql1,0/manifest.ttl 1/manifest-all.ttl)

conformance: packages
	@test -d ../shared/w3c || { echo "../shared/w3c is not there" >&2; exit 1; }
	$(SWIFT) build --product conformance
	.build/debug/conformance --earl .build/earl.ttl $(addprefix ../shared/w3c/,$(SUITES))

# Makes the tour's picture anew: the report of the sample corpus as a browser shows it. Needs chromium and its fonts-liberation.
picture: release
	@mkdir -p $(DEMO)
	$(TOOL) build Tests/Corpus --store $(DEMO)/sample.store
	$(TOOL) lineage A/RES/78/237 --store $(DEMO)/sample.store -o $(DEMO)/lineage.html
	chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --window-size=1280,780 \
	  --screenshot=Documentation/lineage.png "file://$(CURDIR)/$(DEMO)/lineage.html" 2>/dev/null

INTEROP = .build/interop

# A Python of its own with the readers, and the programs.
interop:
	@$(MAKE) --no-print-directory packages PACKAGES="raptor2-utils graphviz libxml2-utils serdi python3-venv unzip \
	  default-jre-headless libapache-jena-java libthrift-java"
	@test -x $(INTEROP)/bin/python || python3 -m venv $(INTEROP)
	@$(INTEROP)/bin/pip install -q networkx igraph rdflib pyoxigraph oxigraph pandas matplotlib
	@test -d $(INTEROP)/jena/xerces || { mkdir -p $(INTEROP)/jena && cd $(INTEROP)/jena && \
	  unzip -q /usr/share/java/jena-core.jar '*.properties' && mv org/apache/jena/ext/xerces . && rm -rf org; }

test-interop: packages interop
	$(SWIFT) build --build-tests
	STEMMA_INTEROP=1 STEMMA_GRAPHS=10000 STEMMA_PYTHON=$(CURDIR)/$(INTEROP)/bin/python RESOURCES=$(CURDIR)/$(INTEROP)/jena \
	  $(SWIFT) test --skip-build --filter "ExportTests|InteropTests|ExportFileTests"

# Needs ../shared/bench for its data, which takes a while to make, or files of N-Triples: make bench-export EXPORTED="one.nt two.nt".
EXPORTED = .build/bench/un-1m.nt .build/bench/un-10m.nt

.build/bench/un-%.nt:
	@test -d ../shared/bench || { echo "../shared/bench is not there" >&2; exit 1; }
	@mkdir -p .build/bench
	python3 ../shared/bench/gen.py --size $* > $@.part
	mv $@.part $@

bench-export: release interop $(EXPORTED)
	clang -O2 -D_GNU_SOURCE -o .build/by-hand Tests/Interop/by-hand.c
	OXIGRAPH=$(INTEROP)/bin/oxigraph $(INTEROP)/bin/python Tests/Interop/speed.py $(TOOL) .build/by-hand $(EXPORTED)

pictures: release interop
	@rm -rf .build/pictures && mkdir -p .build/pictures
	$(TOOL) build Tests/Corpus --store .build/pictures/store
	for format in gexf graphml; do $(TOOL) export --store .build/pictures/store -o .build/pictures/citations.$$format; done
	$(TOOL) export --profile lineage document=A/RES/56/19 --store .build/pictures/store -o .build/pictures/lineage.dot
	$(INTEROP)/bin/python Documentation/Pictures/network.py .build/pictures/citations.gexf Documentation/Pictures/network.png
	MPLBACKEND=Agg $(INTEROP)/bin/python Documentation/Pictures/timeline.py .build/pictures/citations.graphml Documentation/Pictures/timeline.png
	dot -Tpng -Gdpi=90 .build/pictures/lineage.dot -o Documentation/Pictures/lineage.png

# Needs ../shared/corpus: how fast text is read, scanned and extracted, on one core.
bench-extract: packages
	@test -d ../shared/corpus || { echo "../shared/corpus is not there" >&2; exit 1; }
	$(SWIFT) build $(RELEASE) --product extraction-bench
	.build/release/extraction-bench ../shared/corpus/akn

clean:
	rm -rf .build $(DEMO)
