## proceedings: lines typed during a meeting
libkansli_a_SOURCES += \
	src/proceedings/enter.c \
	src/proceedings/enter_conflict.c \
	src/proceedings/enter_copy.c \
	src/proceedings/enter_decide.c \
	src/proceedings/enter_inner.h \
	src/proceedings/enter_item.c \
	src/proceedings/enter_opinion.c \
	src/proceedings/enter_people.c \
	src/proceedings/enter_propose.c \
	src/proceedings/enter_room.c \
	src/proceedings/enter_say.c \
	src/proceedings/enter_seats.c \
	src/proceedings/enter_vote.c \
	src/proceedings/grammar.c src/proceedings/grammar.h

check_PROGRAMS += test_meetings
test_meetings_SOURCES = tests/unit/test_meetings.c
test_meetings_CPPFLAGS = $(TEST_CPPFLAGS)
test_meetings_LDADD = $(TEST_LIBS)
TESTS += test_meetings
