# SPDX-License-Identifier: EUPL-1.2
# Model, solve, explain: the year planner.
libkansli_a_SOURCES += \
	src/plan/ascent.c src/plan/ascent.h \
	src/plan/bound.c \
	src/plan/branch.c src/plan/branch.h \
	src/plan/chain.c src/plan/chain.h \
	src/plan/dual.c src/plan/dual.h \
	src/plan/explain.h \
	src/plan/instance.c src/plan/instance.h \
	src/plan/judge.c \
	src/plan/model.c src/plan/model.h \
	src/plan/path.c src/plan/path.h \
	src/plan/rows.c src/plan/rows.h \
	src/plan/solve.h \
	src/plan/year.h

check_PROGRAMS += test_plan_path test_plan_instance
test_plan_path_SOURCES = tests/unit/test_plan_path.c
test_plan_path_CPPFLAGS = $(TEST_CPPFLAGS)
test_plan_path_LDADD = $(TEST_LIBS)
test_plan_instance_SOURCES = tests/unit/test_plan_instance.c
test_plan_instance_CPPFLAGS = $(TEST_CPPFLAGS)
test_plan_instance_LDADD = $(TEST_LIBS)
TESTS += test_plan_path test_plan_instance

EXTRA_DIST += \
	tests/data/plan/i6.txt \
	tests/data/plan/i20.txt.gz \
	tests/data/plan/i60.txt.gz \
	tests/data/plan/i200.txt.gz
