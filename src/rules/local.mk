## rules: deadlines and quorum, with their derivations
libkansli_a_SOURCES += \
	include/kansli/when.h \
	src/rules/after.h \
	src/rules/answer.c src/rules/answer.h \
	src/rules/cycle.c src/rules/cycle.h \
	src/rules/days.c src/rules/days.h \
	src/rules/deadline.c src/rules/deadline.h \
	src/rules/derive.c src/rules/derive.h \
	src/rules/entry.h \
	src/rules/preflight.h \
	src/rules/rule.c src/rules/rule.h \
	src/rules/sitting.h \
	src/rules/voting.h \
	src/rules/when.c

check_PROGRAMS += test_rules
test_rules_SOURCES = tests/unit/test_rules.c
test_rules_CPPFLAGS = $(TEST_CPPFLAGS)
test_rules_LDADD = $(TEST_LIBS)
TESTS += test_rules

EXTRA_DIST += \
	doc/LAW.md \
	tests/golden/rules/cycle.txt \
	tests/golden/rules/deadlines.txt
