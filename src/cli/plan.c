/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commands on the year planner.  How its answers look is in plan_print.c.
 */
#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <kansli/year.h>

#include "cli/cli.h"
#include "cli/groups.h"
#include "cli/plan_print.h"

#define SECONDS_DEFAULT 10
#define SECONDS_MAX 86400
#define THREADS_MAX 64
#define WITHOUT_MAX 16

/* ---- what was asked --------------------------------------------------------
 */

static int
whole_number(struct cli *c, const char *option, long long least, long long most,
    long long *out)
{
	const char *s = cli_option(c, option);
	char *end;
	long long n;

	if (s == NULL)
		return 0;
	n = strtoll(s, &end, 10);
	if (*end != '\0' || end == s || n < least || n > most)
		return cli_usage(c,
		    N_("“%s” is not a whole number that is possible here."), s);
	*out = n;
	return 0;
}

static int
year_of(struct cli *c, const char *s, int *year)
{
	char *end;
	long n = strtol(s, &end, 10);

	if (*end != '\0' || strlen(s) != 4 || n < 1000)
		return cli_usage(
		    c, N_("“%s” is not a year. Write it as 2026."), s);
	*year = (int)n;
	return 0;
}

static bool
looks_like_year(const char *s)
{
	return strlen(s) == 4 && strspn(s, "0123456789") == 4;
}

/* A plan and what the common options say of it. */
struct asked {
	struct kl_plan plan;
	const char *without[WITHOUT_MAX + 1];
};

static int
ask(struct cli *c, const char *year, struct asked *a)
{
	long long version = 0;
	int i, n = 0, rc = 0;

	memset(a, 0, sizeof *a);
	for (i = 0; i < c->ngiven; i++)
		if (strcmp(c->given[i].name, "without") == 0 && n < WITHOUT_MAX)
			a->without[n++] = c->given[i].value;
	a->plan.without = a->without;
	a->plan.committee = cli_option(c, "committee");
	a->plan.move_adopted =
	    cli_flag(c, "allow-adopted") || cli_flag(c, "allow-summoned");
	a->plan.move_summoned = cli_flag(c, "allow-summoned");
	if (year != NULL)
		rc = year_of(c, year, &a->plan.year);
	if (rc == 0)
		rc = whole_number(c, "version", 1, 1000000, &version);
	a->plan.version = (int)version;
	return rc;
}

/* ---- the solver's surroundings ---------------------------------------------
 */

static volatile sig_atomic_t interrupted;

static void
interrupt(int signal)
{
	(void)signal;
	interrupted = 1;
}

static bool
should_stop(void *ctx)
{
	(void)ctx;
	return interrupted != 0;
}

static double
wall_clock(void *ctx)
{
	struct timespec now;

	(void)ctx;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static int
ask_run(struct cli *c, struct kl_plan_run *run)
{
	long long iterations = 0, seed = 0, threads = 1;
	const char *seconds = cli_option(c, "seconds");
	char *end = NULL;
	int rc;

	rc = whole_number(c, "iterations", 1, (long long)1 << 50, &iterations);
	if (rc == 0)
		rc = whole_number(c, "seed", 0, (long long)1 << 60, &seed);
	if (rc == 0)
		rc = whole_number(c, "threads", 1, THREADS_MAX, &threads);
	if (rc != 0)
		return rc;
	if (seconds != NULL) {
		run->seconds = strtod(seconds, &end);
		if (*end != '\0' || end == seconds || !(run->seconds > 0) ||
		    run->seconds > SECONDS_MAX)
			return cli_usage(
			    c, N_("“%s” is not a number of seconds."), seconds);
	} else if (iterations == 0) {
		run->seconds = SECONDS_DEFAULT;
	}
	run->iterations = iterations;
	run->seed = (uint64_t)seed;
	run->threads = (int)threads;
	run->should_stop = should_stop;
	run->clock = wall_clock;
	run->progress = print_plan_progress;
	return 0;
}

/* An interrupt stops the solver, which keeps the best; a second one is meant.
 */
static void
listen(void)
{
	struct sigaction action;

	memset(&action, 0, sizeof action);
	action.sa_handler = interrupt;
	action.sa_flags = (int)SA_RESETHAND;
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
}

/* ---- answers ---------------------------------------------------------------
 */

/* Print the answer with ${show} and free it. */
static int
answer_with(struct cli *c, int rc, struct kl_data *answer,
    void (*show)(const struct kl_data *answer))
{
	if (rc != 0)
		return rc;
	if (c->json)
		return print_answer(c, 0, answer);
	print_plan_warnings(answer);
	show(answer);
	kl_data_free(answer);
	return 0;
}

static int
faults_of_file(const struct kl_faults *faults, int rc)
{
	size_t i;

	for (i = 0; i < faults->n; i++)
		print_error(&faults->v[i]);
	return rc;
}

static const char *
status_of(const struct kl_data *answer)
{
	const char *s = kl_data_text(kl_data_get(answer, "status"));

	return s == NULL ? "" : s;
}

/* ---- new, solve, move ------------------------------------------------------
 */

static int
start(struct cli *c, const char *year, const char *file)
{
	struct kl_data *answer = NULL;
	struct kl_faults faults = { 0 };
	struct asked a;
	int rc = ask(c, year, &a);

	if (rc == 0)
		rc = kl_plan_new(
		    c->office, &a.plan, file, &faults, &answer, &c->err);
	rc = faults_of_file(&faults, rc);
	return answer_with(c, rc, answer, print_plan_new);
}

static int
run_new(struct cli *c)
{
	return start(c, c->args[0], cli_option(c, "from"));
}

static int
run_import(struct cli *c)
{
	struct kl_data *answer = NULL;
	struct kl_faults faults = { 0 };
	struct asked a;
	int rc = ask(c, cli_option(c, "year"), &a);

	if (rc == 0)
		rc = kl_plan_new(
		    c->office, &a.plan, c->args[0], &faults, &answer, &c->err);
	rc = faults_of_file(&faults, rc);
	return answer_with(c, rc, answer, print_plan_new);
}

static int
run_solve(struct cli *c)
{
	struct kl_data *answer = NULL;
	struct asked a;
	int rc = ask(c, c->args[0], &a);
	bool none = false, unknown = false;

	if (rc == 0)
		rc = ask_run(c, &a.plan.run);
	if (rc != 0)
		return rc;
	listen();
	rc = kl_plan_solve(c->office, &a.plan, &answer, &c->err);
	print_plan_progress_end();
	if (rc == 0) {
		none = strcmp(status_of(answer), "infeasible") == 0;
		unknown = strcmp(status_of(answer), "unknown") == 0;
	}
	rc = answer_with(c, rc, answer, print_plan_solved);
	if (none)
		return kl_error_set(&c->err, KL_E_RULE,
		    KL_N_("The year %d cannot be planned. The plan and the "
			  "meetings are as before. Loosen one of the "
			  "constraints above, or leave one out with "
			  "--without."),
		    a.plan.year);
	if (unknown)
		return kl_error_set(&c->err, KL_E_RULE,
		    KL_N_("In the time given no plan of %d was found, nor a "
			  "proof that there is none. The plan and the "
			  "meetings are as before. Give more with --seconds, "
			  "or see kansli plan why %d."),
		    a.plan.year, a.plan.year);
	return rc;
}

static int
run_move(struct cli *c)
{
	struct kl_data *answer = NULL;
	struct asked a;
	kl_day day;
	int rc = ask(c, NULL, &a);

	if (rc == 0 && kl_day_parse(c->args[1], &day) != 0)
		rc = cli_usage(c,
		    N_("“%s” is not a date. Write it as 2026-11-17."),
		    c->args[1]);
	if (rc == 0)
		rc = kl_plan_year_of(c->args[0], &a.plan.year, &c->err);
	if (rc == 0)
		rc = ask_run(c, &a.plan.run);
	if (rc != 0)
		return rc;
	listen();
	rc =
	    kl_plan_move(c->office, &a.plan, c->args[0], day, &answer, &c->err);
	print_plan_progress_end();
	return answer_with(c, rc, answer, print_plan_moved);
}

static int
run_fix(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc;

	rc = kl_plan_fix(
	    c->office, c->args[0], !cli_flag(c, "undo"), &answer, &c->err);
	return answer_with(c, rc, answer, print_plan_shown);
}

/* ---- list, show, why, check, compare ---------------------------------------
 */

static int
run_list(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_plan_list(c->office, &answer, &c->err);

	return print_answer(c, rc, answer);
}

static int
run_show(struct cli *c)
{
	struct kl_data *answer = NULL;
	struct asked a;
	int rc = ask(c, c->args[0], &a);

	if (rc == 0)
		rc = kl_plan_show(c->office, &a.plan, &answer, &c->err);
	return answer_with(c, rc, answer,
	    cli_flag(c, "table") ? print_plan_table : print_plan_shown);
}

static int
why_year(struct cli *c)
{
	struct kl_data *answer = NULL;
	struct asked a;
	int rc = ask(c, c->args[0], &a);

	if (rc == 0)
		rc = ask_run(c, &a.plan.run);
	if (rc != 0)
		return rc;
	listen();
	rc = kl_plan_conflict(c->office, &a.plan, &answer, &c->err);
	return answer_with(c, rc, answer, print_plan_conflict);
}

static int
run_why(struct cli *c)
{
	const char *committee = cli_option(c, "body");
	struct kl_data *answer = NULL;
	struct asked a;
	char year[5];
	kl_day day;
	int rc;

	if (looks_like_year(c->args[0]))
		return why_year(c);
	if (kl_day_parse(c->args[0], &day) != 0)
		return cli_usage(c,
		    N_("“%s” is neither a year nor a date. Write it as 2026 or "
		       "2026-11-17."),
		    c->args[0]);
	if (committee == NULL)
		return cli_usage(c,
		    N_("Say whose day it is about, with --body CODE%s."), "");
	snprintf(year, sizeof year, "%.4s", c->args[0]);
	rc = ask(c, year, &a);
	if (rc == 0)
		rc = kl_plan_why(
		    c->office, &a.plan, committee, day, &answer, &c->err);
	return answer_with(c, rc, answer, print_plan_why);
}

/* A file is checked with a register if one is named, otherwise without. */
static int
check_something(struct cli *c, struct asked *a, struct kl_data **answer)
{
	const char *what = c->args[0];
	struct kl_faults faults = { 0 };
	int rc;

	if (looks_like_year(what))
		rc = c->settings.db == NULL ? cli_no_register(c)
					    : ask(c, what, a);
	else
		rc = ask(c, cli_option(c, "year"), a);
	if (rc != 0)
		return rc;
	if (c->settings.db == NULL) {
		rc = kl_plan_check_file(
		    &c->settings, &a->plan, what, &faults, answer, &c->err);
		return faults_of_file(&faults, rc);
	}
	c->settings.read_only = true;
	rc = kl_office_open(&c->settings, &c->office, &c->err);
	if (rc == 0)
		rc = kl_plan_check(c->office, &a->plan,
		    looks_like_year(what) ? NULL : what, &faults, answer,
		    &c->err);
	return faults_of_file(&faults, rc);
}

static int
run_check(struct cli *c)
{
	struct kl_data *answer = NULL;
	struct asked a;
	int rc = check_something(c, &a, &answer);
	size_t faults = kl_data_count(kl_data_get(answer, "faults"));

	rc = answer_with(c, rc, answer, print_plan_checked);
	if (rc == 0 && faults > 0)
		return kl_error_set(&c->err, KL_E_RULE,
		    KL_N_("Constraints that the plan breaks: %zu. Nothing was "
			  "changed."),
		    faults);
	return rc;
}

static int
version_of(struct cli *c, const char *s, int *version)
{
	char *end;
	long n = strtol(s, &end, 10);

	if (*end != '\0' || end == s || n < 1 || n > 1000000)
		return cli_usage(
		    c, N_("“%s” is not a version. See kansli plan list."), s);
	*version = (int)n;
	return 0;
}

static int
run_compare(struct cli *c)
{
	struct kl_data *answer = NULL;
	int year, before = 0, after = 0;
	int rc = year_of(c, c->args[0], &year);

	if (rc == 0 && c->nargs > 1)
		rc = version_of(c, c->args[1], &before);
	if (rc == 0 && c->nargs > 2)
		rc = version_of(c, c->args[2], &after);
	if (rc == 0)
		rc = kl_plan_compare(
		    c->office, year, before, after, &answer, &c->err);
	return answer_with(c, rc, answer, print_plan_compared);
}

/* ---- adopt, export, undo ---------------------------------------------------
 */

static int
run_adopt(struct cli *c)
{
	struct kl_data *answer = NULL;
	struct kl_faults faults = { 0 };
	struct asked a;
	int rc = ask(c, c->args[0], &a);

	if (rc == 0)
		rc = kl_plan_adopt(c->office, &a.plan, cli_option(c, "to"),
		    &faults, &answer, &c->err);
	rc = answer_with(c, rc, answer, print_plan_adopted);
	faults_of_file(&faults, 0);
	return rc == 0 && faults.n > 0 ? faults.v[0].code : rc;
}

static int
run_export(struct cli *c)
{
	const char *dir = cli_option(c, "to");
	struct kl_data *answer = NULL;
	int year, rc = year_of(c, c->args[0], &year);

	if (rc == 0)
		rc = kl_plan_export(c->office, year, dir == NULL ? "." : dir,
		    cli_option(c, "headings"), &answer, &c->err);
	return answer_with(c, rc, answer, print_plan_paths);
}

static int
run_undo(struct cli *c)
{
	struct kl_data *answer = NULL;
	int year, rc = year_of(c, c->args[0], &year);

	if (rc == 0)
		rc = kl_plan_undo(c->office, year, &answer, &c->err);
	return answer_with(c, rc, answer, print_plan_solved);
}

/* ---- the table ----------------------------------------------------------- */

#define OPTION_WITHOUT                                                         \
	{                                                                      \
		"without", N_("RULE"),                                         \
		    N_("leave a constraint out (may repeat)")                  \
	}
#define OPTION_VERSION                                                         \
	{                                                                      \
		"version", N_("N"), N_("another version than the current")     \
	}
#define OPTION_COMMITTEE                                                       \
	{                                                                      \
		"committee", N_("CODE"), N_("only this committee")             \
	}
#define OPTIONS_RUN                                                            \
	{ "seconds", N_("N"), N_("stop after so long (default: 10)") },        \
	    { "iterations", N_("N"),                                           \
		    N_("stop after so many; the same plan each time") },       \
	    { "seed", N_("N"), N_("begin elsewhere") },                        \
	{                                                                      \
		"threads", N_("N"), N_("work with so many threads")            \
	}
#define OPTIONS_ALLOW                                                          \
	{ "allow-adopted", NULL, N_("adopted meetings may move") },            \
	{                                                                      \
		"allow-summoned", NULL, N_("even those whose summons is out")  \
	}
#define OPTIONS_END                                                            \
	{                                                                      \
		NULL, NULL, NULL                                               \
	}

static const struct cli_option new_options[] = {
	{ "from", N_("FILE"), N_("a plan made by hand: .csv, .ics or .xml") },
	OPTION_WITHOUT, OPTIONS_END
};
static const struct cli_option import_options[] = {
	{ "year", N_("YEAR"), N_("the year that the file is of") },
	OPTION_WITHOUT, OPTIONS_END
};
static const struct cli_option solve_options[] = { OPTIONS_RUN, OPTION_WITHOUT,
	OPTIONS_ALLOW, OPTIONS_END };
static const struct cli_option show_options[] = { OPTION_COMMITTEE,
	OPTION_VERSION, { "table", NULL, N_("committees by month") },
	OPTIONS_END };
static const struct cli_option why_options[] = { { "body", N_("CODE"),
						     N_("whose meeting") },
	OPTION_VERSION, OPTION_WITHOUT, OPTIONS_END };
static const struct cli_option fix_options[] = {
	{ "undo", NULL, N_("let it move again") }, OPTIONS_END
};
static const struct cli_option check_options[] = { OPTION_COMMITTEE,
	OPTION_VERSION,
	{ "year", N_("YEAR"), N_("the year that the file is of") },
	OPTION_WITHOUT, OPTIONS_END };
static const struct cli_option adopt_options[] = {
	{ "to", N_("DIR"),
	    N_("write the reports and the calendars there, too") },
	OPTION_VERSION, OPTION_WITHOUT, OPTIONS_ALLOW, OPTIONS_END
};
static const struct cli_option export_options[] = {
	{ "to", N_("DIR"), N_("where to (default: here)") },
	{ "headings", N_("LANGUAGE"),
	    N_("of the tables for Outlook: en (default) or sv") },
	OPTIONS_END
};

const struct cli_command plan_commands[] = {
	{ "plan", "new", N_("YEAR"), 1, 1, CHANGES_REGISTER, run_new,
	    N_("start a year from the one before, or from a file"),
	    new_options },
	{ "plan", "import", N_("FILE"), 1, 1, CHANGES_REGISTER, run_import,
	    N_("take in a plan made by hand"), import_options },
	{ "plan", "solve", N_("YEAR"), 1, 1, CHANGES_REGISTER, run_solve,
	    N_("find the best plan of a year"), solve_options },
	{ "plan", "show", N_("YEAR"), 1, 1, NEEDS_REGISTER, run_show,
	    N_("show a plan"), show_options },
	{ "plan", "why", N_("DATE --body CODE | YEAR"), 1, 1, NEEDS_REGISTER,
	    run_why, N_("why a day, or a year, is not possible"), why_options },
	{ "plan", "move", N_("MEETING DATE"), 2, 2, CHANGES_REGISTER, run_move,
	    N_("move a meeting, and what must move with it"), solve_options },
	{ "plan", "fix", N_("MEETING"), 1, 1, CHANGES_REGISTER, run_fix,
	    N_("keep a meeting where it is"), fix_options },
	{ "plan", "check", N_("YEAR | FILE"), 1, 1, NEEDS_NOTHING, run_check,
	    N_("find what is wrong with a plan"), check_options },
	{ "plan", "compare", N_("YEAR [VERSION [VERSION]]"), 1, 3,
	    NEEDS_REGISTER, run_compare, N_("what differs between two plans"),
	    NULL },
	{ "plan", "adopt", N_("YEAR"), 1, 1, CHANGES_REGISTER, run_adopt,
	    N_("make the plan's meetings the register's"), adopt_options },
	{ "plan", "export", N_("YEAR"), 1, 1, NEEDS_REGISTER, run_export,
	    N_("write the year's meetings as calendars"), export_options },
	{ "plan", "undo", N_("YEAR"), 1, 1, CHANGES_REGISTER, run_undo,
	    N_("go back to the version before"), NULL },
	{ "plan", "list", "", 0, 0, NEEDS_REGISTER, run_list,
	    N_("show all versions of all plans"), NULL },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
