/* SPDX-License-Identifier: EUPL-1.2
 *
 * Between the program that asks for a check (check_run.c) and the one that
 * makes it (checker.c): the file on the checker's standard input, the standards
 * as its one argument, and this on its standard output.  Neither side believes
 * the other: what comes back is looked through before it is used.
 */
#ifndef PDF_CHECK_ANSWER_H
#define PDF_CHECK_ANSWER_H

#include "pdf/check.h"

#define CHECK_FILE_MAX ((size_t)256 << 20) /* bytes of a file */

/* What comes first; then ${n} findings. */
struct check_answer {
	bool read;	/* the file could be read */
	char why[200];	/* if not: a message key */
	unsigned total; /* broken places */
	unsigned counts[CHECK_NRULES];
	size_t n;
};

#endif
