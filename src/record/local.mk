## record: facts to XML and back: the exchange format and the record
libkansli_a_SOURCES += \
	src/record/exchange.h \
	src/record/make.c src/record/make.h \
	src/record/minutes.c \
	src/record/read.c \
	src/record/read_matters.c \
	src/record/read_meetings.c \
	src/record/read_paragraph.c \
	src/record/read_people.c \
	src/record/record.h \
	src/record/shape.c src/record/shape.h \
	src/record/values.c src/record/values.h \
	src/record/write.c \
	src/record/write_meetings.c

nobase_dist_pkgdata_DATA += \
	templates/schema/exchange.rng \
	templates/schema/record.rng
