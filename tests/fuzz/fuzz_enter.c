/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fuzzing the lines that are typed during a meeting: any lines at the meeting
 * of tests/data/inmatning.xml.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/tree.h"
#include "base/xml.h"
#include "fuzz.h"
#include "proceedings/enter.h"
#include "record/record.h"

#define BODY SRCDIR "/tests/data/inmatning.xml"
#define SCHEMA SRCDIR "/templates/schema/exchange.rng"
#define LINES 200 /* of one input */

/* The committee and its meeting, read once. */
static struct bundle *
body(void)
{
	static struct bundle b;
	struct kl_faults *faults = NULL;
	struct buf text;

	if (b.arena != NULL)
		return &b;
	b.arena = arena_new(0);
	faults = calloc(1, sizeof *faults);
	if (faults == NULL || file_read(BODY, 1 << 20, &text, NULL) != 0)
		abort();
	if (exchange_read(
		text.data, text.len, BODY, SCHEMA, &b, faults, NULL) != 0)
		abort();
	buf_free(&text);
	free(faults);
	return &b;
}

static void
type(struct entering *e, char *text)
{
	struct kl_data *answer;
	struct kl_error err;
	char *line, *rest = text;
	int i;

	for (i = 0; i < LINES && (line = strsep(&rest, "\n")) != NULL; i++) {
		answer = data_object();
		enter_line(e, line, NULL, answer, &err);
		kl_data_free(answer);
	}
}

int
fuzz_enter(const uint8_t *data, size_t n)
{
	char *text = malloc(n + 1);
	struct entering *e = NULL;
	struct kl_error err;
	struct meeting m;
	struct arena *a;

	xml_start();
	m = body()->meetings.v[0];
	m.items.cap = m.items.n; /* it grows elsewhere */
	a = arena_new((size_t)64 << 20);
	if (text == NULL || a == NULL)
		abort();
	memcpy(text, data, n);
	text[n] = '\0';
	if (enter_begin(a, body(), &m, NULL, &e, &err) == 0) {
		type(e, text);
		if (enter_replay(e, &err) != 0 && !arena_failed(a))
			abort(); /* what was taken is taken again */
		enter_end(e);
	}
	arena_free(a);
	free(text);
	return 0;
}
