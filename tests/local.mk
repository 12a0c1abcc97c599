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
	tests/cli/t0070-numbering.sh

TESTS += $(LINT_TESTS) $(CLI_TESTS) tests/faults.sh

## What command tests need beside the shell.
check_PROGRAMS += tests/cli/tool
tests_cli_tool_SOURCES = tests/cli/tool.c
tests_cli_tool_LDADD = $(DEPS_LIBS)

EXTRA_DIST += \
	$(LINT_TESTS) \
	$(CLI_TESTS) \
	tests/bench/bench.sh \
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
