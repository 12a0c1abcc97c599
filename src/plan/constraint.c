/* SPDX-License-Identifier: EUPL-1.2
 *
 * The constraints' names.  Only what can be broken has one: a window, a gap or
 * a group is listed whether it is tight or not, but for one that is only
 * charged.
 */
#include "config.h"

#include "plan/constraint.h"

/* Another constraint, about nothing yet. */
static struct plan_constraint *
add(struct arena *a, constraint_list *list, enum plan_rule rule,
    enum plan_side side)
{
	static struct plan_constraint spare; /* when memory is out */
	struct plan_constraint *c = vec_push(a, list);

	if (c == NULL)
		c = &spare;
	*c = (struct plan_constraint){ .rule = rule,
		.side = side,
		.meeting = PLAN_NONE,
		.other = PLAN_NONE,
		.body = PLAN_NONE,
		.window = PLAN_NONE,
		.group = PLAN_NONE,
		.link = PLAN_NONE,
		.ban = PLAN_NONE };
	return c;
}

/* Both sides of what binds two meetings. */
static void
add_pair(struct arena *a, constraint_list *list, enum plan_rule rule, int body,
    int link, int before, int after)
{
	struct plan_constraint *c;
	int side;

	for (side = PLAN_AT_LEAST; side <= PLAN_AT_MOST; side++) {
		c = add(a, list, rule, (enum plan_side)side);
		c->body = body;
		c->link = link;
		c->meeting = before;
		c->other = after;
	}
}

static void
add_placed(struct arena *a, constraint_list *list, int body, int meeting)
{
	struct plan_constraint *c = add(a, list, PLAN_PLACED, PLAN_AT_LEAST);

	c->body = body;
	c->meeting = meeting;
}

void
constraint_list_body(const struct plan_model *m, int body, struct arena *a,
    constraint_list *list)
{
	const struct plan_body *b = &m->body[body];
	struct plan_constraint *c;
	int k;

	for (k = 0; k < b->n; k++) {
		if (b->council != NULL)
			add_placed(a, list, body, b->council[k]);
		add_placed(a, list, body, b->committee[k]);
	}
	for (k = 0; k + 1 < b->n; k++)
		add_pair(a, list, PLAN_GAP, body, PLAN_NONE, b->committee[k],
		    b->committee[k + 1]);
	for (k = 0; b->council != NULL && k < b->n; k++)
		add_pair(a, list, PLAN_LEAD, body, PLAN_NONE, b->council[k],
		    b->committee[k]);
	for (k = 0; k < b->windows; k++) {
		c = add(a, list, PLAN_WINDOW, PLAN_AT_LEAST);
		c->body = body;
		c->window = k;
	}
}

void
constraint_list_shared(
    const struct plan_model *m, struct arena *a, constraint_list *list)
{
	int i;

	for (i = 0; i < m->n_groups; i++)
		if (m->group[i].over == 0)
			add(a, list, PLAN_GROUP, PLAN_AT_MOST)->group = i;
	for (i = 0; i < m->n_links; i++)
		add_pair(a, list, PLAN_LINK, PLAN_NONE, i, m->link[i].before,
		    m->link[i].after);
}

void
constraint_list_bans(size_t n_bans, struct arena *a, constraint_list *list)
{
	size_t i;

	for (i = 0; i < n_bans; i++)
		add(a, list, PLAN_PLACED, PLAN_AT_MOST)->ban = (int)i;
}

void
constraint_list_all(const struct plan_model *m, size_t n_bans, struct arena *a,
    constraint_list *list)
{
	int i;

	for (i = 0; i < m->n_bodies; i++)
		constraint_list_body(m, i, a, list);
	constraint_list_shared(m, a, list);
	constraint_list_bans(n_bans, a, list);
}
