## layout: fonts, lines, tables, pages
libkansli_a_SOURCES += \
	src/layout/layout.h src/layout/flow.h \
	src/layout/break.c \
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
	src/layout/refer.c \
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
