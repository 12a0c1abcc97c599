/* SPDX-License-Identifier: EUPL-1.2
 *
 * Units of work by week and person.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "calendar/week.h"
#include "plan/load.h"

/* One count. */
struct counting {
	const struct bundle *facts;
	struct arena *a;
	struct load *out;
};

const char *
load_secretary(const struct bundle *facts, const char *committee, kl_day day)
{
	const struct mandate *m;
	size_t i;

	for (i = 0; i < facts->mandates.n; i++) {
		m = &facts->mandates.v[i];
		if (m->role == ROLE_SECRETARY && m->committee != NULL &&
		    strcmp(m->committee, committee) == 0 && m->from <= day &&
		    (m->to == KL_DAY_NONE || day <= m->to))
			return m->person;
	}
	return NULL;
}

static struct load_person *
person_of(struct counting *c, const char *ref)
{
	struct load_person *p;
	size_t i;

	for (i = 0; i < c->out->persons.n; i++) {
		p = &c->out->persons.v[i];
		if (p->person == ref || (p->person != NULL && ref != NULL &&
					    strcmp(p->person, ref) == 0))
			return p;
	}
	p = c->out->persons.n < LOAD_PERSONS_MAX
		? vec_push(c->a, &c->out->persons)
		: NULL;
	if (p != NULL)
		p->person = ref;
	return p;
}

static int
add(struct counting *c, const char *committee, kl_day day, int units)
{
	struct load_person *p;
	int year, week = week_of(day, &year);

	if (year != c->out->year)
		return 0;
	p = person_of(c, load_secretary(c->facts, committee, day));
	if (p == NULL)
		return KL_E_NOMEM;
	p->units[week] += units;
	c->out->units[week] += units;
	return 0;
}

static int
add_meeting(struct counting *c, const struct feed_meeting *m)
{
	const struct rules_step *s;
	size_t i;
	int rc = add(c, m->committee, m->day, LOAD_MEETING);

	for (i = 0; rc == 0 && m->steps != NULL && i < m->steps->v.n; i++) {
		s = &m->steps->v.v[i];
		if (s->day != KL_DAY_NONE &&
		    s->step->level == CYCLE_SECRETARIAT)
			rc = add(c, m->committee, s->day, LOAD_STEP);
	}
	return rc;
}

/* ---- order and caps -------------------------------------------------------
 */

/* By surname, then first name, then ref. */
static int
compare(const struct bundle *facts, const struct load_person *x,
    const struct load_person *y)
{
	const struct person *p = bundle_person(facts, x->person);
	const struct person *q = bundle_person(facts, y->person);
	int by = 0;

	if (x->person == NULL || y->person == NULL)
		return (x->person == NULL) - (y->person == NULL);
	if (p != NULL && q != NULL && p->last != NULL && q->last != NULL)
		by = strcmp(p->last, q->last);
	if (by == 0 && p != NULL && q != NULL && p->first != NULL &&
	    q->first != NULL)
		by = strcmp(p->first, q->first);
	return by != 0 ? by : strcmp(x->person, y->person);
}

static void
sort_persons(struct counting *c)
{
	struct load_person *v = c->out->persons.v, moved;
	size_t i, k;

	for (i = 1; i < c->out->persons.n; i++) {
		moved = v[i];
		for (k = i; k > 0 && compare(c->facts, &v[k - 1], &moved) > 0;
		     k--)
			v[k] = v[k - 1];
		v[k] = moved;
	}
}

/* An equal share, rounded up. */
static int
share(int cap, int persons)
{
	return persons == 0 ? cap : (cap + persons - 1) / persons;
}

static void
set_caps(struct load *l, int cap, int high)
{
	int week, weeks = 0, sum = 0, persons = 0;
	size_t i;

	for (week = 1; week <= LOAD_WEEKS; week++) {
		sum += l->units[week];
		weeks += l->units[week] > 0;
	}
	for (i = 0; i < l->persons.n; i++)
		persons += l->persons.v[i].person != NULL;
	if (weeks == 0)
		return;
	l->cap = cap > 0 ? cap : sum * 11 / (weeks * 10) + 1;
	l->cap_high = high > 0 ? high : sum * 15 / (weeks * 10) + 1;
	l->own_cap = share(l->cap, persons);
	l->own_cap_high = share(l->cap_high, persons);
}

int
load_of(const struct feed *feed, int year, int cap, int cap_high,
    struct arena *a, struct load *out, struct kl_error *err)
{
	struct counting c = { feed->facts, a, out };
	size_t i;
	int rc = 0;

	memset(out, 0, sizeof *out);
	out->year = year;
	for (i = 0; i < feed->n && rc == 0; i++)
		if (!feed->v[i].cancelled)
			rc = add_meeting(&c, &feed->v[i]);
	if (rc != 0)
		return kl_error_nomem(err);
	sort_persons(&c);
	set_caps(out, cap, cap_high);
	return 0;
}
