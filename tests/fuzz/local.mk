## tests/fuzz: with --enable-fuzz (clang) a libFuzzer program, fuzz; always its
## replay over the fixtures, as a test.  target.c names what is fuzzed.
FUZZ_TARGETS = \
	tests/fuzz/fuzz.h \
	tests/fuzz/fuzz_csv.c \
	tests/fuzz/fuzz_enter.c \
	tests/fuzz/fuzz_exchange.c \
	tests/fuzz/fuzz_fill.c \
	tests/fuzz/fuzz_ical.c \
	tests/fuzz/fuzz_instance.c \
	tests/fuzz/fuzz_odf.c \
	tests/fuzz/fuzz_path.c \
	tests/fuzz/fuzz_pdf.c \
	tests/fuzz/fuzz_phrases.c \
	tests/fuzz/fuzz_year.c \
	tests/fuzz/target.c
FUZZ_CPPFLAGS = $(AM_CPPFLAGS) -DSRCDIR='"$(abs_srcdir)"'

check_PROGRAMS += tests/fuzz/replay
tests_fuzz_replay_SOURCES = tests/fuzz/replay.c $(FUZZ_TARGETS)
tests_fuzz_replay_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_replay_LDADD = $(KANSLI_LIBS)
TESTS += tests/fuzz/replay.sh
EXTRA_DIST += \
	tests/data/pdf/forms.pdf \
	tests/fuzz/corpus/instance.txt \
	tests/fuzz/corpus/instance.txt.gz \
	tests/fuzz/corpus/junk.ics \
	tests/fuzz/corpus/lines.txt \
	tests/fuzz/corpus/mall.fodt \
	tests/fuzz/corpus/paths.txt \
	tests/fuzz/corpus/plan.txt \
	tests/fuzz/corpus/never.ics \
	tests/fuzz/corpus/year.csv \
	tests/fuzz/corpus/year.ics \
	tests/fuzz/corpus/year.xml \
	tests/fuzz/replay.sh

if FUZZ
noinst_PROGRAMS += tests/fuzz/fuzz
tests_fuzz_fuzz_SOURCES = tests/fuzz/fuzz.c $(FUZZ_TARGETS)
tests_fuzz_fuzz_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzz_LDADD = $(KANSLI_LIBS)
endif
