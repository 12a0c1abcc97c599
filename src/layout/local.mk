## layout: fonts, lines, tables, pages
libkansli_a_SOURCES += \
	src/layout/layout.h src/layout/flow.h \
	src/layout/break.c \
	src/layout/columns.c \
	src/layout/cut.c \
	src/layout/divide.c \
	src/layout/first.c \
	src/layout/fit.c \
	src/layout/figure.c \
	src/layout/flow.c \
	src/layout/foot.c \
	src/layout/font.c \
	src/layout/hyphen.c src/layout/hyphen.h \
	src/layout/image.c \
	src/layout/line.c \
	src/layout/nobreak.c src/layout/nobreak.h \
	src/layout/page.c src/layout/page.h \
	src/layout/pager.c \
	src/layout/para.c \
	src/layout/patterns.c src/layout/patterns.h \
	src/layout/refer.c \
	src/layout/row.c \
	src/layout/running.c \
	src/layout/table.c

check_PROGRAMS += test_layout
test_layout_SOURCES = tests/unit/test_layout.c tests/unit/sample.h
test_layout_CPPFLAGS = $(TEST_CPPFLAGS)
test_layout_LDADD = $(TEST_LIBS)
TESTS += test_layout

check_PROGRAMS += test_lines
test_lines_SOURCES = tests/unit/test_lines.c tests/unit/sample.h
test_lines_CPPFLAGS = $(TEST_CPPFLAGS)
test_lines_LDADD = $(TEST_LIBS)
TESTS += test_lines

check_PROGRAMS += test_pages
test_pages_SOURCES = tests/unit/test_pages.c
test_pages_CPPFLAGS = $(TEST_CPPFLAGS)
test_pages_LDADD = $(TEST_LIBS)
TESTS += test_pages

check_PROGRAMS += test_patterns
test_patterns_SOURCES = tests/unit/test_patterns.c
test_patterns_CPPFLAGS = $(TEST_CPPFLAGS)
test_patterns_LDADD = $(TEST_LIBS)
TESTS += test_patterns

EXTRA_DIST += \
	tests/fidelity/docs/hall-ihop.fodt \
	tests/fidelity/docs/indrag.fodt \
	tests/fidelity/docs/listor.fodt \
	tests/fidelity/docs/noter.fodt \
	tests/fidelity/docs/radavstand.fodt \
	tests/fidelity/docs/ramar.fodt \
	tests/fidelity/docs/sidans-topp.fodt \
	tests/fidelity/docs/sidbrytningar.fodt \
	tests/fidelity/docs/sidformat.fodt \
	tests/fidelity/docs/sidhuvud.fodt \
	tests/fidelity/docs/spalter-flera-sidor.fodt \
	tests/fidelity/docs/spalter-ojamna.fodt \
	tests/fidelity/docs/spalter.fodt \
	tests/fidelity/docs/styckeavstand.fodt \
	tests/fidelity/docs/tabbar.fodt \
	tests/fidelity/docs/tabell-bredd.fodt \
	tests/fidelity/docs/tabell-hall.fodt \
	tests/fidelity/docs/tabell-lang.fodt \
	tests/fidelity/docs/tabell-lodratt.fodt \
	tests/fidelity/docs/tabell-nastlad.fodt \
	tests/fidelity/docs/tabell-rader.fodt \
	tests/fidelity/docs/tabell-radspann.fodt \
	tests/fidelity/docs/tabell-ramar.fodt \
	tests/fidelity/docs/tabell-stycken.fodt \
	tests/fidelity/docs/typsnitt-carlito.fodt \
	tests/fidelity/docs/typsnitt-liberation-sans.fodt \
	tests/fidelity/docs/typsnitt-liberation-serif.fodt \
	tests/fidelity/docs/typsnitt-open-sans.fodt
