/* SPDX-License-Identifier: EUPL-1.2
 *
 * The forecast: the entry order asked at the beginning and at every clock at
 * which somebody has told that they leave or come.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "rules/entry_facts.h"
#include "rules/forecast.h"

#define MOMENTS_MAX 64 /* clocks that are looked at */

struct casting {
	struct arena *a;
	const struct bundle *b;
	struct meeting m; /* before it began, at one clock */
	const struct rule_book *book;
	struct derivation *why;
	struct forecast *out;
};

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

static struct forecast_row *
row_of(struct forecast *f, const char *member)
{
	size_t i;

	for (i = 0; i < f->rows.n; i++)
		if (strcmp(f->rows.v[i].member, member) == 0)
			return &f->rows.v[i];
	return NULL;
}

static int
add_row(struct casting *c, const char *member, bool vacant)
{
	struct forecast_row *row = vec_push(c->a, &c->out->rows);

	if (row == NULL)
		return KL_E_NOMEM;
	row->member = member;
	row->vacant = vacant;
	row->seat = FORECAST_MEMBER;
	return 0;
}

static int
add_rows(struct casting *c, struct kl_error *err)
{
	struct sitting s;
	sitters vacated;
	size_t i;
	int rc = sitting_members(c->a, c->b, &c->m, &vacated, &s, err);

	if (rc != 0)
		return rc;
	c->out->seats = s.seats;
	c->out->need = s.need;
	for (i = 0; rc == 0 && i < s.v.n; i++)
		if (s.v.v[i].mandate->role <= ROLE_MEMBER)
			rc = add_row(c, s.v.v[i].ref, false);
	for (i = 0; rc == 0 && i < vacated.n; i++)
		rc = add_row(c, vacated.v[i].ref, true);
	return rc == 0 ? 0 : kl_error_nomem(err);
}

static int
by_clock(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* The clocks after the beginning at which somebody leaves or comes. */
static size_t
clocks_of(const struct casting *c, const char **v)
{
	const char *clock, *begins = c->m.time == NULL ? "" : c->m.time;
	size_t i, n = 0, w = 0;
	int side;

	for (i = 0; i < c->m.absences.n && n + 2 < MOMENTS_MAX; i++)
		for (side = 0; side < 2; side++) {
			clock = side == 0 ? c->m.absences.v[i].from
					  : c->m.absences.v[i].until;
			if (clock != NULL && strcmp(clock, begins) > 0)
				v[n++] = clock;
		}
	qsort(v, n, sizeof *v, by_clock);
	for (i = 0; i < n; i++)
		if (w == 0 || strcmp(v[w - 1], v[i]) != 0)
			v[w++] = v[i];
	return w;
}

/* Has the deputy been asked for the member, and what is the answer? */
static enum forecast_seat
asked(const struct casting *c, const struct entry *e)
{
	const struct absence_report *x;
	size_t i, k;

	if (e->deputy == NULL)
		return FORECAST_EMPTY;
	for (i = 0; i < c->m.absences.n; i++) {
		x = &c->m.absences.v[i];
		for (k = 0; same(x->person, e->member) && k < x->calls.n; k++)
			if (same(x->calls.v[k].person, e->deputy))
				return x->calls.v[k].answer == CALL_ACCEPTED
					   ? FORECAST_COMES
					   : FORECAST_ASKED;
	}
	return FORECAST_PROPOSED;
}

/* What is proposed for one seat: kept from the first clock at which the seat is
 * empty. */
static void
take_entry(struct casting *c, const struct entry *e, const char *clock,
    struct forecast_moment *at)
{
	struct forecast_row *row = row_of(c->out, e->member);
	enum forecast_seat seat = asked(c, e);

	at->sure += seat == FORECAST_COMES;
	at->asked += seat == FORECAST_COMES || seat == FORECAST_ASKED;
	at->possible += seat != FORECAST_EMPTY;
	if (row == NULL || row->seat != FORECAST_MEMBER)
		return;
	row->seat = seat;
	row->deputy = e->deputy;
	row->ground = e->ground;
	row->party = e->party;
	row->report = entry_away(&c->m, e->member, clock);
}

static void
tell_moment(struct casting *c, const struct forecast_moment *x)
{
	const struct committee *body = bundle_committee(c->b, c->m.committee);
	const struct rule *law = rule_on(
	    body->kind == BODY_ASSEMBLY ? RULE_COUNCIL_QUORUM : RULE_QUORUM,
	    c->m.day, NULL);

	if (law == NULL)
		return;
	if (x->clock == NULL)
		derive(c->why, law->name, law->statute,
		    KL_N_("%d of %d seats are sure to be served, %d with the "
			  "deputies who have been asked, %d with those who "
			  "can be. %d are needed."),
		    x->sure, c->out->seats, x->asked, x->possible,
		    c->out->need);
	else
		derive(c->why, law->name, law->statute,
		    KL_N_("From %s: %d of %d seats are sure to be served, %d "
			  "with the deputies who have been asked, %d with "
			  "those who can be. %d are needed."),
		    x->clock, x->sure, c->out->seats, x->asked, x->possible,
		    c->out->need);
}

static int
cast_moment(struct casting *c, const char *clock, struct kl_error *err)
{
	struct forecast_moment *x = vec_push(c->a, &c->out->moments);
	struct derivation *why = clock == NULL ? c->why : NULL;
	const char *begins = c->m.time;
	entries list;
	size_t i, members = 0;
	int rc;

	if (x == NULL)
		return kl_error_nomem(err);
	x->clock = clock;
	if (clock != NULL)
		c->m.time = clock;
	rc = entry_propose(c->a, c->b, &c->m, 0, c->book, why, &list, err);
	for (i = 0; rc == 0 && i < list.n; i++)
		take_entry(
		    c, &list.v[i], c->m.time == NULL ? "" : c->m.time, x);
	c->m.time = begins;
	for (i = 0; i < c->out->rows.n; i++)
		members += !c->out->rows.v[i].vacant;
	for (i = 0; rc == 0 && i < list.n; i++)
		members -= !row_of(c->out, list.v[i].member)->vacant;
	x->sure += (int)members;
	x->asked += (int)members;
	x->possible += (int)members;
	x->quorate = x->sure >= c->out->need;
	return rc;
}

int
forecast_make(struct arena *a, const struct bundle *b, const struct meeting *m,
    const struct rule_book *book, struct derivation *why, struct forecast *out,
    struct kl_error *err)
{
	struct casting c = { a, b, *m, book, why, out };
	const char *clocks[MOMENTS_MAX];
	size_t i, n;
	int rc;

	memset(out, 0, sizeof *out);
	memset(&c.m.attendance, 0, sizeof c.m.attendance);
	rc = add_rows(&c, err);
	if (rc == 0)
		rc = cast_moment(&c, NULL, err);
	n = clocks_of(&c, clocks);
	for (i = 0; rc == 0 && i < n; i++)
		rc = cast_moment(&c, clocks[i], err);
	for (i = 0; rc == 0 && i < out->moments.n; i++)
		tell_moment(&c, &out->moments.v[i]);
	return rc != 0 ? rc : derive_done(why, err);
}
