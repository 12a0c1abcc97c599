/* SPDX-License-Identifier: EUPL-1.2
 *
 * The days off of a year: those by rule, then those of the .ics files of a
 * folder.  Each event's kind is a Swedish word among its CATEGORIES, or the
 * file's own (X-KANSLI-SLAG, or the beginning of its name).
 */
#include "config.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "calendar/days_off.h"
#include "calendar/ical_read.h"
#include "calendar/workday.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define FILES_MAX 200
#define PERIODS_MAX 20000 /* of all files */
#define ARENA_MAX ((size_t)256 << 20)
#define PROCESS DAY_OFF_KINDS /* the kind that is a window, not a day off */

/* What the kinds are called, in CATEGORIES and at the beginning of the name of
 * a file. */
static const struct {
	const char *word;
	int kind;
} words[] = {
	{ "lov", DAY_OFF_SCHOOL_BREAK },
	{ "skollov", DAY_OFF_SCHOOL_BREAK },
	{ "fullmäktige", DAY_OFF_COUNCIL_DAY },
	{ "fullmaktige", DAY_OFF_COUNCIL_DAY },
	{ "uppehåll", DAY_OFF_PAUSE },
	{ "uppehall", DAY_OFF_PAUSE },
	{ "spärrad", DAY_OFF_BLOCKED },
	{ "sparrad", DAY_OFF_BLOCKED },
	{ "lokalt", DAY_OFF_BLOCKED },
	{ "process", PROCESS },
	{ "budgetprocess", PROCESS },
};

/* A folder being loaded. */
struct loader {
	struct days_off *d;
	struct arena *scratch; /* of the file being read */
	struct kl_error *err;
	kl_day from, to;
	const char *file;
	int kind; /* the file's own, or -1 */
};

const char *
day_off_kind_name(enum day_off_kind kind)
{
	static const char *const names[DAY_OFF_KINDS] = { "weekend", "holiday",
		"equated_eve", "customary_eve", "bridge", "between_day",
		"school_break", "pause", "council", "blocked" };

	return names[kind];
}

const char *
day_off_statute(enum day_off_kind kind)
{
	switch (kind) {
	case DAY_OFF_HOLIDAY:
		return "lag 1989:253";
	case DAY_OFF_WEEKEND:
	case DAY_OFF_EQUATED_EVE:
		return "lag 1930:173 § 2";
	default:
		return NULL;
	}
}

/* ---- by rule --------------------------------------------------------------
 */

static int
add_day(struct loader *l, kl_day day, enum day_off_kind kind, const char *name)
{
	struct day_off *o;

	if (day < l->from || day > l->to)
		return 0;
	o = vec_push(l->d->arena, &l->d->v);
	if (o == NULL)
		return kl_error_nomem(l->err);
	*o = (struct day_off){
		.from = day, .to = day, .kind = kind, .name = name
	};
	return 0;
}

static int
add_rules(struct loader *l)
{
	static const enum day_off_kind kinds[] = { DAY_OFF_HOLIDAY,
		DAY_OFF_EQUATED_EVE, DAY_OFF_CUSTOMARY_EVE, DAY_OFF_BRIDGE,
		DAY_OFF_BETWEEN };
	struct holiday h[HOLIDAY_MAX];
	kl_day day;
	size_t i, n;
	int year, rc = 0;

	for (year = l->d->year - 1; year <= l->d->year + 1; year++) {
		n = holiday_year(year, h);
		for (i = 0; rc == 0 && i < n; i++)
			rc = add_day(l, h[i].day, kinds[h[i].kind], h[i].name);
	}
	for (day = l->from; rc == 0 && day <= l->to; day++)
		if (kl_day_weekday(day) >= KL_SATURDAY)
			rc = add_day(l, day, DAY_OFF_WEEKEND,
			    kl_day_weekday(day) == KL_SATURDAY ? "Lördag"
							       : "Söndag");
	return rc;
}

/* ---- from files -----------------------------------------------------------
 */

/* The kind that ${word} is, or -1. */
static int
kind_of(struct loader *l, const char *word)
{
	const char *folded = utf8_fold(l->scratch, word);
	size_t i;

	for (i = 0; folded != NULL && i < COUNT(words); i++)
		if (strcmp(words[i].word, folded) == 0)
			return words[i].kind;
	return -1;
}

static int
at_line(struct loader *l, int line, const char *field)
{
	kl_error_where(l->err, l->file, line, field);
	return KL_E_INPUT;
}

static int
unknown_kind(struct loader *l, const char *word, int line, const char *field)
{
	kl_error_set(l->err, KL_E_INPUT,
	    KL_N_("\"%s\" is no kind of calendar. Write lov, fullmäktige, "
		  "uppehåll, spärrad or process. The file was not taken into "
		  "use."),
	    word);
	return at_line(l, line, field);
}

/* Whether ${word} is so near one of the kinds that it is a slip of the pen. */
static bool
is_misspelt(struct loader *l, const char *word)
{
	const char *list[COUNT(words)];
	const char *folded = utf8_fold(l->scratch, word);
	size_t i;

	for (i = 0; i < COUNT(words); i++)
		list[i] = words[i].word;
	/* three letters are near too much */
	return folded != NULL && utf8_length(folded) > 4 &&
	       utf8_nearest(folded, list, COUNT(words)) != NULL;
}

/* What the event's categories say: the kind, and the committee that it is
 * about ("nämnd TRN") or NULL.  Other words are the calendar program's. */
static int
read_categories(struct loader *l, const struct ical_entry *e, int *kind,
    const char **committee)
{
	static const char prefix[] = "nämnd ";
	const char *word;
	size_t i;
	int k;

	*kind = -1;
	*committee = NULL;
	for (i = 0; i < e->categories.n; i++) {
		word = e->categories.v[i];
		k = kind_of(l, word);
		if (strncmp(word, prefix, sizeof prefix - 1) == 0)
			*committee = word + sizeof prefix - 1;
		else if (k >= 0 && *kind >= 0 && k != *kind) {
			kl_error_set(l->err, KL_E_INPUT,
			    KL_N_("The event is of two kinds. Keep one of the "
				  "words lov, fullmäktige, uppehåll, spärrad "
				  "and process. The file was not taken into "
				  "use."));
			return at_line(l, e->line, "CATEGORIES");
		} else if (k >= 0)
			*kind = k;
		else if (is_misspelt(l, word))
			return unknown_kind(l, word, e->line, "CATEGORIES");
	}
	if (*kind < 0)
		*kind = l->kind;
	if (*kind >= 0)
		return 0;
	kl_error_set(l->err, KL_E_INPUT,
	    KL_N_("The event does not say of what kind it is. Give it the "
		  "category lov, fullmäktige, uppehåll, spärrad or process, or "
		  "let the name of the file begin with that word. The file was "
		  "not taken into use."));
	return at_line(l, e->line, "CATEGORIES");
}

static int
add_window(struct loader *l, const struct ical_entry *e, const char *committee)
{
	struct arena *a = l->d->arena;
	struct process_window *w = vec_push(a, &l->d->windows);

	if (w == NULL)
		return kl_error_nomem(l->err);
	*w = (struct process_window){ .from = e->from,
		.to = e->to,
		.name = arena_strdup(a, e->summary),
		.committee = arena_strdup(a, committee),
		.file = l->file,
		.line = e->line };
	return 0;
}

static int
add_entry(struct loader *l, const struct ical_entry *e)
{
	struct arena *a = l->d->arena;
	const char *committee;
	struct day_off *o;
	int kind, rc;

	if (e->cancelled)
		return 0;
	rc = read_categories(l, e, &kind, &committee);
	if (rc != 0)
		return rc;
	if (e->summary == NULL || *e->summary == '\0') {
		kl_error_set(l->err, KL_E_INPUT,
		    KL_N_("The event has no name (SUMMARY). Give it one: it is "
			  "shown as the reason. The file was not taken into "
			  "use."));
		return at_line(l, e->line, "SUMMARY");
	}
	if (l->d->v.n + l->d->windows.n >= PERIODS_MAX) {
		kl_error_set(l->err, KL_E_INPUT,
		    KL_N_("The calendars hold more than %d periods in the "
			  "year. Take out what is not needed. The file was not "
			  "taken into use."),
		    PERIODS_MAX);
		return at_line(l, e->line, NULL);
	}
	if (kind == PROCESS)
		return add_window(l, e, committee);
	o = vec_push(a, &l->d->v);
	if (o == NULL)
		return kl_error_nomem(l->err);
	*o = (struct day_off){ .from = e->from,
		.to = e->to,
		.kind = (enum day_off_kind)kind,
		.name = arena_strdup(a, e->summary),
		.committee = arena_strdup(a, committee),
		.file = l->file,
		.line = e->line };
	return 0;
}

/* The kind that the file says it is of, or -1. */
static int
read_kind(struct loader *l, const char *base, const struct ical_file *f)
{
	l->kind = kind_of(l,
	    arena_strndup(l->scratch, base, strcspn(base, "-_. 0123456789")));
	if (f->kind == NULL)
		return 0;
	l->kind = kind_of(l, f->kind);
	return l->kind >= 0
		   ? 0
		   : unknown_kind(l, f->kind, f->kind_line, "X-KANSLI-SLAG");
}

static int
load_file(struct loader *l, const char *folder, const char *base)
{
	struct ical_file f;
	size_t i;
	int rc;

	l->scratch = arena_new(ARENA_MAX);
	l->file = arena_printf(l->d->arena, "%s/%s", folder, base);
	if (l->scratch == NULL || l->file == NULL) {
		rc = kl_error_nomem(l->err);
		goto out;
	}
	rc = ical_load(l->file, l->from, l->to, l->scratch, &f, l->err);
	if (rc == 0)
		rc = read_kind(l, base, &f);
	for (i = 0; rc == 0 && i < f.v.n; i++)
		rc = add_entry(l, &f.v.v[i]);
	if (arena_failed(l->scratch)) /* it may look like something else */
		rc = kl_error_nomem(l->err);
out:
	arena_free(l->scratch);
	return rc;
}

static int
by_name(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

/* The names in ${folder} that end in .ics, sorted. */
static int
list_files(struct loader *l, const char *folder, text_list *names)
{
	DIR *dir = opendir(folder);
	struct dirent *e;
	size_t n;
	int rc = 0;

	if (dir == NULL) {
		kl_error_set(l->err, KL_E_ENV,
		    KL_N_("The folder %s cannot be read: %s."), folder,
		    strerror(errno));
		kl_error_where(l->err, folder, 0, NULL);
		return KL_E_ENV;
	}
	while (rc == 0 && (e = readdir(dir)) != NULL) {
		n = strlen(e->d_name);
		if (e->d_name[0] == '.' || n < 5 ||
		    strcmp(e->d_name + n - 4, ".ics") != 0)
			continue;
		if (names->n == FILES_MAX) {
			rc = kl_error_set(l->err, KL_E_INPUT,
			    KL_N_("The folder holds more than %d calendars. "
				  "Move those that are not in use elsewhere."),
			    FILES_MAX);
			kl_error_where(l->err, folder, 0, NULL);
		} else if (text_add(l->d->arena, names, e->d_name) != 0)
			rc = kl_error_nomem(l->err);
	}
	closedir(dir);
	if (names->n > 1)
		qsort(names->v, names->n, sizeof *names->v, by_name);
	return rc;
}

static int
load_folder(struct loader *l, const char *folder)
{
	text_list names = { 0 };
	size_t i;
	int rc = list_files(l, folder, &names);

	for (i = 0; rc == 0 && i < names.n; i++)
		rc = load_file(l, folder, names.v[i]);
	return rc;
}

/* ---- together -------------------------------------------------------------
 */

static int
compare(kl_day from_a, kl_day from_b, const char *file_a, const char *file_b,
    int line_a, int line_b)
{
	if (from_a != from_b)
		return from_a < from_b ? -1 : 1;
	if ((file_a == NULL) != (file_b == NULL))
		return file_a == NULL ? -1 : 1;
	if (file_a != NULL && strcmp(file_a, file_b) != 0)
		return strcmp(file_a, file_b);
	return (line_a > line_b) - (line_a < line_b);
}

static int
off_by_day(const void *x, const void *y)
{
	const struct day_off *a = x, *b = y;
	int c = compare(a->from, b->from, a->file, b->file, a->line, b->line);

	if (c == 0 && a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	return c != 0 ? c : strcmp(a->name, b->name);
}

static int
window_by_day(const void *x, const void *y)
{
	const struct process_window *a = x, *b = y;

	return compare(a->from, b->from, a->file, b->file, a->line, b->line);
}

int
days_off_load(
    const char *folder, int year, struct days_off **out, struct kl_error *err)
{
	struct days_off *d = NULL;
	struct loader l = { .err = err, .kind = -1 };
	int rc;

	if (year < HOLIDAY_FIRST_YEAR || year > HOLIDAY_LAST_YEAR)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The holidays of %d are not known. Give a year from "
			  "%d to %d."),
		    year, HOLIDAY_FIRST_YEAR, HOLIDAY_LAST_YEAR);
	d = mem_alloc(sizeof *d);
	if (d == NULL || (d->arena = arena_new(ARENA_MAX)) == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	d->year = year;
	l.d = d;
	l.from = kl_day_of(year - 1, 10, 1);
	l.to = kl_day_of(year + 1, 3, 31);
	rc = add_rules(&l);
	if (rc == 0 && folder != NULL)
		rc = load_folder(&l, folder);
	if (rc == 0 && arena_failed(d->arena))
		rc = kl_error_nomem(err);
	if (rc != 0)
		goto out;
	qsort(d->v.v, d->v.n, sizeof *d->v.v, off_by_day);
	if (d->windows.n > 1)
		qsort(d->windows.v, d->windows.n, sizeof *d->windows.v,
		    window_by_day);
	*out = d;
	d = NULL;
out:
	days_off_free(d);
	return rc;
}

void
days_off_free(struct days_off *d)
{
	if (d == NULL)
		return;
	arena_free(d->arena);
	mem_free(d);
}

size_t
days_off_on(const struct days_off *d, kl_day day, const char *committee,
    size_t from, const struct day_off **out)
{
	const struct day_off *o;
	size_t i;

	for (i = from; i < d->v.n && d->v.v[i].from <= day; i++) {
		o = &d->v.v[i];
		if (o->to < day ||
		    (o->committee != NULL &&
			(committee == NULL ||
			    strcmp(o->committee, committee) != 0)))
			continue;
		*out = o;
		return i + 1;
	}
	return 0;
}
