# SPDX-License-Identifier: EUPL-1.2
# Model, solve, explain: the year planner.
libkansli_a_SOURCES += \
	include/kansli/plan.h \
	src/plan/ascent.c src/plan/ascent.h \
	src/plan/ask.c \
	src/plan/bound.c \
	src/plan/branch.c src/plan/branch.h \
	src/plan/chain.c src/plan/chain.h \
	src/plan/constraint.c src/plan/constraint.h \
	src/plan/cover.c src/plan/cover.h \
	src/plan/dual.c src/plan/dual.h \
	src/plan/explain.c src/plan/explain.h \
	src/plan/feed.c src/plan/feed.h \
	src/plan/instance.c src/plan/instance.h \
	src/plan/instance_write.c \
	src/plan/judge.c \
	src/plan/load.c src/plan/load.h \
	src/plan/loosen.c \
	src/plan/mend.c src/plan/mend.h \
	src/plan/model.c src/plan/model.h \
	src/plan/move.c src/plan/move.h \
	src/plan/part.c src/plan/part.h \
	src/plan/path.c src/plan/path.h \
	src/plan/pattern.c src/plan/pattern.h \
	src/plan/rows.c src/plan/rows.h \
	src/plan/fit.c src/plan/fit.h \
	src/plan/sat.c src/plan/sat.h \
	src/plan/say.c \
	src/plan/search.c \
	src/plan/solve.c src/plan/solve.h \
	src/plan/state.c src/plan/state.h \
	src/plan/year.h \
	src/plan/year_read.h

check_PROGRAMS += test_plan_path test_plan_instance
test_plan_path_SOURCES = tests/unit/test_plan_path.c
test_plan_path_CPPFLAGS = $(TEST_CPPFLAGS)
test_plan_path_LDADD = $(TEST_LIBS)
test_plan_instance_SOURCES = tests/unit/test_plan_instance.c
test_plan_instance_CPPFLAGS = $(TEST_CPPFLAGS)
test_plan_instance_LDADD = $(TEST_LIBS)
TESTS += test_plan_path test_plan_instance

## Small random years, against everything tried.
PLAN_SMALL = tests/unit/plan_small.c tests/unit/plan_small.h
check_PROGRAMS += test_plan_small test_plan_proof
test_plan_proof_SOURCES = tests/unit/test_plan_proof.c $(PLAN_SMALL)
test_plan_proof_CPPFLAGS = $(TEST_CPPFLAGS)
test_plan_proof_LDADD = $(TEST_LIBS)
test_plan_small_SOURCES = tests/unit/test_plan_small.c $(PLAN_SMALL)
test_plan_small_CPPFLAGS = $(TEST_CPPFLAGS)
test_plan_small_LDADD = $(TEST_LIBS)
TESTS += test_plan_small test_plan_proof

check_PROGRAMS += test_plan_bound
test_plan_bound_SOURCES = tests/unit/test_plan_bound.c $(PLAN_SMALL)
test_plan_bound_CPPFLAGS = $(TEST_CPPFLAGS)
test_plan_bound_LDADD = $(TEST_LIBS)
TESTS += test_plan_bound

## Years of real size that cannot be planned.
check_PROGRAMS += test_plan_conflict
test_plan_conflict_SOURCES = tests/unit/test_plan_conflict.c \
	tests/unit/plan_vary.c tests/unit/plan_vary.h
test_plan_conflict_CPPFLAGS = $(TEST_CPPFLAGS)
test_plan_conflict_LDADD = $(TEST_LIBS)
TESTS += test_plan_conflict

EXTRA_DIST += \
	tests/data/plan/i6.txt \
	tests/data/plan/i20.txt.gz \
	tests/data/plan/i60.txt.gz \
	tests/data/plan/i200.txt.gz

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
check_PROGRAMS += test_plan_search
test_plan_search_SOURCES = tests/unit/test_plan_search.c
test_plan_search_CPPFLAGS = $(TEST_CPPFLAGS)
test_plan_search_LDADD = $(TEST_LIBS)
TESTS += test_plan_search
