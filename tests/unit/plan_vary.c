/* SPDX-License-Identifier: EUPL-1.2
 *
 * Each variety breaks a year in one way that a municipality could; the last
 * ones take slots out at random.  The model's arrays are its arena's, so they
 * may be changed in place.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "plan_vary.h"

static struct plan_body *
body(struct plan_model *m, int i)
{
	return (struct plan_body *)(uintptr_t)&m->body[i];
}

static struct plan_meeting *
meeting(struct plan_model *m, int i)
{
	return (struct plan_meeting *)(uintptr_t)&m->meeting[i];
}

static void *
reserve(struct plan_model *m, size_t n, size_t size)
{
	void *p = arena_alloc(m->arena, (n + 1) * size);

	if (p == NULL)
		abort();
	return p;
}

/* ---- slots -------------------------------------------------------------- */

/* Keep the meeting's slots from one day to another, all bands or one. */
static void
keep_days(struct plan_model *m, int number, int first, int last, int band)
{
	struct plan_slot *s = (struct plan_slot *)(uintptr_t)m->slot;
	struct plan_meeting *v = meeting(m, number);
	uint32_t i, n = 0;

	for (i = v->slot; i < v->slot + v->slots; i++)
		if (s[i].day >= first && s[i].day <= last &&
		    (band == PLAN_NONE || s[i].band == band))
			s[v->slot + n++] = s[i];
	v->slots = n;
}

static int
first_day(const struct plan_model *m, int number)
{
	return m->slot[m->meeting[number].slot].day;
}

static void
no_slots(struct plan_model *m)
{
	meeting(m, m->body[1].committee[3])->slots = 0;
}

/* The second meeting's days all lie less than the gap after the first's. */
static void
inside_a_pause(struct plan_model *m)
{
	const int one = m->body[2].committee[4], two = m->body[2].committee[5];
	const int day = first_day(m, two);

	keep_days(m, one, day - 3, day + 30, PLAN_NONE);
	keep_days(m, two, day, day + 10, PLAN_NONE);
}

/* The council may only meet after the committee. */
static void
council_too_late(struct plan_model *m)
{
	const int day = first_day(m, m->body[0].committee[6]);

	keep_days(m, m->body[0].committee[6], day, day + 6, PLAN_NONE);
	keep_days(m, m->body[0].council[6], day + 3, 364, PLAN_NONE);
}

static void
pigeonhole(struct plan_model *m, int bodies, int days)
{
	int day = 0, b;

	for (b = 0; b < bodies; b++)
		if (first_day(m, m->body[b].committee[2]) > day)
			day = first_day(m, m->body[b].committee[2]);
	for (b = 0; b < bodies; b++)
		keep_days(m, m->body[b].committee[2], day, day + days - 1, 0);
}

static void
three_on_two_days(struct plan_model *m)
{
	pigeonhole(m, 3, 2);
}

static void
five_on_few_days(struct plan_model *m)
{
	pigeonhole(m, 5, 4);
}

/* Every window that a body has a meeting for is closed to that meeting. */
static void
nobody_in_the_window(struct plan_model *m)
{
	const struct plan_window w = m->body[3].window[1];
	int k;

	for (k = 0; k < m->body[3].n; k++) {
		const int number = m->body[3].committee[k];

		if (first_day(m, number) >= w.first)
			keep_days(m, number, w.last + 1, 364, PLAN_NONE);
		else
			keep_days(m, number, 0, w.first - 1, PLAN_NONE);
	}
}

/* ---- numbers ------------------------------------------------------------ */

static void
gaps(struct plan_model *m, int least, int most)
{
	int i;

	for (i = 0; i < m->n_bodies; i++) {
		if (least >= 0)
			body(m, i)->gap_min = least;
		if (most >= 0)
			body(m, i)->gap_max = most;
	}
}

static void
gap_too_long(struct plan_model *m)
{
	gaps(m, 30, -1);
}

static void
gap_far_too_long(struct plan_model *m)
{
	gaps(m, 36, -1);
}

static void
gap_too_short(struct plan_model *m)
{
	gaps(m, -1, 26);
}

static void
leads(struct plan_model *m, int least, int most)
{
	int i;

	for (i = 0; i < m->n_bodies; i++) {
		body(m, i)->lead_min = least;
		body(m, i)->lead_max = most;
	}
}

static void
lead_impossible(struct plan_model *m)
{
	leads(m, 40, 47);
}

/* A weekend is too short between the two. */
static void
lead_on_one_day(struct plan_model *m)
{
	leads(m, 3, 3);
}

static void
windows(struct plan_model *m, int first, int last, int second, int end)
{
	struct plan_window *w =
	    (struct plan_window *)(uintptr_t)m->body[0].window;

	w[0] = (struct plan_window){ first, last };
	w[1] = (struct plan_window){ second, end };
}

static void
windows_too_near(struct plan_model *m)
{
	windows(m, 40, 42, 52, 54);
}

static void
window_too_early(struct plan_model *m)
{
	windows(m, 0, 4, 129, 147);
}

static void
nobody_at_all(struct plan_model *m)
{
	((struct plan_group *)(uintptr_t)m->group)[1].cap = 0;
}

/* Everybody's meetings are one committee's: at most one a day. */
static void
one_a_day(struct plan_model *m)
{
	struct plan_group *g = (struct plan_group *)(uintptr_t)&m->group[1];
	int i;

	g->band = false;
	for (i = 0; i < m->n_bodies; i++)
		keep_days(m, m->body[i].committee[0], 34, 38, PLAN_NONE);
}

/* ---- more meetings ------------------------------------------------------ */

/* All slots of the body's meetings, which have one band, as those of one. */
static uint32_t
all_days(const struct plan_model *m, const struct plan_body *b,
    struct plan_slot *slot)
{
	const struct plan_meeting *v;
	uint32_t i, n = 0;
	int day = -1, k;

	for (k = 0; k < b->n; k++) {
		v = &m->meeting[b->committee[k]];
		for (i = v->slot; i < v->slot + v->slots; i++) {
			if (m->slot[i].day <= day)
				continue;
			day = m->slot[i].day;
			slot[n++] = m->slot[i];
		}
	}
	return n;
}

/* The last body gets twenty meetings, each in the first band of any of
 * its days. */
static void
too_many_meetings(struct plan_model *m)
{
	const int number = m->n_bodies - 1, want = 20;
	struct plan_body *b = body(m, number);
	struct plan_slot *slot =
	    reserve(m, m->n_slots + 20 * 365, sizeof *slot);
	struct plan_meeting *list =
	    reserve(m, (size_t)m->n_meetings + (size_t)want, sizeof *list);
	int *order = reserve(m, (size_t)want, sizeof *order);
	uint32_t n;
	int k;

	for (k = 0; k < b->n; k++)
		keep_days(m, b->committee[k], 0, 364, 0);
	memcpy(slot, m->slot, m->n_slots * sizeof *slot);
	memcpy(list, m->meeting, (size_t)m->n_meetings * sizeof *list);
	for (k = 0; k < want; k++) {
		n = all_days(m, b, slot + m->n_slots);
		order[k] = k < b->n ? b->committee[k] : m->n_meetings++;
		list[order[k]] =
		    (struct plan_meeting){ number, k, false, m->n_slots, n };
		m->n_slots += n;
	}
	m->slot = slot;
	m->meeting = list;
	b->committee = order;
	b->n = want;
}

/* ---- at random ---------------------------------------------------------- */

/* Of a hundred days, so many are taken from each meeting. */
static void
take_out(struct plan_model *m, uint64_t seed, unsigned of_a_hundred)
{
	struct plan_slot *s = (struct plan_slot *)(uintptr_t)m->slot;
	struct plan_meeting *v;
	uint64_t state = seed;
	bool out = false;
	uint32_t i, n;
	int k, day;

	for (k = 0; k < m->n_meetings; k++) {
		v = meeting(m, k);
		day = PLAN_NONE;
		n = 0;
		for (i = v->slot; i < v->slot + v->slots; i++) {
			if (s[i].day != day) {
				day = s[i].day;
				state = state * 6364136223846793005u +
					1442695040888963407u;
				out = (state >> 33) % 100 < of_a_hundred;
			}
			if (!out)
				s[v->slot + n++] = s[i];
		}
		v->slots = n;
	}
}

static void
few_days_1(struct plan_model *m)
{
	take_out(m, 5, 49);
}

static void
few_days_2(struct plan_model *m)
{
	take_out(m, 4, 61);
}

static void
few_days_3(struct plan_model *m)
{
	take_out(m, 3, 73);
}

/* No body alone has too few days: together they have. */
static void
one_band(struct plan_model *m, uint64_t seed, unsigned of_a_hundred)
{
	int i;

	for (i = 0; i < m->n_meetings; i++)
		keep_days(m, i, 0, 364, 0);
	take_out(m, seed, of_a_hundred);
}

static void
one_band_1(struct plan_model *m)
{
	one_band(m, 5, 46);
}

static void
one_band_2(struct plan_model *m)
{
	one_band(m, 4, 58);
}

const struct vary plan_varieties[] = {
	{ "no-slots", "a meeting without a day", no_slots },
	{ "pause", "two meetings' days within one gap", inside_a_pause },
	{ "late-council", "a council after its committee", council_too_late },
	{ "pigeonhole-3", "three bodies on two days", three_on_two_days },
	{ "pigeonhole-5", "five bodies on four days", five_on_few_days },
	{ "empty-window", "no meeting's days in a window",
	    nobody_in_the_window },
	{ "gap-min", "at least 30 days between meetings", gap_too_long },
	{ "gap-min-far", "at least 36 days", gap_far_too_long },
	{ "gap-max", "at most 26 days", gap_too_short },
	{ "lead", "councils 40 to 47 days before", lead_impossible },
	{ "lead-3", "councils three days before", lead_on_one_day },
	{ "windows", "two windows closer than the gap", windows_too_near },
	{ "early-window", "a window before the first day", window_too_early },
	{ "cap-0", "a group that may not meet", nobody_at_all },
	{ "one-a-day", "one meeting of all a day, in a week", one_a_day },
	{ "too-many", "twenty meetings of one body", too_many_meetings },
	{ "few-days-1", "half of the days taken out", few_days_1 },
	{ "few-days-2", "three days of five taken out", few_days_2 },
	{ "few-days-3", "three days of four taken out", few_days_3 },
	{ "one-band-1", "one meeting a day, half of the days", one_band_1 },
	{ "one-band-2", "one meeting a day, two days of five", one_band_2 },
	{ NULL, NULL, NULL },
};

bool
plan_vary(struct plan_model *m, const char *name)
{
	const struct vary *v;

	for (v = plan_varieties; v->name != NULL; v++) {
		if (strcmp(v->name, name) != 0)
			continue;
		v->change(m);
		return true;
	}
	return false;
}
