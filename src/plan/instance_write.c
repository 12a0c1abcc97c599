/* SPDX-License-Identifier: EUPL-1.2
 *
 * Writing a model as an instance file, for what the format can express.  See
 * kansli-instance(5).
 */
#include "config.h"

#include "plan/instance.h"

#define INSTANCE_DAYS 365

static bool
same_rules(const struct plan_body *a, const struct plan_body *b)
{
	int i;

	if (a->gap_min != b->gap_min || a->gap_max != b->gap_max ||
	    a->lead_min != b->lead_min || a->lead_max != b->lead_max ||
	    a->windows != b->windows)
		return false;
	for (i = 0; i < a->windows; i++)
		if (a->window[i].first != b->window[i].first ||
		    a->window[i].last != b->window[i].last)
			return false;
	return true;
}

static bool
can_be_written(const struct plan_model *m)
{
	int i;

	if (m->days != INSTANCE_DAYS || m->n_links > 0 || m->n_bodies < 1)
		return false;
	for (i = 0; i < m->n_groups; i++)
		if (m->group[i].over > 0)
			return false;
	for (i = 1; i < m->n_bodies; i++)
		if (!same_rules(&m->body[0], &m->body[i]))
			return false;
	return true;
}

/* Numbers after others on a line. */
static void
put_list(struct buf *out, const int *v, int n)
{
	int i;

	for (i = 0; i < n; i++)
		buf_printf(out, " %d", v[i]);
}

/* A number for each day, on a line of their own. */
static void
put_days(struct buf *out, const int *v)
{
	buf_printf(out, "%d", v[0]);
	put_list(out, v + 1, INSTANCE_DAYS - 1);
	buf_putc(out, '\n');
}

static void
put_head(const struct plan_model *m, struct buf *out)
{
	const struct plan_body *b = &m->body[0];
	int i;

	buf_printf(out, "%d %d %d %d %d %d %d %d %d %d %d %d %d %d %d\n",
	    m->n_bodies, m->n_meetings, m->n_groups, m->cap_a, m->cap_b,
	    m->over_a, m->over_b, m->cap_dispatch, m->over_dispatch,
	    m->off_weekday, b->gap_min, b->gap_max, b->lead_min, b->lead_max,
	    b->windows);
	for (i = 0; i < b->windows; i++)
		buf_printf(
		    out, "%d %d\n", b->window[i].first, b->window[i].last);
	put_days(out, m->act);
	put_days(out, m->weekday);
}

static void
put_bodies(const struct plan_model *m, struct buf *out)
{
	const struct plan_body *b;
	int i;

	for (i = 0; i < m->n_bodies; i++) {
		b = &m->body[i];
		buf_printf(out, "%d %d", b->n, b->council != NULL);
		put_list(out, b->committee, b->n);
		if (b->council != NULL)
			put_list(out, b->council, b->n);
		buf_putc(out, '\n');
	}
}

static void
put_meeting(const struct plan_model *m, int number, struct buf *out)
{
	const struct plan_meeting *v = &m->meeting[number];
	const struct plan_slot *s = m->slot + v->slot;
	const struct plan_slot *end = s + v->slots;
	uint32_t k;

	buf_printf(out, "%d %d %d %u\n", v->body, v->k, v->council, v->slots);
	for (; s < end; s++) {
		buf_printf(out, "%d %d %d %d %d", s->day, s->band, s->cost,
		    s->dispatch, s->loads);
		for (k = s->load; k < s->load + s->loads; k++)
			buf_printf(
			    out, " %d %d", m->load[k].week, m->load[k].units);
		buf_putc(out, '\n');
	}
}

bool
instance_write(const struct plan_model *m, struct buf *out)
{
	int i;

	if (!can_be_written(m))
		return false;
	put_head(m, out);
	put_bodies(m, out);
	for (i = 0; i < m->n_meetings; i++)
		put_meeting(m, i, out);
	for (i = 0; i < m->n_groups; i++) {
		buf_printf(out, "%d %d %d", m->group[i].band, m->group[i].cap,
		    m->group[i].n);
		put_list(out, m->group[i].meeting, m->group[i].n);
		buf_putc(out, '\n');
	}
	return true;
}
