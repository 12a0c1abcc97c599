## cli: the program kansli, over the public headers alone
bin_PROGRAMS += kansli
kansli_SOURCES = \
	src/cli/after.c \
	src/cli/cli.h \
	src/cli/document.c \
	src/cli/enter.c \
	src/cli/groups.c src/cli/groups.h \
	src/cli/heap.c \
	src/cli/help.c \
	src/cli/instance.c \
	src/cli/main.c \
	src/cli/meeting.c \
	src/cli/minutes.c \
	src/cli/pdf.c \
	src/cli/plan.c \
	src/cli/plan_print.c src/cli/plan_print.h \
	src/cli/print.c \
	src/cli/register.c \
	src/cli/rule.c \
	src/cli/sitting.c \
	src/cli/template.c \
	src/cli/text.c \
	src/cli/when.c
kansli_LDADD = $(KANSLI_LIBS)
## Each library that is loaded is time that every command takes.
kansli_LDFLAGS = -Wl,--no-as-needed $(FIRST_LIBS) -Wl,--as-needed
