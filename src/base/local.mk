## base: memory, buffers, errors, UTF-8, civil days, files, XML that arrives
libkansli_a_SOURCES += \
	include/kansli/data.h \
	include/kansli/day.h \
	include/kansli/error.h \
	src/base/arena.c src/base/arena.h \
	src/base/buf.c src/base/buf.h \
	src/base/csv.c src/base/csv.h \
	src/base/day.c \
	src/base/err.c \
	src/base/file.c src/base/file.h \
	src/base/hash.c src/base/hash.h \
	src/base/mem.c src/base/mem.h \
	src/base/note.c src/base/note.h \
	src/base/pool.c src/base/pool.h \
	src/base/small.c src/base/small.h \
	src/base/tree.c src/base/tree.h \
	src/base/utf8.c src/base/utf8.h \
	src/base/xml.c src/base/xml.h

check_PROGRAMS += test_base
test_base_SOURCES = tests/unit/test_base.c
test_base_CPPFLAGS = $(TEST_CPPFLAGS)
test_base_LDADD = $(TEST_LIBS)
TESTS += test_base
