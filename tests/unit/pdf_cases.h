/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which change breaks which rule.
 */
#ifndef TESTS_PDF_CASES_H
#define TESTS_PDF_CASES_H

#include <stddef.h>

#include "pdf_edit.h"

struct pdf_case {
	const char *breaks; /* the rules, ", " between them; "": none */
	struct edit edits[EDITS_MAX];
};

/* Changes of the readable form of what our writer makes, of the small file
 * before and after qpdf wrote it. */
extern const struct pdf_case cases_of_ours[], cases_of_mini[], cases_of_bytes[];
extern const size_t ncases_of_ours, ncases_of_mini, ncases_of_bytes;

#endif
