## tests: what is not about one room: the house's own rules, and commands.
## A test is a program or a script that exits 0, 77 (skipped: the last line of
## its output says why) or something else.  Unit tests stand with their rooms.
LINT_TESTS = \
	tests/layers.sh \
	tests/length.sh \
	tests/man.sh \
	tests/po.sh \
	tests/spdx.sh \
	tests/templates.sh \
	tests/words.sh

CLI_TESTS = \
	tests/cli/t0001-when.sh \
	tests/cli/t0002-usage.sh \
	tests/cli/t0010-register.sh \
	tests/cli/t0020-cycle.sh \
	tests/cli/t0030-rights.sh \
	tests/cli/t0040-tamper.sh \
	tests/cli/t0050-secret.sh \
	tests/cli/t0055-facts.sh \
	tests/cli/t0060-json.sh \
	tests/cli/t0070-numbering.sh \
	tests/cli/t0075-deadlines.sh \
	tests/cli/t0078-calendars.sh \
	tests/cli/t0080-pdf.sh \
	tests/cli/t0125-template.sh \
	tests/cli/t0130-planning.sh \
	tests/cli/t0140-after.sh \
	tests/cli/t0210-people.sh \
	tests/cli/t0701-plan.sh \
	tests/cli/t0702-plan-move.sh \
	tests/cli/t0703-plan-check.sh \
	tests/cli/t0704-plan-adopt.sh \
	tests/cli/t0710-instance.sh \
	tests/cli/t0720-enter.sh \
	tests/cli/t0800-preflight.sh \
	tests/cli/t0801-approve.sh \
	tests/cli/t0802-drafts.sh \
	tests/cli/t0810-meetings.sh

TESTS += $(LINT_TESTS) $(CLI_TESTS) tests/faults.sh

## What command tests need beside the shell.
check_PROGRAMS += tests/cli/tool
tests_cli_tool_SOURCES = tests/cli/tool.c
tests_cli_tool_LDADD = $(DEPS_LIBS)

EXTRA_DIST += \
	$(LINT_TESTS) \
	$(CLI_TESTS) \
	tests/bench/bench.sh \
	tests/bench/documents.sh \
	tests/bench/lib.sh \
	tests/bench/persistent.py \
	tests/bench/planner.sh \
	tests/cli/lib.sh \
	tests/data/inmatning.xml \
	tests/data/litet.xml \
	tests/data/meetings/miljo.xml \
	tests/data/meetings/plan-2011.xml \
	tests/faults.sh \
	tests/data/litet-protokoll.xml \
	tests/summary.sh

## How fast a table of a thousand rows is filled, for bench.sh.
EXTRA_PROGRAMS += tests/bench/fill
tests_bench_fill_SOURCES = tests/bench/fill.c
tests_bench_fill_LDADD = $(KANSLI_LIBS)
CLEANFILES += tests/bench/fill$(EXEEXT)

## How fast the sentences of 200 items are composed, for bench.sh.
EXTRA_PROGRAMS += tests/bench/compose
tests_bench_compose_SOURCES = tests/bench/compose.c
tests_bench_compose_CPPFLAGS = $(AM_CPPFLAGS) -DSRCDIR='"$(abs_srcdir)"'
tests_bench_compose_LDADD = $(KANSLI_LIBS)
CLEANFILES += tests/bench/compose$(EXEEXT)

## How fast it is; not part of the tests.
.PHONY: bench
bench: all tests/bench/compose$(EXEEXT) tests/bench/engine$(EXEEXT) \
	tests/bench/fill$(EXEEXT) \
	tests/bench/mps$(EXEEXT) tests/bench/vary$(EXEEXT) \
	@srcdir='$(abs_srcdir)' KANSLI='$(abs_builddir)/kansli' \
	    KANSLI_SHARE='$(abs_srcdir)' $(SHELL) $(srcdir)/tests/bench/bench.sh

## How fast a tree becomes a PDF; bench.sh runs it.
EXTRA_PROGRAMS += tests/bench/engine
tests_bench_engine_SOURCES = tests/bench/engine.c tests/unit/sample.h
tests_bench_engine_CPPFLAGS = $(AM_CPPFLAGS) -DSRCDIR='"$(abs_srcdir)"'
tests_bench_engine_LDADD = $(KANSLI_LIBS)
CLEANFILES += tests/bench/engine$(EXEEXT)

## Planner's instances that cannot be planned, and those that can as other
## solvers read them, for planner.sh.
EXTRA_PROGRAMS += tests/bench/mps tests/bench/vary
tests_bench_mps_SOURCES = tests/bench/mps.c
tests_bench_mps_LDADD = $(KANSLI_LIBS)
tests_bench_vary_SOURCES = tests/bench/vary.c tests/unit/plan_vary.c \
	tests/unit/plan_vary.h
tests_bench_vary_LDADD = $(KANSLI_LIBS)
CLEANFILES += tests/bench/mps$(EXEEXT) tests/bench/vary$(EXEEXT)

## Every document kind against its golden files (KANSLI_GOLDEN=write renews).
TESTS += tests/cli/t0110-golden.sh tests/cli/t0111-late-item.sh \
	tests/cli/t0112-kinds.sh \
	tests/cli/t0113-year.sh

## Documents that come back, and many at a time.
TESTS += \
	tests/cli/t0120-take.sh \
	tests/cli/t0121-all.sh \
	tests/cli/t0122-take-office.sh \
	tests/cli/t0123-text.sh
EXTRA_DIST += \
	tests/bench/year.sh \
	tests/cli/t0120-take.sh \
	tests/cli/t0121-all.sh \
	tests/cli/t0122-take-office.sh \
	tests/cli/t0123-text.sh

EXTRA_DIST += \
	tests/cli/t0110-golden.sh \
	tests/cli/t0111-late-item.sh \
	tests/cli/t0112-kinds.sh \
	tests/cli/t0113-year.sh \
	tests/data/golden-meeting.xml \
	tests/golden/documents/acknowledgement.lines \
	tests/golden/documents/acknowledgement.txt \
	tests/golden/documents/acknowledgement.xml \
	tests/golden/documents/action-list.lines \
	tests/golden/documents/action-list.txt \
	tests/golden/documents/action-list.xml \
	tests/golden/documents/address-labels.lines \
	tests/golden/documents/address-labels.txt \
	tests/golden/documents/address-labels.xml \
	tests/golden/documents/attendance-list.lines \
	tests/golden/documents/attendance-list.txt \
	tests/golden/documents/attendance-list.xml \
	tests/golden/documents/cancelled-meeting.lines \
	tests/golden/documents/cancelled-meeting.txt \
	tests/golden/documents/cancelled-meeting.xml \
	tests/golden/documents/wall-planner.lines \
	tests/golden/documents/wall-planner.txt \
	tests/golden/documents/wall-planner.xml \
	tests/golden/documents/month-table.lines \
	tests/golden/documents/month-table.txt \
	tests/golden/documents/month-table.xml \
	tests/golden/documents/flow-chart.lines \
	tests/golden/documents/flow-chart.txt \
	tests/golden/documents/flow-chart.xml \
	tests/golden/documents/workload.lines \
	tests/golden/documents/workload.txt \
	tests/golden/documents/workload.xml \
	tests/golden/documents/stand-ins.lines \
	tests/golden/documents/stand-ins.txt \
	tests/golden/documents/stand-ins.xml \
	tests/golden/documents/checklist.lines \
	tests/golden/documents/checklist.txt \
	tests/golden/documents/checklist.xml \
	tests/golden/documents/certificate-of-posting.lines \
	tests/golden/documents/certificate-of-posting.txt \
	tests/golden/documents/certificate-of-posting.xml \
	tests/golden/documents/correction.lines \
	tests/golden/documents/correction.txt \
	tests/golden/documents/correction.xml \
	tests/golden/documents/cover-letter.lines \
	tests/golden/documents/cover-letter.txt \
	tests/golden/documents/cover-letter.xml \
	tests/golden/documents/delegation-list.lines \
	tests/golden/documents/delegation-list.txt \
	tests/golden/documents/delegation-list.xml \
	tests/golden/documents/dispatch-list.lines \
	tests/golden/documents/dispatch-list.txt \
	tests/golden/documents/dispatch-list.xml \
	tests/golden/documents/dissent.lines \
	tests/golden/documents/dissent.txt \
	tests/golden/documents/dissent.xml \
	tests/golden/documents/extract.lines \
	tests/golden/documents/extract.txt \
	tests/golden/documents/extract.xml \
	tests/golden/documents/immediate-minutes.lines \
	tests/golden/documents/immediate-minutes.txt \
	tests/golden/documents/immediate-minutes.xml \
	tests/golden/documents/legal-force.lines \
	tests/golden/documents/legal-force.txt \
	tests/golden/documents/legal-force.xml \
	tests/golden/documents/meeting-dates.lines \
	tests/golden/documents/meeting-dates.txt \
	tests/golden/documents/meeting-dates.xml \
	tests/golden/documents/minutes.lines \
	tests/golden/documents/minutes.txt \
	tests/golden/documents/minutes.xml \
	tests/golden/documents/notice.lines \
	tests/golden/documents/notice.txt \
	tests/golden/documents/notice.xml \
	tests/golden/documents/provisional-minutes.lines \
	tests/golden/documents/provisional-minutes.txt \
	tests/golden/documents/provisional-minutes.xml \
	tests/golden/documents/published-minutes.lines \
	tests/golden/documents/published-minutes.txt \
	tests/golden/documents/published-minutes.xml \
	tests/golden/documents/simplified-service.lines \
	tests/golden/documents/simplified-service.txt \
	tests/golden/documents/simplified-service.xml \
	tests/golden/documents/summons.lines \
	tests/golden/documents/summons.txt \
	tests/golden/documents/summons.xml \
	tests/golden/documents/supplementary-agenda.lines \
	tests/golden/documents/supplementary-agenda.txt \
	tests/golden/documents/supplementary-agenda.xml \
	tests/golden/documents/voting-list.lines \
	tests/golden/documents/voting-list.txt \
	tests/golden/documents/voting-list.xml \
	tests/golden/documents/welcome-letter.lines \
	tests/golden/documents/welcome-letter.txt \
	tests/golden/documents/welcome-letter.xml
