/* SPDX-License-Identifier: EUPL-1.2
 *
 * How little would have to give: for each constraint of a conflict the smallest
 * change of its number, by bisection, and what it means for the whole year.
 */
#include "config.h"

#include "plan/constraint.h"
#include "plan/sat.h"

/* Constraints, and a solver that has them. */
struct question {
	constraint_list list;
	struct sat *sat;
	bool *keep;		      /* by index */
	struct plan_constraint *same; /* working space for as many */
};

/* The numbers of ${model} are copies, to be changed one at a time. */
struct loosen {
	const struct sat_input *in;
	struct arena *arena;
	struct plan_model model;
	struct plan_body *body;
	struct plan_group *group;
	struct plan_link *link;
	struct question conflict, whole;
};

/* A number of a constraint, and how far it can be moved. */
struct number {
	int *at;  /* in the copies; NULL: it has none */
	int from; /* what it is */
	int step; /* 1 or -1 */
	int most; /* steps */
};

/* ---- the numbers -------------------------------------------------------- */

static void *
copy(struct arena *a, const void *from, int n, size_t size)
{
	void *to = arena_alloc(a, ((size_t)n + 1) * size);

	if (to != NULL && n > 0)
		memcpy(to, from, (size_t)n * size);
	return to;
}

static void
copy_numbers(struct loosen *l)
{
	const struct plan_model *m = l->in->m;
	struct plan_body *b;
	int i;

	l->model = *m;
	l->body = copy(l->arena, m->body, m->n_bodies, sizeof *m->body);
	l->group = copy(l->arena, m->group, m->n_groups, sizeof *m->group);
	l->link = copy(l->arena, m->link, m->n_links, sizeof *m->link);
	for (i = 0; l->body != NULL && i < m->n_bodies; i++) {
		b = &l->body[i];
		b->window =
		    copy(l->arena, b->window, b->windows, sizeof *b->window);
	}
	l->model.body = l->body;
	l->model.group = l->group;
	l->model.link = l->link;
}

/* A number of days that is the least, or the most. */
static struct number
days(const struct loosen *l, const struct plan_constraint *c, int *least,
    int *most, int floor)
{
	if (c->side == PLAN_AT_LEAST)
		return (struct number){ least, *least, -1, *least - floor };
	return (struct number){ most, *most, 1, l->model.days - *most };
}

/* The number of ${c}; of a window its last day, or with ${earlier} its first.
 */
static struct number
number_of(struct loosen *l, const struct plan_constraint *c, bool earlier)
{
	struct plan_window *w;
	struct plan_group *g;
	struct plan_link *k;
	struct plan_body *b;

	switch (c->rule) {
	case PLAN_GAP:
		b = &l->body[c->body];
		return days(l, c, &b->gap_min, &b->gap_max, 1);
	case PLAN_LEAD:
		b = &l->body[c->body];
		return days(l, c, &b->lead_min, &b->lead_max, 0);
	case PLAN_LINK:
		k = &l->link[c->link];
		return days(l, c, &k->min, &k->max, 0);
	case PLAN_GROUP:
		g = &l->group[c->group];
		return (struct number){ &g->cap, g->cap, 1, g->n - g->cap };
	case PLAN_WINDOW:
		/* The array is this file's own copy. */
		w = (struct plan_window *)(uintptr_t)&l->body[c->body]
			.window[c->window];
		if (earlier)
			return (
			    struct number){ &w->first, w->first, -1, w->first };
		return (struct number){ &w->last, w->last, 1,
			l->model.days - 1 - w->last };
	case PLAN_PLACED:
		break;
	}
	return (struct number){ NULL, PLAN_NONE, 0, 0 };
}

/* Do these two get their number from the same place? */
static bool
same_number(const struct plan_constraint *a, const struct plan_constraint *b)
{
	if (a->rule != b->rule || a->side != b->side || a->ban != b->ban)
		return false;
	switch (a->rule) {
	case PLAN_PLACED:
		return a->meeting == b->meeting;
	case PLAN_GAP:
	case PLAN_LEAD:
		return a->body == b->body;
	case PLAN_WINDOW:
		return a->body == b->body && a->window == b->window;
	case PLAN_GROUP:
		return a->group == b->group;
	case PLAN_LINK:
		return a->link == b->link;
	}
	return false;
}

/* ---- asking ------------------------------------------------------------- */

/* What remains of the question when ${c} has the number that the copies say, or
 * (${gone}) is let go. */
static enum sat_answer
ask(struct loosen *l, struct question *q, const struct plan_constraint *c,
    bool gone)
{
	size_t i, n = 0;

	for (i = 0; i < q->list.n; i++) {
		q->keep[i] = !same_number(&q->list.v[i], c);
		if (!q->keep[i])
			q->same[n++] = q->list.v[i];
	}
	if (gone)
		return sat_solve(q->sat, q->keep);
	return sat_probe(q->sat, q->keep, &l->model, q->same, n);
}

/* The same, when the number is moved by so many steps. */
static enum sat_answer
ask_moved(struct loosen *l, struct question *q, const struct plan_constraint *c,
    const struct number *n, int steps)
{
	enum sat_answer answer;

	*n->at = n->from + n->step * steps;
	answer = ask(l, q, c, false);
	*n->at = n->from;
	return answer;
}

/* The fewest steps, more than ${low}, that end the question, or 0 when none do.
 */
static int
fewest_steps(struct loosen *l, struct question *q,
    const struct plan_constraint *c, const struct number *n, int low)
{
	int high = n->most, middle;

	if (n->at == NULL || high <= low ||
	    ask_moved(l, q, c, n, high) != SAT_YES)
		return 0;
	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (ask_moved(l, q, c, n, middle) == SAT_YES)
			high = middle;
		else
			low = middle;
	}
	return high;
}

static enum plan_status
status_of(enum sat_answer answer)
{
	if (answer == SAT_STOPPED)
		return PLAN_UNKNOWN;
	return answer == SAT_YES ? PLAN_FEASIBLE : PLAN_INFEASIBLE;
}

static struct plan_loosening
loosen_one(struct loosen *l, const struct plan_constraint *c)
{
	struct number n = number_of(l, c, false), first;
	struct plan_loosening out = { PLAN_TO_NUMBER, n.from, PLAN_NONE,
		PLAN_UNKNOWN, PLAN_NONE };
	int steps = fewest_steps(l, &l->conflict, c, &n, 0), earlier;

	if (c->rule == PLAN_WINDOW) {
		out.how = PLAN_LATER;
		first = number_of(l, c, true);
		earlier = fewest_steps(l, &l->conflict, c, &first, 0);
		if (earlier > 0 && (steps == 0 || earlier < steps)) {
			out.how = PLAN_EARLIER;
			n = first;
			steps = earlier;
		}
	}
	if (steps == 0) {
		out.how = PLAN_LET_GO;
		out.whole = status_of(ask(l, &l->whole, c, true));
		return out;
	}
	out.from = n.from;
	out.to = n.from + n.step * steps;
	out.whole = status_of(ask_moved(l, &l->whole, c, &n, steps));
	if (out.whole == PLAN_INFEASIBLE &&
	    (steps = fewest_steps(l, &l->whole, c, &n, steps)) > 0)
		out.enough = n.from + n.step * steps;
	return out;
}

static int
open_question(struct loosen *l, struct question *q, struct kl_error *err)
{
	q->keep = arena_alloc(l->arena, q->list.n + 1);
	q->same = arena_alloc(l->arena, (q->list.n + 1) * sizeof *q->same);
	if (arena_failed(l->arena))
		return kl_error_nomem(err);
	return sat_new(l->in, q->list.v, q->list.n, &q->sat, err);
}

int
plan_loosen(const struct plan_model *m, const struct plan_ban *bans,
    size_t n_bans, const struct plan_conflict *conflict,
    bool (*should_stop)(void *ctx), void *ctx, struct arena *a,
    struct plan_loosening **out, struct kl_error *err)
{
	int64_t left = SAT_STEPS;
	const struct sat_input in = { m, bans, n_bans, should_stop, ctx,
		&left };
	struct loosen l = { .in = &in, .arena = arena_new(0) };
	size_t i, j;
	int rc;

	*out = arena_alloc(a, (conflict->n + 1) * sizeof **out);
	if (l.arena == NULL || *out == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	copy_numbers(&l);
	l.conflict.list.v = conflict->v;
	l.conflict.list.n = conflict->n;
	constraint_list_all(m, n_bans, l.arena, &l.whole.list);
	rc = open_question(&l, &l.conflict, err);
	if (rc == 0)
		rc = open_question(&l, &l.whole, err);
	for (i = 0; rc == 0 && i < conflict->n; i++) {
		for (j = 0; j < i; j++)
			if (same_number(&conflict->v[i], &conflict->v[j]))
				break;
		(*out)[i] = j < i ? (*out)[j] : loosen_one(&l, &conflict->v[i]);
	}
out:
	sat_free(l.conflict.sat);
	sat_free(l.whole.sat);
	arena_free(l.arena);
	return rc;
}
