## tests/fidelity: the same document here and in LibreOffice, where it is
## installed.
check_PROGRAMS += tests/fidelity/fidelity
tests_fidelity_fidelity_SOURCES = tests/fidelity/fidelity.c
tests_fidelity_fidelity_LDADD = $(KANSLI_LIBS)
TESTS += tests/fidelity/fidelity.sh
EXTRA_DIST += tests/fidelity/fidelity.sh

## The renderings that were compared.
clean-local:
	rm -rf fidelity
.PHONY: clean-local
