/* SPDX-License-Identifier: EUPL-1.2
 *
 * How long it takes to fill a table of a thousand rows, in process: the median
 * of many fillings of the same template, opening apart.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/xml.h"
#include "odf/odf.h"
#include "record/record.h"

#define ROWS 1000
#define ROUNDS 31

#define NS "urn:oasis:names:tc:opendocument:xmlns:"
#define CELL(field)                                                            \
	"<table:table-cell><text:p text:style-name=\"Tabelltext\">"            \
	"<text:user-field-get text:name=\"" field "\">x"                       \
	"</text:user-field-get></text:p></table:table-cell>"

static const char template[] =
    "<office:document xmlns:office=\"" NS "office:1.0\" xmlns:text=\"" NS
    "text:1.0\" xmlns:table=\"" NS "table:1.0\" office:version=\"1.3\" "
    "office:mimetype=\"application/vnd.oasis.opendocument.text\">"
    "<office:body><office:text>"
    "<table:table table:name=\"varje:sammanträde/kallad\">"
    "<table:table-column table:number-columns-repeated=\"4\"/>"
    "<table:table-header-rows><table:table-row><table:table-cell>"
    "<text:p>Namn</text:p></table:table-cell><table:table-cell>"
    "<text:p>Parti</text:p></table:table-cell><table:table-cell>"
    "<text:p>Roll</text:p></table:table-cell><table:table-cell>"
    "<text:p>Från</text:p></table:table-cell></table:table-row>"
    "</table:table-header-rows><table:table-row>" CELL("namn") CELL("parti")
	CELL("versal(roll)")
	    CELL("datum-lång(från)") "</table:table-row></table:table></"
				     "office:text></office:body>"
				     "</office:document>";

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static int
compare(const void *x, const void *y)
{
	double a = *(const double *)x, b = *(const double *)y;

	return (a > b) - (a < b);
}

static xmlDoc *
make_record(void)
{
	struct kl_error err;
	xmlDoc *doc = NULL;
	struct buf xml;
	int i;

	buf_init(&xml, (size_t)16 << 20);
	buf_puts(&xml, "<sammanträdesakt><sammanträde>");
	for (i = 0; i < ROWS; i++)
		buf_printf(&xml,
		    "<kallad person=\"p%d\"><namn>Kerstin Almqvist %d</namn>"
		    "<parti>MP</parti><roll>ledamot</roll><från>2023-01-%02d"
		    "</från></kallad>",
		    i, i, i % 28 + 1);
	buf_puts(&xml, "</sammanträde></sammanträdesakt>");
	if (xml_parse(xml.data, xml.len, "record", &doc, &err) != 0)
		doc = NULL;
	buf_free(&xml);
	return doc;
}

/* One filling [ms], or less than 0. */
static double
fill_once(xmlDoc *record)
{
	struct odf_fill_options options = { .language = "sv" };
	const char *const *known;
	struct odf *odf = NULL;
	struct kl_error err;
	size_t nknown;
	double start, took;

	record_field_names(&known, &nknown);
	if (odf_open(template, sizeof template - 1, "bench", &odf, &err) != 0)
		return -1;
	start = now();
	took = odf_fill(odf, xmlDocGetRootElement(record), &options, known,
		   nknown, &err) == 0
		   ? now() - start
		   : -1;
	odf_free(odf);
	return took;
}

int
main(void)
{
	double took[ROUNDS];
	xmlDoc *record;
	int i;

	xml_start();
	record = make_record();
	if (record == NULL)
		return 1;
	for (i = 0; i < ROUNDS; i++) {
		took[i] = fill_once(record);
		if (took[i] < 0)
			return 1;
	}
	xmlFreeDoc(record);
	qsort(took, ROUNDS, sizeof *took, compare);
	printf("fill %d rows: median %.2f ms, best %.2f ms\n", ROWS,
	    took[ROUNDS / 2], took[0]);
	return 0;
}
