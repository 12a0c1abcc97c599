/* SPDX-License-Identifier: EUPL-1.2
 *
 * Calendar events of meetings and of the steps around them.  The words are
 * those of the register and of the cycle definition.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan/feed.h"

static const char *
name_of(const struct feed *f, const char *code)
{
	const struct committee *c = bundle_committee(f->facts, code);

	return c == NULL || c->name == NULL ? code : c->name;
}

static int
add_meeting(const struct feed *f, const struct feed_meeting *m, struct arena *a,
    feed_events *out)
{
	struct ical_event *e = vec_push(a, out);

	if (e == NULL)
		return KL_E_NOMEM;
	*e = (struct ical_event){ .uid = m->uid,
		.day = m->day,
		.start = m->start,
		.end = m->start == NULL ? NULL : m->end,
		.summary = name_of(f, m->committee),
		.location = m->place,
		.sequence = m->sequence,
		.cancelled = m->cancelled,
		.changed = m->changed,
		.category = name_of(f, m->committee) };
	return 0;
}

/* The reasons for the step's day, a line each, as the description. */
static const char *
because(const struct rules_step *s, struct arena *a)
{
	const char *text = NULL;
	const struct reason *r;
	size_t i;

	for (i = 0; i < s->why.reasons.n; i++) {
		r = &s->why.reasons.v[i];
		text = arena_printf(a, "%s%s%s (%s)", text == NULL ? "" : text,
		    text == NULL ? "" : "\n", r->text, r->statute);
	}
	return text;
}

/* Whether the step is the meeting itself. */
static bool
is_meeting(const struct cycle_step *s)
{
	return s->anchor == CYCLE_MEETING && s->offset == 0;
}

static int
add_step(const struct feed *f, const struct feed_meeting *m,
    const struct rules_step *s, struct arena *a, feed_events *out)
{
	const char *committee = name_of(f, m->committee);
	bool gone = s->day == KL_DAY_NONE;
	struct ical_event *e;
	char date[11];

	if (is_meeting(s->step))
		return 0;
	e = vec_push(a, out);
	if (e == NULL)
		return KL_E_NOMEM;
	*e = (struct ical_event){ .uid = arena_printf(
				      a, "%s-%s", s->step->id, m->uid),
		.day = gone ? s->by_rule : s->day,
		.summary = arena_printf(a, "%s: %s %s", s->step->name,
		    committee, kl_day_format(m->day, date)),
		.description = because(s, a),
		.sequence = m->sequence,
		.cancelled = m->cancelled || gone,
		.changed = m->changed,
		.category = committee };
	return 0;
}

/* Levels as bits. */
#define LEVEL(level) (1u << (level))
#define ALL_LEVELS                                                             \
	(LEVEL(CYCLE_OFFICE) | LEVEL(CYCLE_SECRETARIAT) |                      \
	    LEVEL(CYCLE_COMMITTEE))

static int
add_steps(const struct feed *f, const struct feed_meeting *m, unsigned levels,
    struct arena *a, feed_events *out)
{
	size_t i;
	int rc = 0;

	if (m->steps == NULL)
		return 0;
	for (i = 0; rc == 0 && i < m->steps->v.n; i++)
		if ((levels & LEVEL(m->steps->v.v[i].step->level)) != 0)
			rc = add_step(f, m, &m->steps->v.v[i], a, out);
	return rc;
}

static int
by_time(const void *x, const void *y)
{
	const struct ical_event *a = x, *b = y;
	int c;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	c = strcmp(
	    a->start == NULL ? "" : a->start, b->start == NULL ? "" : b->start);
	return c != 0 ? c : strcmp(a->uid, b->uid);
}

static int
finish(int rc, struct arena *a, feed_events *out, struct kl_error *err)
{
	if (rc != 0 || arena_failed(a))
		return kl_error_nomem(err);
	if (out->n > 1)
		qsort(out->v, out->n, sizeof *out->v, by_time);
	return 0;
}

int
feed_body(const struct feed *f, const char *committee, struct arena *a,
    feed_events *out, struct kl_error *err)
{
	size_t i;
	int rc = 0;

	if (bundle_committee(f->facts, committee) == NULL)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no committee \"%s\"."), committee);
	for (i = 0; rc == 0 && i < f->n; i++) {
		if (strcmp(f->v[i].committee, committee) != 0)
			continue;
		rc = add_meeting(f, &f->v[i], a, out);
		if (rc == 0)
			rc = add_steps(f, &f->v[i], ALL_LEVELS, a, out);
	}
	return finish(rc, a, out, err);
}

/* What the person has to do with the meeting: whether they sit in the body that
 * day, and in ${levels} the steps they answer for. */
static bool
concerns(const struct feed *f, const struct feed_meeting *m, const char *ref,
    unsigned *levels)
{
	const struct mandate *x;
	bool sits = false;
	size_t i;

	*levels = 0;
	for (i = 0; i < f->facts->mandates.n; i++) {
		x = &f->facts->mandates.v[i];
		if (strcmp(x->person, ref) != 0 ||
		    strcmp(x->committee, m->committee) != 0 ||
		    (x->from != KL_DAY_NONE && x->from > m->day) ||
		    (x->to != KL_DAY_NONE && x->to < m->day))
			continue;
		sits = true;
		if (x->role == ROLE_SECRETARY)
			*levels |= LEVEL(CYCLE_SECRETARIAT);
		if (x->role == ROLE_CHAIR)
			*levels |= LEVEL(CYCLE_COMMITTEE);
	}
	return sits;
}

int
feed_person(const struct feed *f, const char *ref, struct arena *a,
    feed_events *out, struct kl_error *err)
{
	unsigned levels;
	size_t i;
	int rc = 0;

	if (bundle_person(f->facts, ref) == NULL)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no person \"%s\"."), ref);
	for (i = 0; rc == 0 && i < f->n; i++) {
		if (!concerns(f, &f->v[i], ref, &levels))
			continue;
		rc = add_meeting(f, &f->v[i], a, out);
		if (rc == 0)
			rc = add_steps(f, &f->v[i], levels, a, out);
	}
	return finish(rc, a, out, err);
}

int
feed_role(const struct feed *f, enum cycle_level level, struct arena *a,
    feed_events *out, struct kl_error *err)
{
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < f->n; i++) {
		if (level == CYCLE_SECRETARIAT)
			rc = add_meeting(f, &f->v[i], a, out);
		if (rc == 0)
			rc = add_steps(f, &f->v[i], LEVEL(level), a, out);
	}
	return finish(rc, a, out, err);
}
