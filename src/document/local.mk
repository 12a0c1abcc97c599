## document: the tree, and it as HTML and text
libkansli_a_SOURCES += \
	src/document/check.c src/document/check.h \
	src/document/document.c src/document/document.h \
	src/document/html.c src/document/html.h \
	src/document/html_notes.c \
	src/document/html_table.c \
	src/document/svg.c src/document/svg.h \
	src/document/text.c src/document/text.h \
	src/document/text_table.c \
	src/document/words.c src/document/words.h \
	src/document/writers.h

check_PROGRAMS += test_words
test_words_SOURCES = tests/unit/test_words.c
test_words_CPPFLAGS = $(TEST_CPPFLAGS)
test_words_LDADD = $(TEST_LIBS)
TESTS += test_words

check_PROGRAMS += test_check
test_check_SOURCES = tests/unit/test_check.c tests/unit/sample.h
test_check_CPPFLAGS = $(TEST_CPPFLAGS)
test_check_LDADD = $(TEST_LIBS)
TESTS += test_check

check_PROGRAMS += test_html
test_html_SOURCES = tests/unit/test_html.c tests/unit/sample.h
test_html_CPPFLAGS = $(TEST_CPPFLAGS)
test_html_LDADD = $(TEST_LIBS)
TESTS += test_html tests/cli/t0126-pages.sh
EXTRA_DIST += tests/cli/t0126-pages.sh

check_PROGRAMS += test_document
test_document_SOURCES = tests/unit/test_document.c tests/unit/sample.h
test_document_CPPFLAGS = $(TEST_CPPFLAGS)
test_document_LDADD = $(TEST_LIBS)
TESTS += test_document
EXTRA_DIST += tests/golden/document/minutes.html \
	tests/golden/document/minutes.txt \
	tests/golden/document/mixed.html \
	tests/golden/document/mixed.txt
