/* SPDX-License-Identifier: EUPL-1.2
 *
 * A file against all rules, topic after topic, and the list of what was broken.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "pdf/check.h"

#define OPERATIONS_MAX 40000000 /* in all content of a file */

void
report(struct check *c, enum check_rule rule, const struct pobj *o,
    const char *about)
{
	const struct check_rule_row *row = &check_rules[rule];
	struct finding *f;

	if (!(row->ua != NULL && (c->standards & KL_PDF_UA)) &&
	    !(row->a != NULL && (c->standards & KL_PDF_A)))
		return;
	if (c->counts[rule]++ >= CHECK_LISTED)
		return;
	if ((f = vec_push(c->a, &c->findings)) == NULL)
		return;
	f->rule = rule;
	f->page = c->page;
	f->object = o == NULL ? 0 : o->number;
	check_clean(f->about, sizeof f->about, about == NULL ? "" : about);
}

bool
check_seen(struct check *c, const struct pobj *o, unsigned bit)
{
	bool was;

	if (o->number == 0 || o->number >= c->pdf->count ||
	    c->pdf->objects[o->number] != o)
		return false;
	was = (c->seen[o->number] & bit) != 0;
	c->seen[o->number] |= (unsigned char)bit;
	return was;
}

/* "sv", "en-GB" (RFC 3066). */
static bool
is_language(const char *s)
{
	size_t run = 0;
	bool first = true;

	for (;; s++) {
		bool letter =
		    (*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z');

		if (letter || (!first && *s >= '0' && *s <= '9')) {
			run++;
		} else if (*s == '-' || *s == '\0') {
			if (run < 1 || run > 8)
				return false;
			if (*s == '\0')
				return true;
			first = false;
			run = 0;
		} else {
			return false;
		}
	}
}

bool
check_lang(struct check *c, const struct pobj *o)
{
	const struct pobj *lang = pdf_get(c->pdf, o, "Lang");
	const char *text = pdf_text(c->a, lang);

	if (text == NULL)
		return false;
	if (!is_language(text))
		report(c, CHECK_LANGUAGE_TAG, o, text);
	return true;
}

static int
by_rule(const void *x, const void *y)
{
	const struct finding *a = x, *b = y;

	if (a->rule != b->rule)
		return a->rule < b->rule ? -1 : 1;
	if (a->page != b->page)
		return a->page < b->page ? -1 : 1;
	return a->object < b->object ? -1 : a->object > b->object;
}

static bool
prepare(struct check *c)
{
	unsigned n = c->pdf->count;

	c->seen = arena_alloc(c->a, n);
	c->elem_of = arena_alloc(c->a, n * sizeof *c->elem_of);
	c->fonts = arena_alloc(c->a, n * sizeof *c->fonts);
	c->form_uses = arena_alloc(c->a, n * sizeof *c->form_uses);
	c->operations = OPERATIONS_MAX;
	return !arena_failed(c->a);
}

int
check_bytes(const void *bytes, size_t n, unsigned standards, struct arena *a,
    struct check **out, struct kl_error *err)
{
	static void (*const topics[])(struct check *) = { check_raw,
		check_objects, check_catalog, check_metadata, check_intents,
		check_tree, check_structure, check_annotations, check_contents,
		check_marks };
	struct check *c = arena_alloc(a, sizeof *c);
	size_t i;
	int rc;

	if (c == NULL)
		return kl_error_nomem(err);
	c->a = a;
	c->standards = standards;
	if ((rc = pdf_open(bytes, n, &c->pdf, err)) != 0)
		return rc;
	if (prepare(c))
		for (i = 0; i < sizeof topics / sizeof *topics; i++) {
			c->page = 0;
			topics[i](c);
		}
	pdf_close(c->pdf);
	c->pdf = NULL;
	if (arena_failed(a))
		return kl_error_nomem(err);
	if (c->findings.n > 0)
		qsort(c->findings.v, c->findings.n, sizeof *c->findings.v,
		    by_rule);
	*out = c;
	return 0;
}
