/* SPDX-License-Identifier: EUPL-1.2
 *
 * Instance files: a reader of numbers that knows its line, and the model that
 * it fills.  See kansli-instance(5).
 */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <zlib.h>

#include "base/mem.h"
#include "plan/instance.h"

#define INSTANCE_DAYS 365
#define TEXT_MAX ((uint64_t)256 << 20) /* unpacked */
#define ARENA_MAX ((size_t)512 << 20)
#define UNITS_MAX 10000
#define LOADS_MAX 16 /* of one slot */

/* The numbers of a file, one after another. */
struct numbers {
	const char *path;
	gzFile file;
	unsigned char data[1 << 16];
	size_t at, end;
	uint64_t taken;
	int line;
	struct kl_error *err;
};

/* ---- numbers ---- */

/* Say where an error that has just been recorded is; returns its code. */
static int
here(struct numbers *in, const char *field, int code)
{
	kl_error_where(in->err, in->path, in->line, field);
	return code;
}

static int
open_numbers(struct numbers *in, const char *path, struct kl_error *err)
{
	in->path = path;
	in->err = err;
	in->line = 1;
	in->file = gzopen(path, "rb");
	if (in->file != NULL)
		return 0;
	kl_error_set(err, errno == ENOMEM ? KL_E_NOMEM : KL_E_ENV,
	    KL_N_("The file could not be opened (%s)."), strerror(errno));
	kl_error_where(err, path, 0, NULL);
	return err->code;
}

static void
close_numbers(struct numbers *in)
{
	if (in->file != NULL)
		gzclose(in->file);
}

/* The next byte into ${c}, -1 at the end. */
static int
next_byte(struct numbers *in, int *c)
{
	int got;

	if (in->at == in->end) {
		got = gzread(in->file, in->data, sizeof in->data);
		if (got < 0) {
			return here(in, NULL,
			    kl_error_set(in->err, KL_E_INPUT,
				KL_N_("The packed file is damaged. Fetch it "
				      "again.")));
		}
		in->taken += (uint64_t)got;
		if (in->taken > TEXT_MAX)
			return here(in, NULL,
			    kl_error_set(in->err, KL_E_INPUT,
				KL_N_("The file is longer than a year of "
				      "meetings "
				      "can be. Nothing was read.")));
		in->at = 0;
		in->end = (size_t)got;
	}
	*c = in->at == in->end ? -1 : in->data[in->at++];
	return 0;
}

static bool
is_blank(int c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The first byte of the next number; -1 at the end of the file. */
static int
skip_blanks(struct numbers *in, int *c)
{
	int rc;

	while ((rc = next_byte(in, c)) == 0 && is_blank(*c))
		in->line += *c == '\n';
	return rc;
}

/* A whole number from ${first} to ${last}; ${field} is what it is called. */
static int
take(struct numbers *in, const char *field, int first, int last, int *value)
{
	int64_t n = 0;
	int c, rc, digits = 0;
	bool minus;

	if ((rc = skip_blanks(in, &c)) != 0)
		return rc;
	if (c == -1)
		return here(in, field,
		    kl_error_set(in->err, KL_E_INPUT,
			KL_N_(
			    "The file ends too early: it is cut short, or its "
			    "sizes promise more than it has.")));
	minus = c == '-';
	if (minus && (rc = next_byte(in, &c)) != 0)
		return rc;
	for (; c >= '0' && c <= '9'; digits++) {
		if (digits == 10)
			break;
		n = n * 10 + (c - '0');
		if ((rc = next_byte(in, &c)) != 0)
			return rc;
	}
	if (digits == 0 || (c != -1 && !is_blank(c)))
		return here(in, field,
		    kl_error_set(in->err, KL_E_INPUT,
			KL_N_("A whole number should stand here.")));
	n = minus ? -n : n;
	if (n < first || n > last) {
		return here(in, field,
		    kl_error_set(in->err, KL_E_INPUT,
			KL_N_("%lld is out of range here. Write a number from "
			      "%d to %d."),
			(long long)n, first, last));
	}
	if (c == '\n')
		in->at--; /* the line is this number's */
	*value = (int)n;
	return 0;
}

/* Nothing but blanks may follow. */
static int
take_end(struct numbers *in)
{
	int c, rc;

	if ((rc = skip_blanks(in, &c)) != 0)
		return rc;
	return c == -1
		   ? 0
		   : here(in, NULL,
			 kl_error_set(in->err, KL_E_INPUT,
			     KL_N_("The file goes on where it should end: its "
				   "sizes say less than it has.")));
}

/* ---- the model ---- */

struct reader {
	struct numbers in;
	struct plan_model *m;
	struct plan_body common; /* gaps, leads and windows */
	struct plan_body *body;
	struct plan_meeting *meeting;
	VEC(struct plan_slot) slots;
	VEC(struct plan_load) loads;
	int *seen; /* per meeting: the group that took it last, from 1 */
};

static void *
reserve(struct reader *r, int n, size_t size)
{
	void *p = arena_alloc(r->m->arena, ((size_t)n + 1) * size);

	if (p == NULL)
		kl_error_nomem(r->in.err);
	return p;
}

static int
read_sizes(struct reader *r)
{
	struct plan_model *m = r->m;
	struct plan_body *c = &r->common;
	const struct {
		const char *field;
		int first, last, *to;
	} part[] = {
		{ "bodies", 1, PLAN_BODIES_MAX, &m->n_bodies },
		{ "meetings", 0, PLAN_MEETINGS_MAX, &m->n_meetings },
		{ "groups", 0, PLAN_GROUPS_MAX, &m->n_groups },
		{ "capA", 0, PLAN_COST_MAX, &m->cap_a },
		{ "capB", 0, PLAN_COST_MAX, &m->cap_b },
		{ "pA", 0, PLAN_COST_MAX, &m->over_a },
		{ "pB", 0, PLAN_COST_MAX, &m->over_b },
		{ "capD", 0, PLAN_COST_MAX, &m->cap_dispatch },
		{ "pD", 0, PLAN_COST_MAX, &m->over_dispatch },
		{ "pWd", 0, PLAN_COST_MAX, &m->off_weekday },
		{ "gmin", 0, PLAN_DAYS_MAX, &c->gap_min },
		{ "gmax", 0, PLAN_DAYS_MAX, &c->gap_max },
		{ "cmin", -PLAN_DAYS_MAX, PLAN_DAYS_MAX, &c->lead_min },
		{ "cmax", -PLAN_DAYS_MAX, PLAN_DAYS_MAX, &c->lead_max },
		{ "windows", 0, INSTANCE_DAYS, &c->windows },
	};
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < sizeof part / sizeof *part; i++)
		rc = take(&r->in, part[i].field, part[i].first, part[i].last,
		    part[i].to);
	if (rc == 0 && c->lead_min > c->lead_max)
		rc = here(&r->in, "cmax",
		    kl_error_set(r->in.err, KL_E_INPUT,
			KL_N_(
			    "The shortest lead of a council is longer than the "
			    "longest. Exchange them.")));
	return rc;
}

static int
read_windows(struct reader *r)
{
	struct plan_window *w = reserve(r, r->common.windows, sizeof *w);
	int i, rc = w == NULL ? KL_E_NOMEM : 0;

	r->common.window = w;
	for (i = 0; rc == 0 && i < r->common.windows; i++) {
		rc = take(&r->in, "first", 0, INSTANCE_DAYS - 1, &w[i].first);
		if (rc == 0)
			rc = take(&r->in, "last", w[i].first, INSTANCE_DAYS - 1,
			    &w[i].last);
	}
	return rc;
}

static int
read_days(struct reader *r)
{
	int *act = reserve(r, INSTANCE_DAYS, sizeof *act);
	int *weekday = reserve(r, INSTANCE_DAYS, sizeof *weekday);
	int i, rc = act == NULL || weekday == NULL ? KL_E_NOMEM : 0;

	r->m->days = INSTANCE_DAYS;
	r->m->act = act;
	r->m->weekday = weekday;
	for (i = 0; rc == 0 && i < INSTANCE_DAYS; i++)
		rc = take(&r->in, "act", i == 0 ? 0 : act[i - 1], PLAN_COST_MAX,
		    &act[i]);
	for (i = 0; rc == 0 && i < INSTANCE_DAYS; i++)
		rc = take(&r->in, "weekday", 0, 6, &weekday[i]);
	return rc;
}

/* A list of ${n} meetings that are in no other list. */
static int
read_meetings_of(struct reader *r, int body, bool council, const int **list)
{
	struct plan_meeting *meeting;
	int n = r->body[body].n, k, rc = 0;
	int *v = reserve(r, n, sizeof *v);

	if (v == NULL)
		return KL_E_NOMEM;
	*list = v;
	for (k = 0; rc == 0 && k < n; k++) {
		rc = take(&r->in, "meeting", 0, r->m->n_meetings - 1, &v[k]);
		if (rc != 0)
			break;
		meeting = &r->meeting[v[k]];
		if (meeting->body != PLAN_NONE)
			return here(&r->in, "meeting",
			    kl_error_set(r->in.err, KL_E_INPUT,
				KL_N_("A meeting is given to two places: give "
				      "each to one.")));
		*meeting = (struct plan_meeting){ body, k, council, 0, 0 };
	}
	return rc;
}

static int
read_bodies(struct reader *r)
{
	int b, i, council, placed = 0, rc = 0;

	r->body = reserve(r, r->m->n_bodies, sizeof *r->body);
	r->meeting = reserve(r, r->m->n_meetings, sizeof *r->meeting);
	if (r->body == NULL || r->meeting == NULL)
		return KL_E_NOMEM;
	r->m->body = r->body;
	r->m->meeting = r->meeting;
	for (i = 0; i < r->m->n_meetings; i++)
		r->meeting[i].body = PLAN_NONE;
	for (b = 0; rc == 0 && b < r->m->n_bodies; b++) {
		r->body[b] = r->common;
		rc = take(
		    &r->in, "n", 0, r->m->n_meetings - placed, &r->body[b].n);
		if (rc == 0)
			rc = take(&r->in, "hasCouncil", 0, 1, &council);
		if (rc == 0)
			rc = read_meetings_of(
			    r, b, false, &r->body[b].committee);
		if (rc == 0 && council)
			rc = read_meetings_of(r, b, true, &r->body[b].council);
		if (rc == 0)
			placed += r->body[b].n * (council ? 2 : 1);
	}
	if (rc == 0 && placed != r->m->n_meetings)
		rc = here(&r->in, "meetings",
		    kl_error_set(r->in.err, KL_E_INPUT,
			KL_N_("The bodies have fewer meetings than the first "
			      "line "
			      "says. Correct one of them.")));
	return rc;
}

/* The loads of a slot; those of the slot before when they are the same, as the
 * bands of one day are. */
static int
read_loads(struct reader *r, struct plan_slot *s)
{
	const struct plan_slot *last = r->slots.v + r->slots.n - 2;
	struct plan_load load[LOADS_MAX], *to;
	int i, n, week, units, rc;

	rc = take(&r->in, "weeks", 0, LOADS_MAX, &n);
	for (i = 0; rc == 0 && i < n; i++) {
		rc = take(&r->in, "week", 0, PLAN_WEEKS_MAX - 1, &week);
		if (rc == 0)
			rc = take(&r->in, "units", 0, UNITS_MAX, &units);
		if (rc != 0)
			return rc;
		load[i] = (struct plan_load){ (int16_t)week, (int16_t)units };
		if (week >= r->m->weeks)
			r->m->weeks = week + 1;
	}
	if (rc != 0)
		return rc;
	s->loads = (uint16_t)n;
	if (r->slots.n > 1 && last->loads == n &&
	    (n == 0 || memcmp(r->loads.v + last->load, load,
			   (size_t)n * sizeof *load) == 0)) {
		s->load = last->load;
		return 0;
	}
	s->load = (uint32_t)r->loads.n;
	for (i = 0; i < n; i++) {
		if ((to = vec_push(r->m->arena, &r->loads)) == NULL)
			return kl_error_nomem(r->in.err);
		*to = load[i];
	}
	return 0;
}

static int
read_slot(struct reader *r, const struct plan_meeting *meeting)
{
	struct plan_slot *s, *before;
	int day, band, cost, dispatch, rc;

	if (r->slots.n == PLAN_SLOTS_MAX)
		return here(&r->in, NULL,
		    kl_error_set(r->in.err, KL_E_INPUT,
			KL_N_(
			    "There are too many possible times. Take out some "
			    "of them.")));
	if ((s = vec_push(r->m->arena, &r->slots)) == NULL)
		return kl_error_nomem(r->in.err);
	if ((rc = take(&r->in, "day", 0, INSTANCE_DAYS - 1, &day)) != 0 ||
	    (rc = take(&r->in, "band", 0, PLAN_BANDS_MAX - 1, &band)) != 0 ||
	    (rc = take(&r->in, "cost", 0, PLAN_COST_MAX, &cost)) != 0 ||
	    (rc = take(&r->in, "dispatchDay", PLAN_NONE, INSTANCE_DAYS - 1,
		 &dispatch)) != 0)
		return rc;
	s->day = (int16_t)day;
	s->band = (int16_t)band;
	s->dispatch = (int16_t)dispatch;
	s->cost = cost;
	if (band >= r->m->bands)
		r->m->bands = band + 1;
	before = s - 1;
	if (r->slots.n - 1 > meeting->slot &&
	    (before->day > day || (before->day == day && before->band >= band)))
		return here(&r->in, "band",
		    kl_error_set(r->in.err, KL_E_INPUT,
			KL_N_("The slots of a meeting are not in order. Sort "
			      "them by day and band, each once.")));
	return read_loads(r, s);
}

static int
read_meeting(struct reader *r, int number)
{
	struct plan_meeting *meeting = &r->meeting[number];
	int body, k, council, slots, i, rc;

	if ((rc = take(&r->in, "committee", 0, r->m->n_bodies - 1, &body)) !=
		0 ||
	    (rc = take(&r->in, "k", 0, PLAN_MEETINGS_MAX, &k)) != 0 ||
	    (rc = take(&r->in, "kind", 0, 1, &council)) != 0 ||
	    (rc = take(&r->in, "slots", 0, PLAN_SLOTS_MAX, &slots)) != 0)
		return rc;
	if (meeting->body != body || meeting->k != k ||
	    meeting->council != (council == 1))
		return here(&r->in, "kind",
		    kl_error_set(r->in.err, KL_E_INPUT,
			KL_N_("A meeting has another place here than in its "
			      "body's "
			      "list. Correct one of them.")));
	meeting->slot = (uint32_t)r->slots.n;
	for (i = 0; rc == 0 && i < slots; i++)
		rc = read_slot(r, meeting);
	meeting->slots = (uint32_t)i;
	return rc;
}

static int
read_meetings(struct reader *r)
{
	int i, rc = 0;

	r->m->bands = 1;
	for (i = 0; rc == 0 && i < r->m->n_meetings; i++)
		rc = read_meeting(r, i);
	r->m->slot = r->slots.v;
	r->m->n_slots = (uint32_t)r->slots.n;
	r->m->load = r->loads.v;
	return rc;
}

static int
read_group(struct reader *r, struct plan_group *g, int number)
{
	int i, band, rc, *v;

	if ((rc = take(&r->in, "band", 0, 1, &band)) != 0 ||
	    (rc = take(&r->in, "cap", 0, PLAN_MEETINGS_MAX, &g->cap)) != 0 ||
	    (rc = take(&r->in, "count", 0, r->m->n_meetings, &g->n)) != 0)
		return rc;
	g->band = band == 1;
	if ((v = reserve(r, g->n, sizeof *v)) == NULL)
		return KL_E_NOMEM;
	g->meeting = v;
	for (i = 0; rc == 0 && i < g->n; i++) {
		rc = take(&r->in, "meeting", 0, r->m->n_meetings - 1, &v[i]);
		if (rc == 0 && r->seen[v[i]] == number + 1)
			rc = here(&r->in, "meeting",
			    kl_error_set(r->in.err, KL_E_INPUT,
				KL_N_(
				    "A meeting is in its group twice. Give it "
				    "once.")));
		if (rc == 0)
			r->seen[v[i]] = number + 1;
	}
	return rc;
}

static int
read_groups(struct reader *r)
{
	struct plan_group *g = reserve(r, r->m->n_groups, sizeof *g);
	int i, rc = g == NULL ? KL_E_NOMEM : 0;

	r->seen = reserve(r, r->m->n_meetings, sizeof *r->seen);
	if (r->seen == NULL)
		return KL_E_NOMEM;
	r->m->group = g;
	for (i = 0; rc == 0 && i < r->m->n_groups; i++)
		rc = read_group(r, &g[i], i);
	return rc;
}

int
instance_read(const char *path, struct plan_model *m, struct kl_error *err)
{
	struct reader *r;
	int rc;

	*m = (struct plan_model){ .arena = arena_new(ARENA_MAX) };
	r = mem_alloc(sizeof *r);
	if (m->arena == NULL || r == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	r->m = m;
	if ((rc = open_numbers(&r->in, path, err)) == 0 &&
	    (rc = read_sizes(r)) == 0 && (rc = read_windows(r)) == 0 &&
	    (rc = read_days(r)) == 0 && (rc = read_bodies(r)) == 0 &&
	    (rc = read_meetings(r)) == 0 && (rc = read_groups(r)) == 0 &&
	    (rc = take_end(&r->in)) == 0 &&
	    (rc = plan_model_finish(m, err)) != 0)
		kl_error_where(err, path, 1, NULL);
	close_numbers(&r->in);
out:
	mem_free(r);
	if (rc != 0)
		instance_free(m);
	return rc;
}

void
instance_free(struct plan_model *m)
{
	arena_free(m->arena);
	*m = (struct plan_model){ 0 };
}

/* ---- plans ---- */

static int32_t
find_slot(const struct plan_model *m, int meeting, int day, int band)
{
	uint32_t low = m->meeting[meeting].slot;
	uint32_t high = low + m->meeting[meeting].slots, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (m->slot[mid].day < day ||
		    (m->slot[mid].day == day && m->slot[mid].band < band))
			low = mid + 1;
		else
			high = mid;
	}
	return low < m->meeting[meeting].slot + m->meeting[meeting].slots &&
		       m->slot[low].day == day && m->slot[low].band == band
		   ? (int32_t)low
		   : PLAN_NONE;
}

/* One line, or the end. */
static int
read_place(struct numbers *in, const struct plan_model *m, struct plan *plan,
    bool *taken, bool *more)
{
	int meeting, day, band, c, rc;

	if ((rc = skip_blanks(in, &c)) != 0)
		return rc;
	*more = c != -1;
	if (!*more)
		return 0;
	in->at--;
	if ((rc = take(in, "meeting", 0, m->n_meetings - 1, &meeting)) != 0 ||
	    (rc = take(in, "day", 0, PLAN_DAYS_MAX - 1, &day)) != 0 ||
	    (rc = take(in, "band", 0, PLAN_BANDS_MAX - 1, &band)) != 0)
		return rc;
	if (taken[meeting])
		return here(in, "meeting",
		    kl_error_set(in->err, KL_E_INPUT,
			KL_N_(
			    "A meeting is in the plan twice. Give it once.")));
	taken[meeting] = true;
	plan->slot[meeting] = find_slot(m, meeting, day, band);
	return 0;
}

int
instance_plan_read(const char *path, const struct plan_model *m,
    struct plan *plan, struct kl_error *err)
{
	struct numbers *in = mem_alloc(sizeof *in);
	bool *taken = mem_alloc((size_t)m->n_meetings + 1), more = true;
	int i, rc;

	if (in == NULL || taken == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	for (i = 0; i < m->n_meetings; i++)
		plan->slot[i] = PLAN_NONE;
	if ((rc = open_numbers(in, path, err)) == 0)
		while (rc == 0 && more)
			rc = read_place(in, m, plan, taken, &more);
	close_numbers(in);
out:
	mem_free(in);
	mem_free(taken);
	return rc;
}

void
instance_plan_write(
    const struct plan_model *m, const struct plan *plan, struct buf *out)
{
	const struct plan_slot *s;
	int i;

	for (i = 0; i < m->n_meetings; i++) {
		if (plan->slot[i] == PLAN_NONE)
			continue;
		s = &m->slot[plan->slot[i]];
		buf_printf(out, "%d %d %d\n", i, s->day, s->band);
	}
}
