/* SPDX-License-Identifier: EUPL-1.2
 *
 * The exchange format's plans of a year: read and written, with all their
 * versions, so that what has been planned can be handed over whole.
 */
#include "config.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "record/exchange.h"

#define YEAR_MAX 2200
#define VERSIONS_MAX 100000
#define MEETINGS_MAX 20000 /* of a version */
#define NUMBER_MAX 366	   /* of a committee's meetings */
#define BOUND_UNIT 1000	   /* a bound is known in thousandths */

/* The register's words and the format's. */
struct words {
	const char *is, *called;
};

static const struct words ways[] = { { "new", "ny" }, { "solve", "löst" },
	{ "move", "flyttat" }, { "fix", "låst" }, { "import", "inläst" } };

static const struct words verdicts[] = { { "optimal", "bästa" },
	{ "feasible", "möjlig" }, { "infeasible", "omöjlig" },
	{ "unknown", "oklar" } };

#define COUNT(list) (sizeof(list) / sizeof *(list))

/* ---- reading ------------------------------------------------------------- */

static const char *
read_word(struct reader *r, struct value v, const struct words *list, size_t n)
{
	const char *text = value_ref(r, v);
	size_t i;

	for (i = 0; text != NULL && i < n; i++)
		if (strcmp(list[i].called, text) == 0)
			return list[i].is;
	if (text != NULL)
		READ_FAULT(r, v.line, v.field,
		    KL_N_("“%s” is not one of the words of a plan. They are "
			  "listed in man kansli-exchange."),
		    text);
	return NULL;
}

/* A number that may be larger than those of other facts, in ${unit}ths. */
static int64_t
read_amount(struct reader *r, struct value v, int unit)
{
	const char *text = value_ref(r, v);
	char *end;
	int64_t whole, part = 0;
	int u;

	if (text == NULL)
		return 0;
	errno = 0;
	whole = strtoll(text, &end, 10);
	if (unit > 1 && *end == '.')
		for (end++, u = unit / 10; u > 0 && *end >= '0' && *end <= '9';
		     u /= 10)
			part += (*end++ - '0') * u;
	if (errno == 0 && *text >= '0' && *text <= '9' && *end == '\0' &&
	    whole <= INT64_MAX / unit - 1)
		return whole * unit + part;
	READ_FAULT(r, v.line, v.field,
	    KL_N_("“%s” is not an amount. Write it with figures alone."), text);
	return 0;
}

static void
read_planned(struct reader *r, const xmlNode *n, struct year_plan *p)
{
	struct planned *x = vec_push(r->a, &p->meetings);

	if (x == NULL)
		return;
	x->committee = value_code(r, value_attr(r, n, "nämnd"));
	x->nr = value_int(r, value_attr(r, n, "nr"), NUMBER_MAX);
	x->day = value_day(r, value_attr(r, n, "datum"));
	x->start = value_clock(r, value_attr(r, n, "tid"));
	x->end = value_clock(r, value_attr(r, n, "slut"));
	x->room = value_ref(r, value_attr(r, n, "lokal"));
	x->fixed = value_yes(r, value_attr(r, n, "fast"), false);
	x->meeting = value_ref(r, value_attr(r, n, "sammanträde"));
}

static void
read_version(struct reader *r, const xmlNode *n, int year, int nr)
{
	struct year_plan *p = vec_push(r->a, &r->b->plans);
	const xmlNode *m = xml_child(n, "planerat");
	size_t i;

	if (p == NULL)
		return;
	p->line = (int)xmlGetLineNo((xmlNode *)n);
	p->year = year;
	p->version = value_int(r, value_attr(r, n, "nr"), VERSIONS_MAX);
	p->from_version = value_int(r, value_attr(r, n, "ur"), VERSIONS_MAX);
	p->how = read_word(r, value_attr(r, n, "sätt"), ways, COUNT(ways));
	p->status =
	    read_word(r, value_attr(r, n, "omdöme"), verdicts, COUNT(verdicts));
	p->made = value_day(r, value_attr(r, n, "datum"));
	p->cost = read_amount(r, value_attr(r, n, "kostnad"), 1);
	/* in the middle of its thousandth: rounding down gives it back */
	p->bound =
	    (double)read_amount(r, value_attr(r, n, "gräns"), BOUND_UNIT);
	p->bound = p->bound > 0 ? (p->bound + 0.5) / BOUND_UNIT : 0;
	if (p->version != nr || p->from_version >= nr)
		READ_FAULT(r, p->line, "nr",
		    KL_N_("The versions of a plan are numbered from 1, each "
			  "made from one before it. This is number %d."),
		    nr);
	for (i = 0; m != NULL && i < MEETINGS_MAX; i++) {
		read_planned(r, m, p);
		m = xml_next(m, "planerat");
	}
	if (m != NULL)
		READ_FAULT(r, p->line, "planerat",
		    KL_N_("There are more than %d of %s. Leave some out."),
		    MEETINGS_MAX, "planerat");
}

void
read_plan(struct reader *r, const xmlNode *n)
{
	int year = value_int(r, value_attr(r, n, "år"), YEAR_MAX), nr = 0;
	int current = value_int(r, value_attr(r, n, "gällande"), VERSIONS_MAX);
	int adopted = value_int(r, value_attr(r, n, "antagen"), VERSIONS_MAX);
	const xmlNode *v = xml_child(n, "planversion");
	size_t i, first = r->b->plans.n;

	for (; v != NULL && nr < VERSIONS_MAX; v = xml_next(v, "planversion"))
		read_version(r, v, year, ++nr);
	if (current < 1 || current > nr || adopted > nr)
		READ_FAULT(r, (int)xmlGetLineNo((xmlNode *)n), "gällande",
		    KL_N_("The plan has %d versions, so no other can be "
			  "current or adopted."),
		    nr);
	for (i = first; i < r->b->plans.n; i++) {
		r->b->plans.v[i].current = r->b->plans.v[i].version == current;
		r->b->plans.v[i].adopted = r->b->plans.v[i].version == adopted;
	}
}

/* ---- writing ------------------------------------------------------------- */

static const char *
word_for(const char *is, const struct words *list, size_t n)
{
	size_t i;

	for (i = 0; is != NULL && i < n; i++)
		if (strcmp(list[i].is, is) == 0)
			return list[i].called;
	return NULL;
}

static void
write_planned(struct maker *m, xmlNode *parent, const struct planned *x)
{
	xmlNode *n = make_node(m, parent, "planerat");

	make_attr(m, n, "nämnd", x->committee);
	make_attr_int(m, n, "nr", x->nr);
	make_attr_day(m, n, "datum", x->day);
	make_attr(m, n, "tid", x->start);
	make_attr(m, n, "slut", x->end);
	make_attr(m, n, "lokal", x->room);
	make_attr_yes(m, n, "fast", x->fixed);
	make_attr(m, n, "sammanträde", x->meeting);
}

static void
write_version(struct maker *m, xmlNode *parent, const struct year_plan *p)
{
	xmlNode *n = make_node(m, parent, "planversion");
	/* from the register it is whole thousandths, as read half of one more */
	int64_t bound = (int64_t)floor(p->bound * BOUND_UNIT + 0.25);
	size_t i;

	make_attr_int(m, n, "nr", p->version);
	make_attr_int(m, n, "ur", p->from_version);
	make_attr(m, n, "sätt", word_for(p->how, ways, COUNT(ways)));
	make_attr_day(m, n, "datum", p->made);
	make_attr(
	    m, n, "kostnad", arena_printf(m->a, "%lld", (long long)p->cost));
	if (bound > 0)
		make_attr(m, n, "gräns",
		    arena_printf(m->a, "%lld.%03d",
			(long long)(bound / BOUND_UNIT),
			(int)(bound % BOUND_UNIT)));
	make_attr(
	    m, n, "omdöme", word_for(p->status, verdicts, COUNT(verdicts)));
	for (i = 0; i < p->meetings.n; i++)
		write_planned(m, n, &p->meetings.v[i]);
}

/* The years' versions come one after another. */
void
write_plans(struct maker *m, xmlNode *root, const struct bundle *b)
{
	const struct year_plan *p;
	xmlNode *n = NULL;
	size_t i, k;

	for (i = 0; i < b->plans.n; i++) {
		p = &b->plans.v[i];
		if (i == 0 || p->year != b->plans.v[i - 1].year) {
			n = make_node(m, root, "plan");
			make_attr_int(m, n, "år", p->year);
			for (k = i;
			     k < b->plans.n && b->plans.v[k].year == p->year;
			     k++)
				if (b->plans.v[k].current)
					make_attr_int(m, n, "gällande",
					    b->plans.v[k].version);
			while (k-- > i)
				if (b->plans.v[k].adopted)
					make_attr_int(m, n, "antagen",
					    b->plans.v[k].version);
		}
		write_version(m, n, p);
	}
}
