/* SPDX-License-Identifier: EUPL-1.2
 *
 * Plans made by hand: a file of one of three kinds becomes a year's plan, with
 * every fault named by file and line.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/tree.h>

#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "calendar/ical_read.h"
#include "plan/year_read.h"
#include "plan/year_reader.h"

/* Without a year to go by, events are looked for in these. */
#define FIRST_YEAR 1991
#define LAST_YEAR 2060

void
read_fault(
    struct plan_reader *r, int line, const char *field, struct kl_error *e)
{
	kl_error_where(e, r->path, line, field);
	kl_faults_add(r->faults, e);
}

/* ---- one meeting --------------------------------------------------------- */

/* Whether the names are the same but for case. */
static bool
same_name(struct arena *a, const char *x, const char *y)
{
	const char *fx = utf8_fold(a, x), *fy = utf8_fold(a, y);

	return fx != NULL && fy != NULL && strcmp(fx, fy) == 0;
}

/* The code of the committee that the file calls ${name}; NULL when the register
 * has none. */
static const char *
committee_of(struct plan_reader *r, const char *name)
{
	const struct committee *c;
	size_t i;

	if (r->facts == NULL)
		return arena_strdup(r->a, name);
	for (i = 0; i < r->facts->committees.n; i++) {
		c = &r->facts->committees.v[i];
		if (same_name(r->a, c->code, name) ||
		    (c->name != NULL && same_name(r->a, c->name, name)))
			return c->code;
	}
	return NULL;
}

/* The committee of the register whose code or name is most like ${name}. */
static const char *
like(struct plan_reader *r, const char *name)
{
	size_t i, n = r->facts->committees.n;
	const char **list = arena_alloc(r->a, (2 * n + 1) * sizeof *list);

	for (i = 0; list != NULL && i < n; i++) {
		list[i] = r->facts->committees.v[i].code;
		list[n + i] = r->facts->committees.v[i].name;
		if (list[n + i] == NULL)
			list[n + i] = list[i];
	}
	return list == NULL ? NULL : utf8_nearest(name, list, 2 * n);
}

/* "2023-01-30" or "20230130". */
static int
parse_day(const char *s, kl_day *day)
{
	char iso[11];

	if (strlen(s) != 8 || strspn(s, "0123456789") != 8)
		return kl_day_parse(s, day);
	memcpy(iso, s, 4);
	iso[4] = iso[7] = '-';
	memcpy(iso + 5, s + 4, 2);
	memcpy(iso + 8, s + 6, 2);
	iso[10] = '\0';
	return kl_day_parse(iso, day);
}

/* The clock at ${*s} ("8:00", "08.00", "13") as "HH:MM"; ${*s} goes past it.
 * NULL when there is none. */
static const char *
parse_clock(struct arena *a, const char **s)
{
	int h = 0, m = 0, digits;

	for (digits = 0; **s >= '0' && **s <= '9' && digits < 3; digits++)
		h = h * 10 + *(*s)++ - '0';
	if (digits == 0 || digits > 2)
		return NULL;
	if (**s == ':' || **s == '.') {
		++*s;
		for (digits = 0; **s >= '0' && **s <= '9' && digits < 3;
		     digits++)
			m = m * 10 + *(*s)++ - '0';
		if (digits != 2)
			return NULL;
	}
	return h > 23 || m > 59 ? NULL : arena_printf(a, "%02d:%02d", h, m);
}

/* A clock, or two with a dash between: "13.00-16.00", "kl. 13". */
static bool
read_clocks(
    struct plan_reader *r, const char *s, const char **start, const char **end)
{
	if (strncmp(s, "kl", 2) == 0)
		s += s[2] == '.' ? 3 : 2;
	s += strspn(s, " ");
	*start = parse_clock(r->a, &s);
	if (*start == NULL)
		return false;
	s += strspn(s, " ");
	if (strncmp(s, "\xe2\x80\x93", 3) == 0) /* a dash in UTF-8 */
		s += 3;
	else if (*s == '-')
		s++;
	else
		return *s == '\0';
	s += strspn(s, " ");
	*end = parse_clock(r->a, &s);
	return *end != NULL && *s == '\0';
}

static void
set_clocks(
    struct plan_reader *r, const struct read_meeting *m, struct planned *p)
{
	const char *none = NULL;

	if (m->start != NULL && !read_clocks(r, m->start, &p->start, &p->end))
		READ_PLAN_FAULT(r, m->line, "tid",
		    KL_N_("\"%s\" is not a clock. Write for example 16:30 or "
			  "13:00-16:00."),
		    m->start);
	else if (m->end != NULL && !read_clocks(r, m->end, &p->end, &none))
		READ_PLAN_FAULT(r, m->line, "slut",
		    KL_N_("\"%s\" is not a clock. Write for example 16:30."),
		    m->end);
	else if (p->start != NULL && p->end != NULL &&
		 strcmp(p->end, p->start) <= 0)
		READ_PLAN_FAULT(r, m->line, "slut",
		    KL_N_("The meeting ends at %s, before it begins at %s. "
			  "Correct one of them."),
		    p->end, p->start);
}

static void
unknown_committee(struct plan_reader *r, const struct read_meeting *m)
{
	const char *near = like(r, m->committee);

	if (near != NULL)
		READ_PLAN_FAULT(r, m->line, "nämnd",
		    KL_N_("There is no committee \"%s\" in the register. Did "
			  "you mean %s?"),
		    m->committee, near);
	else
		READ_PLAN_FAULT(r, m->line, "nämnd",
		    KL_N_("There is no committee \"%s\" in the register. Write "
			  "its code or name, or register it."),
		    m->committee);
}

void
read_add(struct plan_reader *r, const struct read_meeting *m)
{
	struct planned *p;
	kl_day day;
	const char *code;

	if (m->committee == NULL || m->day == NULL) {
		READ_PLAN_FAULT(r, m->line, m->day == NULL ? "datum" : "nämnd",
		    KL_N_("The meeting lacks its committee or its day. Give "
			  "both."));
		return;
	}
	if (parse_day(m->day, &day) != 0) {
		READ_PLAN_FAULT(r, m->line, "datum",
		    KL_N_("\"%s\" is not a day. Write for example "
			  "2027-01-26."),
		    m->day);
		return;
	}
	code = committee_of(r, m->committee);
	if (code == NULL) {
		unknown_committee(r, m);
		return;
	}
	if (r->out->meetings.n >= READ_MEETINGS_MAX) {
		if (r->out->meetings.n == READ_MEETINGS_MAX)
			READ_PLAN_FAULT(r, m->line, NULL,
			    KL_N_("The file has more than %d meetings, which "
				  "is the limit. Divide it."),
			    READ_MEETINGS_MAX);
		return;
	}
	p = vec_push(r->a, &r->out->meetings);
	if (p == NULL)
		return;
	p->committee = code;
	p->day = day;
	p->room = arena_strdup(r->a, m->room);
	p->nr = m->line; /* until they are numbered */
	set_clocks(r, m, p);
}

/* ---- iCalendar ----------------------------------------------------------- */

static bool
is_letter(char c)
{
	return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') ||
	       (c >= '0' && c <= '9');
}

/* Whether ${word} stands in ${text} as a word of its own (both folded). */
static bool
has_word(const char *text, const char *word)
{
	const char *at = text;
	size_t n = strlen(word);

	while (n > 0 && (at = strstr(at, word)) != NULL) {
		if ((at == text || !is_letter(at[-1])) && !is_letter(at[n]))
			return true;
		at++;
	}
	return false;
}

/* The committee that the text speaks of: the longest code or name in it. */
static const char *
spoken_of(struct plan_reader *r, const char *text)
{
	const struct committee *c;
	const char *folded = text == NULL ? NULL : utf8_fold(r->a, text);
	const char *word, *best = NULL;
	size_t i, k, longest = 0;

	for (i = 0; folded != NULL && i < r->facts->committees.n; i++) {
		c = &r->facts->committees.v[i];
		for (k = 0; k < 2; k++) {
			word = k == 0 ? c->code : c->name;
			word = word == NULL ? NULL : utf8_fold(r->a, word);
			if (word == NULL || strlen(word) <= longest ||
			    !has_word(folded, word))
				continue;
			longest = strlen(word);
			best = c->code;
		}
	}
	return best;
}

/* Without a register: the summary without the word for a meeting. */
static const char *
plain_summary(struct plan_reader *r, const char *summary)
{
	static const char *const words[] = { "Sammanträde", "sammanträde" };
	char *s = arena_strdup(r->a, summary == NULL ? "" : summary);
	char *at, *end;
	size_t i, n;

	for (i = 0; s != NULL && i < 2; i++) {
		at = strstr(s, words[i]);
		n = strlen(words[i]);
		if (at != NULL)
			memmove(at, at + n, strlen(at + n) + 1);
	}
	if (s == NULL)
		return NULL;
	s += strspn(s, " \t:,-");
	end = s + strlen(s);
	while (end > s && strchr(" \t:,-", end[-1]) != NULL)
		end--;
	*end = '\0';
	return s[0] == '\0' ? NULL : s;
}

/* Whether an event with categories is something else than a meeting: a step
 * before it, somebody's holiday. */
static bool
other_event(struct plan_reader *r, const struct ical_entry *e)
{
	size_t i;

	for (i = 0; i < e->categories.n; i++)
		if (same_name(r->a, e->categories.v[i], "sammanträde") ||
		    (r->facts != NULL &&
			committee_of(r, e->categories.v[i]) != NULL))
			return false;
	return e->categories.n > 0;
}

static void
read_event(struct plan_reader *r, const struct ical_entry *e)
{
	struct read_meeting m = { .start = e->start,
		.end = e->start == NULL ? NULL : e->end,
		.room = e->location,
		.line = e->line };
	char day[11];
	size_t i;

	if (e->cancelled || other_event(r, e))
		return;
	m.day = kl_day_format(e->from, day);
	for (i = 0; r->facts != NULL && i < e->categories.n; i++)
		if (m.committee == NULL)
			m.committee = committee_of(r, e->categories.v[i]);
	if (m.committee == NULL)
		m.committee = r->facts != NULL ? spoken_of(r, e->summary)
					       : plain_summary(r, e->summary);
	if (m.committee == NULL)
		READ_PLAN_FAULT(r, e->line, "SUMMARY",
		    KL_N_("The event \"%s\" does not say which committee "
			  "meets. Put its code or name in the heading, or take "
			  "the event out."),
		    e->summary == NULL ? "" : e->summary);
	else
		read_add(r, &m);
}

static int
read_ics(struct plan_reader *r, const char *text, size_t len, int year,
    struct kl_error *err)
{
	struct ical_file events = { 0 };
	kl_day from = kl_day_of(year == 0 ? FIRST_YEAR : year, 1, 1);
	kl_day to = kl_day_of(year == 0 ? LAST_YEAR : year, 12, 31);
	size_t i;
	int rc;

	rc = ical_read(r->path, text, len, from, to, r->a, &events, err);
	if (rc != 0)
		return rc;
	for (i = 0; i < events.v.n; i++)
		read_event(r, &events.v.v[i]);
	return 0;
}

/* ---- exchange XML -------------------------------------------------------- */

static int
read_xml(
    struct plan_reader *r, const char *text, size_t len, struct kl_error *err)
{
	xmlDoc *doc = NULL;
	const xmlNode *node;
	struct read_meeting m;
	int rc;

	rc = xml_parse(text, len, r->path, &doc, err);
	if (rc != 0)
		return rc;
	node = xmlDocGetRootElement(doc);
	if (!xml_is(node, "kansli")) {
		READ_PLAN_FAULT(r, 1, NULL,
		    KL_N_("The file is not an exchange file: its outermost "
			  "element is not <kansli>. Choose another file."));
		xmlFreeDoc(doc);
		return 0;
	}
	for (node = xml_child(node, "sammanträde"); node != NULL;
	     node = xml_next(node, "sammanträde")) {
		memset(&m, 0, sizeof m);
		m.committee = xml_attr(r->a, node, "nämnd");
		m.day = xml_attr(r->a, node, "datum");
		m.start = xml_child_text(r->a, node, "tid");
		m.end = xml_child_text(r->a, node, "slut");
		m.room = xml_child_text(r->a, node, "plats");
		m.line = (int)xmlGetLineNo(node);
		read_add(r, &m);
	}
	xmlFreeDoc(doc);
	return 0;
}

/* ---- the year ------------------------------------------------------------ */

static int
by_day(const void *x, const void *y)
{
	const struct planned *a = x, *b = y;
	const char *s = a->start == NULL ? "" : a->start;
	const char *t = b->start == NULL ? "" : b->start;
	int d;

	if (a->day != b->day)
		return a->day < b->day ? -1 : 1;
	d = strcmp(s, t);
	return d != 0 ? d : strcmp(a->committee, b->committee);
}

/* The year in which most of the meetings lie, the first of several. */
static int
commonest_year(const struct year_plan *plan)
{
	size_t i, n = 0, most = 0;
	int year = 0;

	/* they are sorted by day */
	for (i = 0; i < plan->meetings.n; i++) {
		n = i > 0 && kl_day_year(plan->meetings.v[i].day) ==
				 kl_day_year(plan->meetings.v[i - 1].day)
			? n + 1
			: 1;
		if (n > most) {
			most = n;
			year = kl_day_year(plan->meetings.v[i].day);
		}
	}
	return year;
}

/* Number each committee's meetings; those of another year, and those that are
 * there twice, are faults. */
static void
number(struct plan_reader *r)
{
	struct planned *v = r->out->meetings.v;
	size_t i, k;
	int line, nr;
	char day[11];

	for (i = 0; i < r->out->meetings.n; i++) {
		line = v[i].nr;
		if (kl_day_year(v[i].day) != r->out->year)
			READ_PLAN_FAULT(r, line, "datum",
			    KL_N_("The meeting of %s on %s is not in %d. Take "
				  "it out, or plan that year by itself."),
			    v[i].committee, kl_day_format(v[i].day, day),
			    r->out->year);
		nr = 1;
		for (k = i; k-- > 0;) {
			if (strcmp(v[k].committee, v[i].committee) != 0)
				continue;
			nr = v[k].nr + 1;
			if (by_day(&v[k], &v[i]) == 0)
				READ_PLAN_FAULT(r, line, "datum",
				    KL_N_("The meeting of %s on %s is there "
					  "twice. Take one of them out."),
				    v[i].committee,
				    kl_day_format(v[i].day, day));
			break;
		}
		v[i].nr = nr;
	}
}

static bool
ends_with(const char *path, const char *end)
{
	size_t n = strlen(path), k = strlen(end);

	return n >= k && strcmp(path + n - k, end) == 0;
}

static int
read_kind(struct plan_reader *r, char *text, size_t len, int year,
    struct kl_error *err)
{
	if (ends_with(r->path, ".ics"))
		return read_ics(r, text, len, year, err);
	if (ends_with(r->path, ".xml"))
		return read_xml(r, text, len, err);
	if (!ends_with(r->path, ".csv")) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("A plan is read from a table (.csv), a calendar "
			  "(.ics) or an exchange file (.xml), by the end of "
			  "its name. Nothing was read."));
		kl_error_where(err, r->path, 0, NULL);
		return KL_E_INPUT;
	}
	if (!utf8_valid(text, len)) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The table is not UTF-8 text. Save it as UTF-8 and "
			  "try again."));
		kl_error_where(err, r->path, 1, NULL);
		return KL_E_INPUT;
	}
	/* a spreadsheet's mark of UTF-8 is no part of the first cell */
	read_csv(r,
	    len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0 ? text + 3 : text);
	return 0;
}

int
year_read_text(const char *path, char *text, size_t len, int year,
    const struct bundle *facts, struct arena *a, struct year_plan *out,
    struct kl_faults *faults, struct kl_error *err)
{
	struct plan_reader r = { .path = path,
		.facts = facts,
		.a = a,
		.out = out,
		.faults = faults };
	int rc;

	memset(out, 0, sizeof *out);
	memset(faults, 0, sizeof *faults);
	out->made = KL_DAY_NONE;
	out->how = "import";
	rc = read_kind(&r, text, len, year, err);
	if (rc != 0)
		return rc;
	if (out->meetings.n > 1)
		qsort(out->meetings.v, out->meetings.n, sizeof(struct planned),
		    by_day);
	out->year = year != 0 ? year : commonest_year(out);
	number(&r);
	if (out->meetings.n == 0 && faults->total == 0)
		READ_PLAN_FAULT(&r, 1, NULL,
		    KL_N_("The file has no meetings. Each needs at least its "
			  "committee and its day."));
	if (arena_failed(a))
		return kl_error_nomem(err);
	if (faults->total == 0)
		return 0;
	*err = faults->v[0];
	return KL_E_INPUT;
}

int
year_read(const char *path, int year, const struct bundle *facts,
    struct arena *a, struct year_plan *out, struct kl_faults *faults,
    struct kl_error *err)
{
	struct buf file;
	int rc;

	memset(out, 0, sizeof *out);
	memset(faults, 0, sizeof *faults);
	rc = file_read(path, READ_BYTES_MAX, &file, err);
	if (rc == 0)
		rc = year_read_text(path, file.data, file.len, year, facts, a,
		    out, faults, err);
	buf_free(&file);
	return rc;
}

/* ---- without a register -------------------------------------------------- */

static int
add_committee(struct bundle *b, const char *code, struct kl_error *err)
{
	struct committee *c = vec_push(b->arena, &b->committees);
	struct plan_rules *r = vec_push(b->arena, &b->plan_rules);

	if (c == NULL || r == NULL)
		return kl_error_nomem(err);
	c->code = c->name = code;
	c->kind = BODY_COMMITTEE;
	r->committee = code;
	r->weekdays = "må ti on to fr";
	return 0;
}

int
year_bare(const struct year_plan *plan, struct arena *a, struct bundle *out,
    struct kl_error *err)
{
	size_t i, k;
	int rc;

	memset(out, 0, sizeof *out);
	out->arena = a;
	for (i = 0; i < plan->meetings.n; i++) {
		for (k = 0; k < out->committees.n; k++)
			if (strcmp(out->committees.v[k].code,
				plan->meetings.v[i].committee) == 0)
				break;
		if (k == out->committees.n) {
			rc = add_committee(
			    out, plan->meetings.v[i].committee, err);
			if (rc != 0)
				return rc;
		}
		out->plan_rules.v[k].meetings++;
	}
	return 0;
}
