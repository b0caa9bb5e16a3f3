# make demo and make test are all that a newcomer needs; README.md says the rest.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
RUNS ?= 200000
release := $(SWIFT) build -c release --static-swift-stdlib --product offprint
binary := .build/release/offprint
sources := Package.swift Sources Styles Fonts Tests

.PHONY: setup build demo test install uninstall bench fuzz lint format clean

setup:
	@setup/install build run fonts test

build:
	$(release)

demo: setup build
	@scripts/demo $(binary) out

test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

install: build
	@scripts/install-files $(binary) '$(DESTDIR)' '$(PREFIX)'

uninstall:
	@scripts/install-files --remove '$(DESTDIR)' '$(PREFIX)'

bench: build
	@setup/install bench
	@Benchmarks/run $(binary)

fuzz:
	$(SWIFT) build -c release --static-swift-stdlib --product offprint-fuzz
	@scripts/fuzz --runs $(RUNS)

lint:
	$(SWIFT) format lint --strict -r $(sources)

format:
	$(SWIFT) format -i -r $(sources)

clean:
	rm -rf .build out
