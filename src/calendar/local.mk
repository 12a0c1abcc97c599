## calendar: holidays, working days, weeks, cycles, iCalendar
libkansli_a_SOURCES += \
	src/calendar/cycle.c src/calendar/cycle.h \
	src/calendar/cycle_load.c \
	src/calendar/days_off.c src/calendar/days_off.h \
	src/calendar/cycle_read.c src/calendar/cycle_read.h \
	src/calendar/holiday.c src/calendar/holiday.h \
	src/calendar/ical.c src/calendar/ical.h \
	src/calendar/ical_event.c src/calendar/ical_event.h \
	src/calendar/ical_lines.c src/calendar/ical_lines.h \
	src/calendar/ical_read.c src/calendar/ical_read.h \
	src/calendar/ical_time.c src/calendar/ical_time.h \
	src/calendar/outlook.c src/calendar/outlook.h \
	src/calendar/week.c src/calendar/week.h \
	src/calendar/wheel.c src/calendar/wheel.h \
	src/calendar/wheel_load.c \
	src/calendar/workday.c src/calendar/workday.h

check_PROGRAMS += test_calendar
test_calendar_SOURCES = tests/unit/test_calendar.c
test_calendar_CPPFLAGS = $(TEST_CPPFLAGS)
test_calendar_LDADD = $(TEST_LIBS)
TESTS += test_calendar

check_PROGRAMS += test_ical
test_ical_SOURCES = tests/unit/test_ical.c
test_ical_CPPFLAGS = $(TEST_CPPFLAGS)
test_ical_LDADD = $(TEST_LIBS)
TESTS += test_ical

check_PROGRAMS += test_wheel
test_wheel_SOURCES = tests/unit/test_wheel.c
test_wheel_CPPFLAGS = $(TEST_CPPFLAGS)
test_wheel_LDADD = $(TEST_LIBS)
TESTS += test_wheel

check_PROGRAMS += test_days_off
test_days_off_SOURCES = tests/unit/test_days_off.c
test_days_off_CPPFLAGS = $(TEST_CPPFLAGS)
test_days_off_LDADD = $(TEST_LIBS)
TESTS += test_days_off

EXTRA_DIST += \
	tests/data/holidays-se.csv \
	tests/data/tibro-2023.csv \
	tests/golden/calendar/events.ics

dist_man_MANS += doc/man/kansli-calendars.5
