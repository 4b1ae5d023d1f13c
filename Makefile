# `make help` lists what there is. Needs a Swift toolchain (6.2 or later), git and make; `make setup` adds libyaml.

PREFIX = /usr/local
DESTDIR =
SWIFT = swift
EXAMPLE = Docs/examples/fr-de-possession.yaml

# The release binary carries Swift's libraries, the law and, where their archives are installed, libyaml and libstdc++.
# STATIC holds links to those archives only, and is searched first. `-s` leaves out the symbol table, the last flag the
# name of the folder it was built in.
STATIC = $(CURDIR)/.build/static
FLAGS = -c release --static-swift-stdlib --pkg-config-path "$(STATIC)" \
	-Xlinker -L"$(STATIC)" -Xlinker -s -Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
	-Xcc -ffile-prefix-map="$(CURDIR)"=.
RELEASE = $(FLAGS) --product dualcrim
BINARY = "$$($(SWIFT) build $(RELEASE) --show-bin-path)/dualcrim"
# What `make prove` runs, such as PROVE="--cases 100 CA DE" (.build/…/dualcrim-prove --help).
PROVE =

# SwiftPM would compile C with a CC from the environment; the law is embedded by the Swift toolchain's own clang.
unexport CC CXX

.DEFAULT_GOAL = help
.PHONY: help setup build run test prove bench bundle bundle-check install uninstall clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

setup: ## Install libyaml-dev and pkg-config if they are missing
	@sh .ci/setup.sh "$(SWIFT)"

bundle: ## List the law's YAML files for the compiler (after adding, moving or removing one)
	@sh .ci/bundle.sh

bundle-check: ## Fail if that list is out of date
	@sh .ci/bundle.sh --check

build: setup bundle ## Build the release binary
	@sh .ci/static-libraries.sh "$(STATIC)"
	$(SWIFT) build $(RELEASE)

run: build ## Build, then assess one of the examples
	@echo '$$ dualcrim check $(EXAMPLE)'
	@code=0; $(BINARY) check "$(EXAMPLE)" || code=$$?; \
	case $$code in \
	0) meaning=clear ;; 1) meaning=obstructed ;; 2) meaning=conditional ;; 3) meaning='cannot be assessed' ;; \
	*) exit $$code ;; \
	esac; \
	echo "(exit code $$code: $$meaning)"

test: setup bundle ## Build for debugging and run all tests
	$(SWIFT) test --disable-xctest

prove: setup bundle ## Let Z3 confirm every comparison and 1,000 random cases (installs z3 if missing)
	@case "$(PROVE)" in *--solver*) ;; *) sh .ci/solver.sh ;; esac
	@sh .ci/static-libraries.sh "$(STATIC)"
	$(SWIFT) build $(FLAGS) --product dualcrim-prove
	@"$$($(SWIFT) build $(FLAGS) --show-bin-path)/dualcrim-prove" $(PROVE)

bench: build ## Measure speed and memory (minutes; see Docs/performance.md)
	$(SWIFT) package --package-path Benchmarks benchmark --format markdown --path stdout --no-progress
	@python3 Benchmarks/process.py $(BINARY)
	@python3 Benchmarks/against_prolog.py $(BINARY)

install: build ## Install the binary and the shell completions (PREFIX=/usr/local)
	@sh .ci/install.sh install "$(DESTDIR)$(PREFIX)" $(BINARY)

uninstall: ## Remove what `make install` put there
	@sh .ci/install.sh uninstall "$(DESTDIR)$(PREFIX)"

clean: ## Remove everything that was built
	rm -rf .build
