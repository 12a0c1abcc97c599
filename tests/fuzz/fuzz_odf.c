/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fuzzing what arrives as OpenDocument, zipped or flat: opening, reading as an
 * official report and as a document tree must never crash, leak or loop.
 */
#include "config.h"

#include "base/xml.h"
#include "fuzz.h"
#include "odf/odf.h"

int
fuzz_odf(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new((size_t)256 << 20);
	struct odf_report report = { 0 };
	struct document *doc = NULL;
	struct odf *odf = NULL;
	struct kl_error err;

	xml_start();
	if (odf_open(data, n, "fuzz", &odf, &err) == 0) {
		odf_read_report(odf, a, &report, &err);
		odf_to_document(odf, a, &doc, NULL, &err);
	}
	odf_free(odf);
	arena_free(a);
	return 0;
}
