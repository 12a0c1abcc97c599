/* SPDX-License-Identifier: EUPL-1.2
 *
 * The register's meetings of a year as calendars: one for each body, person and
 * role, as iCalendar and as a table for Outlook.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "calendar/ical.h"
#include "calendar/outlook.h"
#include "office/plan.h"
#include "plan/feed.h"

#define HOST_UNKNOWN "kansli.invalid"

struct exporting {
	struct planning *p;
	VEC(struct feed_meeting) meetings;
	struct feed feed;
	const char *dir, *host;
	enum outlook_words words;
	struct kl_data *paths;
};

/* ---- the meetings ----------------------------------------------------------
 */

/* "https://www.ekholm.se/start" is at www.ekholm.se. */
static const char *
host_of(struct arena *a, const struct organisation *o)
{
	const char *web = o == NULL ? NULL : o->web, *slash;

	if (web == NULL)
		return HOST_UNKNOWN;
	slash = strstr(web, "://");
	if (slash != NULL)
		web = slash + 3;
	return arena_strndup(a, web, strcspn(web, "/?#: "));
}

static struct cycle *
cycle_for(struct planning *p, const char *committee)
{
	size_t i;

	for (i = 0; i < p->cycles.n; i++)
		if (strcmp(p->cycles.v[i].committee, committee) == 0)
			return p->cycles.v[i].cycle;
	return NULL;
}

/* Days of its steps that were picked by hand. */
static int
add_overrides(struct planning *p, struct cycle *cycle, const struct meeting *m,
    struct kl_error *err)
{
	deadline_overrides list = { 0 };
	size_t i;
	int rc;

	rc =
	    store_load_overrides(p->w.o->store, m->key, p->w.arena, &list, err);
	for (i = 0; rc == 0 && i < list.n; i++)
		rc = cycle_override_add(cycle, list.v[i].step, m->committee,
		    m->day, list.v[i].day, list.v[i].why, err);
	return rc;
}

static int
find_steps(struct planning *p, const struct meeting *m,
    const struct rules_steps **out, struct kl_error *err)
{
	struct cycle *cycle = cycle_for(p, m->committee);
	struct rules_steps *steps;
	struct rule_book book;
	int rc;

	if (cycle == NULL)
		return 0;
	steps = arena_alloc(p->w.arena, sizeof *steps);
	if (steps == NULL)
		return kl_error_nomem(err);
	p->w.committee = bundle_committee(&p->w.bundle, m->committee);
	book = office_book(&p->w);
	p->w.committee = NULL;
	rc = add_overrides(p, cycle, m, err);
	if (rc == 0)
		rc = rules_cycle(cycle, m->committee, m->day, &book, p->w.arena,
		    p->w.o->translate, steps, err);
	*out = steps;
	return rc;
}

static int
add_meeting(struct exporting *x, const struct meeting *m, struct kl_error *err)
{
	struct arena *a = x->p->w.arena;
	struct feed_meeting *to = vec_push(a, &x->meetings);
	const char *uid = m->uid != NULL ? m->uid : meeting_uid(a, m->key);

	if (to == NULL || uid == NULL)
		return kl_error_nomem(err);
	to->committee = m->committee;
	to->day = m->day;
	to->start = m->time;
	to->end = m->time == NULL ? NULL : m->end;
	to->place = m->place;
	to->uid = arena_printf(a, "%s@%s", uid, x->host);
	to->sequence = m->sequence;
	to->cancelled = m->state == MEETING_CANCELLED;
	to->changed = m->changed != NULL ? m->changed : x->p->w.o->instant;
	if (to->uid == NULL)
		return kl_error_nomem(err);
	return find_steps(x->p, m, &to->steps, err);
}

static int
collect(struct exporting *x, struct kl_error *err)
{
	struct planning *p = x->p;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < p->w.bundle.meetings.n; i++)
		if (kl_day_year(p->w.bundle.meetings.v[i].day) == p->year)
			rc = add_meeting(x, &p->w.bundle.meetings.v[i], err);
	if (rc != 0)
		return rc;
	x->feed.facts = &p->w.bundle;
	x->feed.v = x->meetings.v;
	x->feed.n = x->meetings.n;
	if (x->meetings.n > 0)
		return 0;
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("The register has no meetings in %d. Adopt a plan first "
		  "(kansli plan adopt %d). Nothing was written."),
	    p->year, p->year);
}

/* ---- the files -------------------------------------------------------------
 */

/* What people called something, as part of a file's name. */
static char *
file_part(struct arena *a, const char *name)
{
	char *part = arena_strdup(a, name), *c;

	for (c = part; c != NULL && *c != '\0'; c++)
		if (strchr("/\\:*?\"<>|", *c) != NULL ||
		    (unsigned char)*c <= ' ' || (*c == '.' && c == part))
			*c = '-';
	return part;
}

static int
write_file(struct exporting *x, const char *name, const char *extension,
    const struct buf *bytes, struct kl_error *err)
{
	struct arena *a = x->p->w.arena;
	const char *part = file_part(a, name);
	const char *path = arena_printf(a, "%s/%d-%s.%s", x->dir, x->p->year,
	    part == NULL ? "" : part, extension);
	int rc;

	if (part == NULL || path == NULL || buf_failed(bytes))
		return kl_error_nomem(err);
	rc = file_put(path, bytes->data, bytes->len, err);
	if (rc == 0)
		data_add_text(x->paths, NULL, path);
	return rc;
}

/* One calendar, in both forms; none if nothing is in it. */
static int
write_events(struct exporting *x, const char *name, const char *title,
    const feed_events *events, struct kl_error *err)
{
	struct buf bytes;
	int rc;

	if (events->n == 0)
		return 0;
	buf_init(&bytes, ICAL_BYTES_MAX);
	rc = ical_write(title, events->v, events->n, &bytes, err);
	if (rc == 0)
		rc = write_file(x, name, "ics", &bytes, err);
	buf_reset(&bytes);
	if (rc == 0)
		rc = outlook_write(events->v, events->n, x->words, &bytes, err);
	if (rc == 0)
		rc = write_file(x, name, "csv", &bytes, err);
	buf_free(&bytes);
	return rc;
}

static int
write_bodies(struct exporting *x, struct kl_error *err)
{
	const struct bundle *b = &x->p->w.bundle;
	const struct committee *c;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < b->committees.n; i++) {
		feed_events events = { 0 };

		c = &b->committees.v[i];
		rc = feed_body(&x->feed, c->code, x->p->w.arena, &events, err);
		if (rc == 0)
			rc = write_events(x, c->code, c->name, &events, err);
	}
	return rc;
}

static int
write_persons(struct exporting *x, struct kl_error *err)
{
	const struct bundle *b = &x->p->w.bundle;
	struct arena *a = x->p->w.arena;
	const struct person *who;
	const char *name, *title;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < b->persons.n; i++) {
		feed_events events = { 0 };

		who = &b->persons.v[i];
		name = arena_printf(a, "person-%s", who->ref);
		title = arena_printf(a, "%s %s",
		    who->first == NULL ? "" : who->first,
		    who->last == NULL ? "" : who->last);
		if (name == NULL || title == NULL)
			return kl_error_nomem(err);
		rc = feed_person(&x->feed, who->ref, a, &events, err);
		if (rc == 0)
			rc = write_events(x, name, title, &events, err);
	}
	return rc;
}

static int
write_roles(struct exporting *x, struct kl_error *err)
{
	static const struct {
		enum cycle_level level;
		const char *name, *title;
	} roles[] = {
		{ CYCLE_OFFICE, "roll-kontor", KL_N_("The offices") },
		{ CYCLE_SECRETARIAT, "roll-sekretariat",
		    KL_N_("The secretariat") },
		{ CYCLE_COMMITTEE, "roll-namnd", KL_N_("The committees") },
	};
	struct derivation words = work_derivation(&x->p->w);
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < sizeof roles / sizeof *roles; i++) {
		feed_events events = { 0 };

		rc = feed_role(
		    &x->feed, roles[i].level, x->p->w.arena, &events, err);
		if (rc == 0)
			rc = write_events(x, roles[i].name,
			    derive_word(&words, roles[i].title), &events, err);
	}
	return rc;
}

static int
headings_of(const char *language, enum outlook_words *out, struct kl_error *err)
{
	*out = OUTLOOK_ENGLISH;
	if (language == NULL || strcmp(language, "en") == 0)
		return 0;
	*out = OUTLOOK_SWEDISH;
	if (strcmp(language, "sv") == 0)
		return 0;
	return kl_error_set(err, KL_E_USAGE,
	    KL_N_("The headings of the tables are in English (en) or Swedish "
		  "(sv), not in “%s”. Nothing was written."),
	    language);
}

int
kl_plan_export(struct kl_office *o, int year, const char *dir,
    const char *headings, struct kl_data **answer, struct kl_error *err)
{
	struct kl_plan what = { .year = year };
	struct exporting x = { .dir = dir };
	struct planning p;
	int rc = headings_of(headings, &x.words, err);

	if (rc != 0)
		return rc;
	rc = planning_begin(&p, o, &what, MAY_HANDLE, err);
	x.p = &p;
	if (rc == 0) {
		x.paths = data_add_list(p.w.answer, "paths");
		x.host = host_of(p.w.arena, p.w.bundle.organisation);
		rc = x.host == NULL ? kl_error_nomem(err) : collect(&x, err);
	}
	if (rc == 0)
		rc = file_make_dirs(dir, err);
	if (rc == 0)
		rc = write_bodies(&x, err);
	if (rc == 0)
		rc = write_persons(&x, err);
	if (rc == 0)
		rc = write_roles(&x, err);
	file_sync_folder(dir);
	return planning_end(&p, rc, answer, err);
}
