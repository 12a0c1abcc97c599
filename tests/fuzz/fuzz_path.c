/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fuzzing field paths: each line of the input is compiled and worked out on the
 * invented meeting.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "fuzz.h"
#include "odf/odf.h"
#include "record/record.h"

#define LINES_MAX 200

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
work_out(const char *source)
{
	static const struct odf_rename renames[] = {
		{ "sammanträde/lokal", "sammanträde/plats", "1" },
		{ "sammanträde/plats", "sammanträde/lokal", "1" },
	};
	struct odf_fill_options options = {
		.language = "sv", .renames = renames, .nrenames = 2
	};
	struct arena *a = arena_new((size_t)64 << 20);
	const char *const *known;
	struct kl_error err;
	const char *text;
	size_t nknown;

	record_field_names(&known, &nknown);
	odf_evaluate(xmlDocGetRootElement(record), source, &options, known,
	    nknown, a, &text, &err);
	odf_evaluate(xmlDocGetRootElement(record), source, NULL, NULL, 0, a,
	    &text, &err);
	arena_free(a);
}

int
fuzz_path(const uint8_t *data, size_t n)
{
	char *copy = malloc(n + 1), *line, *end;
	int lines = 0;

	xml_start();
	if (record == NULL)
		read_record();
	if (copy == NULL)
		return 0;
	memcpy(copy, data, n);
	copy[n] = '\0';
	for (line = copy; line != NULL && lines < LINES_MAX; lines++) {
		end = strchr(line, '\n');
		if (end != NULL)
			*end++ = '\0';
		work_out(line);
		line = end;
	}
	free(copy);
	return 0;
}
