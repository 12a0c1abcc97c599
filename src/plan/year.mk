# SPDX-License-Identifier: EUPL-1.2
# The year planner's reading of the register: facts and calendars to a model,
# reasons, plans made by hand.
libkansli_a_SOURCES += \
	src/plan/year.c \
	src/plan/year_band.c \
	src/plan/year_check.c \
	src/plan/year_conflict.c \
	src/plan/year_couple.c \
	src/plan/year_days.c \
	src/plan/year_domain.c \
	src/plan/year_inner.h \
	src/plan/year_kept.c \
	src/plan/year_model.c \
	src/plan/year_party.c \
	src/plan/year_plan.c \
	src/plan/year_read.c \
	src/plan/year_read_csv.c \
	src/plan/year_reader.h \
	src/plan/year_rooms.c \
	src/plan/year_text.c \
	src/plan/year_why.c

dist_man_MANS += doc/man/kansli-plan.5

check_PROGRAMS += test_year
test_year_SOURCES = tests/unit/test_year.c
test_year_CPPFLAGS = $(TEST_CPPFLAGS)
test_year_LDADD = $(TEST_LIBS)
TESTS += test_year
EXTRA_DIST += \
	tests/data/skovde-2023.csv \
	tests/golden/plan/check.txt \
	tests/golden/plan/conflict.txt \
	tests/golden/plan/skovde-2023.txt \
	tests/golden/plan/why.txt
