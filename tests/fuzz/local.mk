## tests/fuzz: with --enable-fuzz (clang) libFuzzer programs fuzz_*; always their
## replay over the fixtures, as a test.
FUZZ_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/fuzz -DSRCDIR='"$(abs_srcdir)"'

check_PROGRAMS += \
	tests/fuzz/replay_csv \
	tests/fuzz/replay_exchange \
	tests/fuzz/replay_fill \
	tests/fuzz/replay_ical \
	tests/fuzz/replay_odf \
	tests/fuzz/replay_path \
	tests/fuzz/replay_pdf
tests_fuzz_replay_csv_SOURCES = tests/fuzz/fuzz_csv.c tests/fuzz/replay.c \
	tests/fuzz/fuzz.h
tests_fuzz_replay_csv_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_replay_csv_LDADD = $(KANSLI_LIBS)
tests_fuzz_replay_exchange_SOURCES = tests/fuzz/fuzz_exchange.c \
	tests/fuzz/replay.c tests/fuzz/fuzz.h
tests_fuzz_replay_exchange_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_replay_exchange_LDADD = $(KANSLI_LIBS)
tests_fuzz_replay_odf_SOURCES = tests/fuzz/fuzz_odf.c tests/fuzz/replay.c \
	tests/fuzz/fuzz.h
tests_fuzz_replay_odf_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_replay_odf_LDADD = $(KANSLI_LIBS)
tests_fuzz_replay_fill_SOURCES = tests/fuzz/fuzz_fill.c tests/fuzz/replay.c \
	tests/fuzz/fuzz.h
tests_fuzz_replay_fill_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_replay_fill_LDADD = $(KANSLI_LIBS)
tests_fuzz_replay_ical_SOURCES = tests/fuzz/fuzz_ical.c tests/fuzz/replay.c \
	tests/fuzz/fuzz.h
tests_fuzz_replay_ical_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_replay_ical_LDADD = $(KANSLI_LIBS)
tests_fuzz_replay_path_SOURCES = tests/fuzz/fuzz_path.c tests/fuzz/replay.c \
	tests/fuzz/fuzz.h
tests_fuzz_replay_path_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_replay_path_LDADD = $(KANSLI_LIBS)
tests_fuzz_replay_pdf_SOURCES = tests/fuzz/fuzz_pdf.c tests/fuzz/replay.c \
	tests/fuzz/fuzz.h
tests_fuzz_replay_pdf_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_replay_pdf_LDADD = $(KANSLI_LIBS)
TESTS += tests/fuzz/replay.sh
EXTRA_DIST += tests/fuzz/replay.sh tests/fuzz/corpus/paths.txt \
	tests/fuzz/corpus/junk.ics \
	tests/fuzz/corpus/mall.fodt tests/data/pdf/forms.pdf

if FUZZ
noinst_PROGRAMS += \
	tests/fuzz/fuzz_csv \
	tests/fuzz/fuzz_exchange \
	tests/fuzz/fuzz_fill \
	tests/fuzz/fuzz_ical \
	tests/fuzz/fuzz_odf \
	tests/fuzz/fuzz_path \
	tests/fuzz/fuzz_pdf
tests_fuzz_fuzz_csv_SOURCES = tests/fuzz/fuzz_csv.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_csv_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_csv_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzz_csv_LDADD = $(KANSLI_LIBS)
tests_fuzz_fuzz_exchange_SOURCES = tests/fuzz/fuzz_exchange.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_exchange_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_exchange_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzz_exchange_LDADD = $(KANSLI_LIBS)
tests_fuzz_fuzz_odf_SOURCES = tests/fuzz/fuzz_odf.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_odf_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_odf_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzz_odf_LDADD = $(KANSLI_LIBS)
tests_fuzz_fuzz_fill_SOURCES = tests/fuzz/fuzz_fill.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_fill_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_fill_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzz_fill_LDADD = $(KANSLI_LIBS)
tests_fuzz_fuzz_ical_SOURCES = tests/fuzz/fuzz_ical.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_ical_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_ical_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzz_ical_LDADD = $(KANSLI_LIBS)
tests_fuzz_fuzz_path_SOURCES = tests/fuzz/fuzz_path.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_path_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_path_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzz_path_LDADD = $(KANSLI_LIBS)
tests_fuzz_fuzz_pdf_SOURCES = tests/fuzz/fuzz_pdf.c tests/fuzz/fuzz.h
tests_fuzz_fuzz_pdf_CPPFLAGS = $(FUZZ_CPPFLAGS)
tests_fuzz_fuzz_pdf_LDFLAGS = $(AM_LDFLAGS) -fsanitize=fuzzer
tests_fuzz_fuzz_pdf_LDADD = $(KANSLI_LIBS)
endif
