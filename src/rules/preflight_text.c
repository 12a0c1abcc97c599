/* SPDX-License-Identifier: EUPL-1.2
 *
 * Preflight checks of the words themselves: titles that tell what is secret,
 * personal data, weekdays that do not match, texts that the data have left
 * behind.  What is found is not quoted in full where it is personal.
 */
#include "config.h"

#include <ctype.h>
#include <string.h>

#include "base/utf8.h"
#include "rules/preflight_private.h"
#include "rules/scan.h"

/* A text of a paragraph. */
struct text_part {
	const char *text;
	const char *where; /* Swedish: what the record calls it */
	bool quoted;	   /* somebody else's words: not the secretary's to
			      change */
};
typedef VEC(struct text_part) text_parts;

static void
part_add(struct check *c, text_parts *list, const char *where, bool quoted,
    const char *text)
{
	struct text_part *x;

	if (text == NULL || *text == '\0')
		return;
	x = vec_push(c->a, list);
	if (x != NULL)
		*x = (struct text_part){ text, where, quoted };
}

/* The title that is shown to those who may read everything. */
static const char *
title_of(const struct check *c)
{
	if (c->p->title != NULL)
		return c->p->title;
	if (c->item != NULL && c->item->title != NULL)
		return c->item->title;
	return c->matter == NULL ? NULL : c->matter->title;
}

static void
own_texts(struct check *c, text_parts *list)
{
	const struct paragraph *p = c->p;
	const text_list *to = meeting_recipients(c->b, c->m, p);
	size_t i;

	part_add(c, list, "rubrik", false, title_of(c));
	if (c->item != NULL)
		part_add(c, list, "anmärkning", false, c->item->note);
	part_add(c, list, "bakgrund", false, p->background);
	part_add(c, list, "beslutsgång", false, p->procedure);
	for (i = 0; i < p->decision.n; i++)
		part_add(c, list, "beslut", false, p->decision.v[i]);
	part_add(c, list, "skäl", false, p->reasons);
	part_add(c, list, "återremiss", false, p->missing);
	for (i = 0; i < p->divisions.n; i++)
		part_add(c, list, "omröstning", false, p->divisions.v[i].text);
	for (i = 0; i < p->commissions.n; i++)
		part_add(c, list, "uppdrag", false, p->commissions.v[i].text);
	for (i = 0; i < p->edits.n; i++)
		part_add(
		    c, list, p->edits.v[i].part, false, p->edits.v[i].text);
	for (i = 0; i < to->n; i++)
		part_add(c, list, "skickas-till", false, to->v[i]);
}

static void
voices(struct check *c, text_parts *list)
{
	const struct paragraph *p = c->p;
	size_t i;

	for (i = 0; i < p->proposals.n; i++)
		part_add(c, list, "yrkande", true, p->proposals.v[i].text);
	for (i = 0; i < p->dissents.n; i++)
		part_add(c, list, "reservation", true, p->dissents.v[i].text);
	for (i = 0; i < p->statements.n; i++)
		part_add(c, list, "uttalande", true, p->statements.v[i].text);
}

static text_parts
texts(struct check *c)
{
	text_parts list = { .n = 0 };

	own_texts(c, &list);
	voices(c, &list);
	return list;
}

/* ---- secret titles --------------------------------------------------------
 */

/* The next word of ${s}, folded; NULL at the end.  ${telling}: it is a name or
 * a number: it has a digit, or a capital inside the sentence. */
static const char *
next_word(const struct check *c, const char **s, bool *first, bool *telling)
{
	const char *p = *s, *from;

	while (*p != '\0' && !isalnum((unsigned char)*p) &&
	       (unsigned char)*p < 0x80) {
		*first = *first || *p == '.';
		p++;
	}
	from = p;
	*telling = false;
	for (; isalnum((unsigned char)*p) || (unsigned char)*p >= 0x80; p++)
		if (*p >= '0' && *p <= '9')
			*telling = true;
	*s = p;
	if (p == from)
		return NULL;
	if (!*first && (isupper((unsigned char)*from) ||
			   ((unsigned char)from[0] == 0xc3 &&
			       (unsigned char)from[1] < 0x9f)))
		*telling = true;
	*first = false;
	return utf8_fold(c->a, arena_strndup(c->a, from, (size_t)(p - from)));
}

/* True if ${word} is one of the words of ${text}. */
static bool
has_word(const struct check *c, const char *text, const char *word)
{
	bool first = true, telling;
	const char *w;

	while (text != NULL && (w = next_word(c, &text, &first, &telling)))
		if (strcmp(w, word) == 0)
			return true;
	return false;
}

/* How much of the secret title ${secret} the title ${shown} gives away: the
 * first of its telling words that ${allowed} does not have, or NULL. */
static const char *
given_away(const struct check *c, const char *secret, const char *shown,
    const char *allowed)
{
	bool first = true, telling;
	const char *w;

	while ((w = next_word(c, &secret, &first, &telling)) != NULL)
		if (telling && utf8_length(w) > 1 && has_word(c, shown, w) &&
		    !has_word(c, allowed, w) &&
		    (c->body == NULL || !has_word(c, c->body->name, w)))
			return w;
	return NULL;
}

static bool
same(const struct check *c, const char *x, const char *y)
{
	const char *a = x == NULL ? NULL : utf8_fold(c->a, x);
	const char *b = y == NULL ? NULL : utf8_fold(c->a, y);

	return a != NULL && b != NULL && strcmp(a, b) == 0;
}

/* One title that others than those who may read the matter see. */
static void
secret_title(struct check *c, const char *shown, const char *allowed)
{
	const char *secret = c->matter->title;

	if (shown == NULL || secret == NULL)
		return;
	if (same(c, shown, secret) || given_away(c, secret, shown, allowed))
		FIND(c, BLOCKS, c->p->nr, "secret-title", "OSL 5:5",
		    KL_N_("Give the item the neutral title, and the matter one "
			  "that says nothing (neutral-rubrik)."),
		    KL_N_(
			"The title of § %d says too much about what is secret "
			"by %s."),
		    c->p->nr, c->matter->secrecy.provision);
}

void
check_secret_title(struct check *c)
{
	const struct secrecy *x;

	if (c->matter == NULL || c->matter->secrecy.provision == NULL)
		return;
	x = &c->matter->secrecy;
	if (c->p->title != NULL)
		secret_title(c, c->p->title, x->neutral_title);
	else if (c->item->title != NULL)
		secret_title(c, c->item->title, x->neutral_title);
	if (x->neutral_title != NULL)
		secret_title(c, x->neutral_title, NULL);
	else
		FIND(c, WARNS, c->p->nr, "neutral-title", "OSL 5:5",
		    MEND_MATTER,
		    KL_N_("§ %d is secret by %s, but has no neutral title to "
			  "be shown instead of its own."),
		    c->p->nr, x->provision);
}

/* ---- personal data --------------------------------------------------------
 */

void
check_personal_number(struct check *c)
{
	text_parts list = texts(c);
	size_t i;

	for (i = 0; i < list.n; i++)
		if (scan_personal_number(list.v[i].text).at != NULL)
			FIND(c, WARNS, c->p->nr, "personal-number",
			    "GDPR 87, lag 2018:218 3:10", MEND_TEXT,
			    KL_N_("There is a personal number in § %d (%s)."),
			    c->p->nr, list.v[i].where);
}

/* An address of the organisation itself, or of one of its kind ("registrator",
 * "kommun") is nobody's private one. */
static bool
official_address(const struct check *c, struct scan_hit hit)
{
	const struct organisation *o = c->b->organisation;
	const char *own =
	    o == NULL || o->email == NULL ? NULL : strchr(o->email, '@');
	const char *address = arena_strndup(c->a, hit.at, hit.n);
	size_t n = own == NULL ? 0 : strlen(own);

	if (address == NULL)
		return true;
	return n > 0 && hit.n > n && strcmp(address + hit.n - n, own) == 0;
}

void
check_personal_data(struct check *c)
{
	text_parts list = texts(c);
	struct scan_hit mail;
	const char *s;
	size_t i;

	for (i = 0; i < list.n; i++) {
		s = list.v[i].text;
		mail = scan_email(s);
		if (mail.at != NULL && official_address(c, mail))
			mail.at = NULL;
		if (mail.at != NULL || scan_phone(s).at != NULL ||
		    scan_home(s).at != NULL || scan_owner(s).at != NULL)
			FIND(c, WARNS, c->p->nr, "personal-data",
			    "GDPR 5, 6, 86", MEND_TEXT,
			    KL_N_("§ %d (%s) seems to say where a private "
				  "person lives or is reached, or who they "
				  "are. Leave it out of what is published."),
			    c->p->nr, list.v[i].where);
	}
}

/* ---- days -----------------------------------------------------------------
 */

void
check_weekdays(struct check *c)
{
	text_parts list = texts(c);
	struct scan_weekday x;
	const char *words;
	char day[11];
	size_t i;

	for (i = 0; i < list.n; i++) {
		if (!scan_weekday(list.v[i].text, c->m->day, &x))
			continue;
		words = arena_strndup(c->a, x.hit.at, x.hit.n);
		FIND(c, x.year && !list.v[i].quoted ? BLOCKS : WARNS, c->p->nr,
		    "weekday", check_law(c, "KL 5:65, 6:35", "KL 5:65"),
		    MEND_TEXT,
		    KL_N_("“%s” in § %d (%s) does not match: %s is a %s."),
		    words == NULL ? "" : words, c->p->nr, list.v[i].where,
		    kl_day_format(x.day, day), x.right);
	}
}

/* ---- rewritten texts ------------------------------------------------------
 */

void
check_stale(struct check *c)
{
	const struct edited_text *e;
	const char *fresh;
	size_t i;

	for (i = 0; c->facts->composed != NULL && i < c->p->edits.n; i++) {
		e = &c->p->edits.v[i];
		fresh = c->facts->composed(c->facts->ctx, c->p, e->part);
		if (e->was != NULL && fresh != NULL &&
		    strcmp(e->was, fresh) != 0)
			FIND(c, WARNS, c->p->nr, "text-stale",
			    check_law(c, "KL 5:65, 6:35", "KL 5:65"), MEND_TEXT,
			    KL_N_("The text “%s” of § %d was rewritten by "
				  "hand, and what it is about has been changed "
				  "since."),
			    e->part, c->p->nr);
	}
}
