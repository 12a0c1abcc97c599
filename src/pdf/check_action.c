/* SPDX-License-Identifier: EUPL-1.2
 *
 * What happens on a click (ISO 19005-2, 6.5).
 */
#include "config.h"

#include <string.h>

#include "pdf/check.h"

#define MAX_CHAIN 100

static bool
is_among(const char *word, const char *const *list)
{
	for (; *list != NULL; list++)
		if (strcmp(word, *list) == 0)
			return true;
	return false;
}

/* Film and sound say what they are, in words too (ISO 14289-1, 7.18.6.2). */
static void
check_media(struct check *c, const struct pobj *rendition, int depth)
{
	const struct pobj *clip = pdf_get(c->pdf, rendition, "C"), *alt, *list;
	size_t i;

	if (clip->type == POBJ_DICT &&
	    pobj_is(pdf_get(c->pdf, clip, "S"), "MCD")) {
		if (pdf_get(c->pdf, clip, "CT")->type != POBJ_STRING)
			report(c, CHECK_MEDIA_TYPE, clip, NULL);
		/* language, text, language, text ... */
		alt = pdf_get(c->pdf, clip, "Alt");
		if (alt->type != POBJ_ARRAY || alt->n < 2 || alt->n % 2 != 0 ||
		    pdf_at(c->pdf, alt, 1)->n == 0)
			report(c, CHECK_MEDIA_ALT, clip, NULL);
	}
	list = pdf_get(c->pdf, rendition, "R");
	for (i = 0; list->type == POBJ_ARRAY && i < list->n && depth < 8; i++)
		check_media(c, pdf_at(c->pdf, list, i), depth + 1);
}

void
check_action(struct check *c, const struct pobj *o, int depth)
{
	static const char *const actions[] = { "GoTo", "GoToR", "GoToE",
		"Thread", "URI", "Named", "SubmitForm", NULL };
	static const char *const named[] = { "NextPage", "PrevPage",
		"FirstPage", "LastPage", NULL };
	const struct pobj *next;
	const char *s, *n;
	size_t i;

	if (o->type != POBJ_DICT || depth > MAX_CHAIN ||
	    check_seen(c, o, SEEN_ACTION))
		return;
	s = pobj_name(pdf_get(c->pdf, o, "S"));
	if (!is_among(s, actions))
		report(c, CHECK_ACTION, o, s);
	n = pobj_name(pdf_get(c->pdf, o, "N"));
	if (strcmp(s, "Named") == 0 && !is_among(n, named))
		report(c, CHECK_NAMED_ACTION, o, n);
	if (strcmp(s, "Rendition") == 0)
		check_media(c, pdf_get(c->pdf, o, "R"), 0);
	next = pdf_get(c->pdf, o, "Next");
	check_action(c, next, depth + 1);
	for (i = 0; next->type == POBJ_ARRAY && i < next->n && i < MAX_CHAIN;
	     i++)
		check_action(c, pdf_at(c->pdf, next, i), depth + 1);
}
