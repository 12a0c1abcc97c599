## document: the tree, the words of dates and lists, HTML and text
libkansli_a_SOURCES += \
	src/document/document.c src/document/document.h \
	src/document/words.c src/document/words.h

check_PROGRAMS += test_words
test_words_SOURCES = tests/unit/test_words.c
test_words_CPPFLAGS = $(TEST_CPPFLAGS)
test_words_LDADD = $(TEST_LIBS)
TESTS += test_words
