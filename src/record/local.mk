## record: facts to XML and back: the exchange format and the record
libkansli_a_SOURCES += \
	src/record/approvals.c \
	src/record/build.c src/record/build.h \
	src/record/build_absence.c \
	src/record/build_after.c \
	src/record/build_agenda.c \
	src/record/build_approval.c \
	src/record/build_attendance.c \
	src/record/build_days.c \
	src/record/build_flow.c \
	src/record/build_fate.c \
	src/record/build_follow.c \
	src/record/build_minutes.c \
	src/record/build_people.c \
	src/record/build_sitting.c \
	src/record/build_texts.c \
	src/record/build_voting.c \
	src/record/build_year.c \
	src/record/exchange.h \
	src/record/freeze.c \
	src/record/make.c src/record/make.h \
	src/record/minutes.c \
	src/record/names.c \
	src/record/read.c \
	src/record/read_after.c \
	src/record/read_csv.c \
	src/record/read_matters.c \
	src/record/read_meetings.c \
	src/record/read_paragraph.c \
	src/record/read_people.c \
	src/record/plans.c \
	src/record/read_planning.c \
	src/record/read_sitting.c \
	src/record/read_voting.c \
	src/record/record.h \
	src/record/shape.c src/record/shape.h \
	src/record/values.c src/record/values.h \
	src/record/variant_attendance.c \
	src/record/variants.c \
	src/record/write.c \
	src/record/write_after.c \
	src/record/write_meetings.c \
	src/record/write_planning.c \
	src/record/write_sitting.c

nobase_dist_pkgdata_DATA += \
	templates/schema/exchange.rng \
	templates/schema/record.rng

dist_man_MANS += doc/man/kansli-exchange.5

check_PROGRAMS += test_exchange test_record
test_exchange_SOURCES = tests/unit/test_exchange.c \
	tests/unit/record_help.c tests/unit/record_help.h
test_exchange_CPPFLAGS = $(TEST_CPPFLAGS)
test_exchange_LDADD = $(TEST_LIBS)
test_record_SOURCES = tests/unit/test_record.c \
	tests/unit/record_help.c tests/unit/record_help.h
test_record_CPPFLAGS = $(TEST_CPPFLAGS)
test_record_LDADD = $(TEST_LIBS)
TESTS += test_exchange test_record
EXTRA_DIST += \
	tests/data/exchange-example.xml \
	tests/data/record.xml \
	tests/golden/record/exchange.xml \
	tests/golden/record/kallelse.xml \
	tests/golden/record/protokoll.xml \
	tests/golden/record/publicerad.xml \
	tests/golden/record/undertecknad.xml \
	tests/golden/record/utdrag-12.xml
