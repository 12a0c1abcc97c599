/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fuzzing the check of PDF files, without the process that guards it: it must
 * never crash, leak or loop.
 */
#include "config.h"

#include "base/xml.h"
#include "fuzz.h"
#include "pdf/check.h"

int
fuzz_pdf(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new((size_t)256 << 20);
	struct check *c = NULL;
	struct kl_error err;

	xml_start();
	if (a != NULL)
		check_bytes(data, n, KL_PDF_UA | KL_PDF_A, a, &c, &err);
	arena_free(a);
	return 0;
}
