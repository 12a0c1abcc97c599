## pdf: the libharu writer, tags and metadata
libkansli_a_SOURCES += \
	src/pdf/face.c \
	src/pdf/figure.c \
	src/pdf/haru.c src/pdf/haru.h \
	src/pdf/meta.c \
	src/pdf/outline.c \
	src/pdf/parts.h \
	src/pdf/pdf.h \
	src/pdf/picture.c \
	src/pdf/profile.c \
	src/pdf/put.c src/pdf/put.h \
	src/pdf/tag.c src/pdf/tag.h \
	src/pdf/write.c

check_PROGRAMS += test_pdf
test_pdf_SOURCES = tests/unit/test_pdf.c tests/unit/sample.h
test_pdf_CPPFLAGS = $(TEST_CPPFLAGS)
test_pdf_LDADD = $(TEST_LIBS)
TESTS += test_pdf
