/* SPDX-License-Identifier: EUPL-1.2
 *
 * Why a year has no plan, in sentences: the smallest set of constraints that
 * the numbers give (explain.h), with every reason that shuts a day as a ban
 * that can be let go, and what loosening each would give.
 */
#include "config.h"

#include <string.h>

#include "plan/year_inner.h"

struct teller {
	const struct year *y;
	struct arena *a;
	struct plan_model *m; /* the open one */
	const year_bans *bans;
};

static const char *
name_of(const struct year_party *p)
{
	return p->c->name != NULL ? p->c->name : p->c->code;
}

/* The committee that a body of the model is solved for. */
static const struct year_party *
body_party(const struct teller *c, int body)
{
	const struct year_party *p;
	size_t i;

	for (i = 0; i < c->y->parties.n; i++) {
		p = &c->y->parties.v[i];
		if (p->body == body && !(p->council && p->chain >= 0))
			return p;
	}
	return &c->y->parties.v[0];
}

/* The body whose meeting that is. */
static const struct year_party *
meeting_party(const struct teller *c, int meeting)
{
	const struct year_party *p = body_party(c, c->m->meeting[meeting].body);

	return c->m->meeting[meeting].council ? &c->y->parties.v[p->chain] : p;
}

static const struct year_window *
window_of(const struct year_party *p, int window)
{
	size_t i;

	for (i = 0; i < p->windows.n; i++)
		if (p->windows.v[i].asked && window-- == 0)
			return &p->windows.v[i];
	return NULL;
}

static const char *
rules_source(const struct teller *c, const struct year_party *p)
{
	const char *s = p->rules == NULL
			    ? NULL
			    : arena_printf(c->a, "planregler %s", p->c->code);

	return s == NULL ? "" : s;
}

/* ---- the constraint ------------------------------------------------------ */

static void
say_gap(const struct teller *c, const struct plan_constraint *k,
    struct year_conflict *out)
{
	const struct year_party *p = body_party(c, k->body);
	const struct plan_body *b = &c->m->body[k->body];

	out->rule = YEAR_GAP;
	out->source = rules_source(c, p);
	if (k->side == PLAN_AT_LEAST)
		YEAR_SAY(c->y, c->a, out->text,
		    KL_N_("%s has at least %d days between two meetings."),
		    name_of(p), b->gap_min);
	else
		YEAR_SAY(c->y, c->a, out->text,
		    KL_N_("%s has at most %d days between two meetings, pauses "
			  "not counted."),
		    name_of(p), b->gap_max);
}

static void
say_lead(const struct teller *c, const struct plan_constraint *k,
    struct year_conflict *out)
{
	const struct year_party *p, *r;
	int min, max;

	if (k->rule == PLAN_LINK) {
		r = meeting_party(c, c->m->link[k->link].before);
		p = meeting_party(c, c->m->link[k->link].after);
		min = c->m->link[k->link].min;
		max = c->m->link[k->link].max;
	} else {
		p = body_party(c, k->body);
		r = &c->y->parties.v[p->chain];
		min = c->m->body[k->body].lead_min;
		max = c->m->body[k->body].lead_max;
	}
	out->rule = YEAR_LEAD;
	out->source = rules_source(c, r);
	if (k->side == PLAN_AT_LEAST)
		YEAR_SAY(c->y, c->a, out->text,
		    KL_N_("%s meets at least %d days before %s."), name_of(r),
		    min, name_of(p));
	else
		YEAR_SAY(c->y, c->a, out->text,
		    KL_N_("%s meets at most %d days before %s."), name_of(r),
		    max, name_of(p));
}

static void
say_window(const struct teller *c, const struct plan_constraint *k,
    struct year_conflict *out)
{
	const struct year_party *p = body_party(c, k->body);
	const struct year_window *w = window_of(p, k->window);
	char from[11], to[11];

	out->rule = YEAR_WINDOW;
	out->text = "";
	if (w == NULL)
		return;
	YEAR_SAY(c->y, c->a, out->text,
	    KL_N_("%s meets in the window \"%s\" (%s to %s)."), name_of(p),
	    w->name, kl_day_format(c->y->first + w->first, from),
	    kl_day_format(c->y->first + w->last, to));
	if (w->file != NULL)
		out->source = arena_printf(c->a, "%s:%d", w->file, w->line);
}

static void
say_ban(const struct teller *c, const struct plan_constraint *k,
    struct year_conflict *out)
{
	const struct year_ban *b = &c->bans->v[k->ban];
	struct year_reason r = { 0 };

	/* a mark that is everybody's does not ask whose it is */
	year_mark_say(c->y, &c->y->parties.v[b->party < 0 ? 0 : b->party],
	    &b->mark, KL_DAY_NONE, c->a, &r);
	out->rule = r.rule;
	out->text = r.text;
	out->source = r.source;
}

static void
say(const struct teller *c, const struct plan_constraint *k,
    struct year_conflict *out)
{
	const struct year_party *p;

	out->source = "";
	if (k->ban != PLAN_NONE) {
		say_ban(c, k, out);
		return;
	}
	switch (k->rule) {
	case PLAN_PLACED:
		p = meeting_party(c, k->meeting);
		out->rule = YEAR_NUMBER;
		out->source = rules_source(c, p);
		YEAR_SAY(c->y, c->a, out->text,
		    KL_N_("%s has %d meetings in the year."), name_of(p),
		    p->past + p->n);
		break;
	case PLAN_GAP:
		say_gap(c, k, out);
		break;
	case PLAN_LEAD:
	case PLAN_LINK:
		say_lead(c, k, out);
		break;
	case PLAN_WINDOW:
		say_window(c, k, out);
		break;
	case PLAN_GROUP:
		out->rule = c->y->couples.v[k->group].rule;
		out->text = year_couple_say(
		    c->y, &c->y->couples.v[k->group], NULL, NULL, c->a);
		break;
	}
	if (out->source == NULL)
		out->source = "";
}

/* ---- loosening it -------------------------------------------------------- */

static const char *
say_enough(const struct teller *c, const struct plan_loosening *l)
{
	const char *s = "";

	if (l->whole == PLAN_FEASIBLE || l->whole == PLAN_OPTIMAL)
		YEAR_SAY(
		    c->y, c->a, s, KL_N_("Then these bodies can be planned."));
	else if (l->whole == PLAN_INFEASIBLE && l->enough != PLAN_NONE &&
		 l->how == PLAN_TO_NUMBER)
		YEAR_SAY(c->y, c->a, s,
		    KL_N_("There are other conflicts; with %d these bodies can "
			  "be planned."),
		    l->enough);
	else if (l->whole == PLAN_INFEASIBLE)
		YEAR_SAY(c->y, c->a, s,
		    KL_N_("That settles this conflict, but these bodies have "
			  "others."));
	else
		YEAR_SAY(c->y, c->a, s, KL_N_("That settles this conflict."));
	return s;
}

static const char *
say_loosening(const struct teller *c, const struct plan_constraint *k,
    const struct plan_loosening *l)
{
	const char *s = "", *both;
	char from[11], to[11];

	switch (l->how) {
	case PLAN_TO_NUMBER:
		YEAR_SAY(c->y, c->a, s,
		    KL_N_("It is enough to change %d to %d."), l->from, l->to);
		break;
	case PLAN_EARLIER:
		YEAR_SAY(c->y, c->a, s,
		    KL_N_("It is enough if the window begins on %s instead of "
			  "%s."),
		    kl_day_format(c->y->first + l->to, to),
		    kl_day_format(c->y->first + l->from, from));
		break;
	case PLAN_LATER:
		YEAR_SAY(c->y, c->a, s,
		    KL_N_("It is enough if the window ends on %s instead of "
			  "%s."),
		    kl_day_format(c->y->first + l->to, to),
		    kl_day_format(c->y->first + l->from, from));
		break;
	case PLAN_LET_GO:
		if (k->ban == PLAN_NONE && k->rule == PLAN_PLACED)
			YEAR_SAY(c->y, c->a, s,
			    KL_N_("It is enough with one meeting less."));
		else
			YEAR_SAY(c->y, c->a, s,
			    KL_N_("It is enough to let this go."));
		break;
	}
	both = arena_printf(c->a, "%s %s", s, say_enough(c, l));
	return both == NULL ? "" : both;
}

/* ---- the whole ----------------------------------------------------------- */

/* Several of a body's gaps, or meetings, are one sentence. */
static int
put(const struct teller *c, const struct plan_conflict *found,
    const struct plan_loosening *loosening, year_conflicts *out,
    struct kl_error *err)
{
	struct year_conflict one, *place;
	size_t i, k;

	for (i = 0; i < found->n; i++) {
		memset(&one, 0, sizeof one);
		say(c, &found->v[i], &one);
		for (k = 0; k < out->n; k++)
			if (strcmp(out->v[k].text, one.text) == 0)
				break;
		if (k < out->n)
			continue;
		one.loosen = loosening == NULL ? ""
					       : say_loosening(c, &found->v[i],
						     &loosening[i]);
		place = vec_push(c->a, out);
		if (place == NULL)
			return kl_error_nomem(err);
		*place = one;
	}
	return 0;
}

/* Mark the bodies that a constraint of the year's own model is about. */
static void
mark_body(const struct year *y, int body, bool *in)
{
	size_t i;

	for (i = 0; body != PLAN_NONE && i < y->parties.n; i++)
		if (y->parties.v[i].n > 0 && y->parties.v[i].body == body)
			in[i] = true;
}

static void
mark_bodies(const struct year *y, const struct plan_constraint *k, bool *in)
{
	const struct plan_model *m = &y->model;

	mark_body(y, k->body, in);
	if (k->meeting != PLAN_NONE)
		mark_body(y, m->meeting[k->meeting].body, in);
	if (k->other != PLAN_NONE)
		mark_body(y, m->meeting[k->other].body, in);
	if (k->link != PLAN_NONE) {
		mark_body(y, m->meeting[m->link[k->link].before].body, in);
		mark_body(y, m->meeting[m->link[k->link].after].body, in);
	}
}

/* A copy of the year with the bodies of its own conflict alone: what forbids
 * their days is among the reasons, what the others do is not.  NULL when memory
 * is out; the same year when there is no conflict. */
static const struct year *
narrowed(
    const struct year *y, const struct plan_conflict *found, struct arena *a)
{
	struct year *copy = arena_alloc(a, sizeof *copy);
	bool *in = arena_alloc(a, y->parties.n + 1);
	struct year_tie *t;
	size_t i, n;

	if (copy == NULL || in == NULL)
		return NULL;
	*copy = *y;
	copy->arena = a;
	copy->parties.v =
	    arena_alloc(a, y->parties.n * sizeof(struct year_party));
	copy->ties.v = arena_alloc(a, (y->ties.n + 1) * sizeof *t);
	if (copy->parties.v == NULL || copy->ties.v == NULL)
		return NULL;
	for (i = 0; i < found->n; i++)
		mark_bodies(y, &found->v[i], in);
	for (i = 0; i < y->parties.n; i++) {
		copy->parties.v[i] = y->parties.v[i];
		copy->parties.v[i].meeting = NULL;
		copy->parties.v[i].body = -1;
		if (!in[i])
			copy->parties.v[i].n = 0;
	}
	for (i = 0, n = 0; i < y->ties.n; i++) {
		t = &y->ties.v[i];
		if (in[t->council] && in[t->committee])
			copy->ties.v[n++] = *t;
	}
	copy->ties.n = n;
	return copy;
}

/* The conflict of the open model of ${y}, in sentences. */
static int
tell(const struct year *y, bool (*should_stop)(void *ctx), void *ctx,
    struct arena *work, struct arena *a, year_conflicts *out,
    struct kl_error *err)
{
	struct plan_loosening *loosening = NULL;
	struct plan_conflict found = { 0 };
	struct plan_model m;
	struct plan_ban *bans;
	year_bans list = { 0 };
	struct teller c = { y, a, &m, &list };
	const uint8_t *option;
	size_t i;
	int rc;

	rc = year_make(y, true, work, &m, &option, &list, err);
	if (rc != 0)
		return rc;
	bans = arena_alloc(work, (list.n + 1) * sizeof *bans);
	if (bans == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < list.n; i++) {
		bans[i].n = list.v[i].slots.n;
		bans[i].slot = list.v[i].slots.v;
	}
	rc =
	    plan_explain(&m, bans, list.n, should_stop, ctx, work, &found, err);
	if (rc == 0 && found.n > 0 && found.minimal)
		rc = plan_loosen(&m, bans, list.n, &found, should_stop, ctx,
		    work, &loosening, err);
	return rc == 0 ? put(&c, &found, loosening, out, err) : rc;
}

/* The conflict of the year's own model, when it was too much to say why the
 * days that it leaves out are closed: true all the same. */
static int
tell_closed(const struct year *y, const struct plan_conflict *found,
    struct arena *a, year_conflicts *out, struct kl_error *err)
{
	struct plan_model m = y->model;
	struct teller c = { y, a, &m, NULL };

	return put(&c, found, NULL, out, err);
}

int
year_conflict(const struct year *y, bool (*should_stop)(void *ctx), void *ctx,
    struct arena *a, year_conflicts *out, struct kl_error *err)
{
	struct arena *work = arena_new(0);
	struct plan_conflict found = { 0 };
	const struct year *small;
	int rc = KL_E_NOMEM;

	memset(out, 0, sizeof *out);
	if (work == NULL) {
		kl_error_nomem(err);
		goto out;
	}
	/* which bodies cannot agree; then why, with every day to choose from */
	rc = plan_explain(
	    &y->model, NULL, 0, should_stop, ctx, work, &found, err);
	if (rc != 0 || found.n == 0)
		goto out;
	small = narrowed(y, &found, work);
	rc = small == NULL ? kl_error_nomem(err)
			   : tell(small, should_stop, ctx, work, a, out, err);
	if (rc == 0 && out->n == 0)
		rc = tell_closed(y, &found, a, out, err);
out:
	arena_free(work);
	return rc;
}
