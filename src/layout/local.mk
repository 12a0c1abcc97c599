## layout: fonts, lines, tables, pages
libkansli_a_SOURCES += \
	src/layout/layout.h src/layout/flow.h \
	src/layout/break.c \
	src/layout/columns.c \
	src/layout/cut.c \
	src/layout/figure.c \
	src/layout/flow.c \
	src/layout/foot.c \
	src/layout/font.c \
	src/layout/image.c \
	src/layout/line.c \
	src/layout/page.c src/layout/page.h \
	src/layout/pager.c \
	src/layout/para.c \
	src/layout/refer.c \
	src/layout/row.c \
	src/layout/running.c \
	src/layout/table.c

check_PROGRAMS += test_layout
test_layout_SOURCES = tests/unit/test_layout.c tests/unit/sample.h
test_layout_CPPFLAGS = $(TEST_CPPFLAGS)
test_layout_LDADD = $(TEST_LIBS)
TESTS += test_layout
