## proceedings: what happened at a meeting: lines typed, sentences composed
libkansli_a_SOURCES += \
	src/proceedings/compose.h \
	src/proceedings/enter.h \
	src/proceedings/phrases.h
