# SPDX-License-Identifier: EUPL-1.2
# Model, solve, explain: the year planner.
libkansli_a_SOURCES += \
	src/plan/constraint.c src/plan/constraint.h \
	src/plan/explain.c src/plan/explain.h \
	src/plan/loosen.c \
	src/plan/model.h \
	src/plan/path.h \
	src/plan/sat.c src/plan/sat.h \
	src/plan/say.c \
	src/plan/solve.h \
	src/plan/year.h
