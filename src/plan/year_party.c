/* SPDX-License-Identifier: EUPL-1.2
 *
 * The bodies of a year: each with the rules it has been given or, where it has
 * none, with last year's number, weekday and clock, or else with the common
 * rules.  Does not look at this year's meetings (year_kept.c) or at days.
 */
#include "config.h"

#include <string.h>

#include "base/utf8.h"
#include "plan/year_inner.h"

/* The common rules: what a committee does that has said nothing. */
#define COMMON_MEETINGS 10
#define COMMON_WEEKDAYS "ti on to"
#define COMMON_START "16:00"
#define COMMON_GAP_MIN 14
#define COMMON_GAP_MAX 49
#define COMMON_LEAD_MIN 4
#define COMMON_LEAD_MAX 11
#define MEETINGS_MAX 366 /* of one body in a year */

/* How a body met last year. */
struct pattern {
	size_t n;
	const struct planned *v[MEETINGS_MAX];
	int weekday;		 /* the commonest, Monday is 0; -1: none */
	const char *start, *end; /* the commonest, or NULL */
};

static const char *const weekday_words[] = { "må", "ti", "on", "to", "fr", "lö",
	"sö", NULL };

bool
year_on(const struct year *y, enum year_rule rule)
{
	return (y->in->without & 1u << rule) == 0;
}

int
year_minutes(const char *clock)
{
	int h, m;

	if (clock == NULL || strlen(clock) != 5 || clock[2] != ':' ||
	    strspn(clock, "0123456789") != 2 ||
	    strspn(clock + 3, "0123456789") != 2)
		return -1;
	h = (clock[0] - '0') * 10 + clock[1] - '0';
	m = (clock[3] - '0') * 10 + clock[4] - '0';
	return h > 23 || m > 59 ? -1 : h * 60 + m;
}

int
year_party_of(const struct year *y, const char *code)
{
	size_t i;

	for (i = 0; code != NULL && i < y->parties.n; i++)
		if (strcmp(y->parties.v[i].c->code, code) == 0)
			return (int)i;
	return -1;
}

/* ---- last year ----------------------------------------------------------- */

static void
pattern_add(struct pattern *p, const char *code, const struct planned *m)
{
	if (p->n < MEETINGS_MAX && strcmp(m->committee, code) == 0)
		p->v[p->n++] = m;
}

/* The meetings of ${code} last year: of its plan, otherwise of the register. */
static void
pattern_collect(struct year *y, const char *code, struct pattern *p)
{
	const struct year_plan *last = y->in->last;
	const struct bundle *b = y->in->facts;
	const struct meeting *m;
	struct planned *copy;
	size_t i;

	p->n = 0;
	for (i = 0; last != NULL && i < last->meetings.n; i++)
		pattern_add(p, code, &last->meetings.v[i]);
	if (p->n > 0)
		return;
	for (i = 0; i < b->meetings.n; i++) {
		m = &b->meetings.v[i];
		if (strcmp(m->committee, code) != 0 ||
		    kl_day_year(m->day) != y->in->year - 1 ||
		    m->state == MEETING_CANCELLED)
			continue;
		copy = arena_alloc(y->arena, sizeof *copy);
		if (copy == NULL)
			return;
		copy->committee = m->committee;
		copy->day = m->day;
		copy->start = m->time;
		copy->end = m->end;
		pattern_add(p, code, copy);
	}
}

static int
pattern_starts(const struct pattern *p, const char *start)
{
	size_t i;
	int n = 0;

	for (i = 0; i < p->n; i++)
		n += p->v[i]->start != NULL &&
		     strcmp(p->v[i]->start, start) == 0;
	return n;
}

static void
pattern_of(struct year *y, const char *code, struct pattern *p)
{
	int days[7] = { 0 }, weekday, best = 0;
	const struct planned *m;
	size_t i;

	pattern_collect(y, code, p);
	p->weekday = -1;
	p->start = p->end = NULL;
	for (i = 0; i < p->n; i++) {
		m = p->v[i];
		weekday = (int)kl_day_weekday(m->day) - KL_MONDAY;
		days[weekday]++;
		if (p->weekday < 0 || days[weekday] > days[p->weekday])
			p->weekday = weekday;
		if (year_minutes(m->start) >= 0 &&
		    pattern_starts(p, m->start) > best) {
			best = pattern_starts(p, m->start);
			p->start = m->start;
			p->end = year_minutes(m->end) < 0 ? NULL : m->end;
		}
	}
}

/* ---- a body's rules ------------------------------------------------------ */

static int
refuse(struct kl_error *err, int line, const char *field)
{
	kl_error_where(err, NULL, line, field);
	return KL_E_INPUT;
}

/* The rules of ${code}: those of this year before those of every year. */
static const struct plan_rules *
rules_of(const struct year *y, const char *code)
{
	const struct bundle *b = y->in->facts;
	const struct plan_rules *always = NULL;
	size_t i;

	for (i = 0; i < b->plan_rules.n; i++) {
		if (strcmp(b->plan_rules.v[i].committee, code) != 0)
			continue;
		if (b->plan_rules.v[i].year == y->in->year)
			return &b->plan_rules.v[i];
		if (b->plan_rules.v[i].year == 0)
			always = &b->plan_rules.v[i];
	}
	return always;
}

/* The next word of ${*s}, parted by spaces or commas, copied to ${word}; false
 * at the end. */
static bool
next_word(const char **s, char word[16])
{
	size_t n;

	*s += strspn(*s, " ,;\t\n");
	n = strcspn(*s, " ,;\t\n");
	if (n == 0)
		return false;
	memcpy(word, *s, n < 15 ? n : 15);
	word[n < 15 ? n : 15] = '\0';
	*s += n;
	return true;
}

static int
read_weekdays(struct year_party *p, const char *list, struct kl_error *err)
{
	char word[16];
	int i, place = 0;

	for (i = 0; i < 7; i++)
		p->rank[i] = -1;
	while (next_word(&list, word)) {
		for (i = 0; weekday_words[i] != NULL; i++)
			if (strncmp(word, weekday_words[i],
				strlen(weekday_words[i])) == 0)
				break;
		if (weekday_words[i] == NULL) {
			kl_error_set(err, KL_E_INPUT,
			    KL_N_("%s is not a weekday in the rules of %s. "
				  "Write må, ti, on, to or fr, the one "
				  "preferred first. Nothing was planned."),
			    word, p->c->code);
			return refuse(err,
			    p->rules == NULL ? 0 : p->rules->line, "dagar");
		}
		if (p->rank[i] < 0)
			p->rank[i] = place++;
	}
	return 0;
}

/* Weekdays: as the rules list them; otherwise last year's, with the common ones
 * after it; otherwise the common ones, none preferred. */
static int
set_weekdays(
    struct year_party *p, const struct pattern *last, struct kl_error *err)
{
	int i, rc;

	p->ranked = p->rules != NULL && p->rules->weekdays != NULL;
	rc = read_weekdays(
	    p, p->ranked ? p->rules->weekdays : COMMON_WEEKDAYS, err);
	if (rc != 0 || p->ranked)
		return rc;
	for (i = 0; i < 7; i++)
		if (p->rank[i] >= 0)
			p->rank[i] = last->weekday >= 0 && last->weekday != i;
	if (last->weekday >= 0)
		p->rank[last->weekday] = 0;
	p->ranked = last->weekday >= 0;
	return 0;
}

static void
add_time(struct year *y, struct year_party *p, const char *start,
    const char *end, int length)
{
	struct year_time *t = &p->time[p->times];

	if (p->times == YEAR_TIMES_MAX || year_time_of(p, start) >= 0)
		return;
	t->start = year_minutes(start);
	t->start_text = arena_strdup(y->arena, start);
	t->rank = p->times;
	t->end = year_minutes(end);
	if (t->end > t->start)
		t->end_text = end;
	else if (length > 0)
		t->end_text = arena_printf(y->arena, "%02d:%02d",
		    (t->start + length) % 1440 / 60, (t->start + length) % 60);
	if (t->end <= t->start)
		t->end = t->start + (length > 0 ? length : YEAR_MINUTES);
	p->times++;
}

/* Clocks: as the rules list them; otherwise last year's; otherwise the common
 * one.  Another start has the same length as the first. */
static int
set_times(struct year *y, struct year_party *p, const struct pattern *last,
    struct kl_error *err)
{
	const struct plan_rules *r = p->rules;
	const char *start = r == NULL ? NULL : r->start;
	const char *end = r == NULL ? NULL : r->end, *others;
	char word[16];
	int length = 0;

	if (start == NULL) {
		start = last->start != NULL ? last->start : COMMON_START;
		end = last->start != NULL ? last->end : end;
	}
	if (year_minutes(start) < 0) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("%s is not a clock in the rules of %s. Write for "
			  "example 16:30. Nothing was planned."),
		    start, p->c->code);
		return refuse(err, r->line, "tid");
	}
	add_time(y, p, start, end, 0);
	if (p->time[0].end_text != NULL)
		length = p->time[0].end - p->time[0].start;
	others = r == NULL || r->other_starts == NULL ? "" : r->other_starts;
	while (next_word(&others, word)) {
		if (year_minutes(word) < 0) {
			kl_error_set(err, KL_E_INPUT,
			    KL_N_("%s is not a clock in the rules of %s. Write "
				  "for example 16:30. Nothing was planned."),
			    word, p->c->code);
			return refuse(err, r->line, "andra tider");
		}
		add_time(y, p, word, NULL, length);
	}
	return 0;
}

static int
set_number(const struct year *y, struct year_party *p,
    const struct pattern *last, struct kl_error *err)
{
	const struct plan_rules *r = p->rules;
	int act, each;

	p->total = r != NULL && r->meetings > 0 ? r->meetings
		   : last->n > 0		? (int)last->n
						: COMMON_MEETINGS;
	act = year_act(y, y->first + y->days - 1);
	each = act / (p->total > 0 ? p->total : 1);
	p->gap_min = COMMON_GAP_MIN < each / 2 ? COMMON_GAP_MIN : each / 2;
	p->gap_max =
	    COMMON_GAP_MAX > each * 8 / 5 ? COMMON_GAP_MAX : each * 8 / 5;
	p->lead_min = COMMON_LEAD_MIN;
	p->lead_max = COMMON_LEAD_MAX;
	if (r == NULL)
		return 0;
	p->gap_min = r->gap_min > 0 ? r->gap_min : p->gap_min;
	p->gap_max = r->gap_max > 0 ? r->gap_max : p->gap_max;
	if (r->gap_max == 0 && p->gap_max < p->gap_min)
		p->gap_max = 2 * p->gap_min;
	if (r->gap_min == 0 && p->gap_min > p->gap_max)
		p->gap_min = p->gap_max / 2;
	p->lead_min = r->lead_min > 0 ? r->lead_min : p->lead_min;
	p->lead_max = r->lead_max > 0 ? r->lead_max : p->lead_max;
	if (r->lead_max == 0 && p->lead_max < p->lead_min)
		p->lead_max = p->lead_min + 7;
	if (r->lead_min == 0 && p->lead_min > p->lead_max)
		p->lead_min = p->lead_max;
	if (p->total > MEETINGS_MAX || p->gap_min > p->gap_max ||
	    p->lead_min > p->lead_max) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The rules of %s cannot be kept: %d meetings, %d to "
			  "%d days between two, a council %d to %d days "
			  "before. The least number must not be above the "
			  "greatest, and no body meets more than %d times. "
			  "Nothing was planned."),
		    p->c->code, p->total, p->gap_min, p->gap_max, p->lead_min,
		    p->lead_max, MEETINGS_MAX);
		return refuse(err, r->line, "planregler");
	}
	return 0;
}

/* How many have a seat in the body, or how many seats it has. */
static int
people_of(const struct year *y, const struct committee *c)
{
	const struct bundle *b = y->in->facts;
	kl_day end = y->first + y->days - 1;
	size_t i;
	int n = 0;

	for (i = 0; i < b->mandates.n; i++)
		n += strcmp(b->mandates.v[i].committee, c->code) == 0 &&
		     b->mandates.v[i].from <= end &&
		     (b->mandates.v[i].to == KL_DAY_NONE ||
			 b->mandates.v[i].to >= end);
	return n > c->seats ? n : c->seats;
}

static int
check_room(
    const struct year *y, const struct year_party *p, struct kl_error *err)
{
	const struct bundle *b = y->in->facts;
	size_t i;

	if (p->room == NULL)
		return 0;
	for (i = 0; i < b->rooms.n; i++)
		if (strcmp(b->rooms.v[i].code, p->room) == 0)
			return 0;
	kl_error_set(err, KL_E_INPUT,
	    KL_N_("There is no room %s, which the rules of %s name. Register "
		  "the room, or correct its code. Nothing was planned."),
	    p->room, p->c->code);
	return refuse(err, p->rules->line, "lokal");
}

/* ---- which bodies -------------------------------------------------------- */

static bool
meets(const struct year_plan *plan, const char *code)
{
	size_t i;

	for (i = 0; plan != NULL && i < plan->meetings.n; i++)
		if (strcmp(plan->meetings.v[i].committee, code) == 0)
			return true;
	return false;
}

/* Committees and boards are planned in any case, councils that serve one of
 * them, and others when somebody has said that they meet. */
static bool
is_planned(
    const struct year *y, const struct committee *c, const struct pattern *last)
{
	return c->kind == BODY_COMMITTEE || c->kind == BODY_BOARD ||
	       (c->kind == BODY_COUNCIL && c->assists.n > 0) || last->n > 0 ||
	       rules_of(y, c->code) != NULL || meets(y->in->now, c->code);
}

static int
add_party(struct year *y, const struct committee *c, struct pattern *last,
    struct kl_error *err)
{
	struct year_party *p;
	int rc;

	pattern_of(y, c->code, last);
	if (!is_planned(y, c, last))
		return 0;
	p = vec_push(y->arena, &y->parties);
	if (p == NULL)
		return kl_error_nomem(err);
	p->c = c;
	p->rules = rules_of(y, c->code);
	p->cycle =
	    y->in->cycle == NULL ? NULL : y->in->cycle(y->in->ctx, c->code);
	p->council = c->kind == BODY_COUNCIL;
	p->before = p->previous = KL_DAY_NONE;
	p->chain = p->body = -1;
	p->room = p->rules == NULL ? NULL : p->rules->room;
	p->people = people_of(y, c);
	rc = set_number(y, p, last, err);
	if (rc == 0)
		rc = set_weekdays(p, last, err);
	if (rc == 0)
		rc = set_times(y, p, last, err);
	return rc == 0 ? check_room(y, p, err) : rc;
}

/* A council that says nothing meets as often as the first that it serves. */
static void
council_numbers(struct year *y)
{
	struct year_party *p;
	size_t i;
	int first;

	for (i = 0; i < y->parties.n; i++) {
		p = &y->parties.v[i];
		if (!p->council || p->c->assists.n == 0 ||
		    (p->rules != NULL && p->rules->meetings > 0))
			continue;
		first = year_party_of(y, p->c->assists.v[0]);
		if (first < 0)
			continue;
		p->total = y->parties.v[first].total;
		if (p->rules == NULL || p->rules->gap_min == 0)
			p->gap_min = y->parties.v[first].gap_min;
		if (p->rules == NULL || p->rules->gap_max == 0)
			p->gap_max = y->parties.v[first].gap_max;
	}
}

/* Every name in the rules is somebody's. */
static int
check_names(const struct year *y, struct kl_error *err)
{
	const struct bundle *b = y->in->facts;
	const struct plan_rules *r;
	const struct committee *c;
	size_t i, k;

	for (i = 0; i < b->plan_rules.n; i++) {
		r = &b->plan_rules.v[i];
		if (bundle_committee(b, r->committee) != NULL)
			continue;
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("There are rules for the year of %s, but no such "
			  "committee. Register the committee, or correct its "
			  "code. Nothing was planned."),
		    r->committee);
		return refuse(err, r->line, "nämnd");
	}
	for (i = 0; i < b->committees.n; i++)
		for (k = 0; k < b->committees.v[i].assists.n; k++) {
			c = &b->committees.v[i];
			if (bundle_committee(b, c->assists.v[k]) != NULL)
				continue;
			kl_error_set(err, KL_E_INPUT,
			    KL_N_("%s assists %s, but there is no such "
				  "committee. Register the committee, or "
				  "correct its code. Nothing was planned."),
			    c->code, c->assists.v[k]);
			return refuse(err, c->line, "bistår");
		}
	return 0;
}

int
year_parties(struct year *y, struct kl_error *err)
{
	const struct bundle *b = y->in->facts;
	struct pattern *last = arena_alloc(y->arena, sizeof *last);
	size_t i;
	int rc;

	if (last == NULL)
		return kl_error_nomem(err);
	rc = check_names(y, err);
	for (i = 0; rc == 0 && i < b->committees.n; i++)
		rc = add_party(y, &b->committees.v[i], last, err);
	if (rc != 0)
		return rc;
	if (y->parties.n == 0)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("There is no committee to plan for. Register the "
			  "committees first."));
	council_numbers(y);
	return arena_failed(y->arena) ? kl_error_nomem(err) : 0;
}
