/* SPDX-License-Identifier: EUPL-1.2
 *
 * A minimal conflict: the bodies are tried one by one, then the whole; what
 * the solver's proof does not need is left out; then each constraint in turn is
 * left out and stays out if the rest still cannot be kept.
 */
#include "config.h"

#include "plan/constraint.h"
#include "plan/sat.h"

/* Constraints under way: which are still needed, as far as is known. */
struct conflict {
	const struct sat_input *in;
	struct arena *arena;
	constraint_list list;
	bool *keep;
	bool stopped;
};

static size_t
count_kept(const struct conflict *c)
{
	size_t i, n = 0;

	for (i = 0; i < c->list.n; i++)
		n += c->keep[i];
	return n;
}

/* Keep what the last proof needs and no more. */
static void
keep_blamed(struct conflict *c, const struct sat *s)
{
	size_t i;

	for (i = 0; i < c->list.n; i++)
		c->keep[i] = c->keep[i] && sat_blames(s, i);
}

/* What is not kept is forgotten. */
static void
forget_rest(struct conflict *c)
{
	size_t i, n = 0;

	for (i = 0; i < c->list.n; i++)
		if (c->keep[i])
			c->list.v[n++] = c->list.v[i];
	c->list.n = n;
	for (i = 0; i < n; i++)
		c->keep[i] = true;
}

/* Can all of the list be kept?  If not, what the proof does not need is
 * forgotten. */
static int
try_list(struct conflict *c, enum sat_answer *answer, struct kl_error *err)
{
	struct sat *s = NULL;
	size_t i;
	int rc;

	c->keep = arena_alloc(c->arena, c->list.n + 1);
	if (arena_failed(c->arena))
		return kl_error_nomem(err);
	for (i = 0; i < c->list.n; i++)
		c->keep[i] = true;
	rc = sat_new(c->in, c->list.v, c->list.n, &s, err);
	if (rc != 0)
		return rc;
	*answer = sat_solve(s, c->keep);
	if (*answer == SAT_NO) {
		keep_blamed(c, s);
		forget_rest(c);
	}
	sat_free(s);
	return 0;
}

/* A first conflict: of one body (within itself, or with a group or a ban) if
 * there is such, otherwise of the whole. */
static int
find_first(struct conflict *c, enum sat_answer *answer, struct kl_error *err)
{
	const struct plan_model *m = c->in->m;
	int i, rc = 0;

	*answer = SAT_YES;
	for (i = 0; i < m->n_bodies && *answer == SAT_YES && rc == 0; i++) {
		c->list.n = 0;
		constraint_list_body(m, i, c->arena, &c->list);
		constraint_list_shared(m, c->arena, &c->list);
		constraint_list_bans(c->in->n_bans, c->arena, &c->list);
		rc = try_list(c, answer, err);
	}
	if (rc != 0 || *answer != SAT_YES)
		return rc;
	c->list.n = 0;
	constraint_list_all(m, c->in->n_bans, c->arena, &c->list);
	return try_list(c, answer, err);
}

/* Leave out those of ${from} to ${to} that are of ${body} (PLAN_NONE: all):
 * for good if the rest cannot be kept. */
static void
leave_out(struct conflict *c, struct sat *s, size_t from, size_t to, int body)
{
	bool *was = c->keep + c->list.n; /* a copy, behind it */
	size_t i, n = 0;

	for (i = 0; i < c->list.n; i++) {
		was[i] = c->keep[i];
		if (i < from || i >= to || !c->keep[i] ||
		    (body >= 0 && c->list.v[i].body != body))
			continue;
		c->keep[i] = false;
		n++;
	}
	if (n == 0)
		return;
	switch (sat_solve(s, c->keep)) {
	case SAT_NO:
		keep_blamed(c, s);
		return;
	case SAT_STOPPED:
		c->stopped = true;
		break;
	case SAT_YES:
		break;
	}
	for (i = 0; i < c->list.n; i++)
		c->keep[i] = was[i];
}

/* Whole bodies first, so that few are named; then one at a time, from the last
 * or from the first. */
static void
leave_out_all(struct conflict *c, struct sat *s, bool from_last)
{
	size_t i, at, n = c->list.n;
	int body;

	for (i = 0; i < n; i++)
		c->keep[i] = true;
	for (i = 0; i < n && !c->stopped; i++) {
		at = from_last ? n - 1 - i : i;
		body = c->list.v[at].body;
		if (body >= 0 && c->keep[at] &&
		    (i == 0 ||
			c->list.v[from_last ? at + 1 : at - 1].body != body))
			leave_out(c, s, 0, n, body);
	}
	for (i = 0; i < n && !c->stopped; i++) {
		at = from_last ? n - 1 - i : i;
		leave_out(c, s, at, at + 1, PLAN_NONE);
	}
}

/* The smaller of the two that are found from either end. */
static int
minimise(struct conflict *c, bool *minimal, struct kl_error *err)
{
	const size_t n = c->list.n;
	struct sat *s = NULL;
	size_t i, fewest;
	bool *best;
	int rc;

	c->keep = arena_alloc(c->arena, 3 * n + 1);
	if (arena_failed(c->arena))
		return kl_error_nomem(err);
	best = c->keep + 2 * n;
	rc = sat_new(c->in, c->list.v, n, &s, err);
	if (rc != 0)
		return rc;
	leave_out_all(c, s, true);
	fewest = count_kept(c);
	for (i = 0; i < n; i++)
		best[i] = c->keep[i];
	*minimal = !c->stopped;
	if (*minimal)
		leave_out_all(c, s, false);
	if (c->stopped || count_kept(c) >= fewest)
		for (i = 0; i < n; i++)
			c->keep[i] = best[i];
	forget_rest(c);
	sat_free(s);
	return 0;
}

static int
hand_over(const struct conflict *c, struct arena *a, struct plan_conflict *out,
    struct kl_error *err)
{
	size_t i;

	out->v = arena_alloc(a, (c->list.n + 1) * sizeof *out->v);
	if (out->v == NULL)
		return kl_error_nomem(err);
	for (i = 0; i < c->list.n; i++)
		out->v[i] = c->list.v[i];
	out->n = c->list.n;
	return 0;
}

int
plan_explain(const struct plan_model *m, const struct plan_ban *bans,
    size_t n_bans, bool (*should_stop)(void *ctx), void *ctx, struct arena *a,
    struct plan_conflict *out, struct kl_error *err)
{
	int64_t left = SAT_STEPS;
	const struct sat_input in = { m, bans, n_bans, should_stop, ctx,
		&left };
	struct conflict c = { .in = &in, .arena = arena_new(0) };
	enum sat_answer answer;
	int rc;

	*out = (struct plan_conflict){ .minimal = false };
	if (c.arena == NULL)
		return kl_error_nomem(err);
	rc = find_first(&c, &answer, err);
	if (rc != 0)
		goto out;
	if (answer == SAT_NO) {
		rc = minimise(&c, &out->minimal, err);
		if (rc == 0)
			rc = hand_over(&c, a, out, err);
	} else {
		out->minimal = answer == SAT_YES;
	}
out:
	arena_free(c.arena);
	return rc;
}

/* Each meeting's slot by the solver's answer; false if one has none. */
static bool
read_plan(const struct sat *s, const struct plan_model *m, struct plan *plan)
{
	uint32_t k, end;
	int i;

	plan->n = m->n_meetings;
	for (i = 0; i < m->n_meetings; i++) {
		plan->slot[i] = PLAN_NONE;
		end = m->meeting[i].slot + m->meeting[i].slots;
		for (k = m->meeting[i].slot; k < end; k++)
			if (sat_takes(s, k))
				plan->slot[i] = (int32_t)k;
		if (plan->slot[i] == PLAN_NONE)
			return false;
	}
	return true;
}

int
plan_possible(const struct plan_model *m, bool (*should_stop)(void *ctx),
    void *ctx, struct plan *plan, bool *found, struct kl_error *err)
{
	int64_t left = SAT_STEPS;
	const struct sat_input in = { m, NULL, 0, should_stop, ctx, &left };
	struct conflict c = { .in = &in, .arena = arena_new(0) };
	struct sat *s = NULL;
	size_t i;
	int rc;

	*found = false;
	if (c.arena == NULL)
		return kl_error_nomem(err);
	constraint_list_all(m, 0, c.arena, &c.list);
	c.keep = arena_alloc(c.arena, c.list.n + 1);
	rc = arena_failed(c.arena) ? kl_error_nomem(err)
				   : sat_new(&in, c.list.v, c.list.n, &s, err);
	for (i = 0; rc == 0 && i < c.list.n; i++)
		c.keep[i] = true;
	if (rc == 0 && sat_solve(s, c.keep) == SAT_YES)
		*found = read_plan(s, m, plan);
	sat_free(s);
	arena_free(c.arena);
	return rc;
}
