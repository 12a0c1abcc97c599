## proceedings: what happened at a meeting: lines typed, sentences composed
libkansli_a_SOURCES += \
	src/proceedings/annex.c \
	src/proceedings/compose.c src/proceedings/compose.h \
	src/proceedings/compose_division.c \
	src/proceedings/compose_motion.c \
	src/proceedings/compose_people.c \
	src/proceedings/compose_voice.c \
	src/proceedings/composing.h \
	src/proceedings/enter.h \
	src/proceedings/phrase_table.c src/proceedings/phrase_table.h \
	src/proceedings/phrases.c src/proceedings/phrases.h

nobase_dist_pkgdata_DATA += \
	templates/phrases/protokoll.xml

check_PROGRAMS += test_compose
test_compose_SOURCES = tests/unit/test_compose.c
test_compose_CPPFLAGS = $(TEST_CPPFLAGS)
test_compose_LDADD = $(TEST_LIBS)
TESTS += test_compose

EXTRA_DIST += \
	tests/golden/proceedings/sentences.txt
