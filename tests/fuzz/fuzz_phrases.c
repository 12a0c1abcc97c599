/* SPDX-License-Identifier: EUPL-1.2
 *
 * Fuzzing phrase lists: each phrase of a list that is accepted can be filled,
 * over the common list, and says what its gaps hold.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "fuzz.h"
#include "proceedings/phrase_table.h"
#include "proceedings/phrases.h"

#define COMMON SRCDIR "/templates/phrases/protokoll.xml"

/* The common list, of the process: never freed. */
static struct phrases *
common_list(void)
{
	static struct phrases *p;
	struct kl_error err;
	struct buf text;

	if (p != NULL)
		return p;
	if (file_read(COMMON, (size_t)1 << 20, &text, &err) != 0 ||
	    phrases_load(text.data, text.len, "common", NULL, &p, NULL, &err) !=
		0)
		abort();
	buf_free(&text);
	return p;
}

static void
fill_all(const struct phrases *p)
{
	static const struct gap gaps[] = { { "namn", "Åsa Öberg (C)" },
		{ "organ", "nämnden" } };
	struct arena *a = arena_new(0);
	const char *s;
	size_t i;

	for (i = 0; i < PHRASE_COUNT; i++) {
		s = phrase_fill(a, p, phrase_table[i].name, gaps, 2, NULL);
		if (s == NULL || (strcmp(phrase_table[i].gaps, "namn") == 0 &&
				     strstr(s, "Öberg") == NULL))
			abort();
	}
	arena_free(a);
}

int
fuzz_phrases(const uint8_t *data, size_t n)
{
	struct phrases *p = NULL;
	struct kl_faults faults = { 0 };
	struct kl_error err;

	if (phrases_load((const char *)data, n, "fuzz", common_list(), &p,
		&faults, &err) == 0)
		fill_all(p);
	else if (err.code == 0 || p != NULL)
		abort();
	phrases_free(p);
	return 0;
}
