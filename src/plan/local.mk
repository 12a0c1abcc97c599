# SPDX-License-Identifier: EUPL-1.2
# Model, solve, explain: the year planner.
libkansli_a_SOURCES += \
	src/plan/cover.c src/plan/cover.h \
	src/plan/explain.h \
	src/plan/feed.c src/plan/feed.h \
	src/plan/load.c src/plan/load.h \
	src/plan/model.h \
	src/plan/path.h \
	src/plan/solve.h \
	src/plan/year.h

check_PROGRAMS += test_feed
test_feed_SOURCES = tests/unit/test_feed.c
test_feed_CPPFLAGS = $(TEST_CPPFLAGS)
test_feed_LDADD = $(TEST_LIBS)
TESTS += test_feed

check_PROGRAMS += test_load
test_load_SOURCES = tests/unit/test_load.c
test_load_CPPFLAGS = $(TEST_CPPFLAGS)
test_load_LDADD = $(TEST_LIBS)
TESTS += test_load
EXTRA_DIST += tests/data/cycle-small.xml
