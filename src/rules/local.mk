## rules: deadlines and quorum, with their derivations
libkansli_a_SOURCES += \
	include/kansli/when.h \
	src/rules/adjusting.c src/rules/adjusting.h \
	src/rules/after.c src/rules/after.h \
	src/rules/answer.c src/rules/answer.h \
	src/rules/conflict.c src/rules/conflict.h \
	src/rules/cycle.c src/rules/cycle.h \
	src/rules/days.c src/rules/days.h \
	src/rules/deadline.c src/rules/deadline.h \
	src/rules/derive.c src/rules/derive.h \
	src/rules/division.c src/rules/division.h \
	src/rules/division_check.c \
	src/rules/entry.c src/rules/entry.h \
	src/rules/entry_check.c \
	src/rules/entry_facts.c src/rules/entry_facts.h \
	src/rules/force.c \
	src/rules/forecast.c src/rules/forecast.h \
	src/rules/house.c src/rules/house.h \
	src/rules/preflight.c src/rules/preflight.h \
	src/rules/preflight_adjusters.c \
	src/rules/preflight_decision.c \
	src/rules/preflight_minutes.c \
	src/rules/preflight_order.c \
	src/rules/preflight_private.h \
	src/rules/preflight_sitting.c \
	src/rules/preflight_text.c \
	src/rules/preflight_vote.c \
	src/rules/quorum.c \
	src/rules/rule.c src/rules/rule.h \
	src/rules/scan.c src/rules/scan.h \
	src/rules/settle.c \
	src/rules/sitting.c src/rules/sitting.h \
	src/rules/statute.c src/rules/statute.h \
	src/rules/voting.c src/rules/voting.h \
	src/rules/when.c

check_PROGRAMS += test_preflight
test_preflight_SOURCES = tests/unit/test_preflight.c \
	tests/unit/record_help.c tests/unit/record_help.h
test_preflight_CPPFLAGS = $(TEST_CPPFLAGS)
test_preflight_LDADD = $(TEST_LIBS)
TESTS += test_preflight

check_PROGRAMS += test_after
test_after_SOURCES = tests/unit/test_after.c
test_after_CPPFLAGS = $(TEST_CPPFLAGS)
test_after_LDADD = $(TEST_LIBS)
TESTS += test_after

check_PROGRAMS += test_rules test_sitting test_entry
test_rules_SOURCES = tests/unit/test_rules.c
test_rules_CPPFLAGS = $(TEST_CPPFLAGS)
test_rules_LDADD = $(TEST_LIBS)
test_sitting_SOURCES = tests/unit/test_sitting.c tests/unit/sitting_help.h \
	tests/unit/sitting_help.c
test_sitting_CPPFLAGS = $(TEST_CPPFLAGS)
test_sitting_LDADD = $(TEST_LIBS)
test_entry_SOURCES = tests/unit/test_entry.c tests/unit/sitting_help.h \
	tests/unit/sitting_help.c
test_entry_CPPFLAGS = $(TEST_CPPFLAGS)
test_entry_LDADD = $(TEST_LIBS)
TESTS += test_rules test_sitting test_entry

check_PROGRAMS += test_voting
test_voting_SOURCES = tests/unit/test_voting.c
test_voting_CPPFLAGS = $(TEST_CPPFLAGS)
test_voting_LDADD = $(TEST_LIBS)
TESTS += test_voting

EXTRA_DIST += \
	doc/LAW.md \
	tests/data/efter.xml \
	tests/data/inkallelse-mellerud.xml \
	tests/data/inkallelse-tyreso.xml \
	tests/data/preflight.xml \
	tests/golden/rules/cycle.txt \
	tests/golden/rules/deadlines.txt
