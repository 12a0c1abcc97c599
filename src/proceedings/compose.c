/* SPDX-License-Identifier: EUPL-1.2
 *
 * Composing the minutes: the parts in their order, what somebody has rewritten
 * in place of what would be composed, and the small words of sentences.
 */
#include "config.h"

#include <string.h>

#include "proceedings/composing.h"

/* The parts with who composes them, in the order in which they stand. */
static const struct {
	const char *name;
	void (*compose)(struct composing *c);
} parts[] = { { "jäv", compose_conflicts }, { "yrkanden", compose_proposals },
	{ "beslutsgång", compose_procedure },
	{ "omröstning", compose_divisions }, { "val", compose_elections },
	{ "beslut", compose_outcome }, { "reservation", compose_dissents },
	{ "uttalande", compose_special },
	{ "ersättaryttrande", compose_deputies },
	{ "protokollsanteckning", compose_notes },
	{ "deltar-inte", compose_not_participating },
	{ "närvaro", compose_presence } };

#define NPARTS (sizeof parts / sizeof *parts)

const char *const compose_parts[] = { "jäv", "yrkanden", "beslutsgång",
	"omröstning", "val", "beslut", "reservation", "uttalande",
	"ersättaryttrande", "protokollsanteckning", "deltar-inte", "närvaro",
	NULL };

/* ---- words of sentences -------------------------------------------------- */

static void
fail(struct composing *c, int rc)
{
	if (c->rc == 0)
		c->rc = rc;
}

const char *
compose_phrase(struct composing *c, const char *id, const struct gap *gaps)
{
	struct gap all[8] = { { "organ", c->body } };
	const char *s;
	size_t n = 1;

	for (; gaps->name != NULL && n < sizeof all / sizeof *all; gaps++)
		all[n++] = *gaps;
	s = phrase_fill(c->a, c->phrases, id, all, n, c->err);
	if (s == NULL)
		fail(c, arena_failed(c->a) ? KL_E_NOMEM : KL_E_INPUT);
	return s == NULL ? "" : s;
}

void
compose_say(struct composing *c, const char *text)
{
	if (*text != '\0')
		text_add(c->a, c->out, text);
}

void
compose_go_on(struct composing *c, const char *text)
{
	const char **last;

	if (c->out->n == 0 || *text == '\0') {
		compose_say(c, text);
		return;
	}
	last = &c->out->v[c->out->n - 1];
	text = arena_printf(c->a, "%s %s", *last, text);
	if (text != NULL)
		*last = text;
}

/* The paragraphs of a text: empty lines part them. */
static void
split_text(struct arena *a, const char *text, text_list *out)
{
	const char *end, *s;
	size_t n;

	while (text != NULL && *text != '\0') {
		end = strstr(text, "\n\n");
		n = end == NULL ? strlen(text) : (size_t)(end - text);
		s = n == 0 ? NULL : arena_strndup(a, text, n);
		if (s != NULL)
			text_add(a, out, s);
		text += n + strspn(text + n, "\n");
	}
}

void
compose_text_of(struct composing *c, const char *text)
{
	split_text(c->a, text, c->out);
}

const char *
compose_name(struct composing *c, const char *ref)
{
	const struct person *p = bundle_person(c->b, ref);
	const char *s;

	if (p == NULL || (p->first == NULL && p->last == NULL))
		return ref;
	s = arena_printf(c->a, "%s%s%s%s%s%s", p->first == NULL ? "" : p->first,
	    p->first == NULL || p->last == NULL ? "" : " ",
	    p->last == NULL ? "" : p->last, p->party == NULL ? "" : " (",
	    p->party == NULL ? "" : p->party, p->party == NULL ? "" : ")");
	return s == NULL ? "" : s;
}

const char *
compose_names(struct composing *c, const text_list *list)
{
	text_list names = { 0 };
	const char *s;
	size_t i;

	for (i = 0; i < list->n; i++)
		text_add(c->a, &names, compose_name(c, list->v[i]));
	if (names.n == 0)
		return PLAIN(c, "någon");
	s = phrase_list(c->a, c->phrases, names.v, names.n);
	return s == NULL ? "" : s;
}

const char *
compose_number(struct composing *c, int n)
{
	const char *s = arena_printf(c->a, "%d", n);

	return s == NULL ? "" : s;
}

const char *
compose_clock(struct composing *c, const char *clock)
{
	char *s = arena_strdup(c->a, clock), *colon;

	if (s == NULL)
		return "";
	colon = strchr(s, ':');
	if (colon != NULL)
		*colon = '.';
	return s;
}

const char *
compose_day(struct composing *c, kl_day day)
{
	const char *months = PLAIN(c, "månader"), *s;
	int year, month, dom, i;

	kl_day_split(day, &year, &month, &dom);
	for (i = 1; i < month; i++) {
		months += strcspn(months, " ");
		months += *months == ' ';
	}
	s = arena_printf(
	    c->a, "%d %.*s %d", dom, (int)strcspn(months, " "), months, year);
	return s == NULL ? "" : s;
}

const char *
compose_id(struct composing *c, const char *stem, const char *word)
{
	const char *s = arena_printf(c->a, "%s-%s", stem, word);

	return s == NULL ? "" : s;
}

/* ---- edits --------------------------------------------------------------- */

static const struct edited_text *
edit_of(const struct paragraph *p, const char *part)
{
	size_t i;

	for (i = 0; i < p->edits.n; i++)
		if (strcmp(p->edits.v[i].part, part) == 0)
			return &p->edits.v[i];
	return NULL;
}

static const char *
join(struct arena *a, const text_list *list)
{
	const char *s = "";
	size_t i;

	for (i = 0; s != NULL && i < list->n; i++)
		s = i == 0 ? list->v[0]
			   : arena_printf(a, "%s\n\n%s", s, list->v[i]);
	return s;
}

/* What somebody has written takes the place of what was composed: an edit or,
 * of the procedure, what came with the facts. */
static void
take_edit(struct composing *c, struct composed_text *t)
{
	const struct edited_text *edit = edit_of(c->p, t->part);
	const char *text = edit == NULL ? NULL : edit->text;

	if (edit == NULL && strcmp(t->part, "beslutsgång") == 0)
		text = c->p->procedure;
	if (edit == NULL && text == NULL)
		return;
	t->edited = true;
	t->stale = edit != NULL && edit->was != NULL &&
		   strcmp(edit->was, t->fresh) != 0;
	t->sentences = (text_list){ 0 };
	split_text(c->a, text, &t->sentences);
}

static void
compose_part(struct composing *c, size_t part, struct composition *out)
{
	struct composed_text t = { .paragraph = c->p->nr,
		.part = parts[part].name };
	struct composed_text *kept;
	text_list fresh = { 0 };

	c->out = &fresh;
	parts[part].compose(c);
	memcpy(&t.sentences, &fresh, sizeof fresh);
	t.fresh = join(c->a, &fresh);
	if (t.fresh == NULL)
		return;
	take_edit(c, &t);
	if (t.sentences.n == 0 && !t.edited)
		return;
	kept = vec_push(c->a, &out->v);
	if (kept != NULL)
		*kept = t;
}

static const char *
body_of(struct composing *c)
{
	const struct committee *k = bundle_committee(c->b, c->m->committee);
	const char *word = k == NULL ? NULL : word_of(words_body, (int)k->kind);

	return compose_phrase(c,
	    compose_id(c, "organ", word == NULL ? "nämnd" : word),
	    (const struct gap[]){ { 0 } });
}

int
compose_meeting(struct arena *a, const struct phrases *p,
    const struct bundle *b, const struct meeting *m,
    const struct rule_book *book, struct composition *out, struct kl_error *err)
{
	struct composing c = {
		.a = a, .phrases = p, .b = b, .m = m, .err = err
	};
	size_t i, k;

	(void)book;
	memset(out, 0, sizeof *out);
	c.body = body_of(&c);
	for (i = 0; c.rc == 0 && i < m->paragraphs.n; i++) {
		c.p = &m->paragraphs.v[i];
		for (k = 0; c.rc == 0 && k < NPARTS; k++)
			compose_part(&c, k, out);
	}
	if (arena_failed(a))
		return kl_error_nomem(err);
	return c.rc;
}

const struct composed_text *
compose_text(const struct composition *c, int paragraph, const char *part)
{
	size_t i;

	for (i = 0; i < c->v.n; i++)
		if (c->v.v[i].paragraph == paragraph &&
		    strcmp(c->v.v[i].part, part) == 0)
			return &c->v.v[i];
	return NULL;
}
