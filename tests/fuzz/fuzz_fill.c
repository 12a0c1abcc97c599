/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fuzzing what a template can do: whatever is given as one is checked, filled
 * with the invented meeting and read as a document.  It must never crash, leak
 * or go on for ever.
 */
#include "config.h"

#include <stdlib.h>

#include "base/file.h"
#include "base/xml.h"
#include "fuzz.h"
#include "odf/odf.h"
#include "record/record.h"

static xmlDoc *record; /* of the process: never freed */

static void
read_record(void)
{
	struct kl_error err;
	struct buf in;

	if (file_read(SRCDIR "/templates/sample.xml", 1 << 20, &in, &err) !=
		0 ||
	    xml_parse(in.data, in.len, "sample", &record, &err) != 0)
		abort();
	buf_free(&in);
}

static void
check(const uint8_t *data, size_t n, struct arena *a)
{
	struct odf_check_options options = { 0 };
	odf_findings found = { 0 };
	struct odf *odf = NULL;
	struct kl_error err;

	record_field_names(&options.known, &options.nknown);
	if (odf_open(data, n, "fuzz", &odf, &err) == 0)
		odf_check(odf, xmlDocGetRootElement(record), &options, a,
		    &found, &err);
	odf_free(odf);
}

static void
fill(const uint8_t *data, size_t n, struct arena *a)
{
	struct odf_fill_options options = { .language = "sv" };
	struct document *doc = NULL;
	const char *const *known;
	struct odf *odf = NULL;
	struct kl_error err;
	size_t nknown;

	record_field_names(&known, &nknown);
	if (odf_open(data, n, "fuzz", &odf, &err) == 0 &&
	    odf_fill(odf, xmlDocGetRootElement(record), &options, known, nknown,
		&err) == 0)
		odf_to_document(odf, a, &doc, NULL, &err);
	odf_free(odf);
}

int
fuzz_fill(const uint8_t *data, size_t n)
{
	struct arena *a = arena_new((size_t)256 << 20);

	xml_start();
	if (record == NULL)
		read_record();
	check(data, n, a);
	fill(data, n, a);
	arena_free(a);
	return 0;
}
