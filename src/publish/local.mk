## publish: the public site, from public records
libkansli_a_SOURCES += \
	src/publish/colour.c src/publish/colour.h \
	src/publish/document_pages.c \
	src/publish/figure.c src/publish/figure.h \
	src/publish/figure_flow.c \
	src/publish/figure_load.c \
	src/publish/figure_parts.h \
	src/publish/list_pages.c \
	src/publish/meeting_page.c \
	src/publish/output.c src/publish/output.h \
	src/publish/page.c src/publish/page.h \
	src/publish/pen.c src/publish/pen.h \
	src/publish/publish.c src/publish/publish.h \
	src/publish/site.c src/publish/site.h \
	src/publish/site_people.c \
	src/publish/style.c src/publish/style.h

nobase_dist_pkgdata_DATA += \
	templates/web/accessibility.xsl \
	templates/web/appeal.xsl \
	templates/web/board.xsl \
	templates/web/calendar.xsl \
	templates/web/colours.xsl \
	templates/web/document.xsl \
	templates/web/feed.xsl \
	templates/web/lists.xsl \
	templates/web/meeting.xsl \
	templates/web/parts.xsl \
	templates/web/people.xsl \
	templates/web/site.xsl \
	templates/web/style.css

EXTRA_DIST += \
	tests/data/publish/held.xml \
	tests/data/publish/organisation.xml \
	tests/data/publish/posted.xml \
	tests/data/publish/summoned.xml

check_PROGRAMS += test_publish
test_publish_SOURCES = tests/unit/test_publish.c
test_publish_CPPFLAGS = $(TEST_CPPFLAGS)
test_publish_LDADD = $(TEST_LIBS)
TESTS += test_publish
