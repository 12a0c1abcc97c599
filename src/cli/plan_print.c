/* SPDX-License-Identifier: EUPL-1.2
 *
 * The planner's answers for people: a version in a sentence, its meetings by
 * day, committees by month, reasons, moves.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/cli.h"
#include "cli/plan_print.h"

#define MONTHS 12

/* A sentence in the reader's language. */
static void
say(FILE *to, const struct kl_error *sentence)
{
	char text[2048];

	kl_error_format(sentence, cli_translate, text, sizeof text);
	fputs(text, to);
}

#define SAY(to, ...)                                                           \
	do {                                                                   \
		struct kl_error sentence_;                                     \
		kl_error_set(&sentence_, 0, __VA_ARGS__);                      \
		say((to), &sentence_);                                         \
	} while (0)

static long long
number(const struct kl_data *d, const char *key)
{
	return (long long)kl_data_int(kl_data_get(d, key));
}

/* A member's text, "" if it has none. */
static const char *
text(const struct kl_data *d, const char *key)
{
	const char *s = kl_data_text(kl_data_get(d, key));

	return s == NULL ? "" : s;
}

static bool
yes(const struct kl_data *d, const char *key)
{
	return kl_data_int(kl_data_get(d, key)) != 0;
}

/* "Thu 2027-01-14" */
static void
print_day(const char *date)
{
	static const char *const names[] = { "", N_("Mon"), N_("Tue"),
		N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun") };
	kl_day day;

	if (kl_day_parse(date, &day) != 0) {
		printf("%-14s", "–");
		return;
	}
	print_pad(stdout, _(names[kl_day_weekday(day)]), 4);
	printf("%s", date);
}

/* ---- while it works --------------------------------------------------------
 */

static bool progress_shown;
static int64_t progress_cost = -1;

/* How far the cost may be from the best there is, in tenths of a per cent. */
static long long
gap(int64_t cost, int64_t bound)
{
	return cost <= 0 || bound >= cost
		   ? 0
		   : (long long)(((cost - bound) * 1000 + cost - 1) / cost);
}

void
print_plan_progress(void *ctx, const struct kl_plan_progress *now)
{
	bool terminal = isatty(STDERR_FILENO) == 1;
	long long g = gap(now->cost, now->bound);

	(void)ctx;
	if (now->cost < 0 || (!terminal && now->cost == progress_cost))
		return;
	progress_cost = now->cost;
	progress_shown = terminal;
	fputs(terminal ? "\r\033[K" : "kansli: ", stderr);
	SAY(stderr,
	    KL_N_("%lld.%lld s: cost %lld, at least %lld, at most %lld.%lld %% "
		  "from the best"),
	    (long long)now->seconds, (long long)(now->seconds * 10) % 10,
	    (long long)now->cost, (long long)now->bound, g / 10, g % 10);
	if (!terminal)
		fputc('\n', stderr);
	fflush(stderr);
}

void
print_plan_progress_end(void)
{
	if (progress_shown)
		fputs("\r\033[K", stderr);
	progress_shown = false;
	progress_cost = -1;
}

void
print_plan_warnings(const struct kl_data *answer)
{
	const struct kl_data *list = kl_data_get(answer, "warnings");
	size_t i;

	for (i = 0; i < kl_data_count(list); i++)
		fprintf(stderr, "kansli: %s%s\n", _("Note: "),
		    kl_data_text(kl_data_at(list, i)));
}

/* ---- a version -------------------------------------------------------------
 */

static const char *
how_word(const char *how)
{
	static const char *const words[][2] = { { "new",
						    N_("last year's pattern") },
		{ "import", N_("made by hand") }, { "solve", N_("solved") },
		{ "move", N_("a meeting moved") },
		{ "fix", N_("a meeting fixed") } };
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(words[i][0], how) == 0)
			return _(words[i][1]);
	return how;
}

/* "Plan of 2027, version 3 (solved): 92 meetings, cost 336, the best there
 * is." */
static void
print_version(const struct kl_data *v)
{
	const char *status = text(v, "status");
	long long cost = number(v, "cost"), bound = number(v, "bound"),
		  g = gap(cost, bound);

	SAY(stdout, KL_N_("Plan of %lld, version %lld (%s): "),
	    number(v, "year"), number(v, "version"), how_word(text(v, "how")));
	if (number(v, "meetings") > 0)
		SAY(stdout, KL_N_("%lld meetings, "), number(v, "meetings"));
	SAY(stdout, KL_N_("cost %lld"), cost);
	if (strcmp(status, "optimal") == 0)
		printf("%s", _(", the best there is (proved)"));
	else if (strcmp(status, "infeasible") == 0)
		printf("%s", _(", constraints broken"));
	else if (bound > 0)
		SAY(stdout, KL_N_(", at most %lld.%lld %% from the best"),
		    g / 10, g % 10);
	if (yes(v, "adopted"))
		printf("%s", _(", adopted"));
	puts(".");
}

/* "  – Sentence (source)", with what it costs. */
static void
print_reasons(const struct kl_data *list, int depth)
{
	const struct kl_data *r, *cost;
	const char *source;
	size_t i;

	for (i = 0; i < kl_data_count(list); i++) {
		r = kl_data_at(list, i);
		cost = kl_data_get(r, "cost");
		source = text(r, "source");
		if (*source == '\0')
			source = text(r, "statute");
		printf("%*s– %s", depth, "", text(r, "text"));
		if (cost != NULL)
			printf(" +%lld", (long long)kl_data_int(cost));
		if (*source != '\0')
			printf(" (%s)", source);
		putchar('\n');
	}
}

static void
print_parts(const struct kl_data *v)
{
	const struct kl_data *p = kl_data_get(v, "parts");

	if (p == NULL)
		return;
	SAY(stdout,
	    KL_N_("Of the cost: days and times %lld, changed weekdays %lld, "
		  "heavy weeks %lld, dispatches the same day %lld, two "
		  "meetings a week for one member %lld.\n"),
	    number(p, "slots"), number(p, "weekdays"), number(p, "load"),
	    number(p, "dispatch"), number(p, "members"));
}

void
print_plan_solved(const struct kl_data *answer)
{
	if (kl_data_count(kl_data_get(answer, "conflict")) > 0)
		print_plan_conflict(answer);
	if (kl_data_get(answer, "version") == NULL)
		return; /* nothing was found; the error says so */
	print_version(answer);
	print_parts(answer);
}

void
print_plan_conflict(const struct kl_data *answer)
{
	const struct kl_data *list = kl_data_get(answer, "conflict"), *one;
	size_t i, n = kl_data_count(list);

	if (n == 0) {
		SAY(stdout, KL_N_("The year %lld can be planned.\n"),
		    number(answer, "year"));
		return;
	}
	SAY(stdout,
	    KL_N_("These %zu constraints of %lld cannot all be kept:\n"), n,
	    number(answer, "year"));
	for (i = 0; i < n; i++) {
		one = kl_data_at(list, i);
		printf("%2zu. %s", i + 1, text(one, "text"));
		if (*text(one, "source") != '\0')
			printf(" (%s)", text(one, "source"));
		printf("\n    → %s\n", text(one, "loosen"));
	}
}

/* ---- a new plan ------------------------------------------------------------
 */

static void
print_committees(const struct kl_data *list)
{
	const struct kl_data *c;
	size_t i;

	print_pad(stdout, _("committee"), 10);
	print_pad(stdout, _("meetings"), 9);
	print_pad(stdout, _("last year"), 10);
	print_pad(stdout, _("weekdays"), 15);
	print_pad(stdout, _("time"), 7);
	puts(_("room"));
	for (i = 0; i < kl_data_count(list); i++) {
		c = kl_data_at(list, i);
		print_pad(stdout, text(c, "committee"), 10);
		printf(
		    "%-9lld%-10lld", number(c, "nr"), number(c, "last_year"));
		print_pad(stdout, text(c, "weekdays"), 15);
		print_pad(stdout, text(c, "time"), 7);
		puts(text(c, "room"));
	}
}

void
print_plan_new(const struct kl_data *answer)
{
	const struct kl_data *s = kl_data_get(answer, "sources"), *list;
	size_t i;

	print_committees(kl_data_get(answer, "committees"));
	putchar('\n');
	SAY(stdout,
	    KL_N_("Made from: %lld meetings last year, the rules of %lld "
		  "bodies, %lld rooms with %lld bookings, %lld stand-ins, "
		  "%lld absences.\n"),
	    number(s, "last_year"), number(s, "rules"), number(s, "rooms"),
	    number(s, "bookings"), number(s, "stand_ins"),
	    number(s, "absences"));
	SAY(stdout,
	    KL_N_("Calendars: %lld school breaks, %lld council days, %lld "
		  "process windows.\n"),
	    number(s, "school_breaks"), number(s, "council_days"),
	    number(s, "windows"));
	list = kl_data_get(answer, "remarks");
	for (i = 0; i < kl_data_count(list); i++)
		printf("– %s\n", kl_data_text(kl_data_at(list, i)));
	putchar('\n');
	print_version(answer);
	list = kl_data_get(answer, "faults");
	if (kl_data_count(list) > 0)
		SAY(stdout,
		    KL_N_("It breaks %zu constraints (kansli plan check %lld); "
			  "kansli plan solve %lld mends them.\n"),
		    kl_data_count(list), number(answer, "year"),
		    number(answer, "year"));
}

/* ---- meetings --------------------------------------------------------------
 */

/* "16:00–18:00". */
static void
print_span(const char *start, const char *end)
{
	printf("%s%s%s", start, *end == '\0' ? "" : "–", end);
}

static void
print_meeting(const struct kl_data *m, int wide)
{
	print_day(text(m, "date"));
	printf("  %s %-2lld  ", _("w"), number(m, "week"));
	print_pad(stdout, text(m, "committee"), wide + 2);
	print_span(text(m, "start"), text(m, "end"));
	if (*text(m, "room") != '\0')
		printf("  %s", text(m, "room"));
	if (*text(m, "state") != '\0')
		printf("  [%s]", text(m, "state"));
	if (yes(m, "fixed"))
		printf("  %s", _("fixed"));
	putchar('\n');
}

/* The widest value of a member. */
static int
widest(const struct kl_data *list, const char *key)
{
	size_t i;
	int w, most = 0;

	for (i = 0; i < kl_data_count(list); i++) {
		w = print_width(text(kl_data_at(list, i), key),
		    strlen(text(kl_data_at(list, i), key)));
		if (w > most)
			most = w;
	}
	return most;
}

void
print_plan_shown(const struct kl_data *answer)
{
	const struct kl_data *list = kl_data_get(answer, "days");
	int wide = widest(list, "committee");
	size_t i;

	print_version(answer);
	for (i = 0; i < kl_data_count(list); i++)
		print_meeting(kl_data_at(list, i), wide);
}

void
print_plan_table(const struct kl_data *answer)
{
	static const char *const names[MONTHS] = { N_("Jan"), N_("Feb"),
		N_("Mar"), N_("Apr"), N_("May"), N_("Jun"), N_("Jul"),
		N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec") };
	const struct kl_data *list = kl_data_get(answer, "months"), *row;
	int wide[MONTHS + 1], m, w;
	char key[4];
	size_t i;

	print_version(answer);
	wide[0] = widest(list, "committee");
	print_pad(stdout, "", wide[0]);
	for (m = 1; m <= MONTHS; m++) {
		snprintf(key, sizeof key, "%d", m);
		wide[m] = widest(list, key);
		w = print_width(_(names[m - 1]), strlen(_(names[m - 1])));
		if (w > wide[m])
			wide[m] = w;
		fputs("  ", stdout);
		print_pad(stdout, _(names[m - 1]), m < MONTHS ? wide[m] : 0);
	}
	putchar('\n');
	for (i = 0; i < kl_data_count(list); i++) {
		row = kl_data_at(list, i);
		print_pad(stdout, text(row, "committee"), wide[0]);
		for (m = 1; m <= MONTHS; m++) {
			snprintf(key, sizeof key, "%d", m);
			fputs("  ", stdout);
			print_pad(
			    stdout, text(row, key), m < MONTHS ? wide[m] : 0);
		}
		putchar('\n');
	}
}

/* ---- why -------------------------------------------------------------------
 */

void
print_plan_why(const struct kl_data *answer)
{
	print_pad(stdout, text(answer, "committee"), 0);
	fputs("  ", stdout);
	print_day(text(answer, "date"));
	if (!yes(answer, "possible"))
		printf(": %s\n", _("not possible"));
	else
		SAY(stdout, KL_N_(": possible, at a cost of %lld\n"),
		    number(answer, "cost"));
	print_reasons(kl_data_get(answer, "forbidden"), 0);
	if (!yes(answer, "possible") &&
	    kl_data_count(kl_data_get(answer, "charged")) > 0)
		puts(_("If it were, it would cost:"));
	print_reasons(kl_data_get(answer, "charged"), 0);
}

/* ---- moves -----------------------------------------------------------------
 */

static void
print_moves(const struct kl_data *answer)
{
	const struct kl_data *list = kl_data_get(answer, "moves"), *m;
	int wide = widest(list, "committee");
	size_t i;

	for (i = 0; i < kl_data_count(list); i++) {
		m = kl_data_at(list, i);
		print_pad(stdout, text(m, "committee"), wide + 2);
		print_day(text(m, "from"));
		fputs(" → ", stdout);
		print_day(text(m, "to"));
		printf("  %s\n", text(m, "start"));
		print_reasons(kl_data_get(m, "because"), 4);
	}
}

void
print_plan_moved(const struct kl_data *answer)
{
	print_moves(answer);
	print_version(answer);
	puts(yes(answer, "cheapest")
		 ? _("No plan with that meeting there is cheaper (proved).")
		 : _("There may be a cheaper one; give more --seconds."));
}

void
print_plan_compared(const struct kl_data *answer)
{
	const struct kl_data *before = kl_data_get(answer, "before"),
			     *after = kl_data_get(answer, "after");

	print_version(before);
	print_parts(before);
	print_version(after);
	print_parts(after);
	if (kl_data_count(kl_data_get(answer, "moves")) == 0)
		puts(_("No meeting differs."));
	print_moves(answer);
}

/* ---- checked ---------------------------------------------------------------
 */

void
print_plan_checked(const struct kl_data *answer)
{
	const struct kl_data *faults = kl_data_get(answer, "faults"),
			     *charges = kl_data_get(answer, "charges");

	SAY(stdout, KL_N_("%lld meetings in %lld, cost %lld.\n"),
	    number(answer, "meetings"), number(answer, "year"),
	    number(answer, "cost"));
	print_parts(answer);
	if (kl_data_get(answer, "best") != NULL)
		SAY(stdout,
		    KL_N_("The best plan found costs %lld (version %lld).\n"),
		    number(answer, "best"), number(answer, "best_version"));
	if (kl_data_get(answer, "bound") != NULL)
		SAY(stdout, KL_N_("No plan costs less than %lld.\n"),
		    number(answer, "bound"));
	if (kl_data_count(faults) == 0)
		puts(_("No constraint is broken."));
	else
		SAY(stdout, KL_N_("Constraints broken: %zu\n"),
		    kl_data_count(faults));
	print_reasons(faults, 0);
	if (kl_data_count(charges) > 0)
		puts(_("What it is charged for:"));
	print_reasons(charges, 0);
}

/* ---- adopted ---------------------------------------------------------------
 */

/* So many that only their folder is told. */
void
print_plan_paths(const struct kl_data *answer)
{
	const struct kl_data *list = kl_data_get(answer, "paths");
	const char *last =
	    kl_data_text(kl_data_at(list, kl_data_count(list) - 1));
	const char *slash = last == NULL ? NULL : strrchr(last, '/');
	char folder[1024];

	if (slash == NULL)
		return;
	snprintf(folder, sizeof folder, "%.*s", (int)(slash - last), last);
	SAY(stdout, KL_N_("%zu files were written to %s.\n"),
	    kl_data_count(list), folder);
}

/* The day that it has moved to; where it stays on its day, the clock or the
 * room that is another. */
static void
print_change(const struct kl_data *m)
{
	print_day(text(m, "from"));
	if (strcmp(text(m, "from"), text(m, "to")) != 0) {
		fputs(" → ", stdout);
		print_day(text(m, "to"));
	}
	if (strcmp(text(m, "was_time"), text(m, "time")) != 0 ||
	    strcmp(text(m, "was_end"), text(m, "end")) != 0) {
		fputs("  ", stdout);
		print_span(text(m, "was_time"), text(m, "was_end"));
		fputs(" → ", stdout);
		print_span(text(m, "time"), text(m, "end"));
	}
	if (strcmp(text(m, "was_place"), text(m, "place")) != 0)
		printf("  %s → %s", text(m, "was_place"), text(m, "place"));
	printf("  %s  [%s]\n", text(m, "meeting"), text(m, "state"));
}

void
print_plan_adopted(const struct kl_data *answer)
{
	const struct kl_data *moved = kl_data_get(answer, "moved"),
			     *gone = kl_data_get(answer, "cancelled");
	size_t i;

	SAY(stdout,
	    KL_N_("Adopted: version %lld of %lld. %zu new meetings, %zu moved, "
		  "%zu cancelled, %lld as before.\n"),
	    number(answer, "version"), number(answer, "year"),
	    kl_data_count(kl_data_get(answer, "added")), kl_data_count(moved),
	    kl_data_count(gone), number(answer, "unchanged"));
	for (i = 0; i < kl_data_count(moved); i++)
		print_change(kl_data_at(moved, i));
	for (i = 0; i < kl_data_count(gone); i++)
		printf("%s: %s\n", kl_data_text(kl_data_at(gone, i)),
		    _("cancelled"));
	print_plan_paths(answer);
}
