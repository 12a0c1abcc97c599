## tests: what is not about one room: the house's own rules, and commands.
## A test is a program or a script that exits 0, 77 (skipped: the last line of
## its output says why) or something else.  Unit tests stand with their rooms.
LINT_TESTS = \
	tests/layers.sh \
	tests/length.sh \
	tests/man.sh \
	tests/po.sh \
	tests/spdx.sh \
	tests/words.sh

CLI_TESTS = \
	tests/cli/t0001-when.sh \
	tests/cli/t0002-usage.sh \
	tests/cli/t0010-register.sh \
	tests/cli/t0020-cycle.sh \
	tests/cli/t0030-rights.sh \
	tests/cli/t0040-tamper.sh \
	tests/cli/t0050-secret.sh \
	tests/cli/t0060-json.sh \
	tests/cli/t0070-numbering.sh \
	tests/cli/t0075-deadlines.sh

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
	tests/cli/lib.sh \
	tests/data/litet.xml \
	tests/faults.sh \
	tests/data/litet-protokoll.xml \
	tests/summary.sh

## How fast it is; not part of the tests.
.PHONY: bench
bench: all
	@srcdir='$(abs_srcdir)' KANSLI='$(abs_builddir)/kansli' \
	    KANSLI_SHARE='$(abs_srcdir)' $(SHELL) $(srcdir)/tests/bench/bench.sh

## Every document kind against its golden files (KANSLI_GOLDEN=write renews).
TESTS += tests/cli/t0110-golden.sh tests/cli/t0111-late-item.sh
EXTRA_DIST += \
	tests/cli/t0110-golden.sh \
	tests/cli/t0111-late-item.sh \
	tests/data/golden-meeting.xml \
	tests/golden/documents/acknowledgement.txt \
	tests/golden/documents/acknowledgement.xml \
	tests/golden/documents/attendance-list.txt \
	tests/golden/documents/attendance-list.xml \
	tests/golden/documents/certificate-of-posting.txt \
	tests/golden/documents/certificate-of-posting.xml \
	tests/golden/documents/dispatch-list.txt \
	tests/golden/documents/dispatch-list.xml \
	tests/golden/documents/extract.txt \
	tests/golden/documents/extract.xml \
	tests/golden/documents/immediate-minutes.txt \
	tests/golden/documents/immediate-minutes.xml \
	tests/golden/documents/minutes.txt \
	tests/golden/documents/minutes.xml \
	tests/golden/documents/notice.txt \
	tests/golden/documents/notice.xml \
	tests/golden/documents/provisional-minutes.txt \
	tests/golden/documents/provisional-minutes.xml \
	tests/golden/documents/summons.txt \
	tests/golden/documents/summons.xml \
	tests/golden/documents/supplementary-agenda.txt \
	tests/golden/documents/supplementary-agenda.xml \
	tests/golden/documents/welcome-letter.txt \
	tests/golden/documents/welcome-letter.xml
