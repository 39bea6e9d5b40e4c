# baocao: make help lists the verbs.
# Each verb installs what it needs (Debian, apt); INSTALL=no leaves the machine as it is.

B ?= build
ifeq ($(origin CC),default)
CC = gcc
endif
PYTHON ?= /usr/bin/python3
CFLAGS ?= -O2 -g
SANITIZE ?=
WARNINGS = -Wall -Wextra -Wpedantic -Wconversion
ALL_CFLAGS = -std=c17 -D_GNU_SOURCE -I. $(WARNINGS) $(CFLAGS) $(SANITIZE)
LIBS = -lmicrohttpd -lcurl -ljansson -lgumbo -lutf8proc -lm -pthread
ENGINE_LIBS = -lgumbo -lutf8proc -lm

BUILD_PACKAGES = gcc libc6-dev make libmicrohttpd-dev libjansson-dev libcurl4-openssl-dev libgumbo-dev libutf8proc-dev \
  libexpat1-dev zlib1g-dev libmagic-dev libleptonica-dev libtiff-dev
TEST_PACKAGES = libcmocka-dev python3 python3-pytest python3-jsonschema python3-yaml python3-requests curl openssl procps
# what the documents of the tests are made and read with; without them (INSTALL=no) those tests say so and are skipped
FORMAT_PACKAGES = poppler-utils catdoc tesseract-ocr tesseract-ocr-vie
TEST_PACKAGES += $(FORMAT_PACKAGES) libreoffice-writer libreoffice-calc fonts-dejavu-core python3-pil python3-numpy python3-openpyxl
LINT_PACKAGES = clang clang-format clang-tidy
BENCH_PACKAGES = wrk
TRAIN_PACKAGES = python3 python3-numpy python3-scipy
CORPUS = ../shared/corpus
CONSTRUCTS = tests/cases/constructs.jsonl
IMAGE_PACKAGES = buildah mmdebstrap curl

ENGINE_SRC = $(wildcard extract/*.c) $(wildcard extract/*.S)
CONVERT_SRC = $(wildcard server/converter/*.c)
SERVICE_SRC = $(wildcard handlers/*.c) $(wildcard handlers/*.S) $(wildcard server/*.c)
UNIT_SRC = $(wildcard tests/unit/test_*.c)
ENGINE_OBJ = $(patsubst %,$(B)/%.o,$(ENGINE_SRC))
SERVICE_OBJ = $(patsubst %,$(B)/%.o,$(SERVICE_SRC))
CONVERT_OBJ = $(patsubst %,$(B)/%.o,$(CONVERT_SRC))
UNIT_BIN = $(patsubst tests/unit/%.c,$(B)/unit/%,$(UNIT_SRC))
C_FILES = $(wildcard extract/*.[ch] handlers/*.[ch] server/*.[ch] server/converter/*.[ch] tests/unit/*.[ch] tests/bench/*.[ch])

.PHONY: formats build help run test unit golden metamorphic distractors noise peers constructs reports invented tables train api asan lint fmt score bench image clean deps test-deps lexicon-check

build: deps $(B)/baocao $(B)/baocao-convert ## build the binary (the default)

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

# $(call install,packages): what of them is missing, with apt
define install
	@missing=""; for p in $(1); do dpkg -s $$p >/dev/null 2>&1 || missing="$$missing $$p"; done; \
	if [ -n "$$missing" ] && [ "$(INSTALL)" != no ]; then \
	  echo "installing:$$missing"; \
	  sudo=""; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -qq && DEBIAN_FRONTEND=noninteractive $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	fi
endef

deps:
	$(call install,$(BUILD_PACKAGES))

test-deps: deps
	$(call install,$(TEST_PACKAGES))

$(B)/%.c.o: %.c | deps
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c $< -o $@

$(B)/extract/lexicon_data.S.o: $(wildcard extract/lexicon/*.tsv)
$(B)/handlers/openapi_data.S.o: openapi.yaml
$(B)/%.S.o: %.S | deps
	@mkdir -p $(@D)
	$(CC) -c $< -o $@

$(B)/libextract.a: $(ENGINE_OBJ)
	rm -f $@
	$(AR) rcs $@ $^

$(B)/baocao: $(SERVICE_OBJ) $(B)/libextract.a
	$(CC) $(SANITIZE) $^ -o $@ $(LIBS)

$(B)/baocao-convert: $(CONVERT_OBJ) $(B)/libextract.a
	$(CC) $(SANITIZE) $^ -o $@ -lexpat -lz -lmagic -llept -ltiff -lutf8proc -lm

$(B)/unit/test_jobs: $(B)/server/job.c.o
$(B)/unit/%: tests/unit/%.c $(B)/libextract.a | test-deps
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP $< $(filter %.o %.a,$^) -o $@ -lcmocka $(ENGINE_LIBS)

run: build ## serve on 127.0.0.1:8080 and print a curl line to try
	@echo "try:  curl -H 'Content-Type: text/plain; charset=utf-8' --data-binary @examples/bao-cao-mau.txt http://127.0.0.1:8080/v1/extract"
	@exec $(B)/baocao serve

test: build test-deps lexicon-check unit golden metamorphic distractors noise peers constructs reports invented tables api ## unit, golden, metamorphic, distractor, noise, peer, construct, report and API tests

unit: $(UNIT_BIN)
	@for t in $(UNIT_BIN); do echo "== $$t"; $$t || exit 1; done

golden: $(B)/baocao | test-deps
	$(PYTHON) tests/golden/run.py $(B)/baocao

metamorphic: $(B)/baocao | test-deps
	$(PYTHON) tests/metamorphic.py $(B)/baocao

constructs: $(B)/baocao $(B)/readings | test-deps
	$(PYTHON) tests/cases/run.py $(B)/baocao
	$(PYTHON) tests/cases/readings.py $(B)/readings

reports: $(B)/baocao | test-deps
	$(PYTHON) tests/reports/check.py $(B)/baocao

invented: $(B)/baocao | test-deps
	$(PYTHON) tests/invented.py $(B)/baocao

tables: $(B)/baocao | test-deps
	$(PYTHON) tests/tables.py $(B)/baocao

train: $(B)/choices $(B)/baocao ## learn extract/lexicon/weights.tsv anew (needs ../shared: its corpus and tools)
	$(call install,$(TRAIN_PACKAGES))
	$(PYTHON) tests/train/train.py $(B) $(CORPUS) $(CORPUS) $(CORPUS) tests/reports/learn $(CONSTRUCTS) $(CONSTRUCTS) $(CONSTRUCTS)

peers: $(B)/readings | test-deps
	$(PYTHON) tests/peers/duckling.py $(B)/readings

$(B)/readings: tests/unit/readings.c $(B)/libextract.a
	$(CC) $(ALL_CFLAGS) $(SANITIZE) $^ -o $@ $(ENGINE_LIBS)

distractors: $(B)/baocao | test-deps
	$(PYTHON) tests/distractors.py $(B)/baocao

noise: $(B)/baocao | test-deps
	$(PYTHON) tests/noise.py $(B)/baocao

api: $(B)/baocao $(B)/baocao-convert | test-deps
	TEST_BINARY=$(B)/baocao $(PYTHON) -m pytest -q -rs -p no:cacheprovider tests/api

formats: $(B)/baocao $(B)/baocao-convert | test-deps ## what each document format keeps of the golden reports
	$(PYTHON) tests/formats.py $(B)/baocao

lexicon-check: | test-deps
	$(PYTHON) tests/lexicon_check.py

asan: ## the same tests under ASan and UBSan, with fewer damaged files
	MUTATIONS=$${MUTATIONS:-60} OCR_MUTATIONS=$${OCR_MUTATIONS:-10} $(MAKE) B=build-asan CFLAGS="-O1 -g -fno-omit-frame-pointer" SANITIZE="-fsanitize=address,undefined -fno-sanitize-recover=undefined" test

lint: deps ## format, clang-tidy, both compilers without a warning, the lexicon
	$(call install,$(LINT_PACKAGES) python3)
	clang-format --dry-run -Werror $(C_FILES)
	$(MAKE) B=build-lint-gcc CFLAGS="-O2 -Werror" build
	$(MAKE) B=build-lint-clang CC=clang CFLAGS="-O2 -Werror" build
	clang-tidy --quiet $(filter %.c,$(filter-out tests/%,$(C_FILES))) -- -std=c17 -D_GNU_SOURCE -I.
	$(PYTHON) tests/lexicon_check.py

fmt: ## put the code into its format
	$(call install,$(LINT_PACKAGES))
	clang-format -i $(C_FILES)

score: build ## start the service and score it on ../shared/corpus
	$(PYTHON) tests/score_check.py $(B)/baocao

bench: build ## engine MB/s, requests a second beside a bare echo
	$(call install,$(BENCH_PACKAGES))
	$(MAKE) $(B)/bench_engine $(B)/bench_echo
	sh tests/bench/run.sh $(B)

$(B)/choices: tests/train/choices.c $(B)/libextract.a
	$(CC) $(ALL_CFLAGS) $^ -o $@ $(ENGINE_LIBS)

$(B)/bench_engine: tests/bench/engine.c $(B)/libextract.a
	$(CC) $(ALL_CFLAGS) $^ -o $@ $(ENGINE_LIBS)

$(B)/bench_echo: tests/bench/echo.c
	$(CC) $(ALL_CFLAGS) $< -o $@ -lmicrohttpd

image: ## build the container images, core and full, with buildah and try them
	$(call install,$(IMAGE_PACKAGES))
	sh docker/try.sh core
	sh docker/try.sh full

clean: ## remove what was built
	rm -rf build build-asan build-lint-gcc build-lint-clang

-include $(ENGINE_OBJ:.o=.d) $(SERVICE_OBJ:.o=.d) $(CONVERT_OBJ:.o=.d) $(UNIT_BIN:=.d)
