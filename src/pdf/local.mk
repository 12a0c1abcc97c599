## pdf: the libharu writer, tags and metadata
libkansli_a_SOURCES += \
	include/kansli/pdf.h \
	src/pdf/check.c src/pdf/check.h src/pdf/check_rules.h \
	src/pdf/check_action.c \
	src/pdf/check_answer.h \
	src/pdf/check_annot.c \
	src/pdf/check_catalog.c \
	src/pdf/check_colour.c \
	src/pdf/check_content.c \
	src/pdf/check_encoding.c \
	src/pdf/check_raw.c \
	src/pdf/check_font.c src/pdf/check_font.h \
	src/pdf/check_glyph.c \
	src/pdf/check_image.c \
	src/pdf/check_metadata.c \
	src/pdf/check_objects.c \
	src/pdf/check_program.c \
	src/pdf/check_run.c \
	src/pdf/check_schema.c \
	src/pdf/check_state.c \
	src/pdf/check_structure.c \
	src/pdf/check_table.c \
	src/pdf/check_tree.c \
	src/pdf/check_words.c \
	src/pdf/check_xmp.c src/pdf/check_xmp.h \
	src/pdf/cmap.c \
	src/pdf/font_file.h \
	src/pdf/glyph_names.c \
	src/pdf/lex.c \
	src/pdf/load.c \
	src/pdf/object.h \
	src/pdf/sfnt.c \
	src/pdf/type1.c \
	src/pdf/face.c \
	src/pdf/figure.c \
	src/pdf/haru.c src/pdf/haru.h \
	src/pdf/subset.c src/pdf/subset.h \
	src/pdf/meta.c \
	src/pdf/outline.c \
	src/pdf/pack.c src/pdf/pack.h \
	src/pdf/parts.h \
	src/pdf/pdf.h \
	src/pdf/picture.c \
	src/pdf/profile.c \
	src/pdf/put.c src/pdf/put.h \
	src/pdf/tag.c src/pdf/tag.h \
	src/pdf/write.c

## The checker of `kansli pdf check`, which alone needs libqpdf.
pkglibexec_PROGRAMS += kansli-pdf-check
kansli_pdf_check_SOURCES = src/pdf/checker.c
kansli_pdf_check_LDADD = $(KANSLI_LIBS)
kansli_pdf_check_LDFLAGS = -Wl,--as-needed

check_PROGRAMS += test_pdf
test_pdf_SOURCES = tests/unit/test_pdf.c tests/unit/sample.h
test_pdf_CPPFLAGS = $(TEST_CPPFLAGS)
test_pdf_LDADD = $(TEST_LIBS)
TESTS += test_pdf

check_PROGRAMS += test_pdfcheck
test_pdfcheck_SOURCES = tests/unit/test_pdfcheck.c \
	tests/unit/pdf_cases.c tests/unit/pdf_cases.h \
	tests/unit/pdf_edit.c tests/unit/pdf_edit.h \
	tests/unit/pdf_mini.h tests/unit/sample.h
test_pdfcheck_CPPFLAGS = $(TEST_CPPFLAGS)
test_pdfcheck_LDADD = $(TEST_LIBS)
TESTS += test_pdfcheck
