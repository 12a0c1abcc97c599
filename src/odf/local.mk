## odf
libkansli_a_SOURCES += \
	src/odf/cells.c \
	src/odf/check.c \
	src/odf/compare.c \
	src/odf/compile.c \
	src/odf/drawing.c \
	src/odf/contents.c \
	src/odf/enhanced.c \
	src/odf/fields.c \
	src/odf/figure.c \
	src/odf/fill.c src/odf/fill.h \
	src/odf/flat.c \
	src/odf/footnotes.c \
	src/odf/functions.c \
	src/odf/heal.c \
	src/odf/headings.c \
	src/odf/inlines.c \
	src/odf/inner.h \
	src/odf/length.c \
	src/odf/lists.c \
	src/odf/names.c \
	src/odf/odf.c src/odf/odf.h \
	src/odf/package.c \
	src/odf/pages.c \
	src/odf/parse.h \
	src/odf/path.c src/odf/path.h \
	src/odf/picture.c \
	src/odf/pieces.c \
	src/odf/plain.c \
	src/odf/read.h \
	src/odf/profile.c \
	src/odf/refs.c \
	src/odf/report.c \
	src/odf/inline.h \
	src/odf/scope.c \
	src/odf/scrub.c \
	src/odf/sketch.c src/odf/sketch.h \
	src/odf/styles.c \
	src/odf/tables.c \
	src/odf/template.c \
	src/odf/to_document.c \
	src/odf/tree.c \
	src/odf/unique.c \
	src/odf/value.c

check_PROGRAMS += test_odf
test_odf_SOURCES = tests/unit/test_odf.c
test_odf_CPPFLAGS = $(TEST_CPPFLAGS)
test_odf_LDADD = $(TEST_LIBS)
TESTS += test_odf

check_PROGRAMS += test_odf_check
test_odf_check_SOURCES = tests/unit/test_odf_check.c
test_odf_check_CPPFLAGS = $(TEST_CPPFLAGS)
test_odf_check_LDADD = $(TEST_LIBS)
TESTS += test_odf_check
check_PROGRAMS += test_figure
test_figure_SOURCES = tests/unit/test_figure.c
test_figure_CPPFLAGS = $(TEST_CPPFLAGS)
test_figure_LDADD = $(TEST_LIBS)
TESTS += test_figure

EXTRA_DIST += \
	tests/fidelity/docs/figurer.fodt \
	tests/data/odf/akt.xml \
	tests/data/odf/protokoll.fodt \
	tests/data/odf/tabell.fodt \
	tests/data/odf/rapport.fodt

check_PROGRAMS += test_notes
test_notes_SOURCES = tests/unit/test_notes.c tests/unit/sample.h
test_notes_CPPFLAGS = $(TEST_CPPFLAGS)
test_notes_LDADD = $(TEST_LIBS)
TESTS += test_notes
EXTRA_DIST += tests/data/odf/hanvisningar.fodt
