## proceedings: what happened at a meeting: lines typed, sentences composed
libkansli_a_SOURCES += \
	src/proceedings/compose.h \
	src/proceedings/enter.c src/proceedings/enter.h \
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
	src/proceedings/grammar.c src/proceedings/grammar.h \
	src/proceedings/phrases.h
