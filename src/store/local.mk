## store: the register.  The SQL files are embedded in the program by an awk
## script; the generated files belong to the build folder.
STORE_SQL = \
	src/store/0001.sql src/store/0002.sql src/store/0003.sql \
	src/store/0004.sql \
	src/store/people.sql src/store/matters.sql src/store/meetings.sql \
	src/store/sittings.sql src/store/paragraphs.sql src/store/after.sql \
	src/store/drafts.sql src/store/planning.sql src/store/plans.sql \
	src/store/log.sql src/store/queries.sql src/store/templates.sql
EXTRA_DIST += $(STORE_SQL) src/store/embed.awk

src/store/sql.h: $(STORE_SQL) src/store/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/store && cd $(srcdir) && \
	$(AWK) -v what=h -f src/store/embed.awk $(STORE_SQL) \
	    >$(abs_builddir)/$@.new && mv $(abs_builddir)/$@.new $(abs_builddir)/$@
src/store/sql.c: $(STORE_SQL) src/store/embed.awk
	$(AM_V_GEN)$(MKDIR_P) src/store && cd $(srcdir) && \
	$(AWK) -v what=c -f src/store/embed.awk $(STORE_SQL) \
	    >$(abs_builddir)/$@.new && mv $(abs_builddir)/$@.new $(abs_builddir)/$@
BUILT_SOURCES += src/store/sql.h
CLEANFILES += src/store/sql.h src/store/sql.c

libkansli_a_SOURCES += \
	src/store/blob.c \
	src/store/bundle.c \
	src/store/check.c src/store/check.h \
	src/store/check_file.c \
	src/store/drafts.c \
	src/store/fact.c src/store/fact.h \
	src/store/fields_meeting.c \
	src/store/find.c \
	src/store/inner.h \
	src/store/kinds.c \
	src/store/load.c src/store/load.h \
	src/store/load_after.c \
	src/store/load_meeting.c \
	src/store/load_paragraph.c \
	src/store/log.c src/store/log.h \
	src/store/move.c \
	src/store/open.c \
	src/store/planning.c \
	src/store/plans.c \
	src/store/query.c \
	src/store/row.c src/store/row.h \
	src/store/run.c src/store/run.h \
	src/store/save_after.c \
	src/store/save_matter.c \
	src/store/save_meeting.c \
	src/store/save_paragraph.c \
	src/store/save_people.c \
	src/store/steps.c \
	src/store/store.h \
	src/store/templates.c \
	src/store/user.c
nodist_libkansli_a_SOURCES += src/store/sql.c src/store/sql.h

STORE_SAMPLE = tests/unit/store_sample.c tests/unit/store_sample.h
EXTRA_DIST += tests/data/store/version-2.sql tests/data/store/version-3.sql
check_PROGRAMS += test_store test_store_check test_store_memory \
	test_store_open test_store_plan
test_store_SOURCES = tests/unit/test_store.c $(STORE_SAMPLE) \
	tests/unit/store_same.c tests/unit/store_same.h
test_store_CPPFLAGS = $(TEST_CPPFLAGS)
test_store_LDADD = $(TEST_LIBS)
test_store_check_SOURCES = tests/unit/test_store_check.c $(STORE_SAMPLE)
test_store_check_CPPFLAGS = $(TEST_CPPFLAGS)
test_store_check_LDADD = $(TEST_LIBS)
test_store_memory_SOURCES = tests/unit/test_store_memory.c $(STORE_SAMPLE)
test_store_memory_CPPFLAGS = $(TEST_CPPFLAGS)
test_store_memory_LDADD = $(TEST_LIBS)
test_store_open_SOURCES = tests/unit/test_store_open.c $(STORE_SAMPLE)
test_store_open_CPPFLAGS = $(TEST_CPPFLAGS)
test_store_open_LDADD = $(TEST_LIBS)
test_store_plan_SOURCES = tests/unit/test_store_plan.c $(STORE_SAMPLE) \
	tests/unit/store_same.c tests/unit/store_same.h
test_store_plan_CPPFLAGS = $(TEST_CPPFLAGS)
test_store_plan_LDADD = $(TEST_LIBS)
TESTS += test_store test_store_check test_store_memory test_store_open \
	test_store_plan
