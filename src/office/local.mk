## office: the use cases
libkansli_a_SOURCES += \
	include/kansli/after.h \
	include/kansli/enter.h \
	include/kansli/meeting.h \
	include/kansli/minutes.h \
	include/kansli/office.h \
	include/kansli/rule.h \
	include/kansli/sitting.h \
	include/kansli/template.h \
	include/kansli/text.h \
	include/kansli/year.h \
	src/office/absence.c \
	src/office/accept.c src/office/adjust.h \
	src/office/agenda.c \
	src/office/appeals.c \
	src/office/approve.c \
	src/office/attended.c \
	src/office/batch.c src/office/board.c src/office/cancel.c \
	src/office/checklist.c \
	src/office/commissions.c \
	src/office/correct.c \
	src/office/cycle.c \
	src/office/documents.c \
	src/office/drafts.c \
	src/office/enter.c \
	src/office/export.c \
	src/office/follow.c src/office/follow.h \
	src/office/forces.c \
	src/office/import.c src/office/import.h \
	src/office/import_check.c \
	src/office/import_meetings.c \
	src/office/import_plans.c \
	src/office/kinds.c src/office/kinds.h \
	src/office/made_with.c \
	src/office/make.c \
	src/office/matters.c \
	src/office/minutes.c src/office/minutes_pdf.c \
	src/office/needs.c \
	src/office/notices.c \
	src/office/office.c src/office/office_private.h \
	src/office/phrases.c src/office/phrases.h \
	src/office/piece.c src/office/piece.h \
	src/office/plan.c src/office/plan.h \
	src/office/plan_adopt.c \
	src/office/plan_change.c \
	src/office/plan_check.c \
	src/office/plan_export.c \
	src/office/plan_new.c \
	src/office/plan_show.c \
	src/office/plan_solve.c src/office/plan_solve.h \
	src/office/preflight.c \
	src/office/publish.c \
	src/office/records.c \
	src/office/regulations.c src/office/served.c \
	src/office/request.c src/office/request.h \
	src/office/shelf.c src/office/shelf.h \
	src/office/show.c src/office/sitting.c \
	src/office/text.c \
	src/office/take.c \
	src/office/template_check.c \
	src/office/template_compare.c \
	src/office/template_data.c \
	src/office/template_show.c \
	src/office/templates.c src/office/templates.h \
	src/office/wheel.c src/office/words.c src/office/words.h \
	src/office/who.c src/office/who.h \
	src/office/year.c src/office/year_parts.c src/office/year_parts.h

check_PROGRAMS += test_office
test_office_SOURCES = tests/unit/test_office.c
test_office_CPPFLAGS = $(TEST_CPPFLAGS)
test_office_LDADD = $(TEST_LIBS)
TESTS += test_office

check_PROGRAMS += test_template_data
test_template_data_SOURCES = tests/unit/test_template_data.c
test_template_data_CPPFLAGS = $(TEST_CPPFLAGS)
test_template_data_LDADD = $(TEST_LIBS)
TESTS += test_template_data
