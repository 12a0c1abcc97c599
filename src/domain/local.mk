## domain: plain facts, their words and the table of state changes
libkansli_a_SOURCES += \
	src/domain/add.c src/domain/add.h \
	src/domain/bundle.c src/domain/bundle.h \
	src/domain/matter.h \
	src/domain/meeting.h \
	src/domain/people.h src/domain/planning.h \
	src/domain/ranges.c src/domain/ranges.h \
	src/domain/state.c src/domain/state.h \
	src/domain/words.c src/domain/words.h

check_PROGRAMS += test_domain
test_domain_SOURCES = tests/unit/test_domain.c
test_domain_CPPFLAGS = $(TEST_CPPFLAGS)
test_domain_LDADD = $(TEST_LIBS)
TESTS += test_domain
