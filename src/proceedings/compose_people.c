/* SPDX-License-Identifier: EUPL-1.2
 *
 * Composing: conflicts of interest, who comes and goes and presides, breaks,
 * and who takes no part.
 */
#include "config.h"

#include <string.h>

#include "domain/provision.h"
#include "proceedings/composing.h"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* ---- conflicts of interest ----------------------------------------------- */

/* "kommunallagen 6 kap. 28 § 1": in the middle of a sentence. */
static const char *
ground_of(struct composing *c, const char *ground)
{
	char *s = arena_strdup(c->a, provision_text(c->a, ground));

	if (s != NULL && provision_text(c->a, ground) != ground &&
	    s[0] >= 'A' && s[0] <= 'Z')
		s[0] = (char)(s[0] - 'A' + 'a');
	return s == NULL ? "" : s;
}

/* Who serves for ${ref} in the paragraph. */
static const char *
stand_in(struct composing *c, const char *ref)
{
	const struct attendance *x;
	struct ranges r;
	size_t i;

	for (i = 0; i < c->m->attendance.n; i++) {
		x = &c->m->attendance.v[i];
		if (!same(x->serves_for, ref) ||
		    ranges_parse(x->paragraphs, &r) != 0)
			continue;
		if (r.n == 0 || ranges_has(&r, c->p->nr))
			return x->person;
	}
	return NULL;
}

static void
say_conflict(struct composing *c, const struct conflict *x)
{
	const char *name =
	    x->person != NULL ? compose_name(c, x->person) : x->name;
	const char *id = x->contested ? "jäv-prövat" : "jäv", *deputy;

	if (x->rejected) {
		SAY(c, "jäv-inte", { "namn", name });
		return;
	}
	if (x->ground == NULL)
		SAY(c, compose_id(c, id, "utan-grund"), { "namn", name });
	else
		SAY(c, id, { "namn", name },
		    { "grund", ground_of(c, x->ground) });
	deputy = x->person == NULL ? NULL : stand_in(c, x->person);
	if (deputy != NULL)
		compose_go_on(c, PHRASE(c, "jäv-tjänstgör",
				     { "namn", compose_name(c, deputy) },
				     { "för", compose_name(c, x->person) }));
}

void
compose_conflicts(struct composing *c)
{
	size_t i;

	for (i = 0; i < c->m->conflicts.n; i++)
		if (c->m->conflicts.v[i].paragraph == c->p->nr)
			say_conflict(c, &c->m->conflicts.v[i]);
}

void
compose_not_participating(struct composing *c)
{
	if (c->p->not_participating.n > 0)
		SAY(c, "deltar-inte",
		    { "namn", compose_names(c, &c->p->not_participating) });
}

/* ---- who comes and goes -------------------------------------------------- */

static const char *
range_text(struct composing *c, const struct range *r)
{
	const char *s = r->first == r->last
			    ? arena_printf(c->a, "§ %d", r->first)
			    : arena_printf(c->a, "§§ %d–%d", r->first, r->last);

	return s == NULL ? "" : s;
}

static int
first_paragraph(const struct composing *c)
{
	return c->m->paragraphs.v[0].nr;
}

static int
last_paragraph(const struct composing *c)
{
	return c->m->paragraphs.v[c->m->paragraphs.n - 1].nr;
}

/* The first paragraph that there is after ${nr}. */
static int
paragraph_after(const struct composing *c, int nr)
{
	size_t i;

	for (i = 0; i < c->m->paragraphs.n; i++)
		if (c->m->paragraphs.v[i].nr > nr)
			return c->m->paragraphs.v[i].nr;
	return PARAGRAPH_MAX + 1;
}

/* Make one of ranges that only numbers without a paragraph part: nobody comes
 * or goes there. */
static void
bridge(const struct composing *c, struct ranges *r)
{
	size_t i, n = 0;

	for (i = 1; i < r->n; i++) {
		if (paragraph_after(c, r->v[n].last) >= r->v[i].first)
			r->v[n].last = r->v[i].last;
		else
			r->v[++n] = r->v[i];
	}
	if (r->n > 0)
		r->n = n + 1;
}

/* That a deputy serves because of a conflict stands with the conflict. */
static bool
has_conflict(const struct composing *c, const char *ref)
{
	const struct conflict *x;
	size_t i;

	for (i = 0; i < c->m->conflicts.n; i++) {
		x = &c->m->conflicts.v[i];
		if (x->paragraph == c->p->nr && same(x->person, ref) &&
		    !x->rejected)
			return true;
	}
	return false;
}

/* One whose range begins here. */
static void
say_arrival(struct composing *c, const struct attendance *x,
    const struct range *r, bool first)
{
	const char *name = compose_name(c, x->person);
	const char *clock =
	    first && x->from != NULL ? compose_clock(c, x->from) : NULL;

	if (x->serves_for != NULL && has_conflict(c, x->serves_for))
		return;
	if (x->serves_for != NULL && clock != NULL)
		SAY(c, "kommer-tjänstgör", { "namn", name }, { "tid", clock },
		    { "för", compose_name(c, x->serves_for) },
		    { "paragrafer", range_text(c, r) });
	else if (x->serves_for != NULL && r->first > first_paragraph(c))
		SAY(c, "tjänstgör", { "namn", name },
		    { "för", compose_name(c, x->serves_for) },
		    { "paragrafer", range_text(c, r) });
	else if (clock != NULL)
		SAY(c, "kommer", { "namn", name }, { "tid", clock });
}

static void
say_attendance(struct composing *c, const struct attendance *x)
{
	struct ranges r;
	size_t i;

	if (ranges_parse(x->paragraphs, &r) != 0 || r.n == 0)
		return; /* there is no telling during which item */
	bridge(c, &r);
	for (i = 0; i < r.n; i++)
		if (r.v[i].first == c->p->nr)
			say_arrival(c, x, &r.v[i], i == 0);
	if (x->until != NULL && r.v[r.n - 1].last == c->p->nr &&
	    c->p->nr != last_paragraph(c))
		SAY(c, "lämnar", { "namn", compose_name(c, x->person) },
		    { "tid", compose_clock(c, x->until) });
}

static void
say_presiding(struct composing *c, const struct presiding *x)
{
	struct ranges r;
	size_t i;

	if (ranges_parse(x->paragraphs, &r) != 0)
		return;
	if (r.n == 0) {
		r.n = 1;
		r.v[0] =
		    (struct range){ first_paragraph(c), last_paragraph(c) };
	}
	bridge(c, &r);
	for (i = 0; i < r.n; i++)
		if (r.v[i].first == c->p->nr)
			SAY(c, x->elected ? "leder-vald" : "leder",
			    { "namn", compose_name(c, x->person) },
			    { "paragrafer", range_text(c, &r.v[i]) });
}

/* A reason stands within a sentence, which has a full stop of its own. */
static const char *
without_stop(struct composing *c, const char *text)
{
	size_t n = strlen(text);
	const char *s;

	while (n > 0 && (text[n - 1] == '.' || text[n - 1] == ' '))
		n--;
	s = arena_strndup(c->a, text, n);
	return s == NULL ? "" : s;
}

static void
say_break(struct composing *c, const struct adjournment *x)
{
	const char *from = compose_clock(c, x->from);

	if (x->until == NULL)
		SAY(c, "ajournering-från", { "från", from });
	else if (x->why == NULL)
		SAY(c, "ajournering", { "från", from },
		    { "till", compose_clock(c, x->until) });
	else
		SAY(c, "ajournering-skäl", { "från", from },
		    { "till", compose_clock(c, x->until) },
		    { "skäl", without_stop(c, x->why) });
}

void
compose_presence(struct composing *c)
{
	size_t i;

	for (i = 0; i < c->m->presiding.n; i++)
		say_presiding(c, &c->m->presiding.v[i]);
	for (i = 0; i < c->m->attendance.n; i++)
		say_attendance(c, &c->m->attendance.v[i]);
	for (i = 0; i < c->m->adjournments.n; i++)
		if (c->m->adjournments.v[i].paragraph == c->p->nr &&
		    c->m->adjournments.v[i].from != NULL)
			say_break(c, &c->m->adjournments.v[i]);
}
