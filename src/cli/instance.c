/* SPDX-License-Identifier: EUPL-1.2
 *
 * Year planning on instance files: plan solve --instance, plan check
 * --instance.  They need no register.
 */
#include "config.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <kansli/plan.h>

#include "cli/cli.h"
#include "cli/groups.h"

#define SECONDS 60	     /* when nothing is said */
#define SECONDS_MAX 31536000 /* a year */
#define THREADS_MAX 64
#define TELL_SECONDS 0.25 /* between lines of progress */

/* Set by an interrupt: what is best so far is kept. */
static volatile sig_atomic_t interrupted;

static void
interrupt(int signal_number)
{
	(void)signal_number;
	interrupted = 1;
}

static bool
should_stop(void *ctx)
{
	(void)ctx;
	return interrupted != 0;
}

static double
read_clock(void *ctx)
{
	struct timespec t;

	(void)ctx;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* ---- progress ---- */

struct teller {
	double told;
	bool terminal;
};

/* "12.3 s: cost 336, bound 331.2, gap 1.4 %" */
static void
tell(void *ctx, const struct kl_plan_progress *now)
{
	struct teller *t = ctx;

	if (now->seconds < t->told + TELL_SECONDS)
		return;
	t->told = now->seconds;
	if (t->terminal)
		fputs("\r\033[K", stderr);
	fprintf(stderr, "%.1f s: ", now->seconds);
	if (now->cost == KL_PLAN_NO_COST)
		fputs(_("no plan yet"), stderr);
	else
		fprintf(stderr, "%s %" PRId64, _("cost"), now->cost);
	fprintf(stderr, ", %s %.1f", _("bound"), now->bound);
	if (now->cost != KL_PLAN_NO_COST && now->cost > 0)
		fprintf(stderr, ", %s %.1f %%", _("gap"),
		    100 * ((double)now->cost - now->bound) / (double)now->cost);
	if (!t->terminal)
		fputc('\n', stderr);
	fflush(stderr);
}

/* ---- options ---- */

/* A whole number from ${low} to ${high}; ${value} is left alone without it. */
static int
take_number(
    struct cli *c, const char *name, int64_t low, int64_t high, int64_t *value)
{
	const char *s = cli_option(c, name);
	long long n;
	char *end;

	if (s == NULL)
		return 0;
	errno = 0;
	n = strtoll(s, &end, 10);
	if (errno != 0 || end == s || *end != '\0' || n < low || n > high)
		return cli_usage(c,
		    N_("The option --%s needs a whole number in range."), name);
	*value = n;
	return 0;
}

/* --move M:DAY */
static int
take_move(struct cli *c, struct kl_plan_request *r)
{
	const char *s = cli_option(c, "move");
	char after;

	r->meeting = KL_PLAN_NO_MEETING;
	if (s == NULL)
		return 0;
	if (strlen(s) > 16 ||
	    sscanf(s, "%d:%d%c", &r->meeting, &r->day, &after) != 2 ||
	    r->meeting < 0 || r->day < 0)
		return cli_usage(c,
		    N_("“%s” is no move. Write the meeting and its day as "
		       "12:200, both counted from 0."),
		    s);
	return 0;
}

static int
take_request(struct cli *c, struct kl_plan_request *r)
{
	int64_t seconds = 0, seed = 1, threads = 0;
	int rc;

	r->instance = cli_option(c, "instance");
	r->from = cli_option(c, "from");
	r->out = cli_option(c, "out");
	if (r->instance == NULL)
		return cli_usage(c,
		    N_("Say which instance to plan, with --instance FILE%s."),
		    "");
	if ((rc = take_number(c, "seconds", 1, SECONDS_MAX, &seconds)) != 0 ||
	    (rc = take_number(
		 c, "iterations", 1, INT64_MAX / 2, &r->iterations)) != 0 ||
	    (rc = take_number(c, "seed", 0, INT64_MAX, &seed)) != 0 ||
	    (rc = take_number(c, "threads", 1, THREADS_MAX, &threads)) != 0 ||
	    (rc = take_move(c, r)) != 0)
		return rc;
	r->seconds = (double)seconds;
	if (seconds == 0 && r->iterations == 0)
		r->seconds = SECONDS;
	r->seed = (uint64_t)seed;
	r->threads = (int)threads;
	r->translate = cli_translate;
	return 0;
}

/* ---- solve ---- */

static void
print_text(const struct kl_data *d, const char *key, const char *missing)
{
	const struct kl_data *v = kl_data_get(d, key);

	if (kl_data_kind(v) == KL_DATA_INT)
		printf("%s %" PRId64 "\n", key, kl_data_int(v));
	else
		printf("%s %s\n", key, v == NULL ? missing : kl_data_text(v));
}

/* The lines are for programs, so their first words are not translated. */
static void
print_solved(const struct kl_data *d)
{
	static const char *const keys[] = { "cost", "bound", "status",
		"first_ms", "time_ms" };
	const struct kl_data *conflict = kl_data_get(d, "conflict");
	size_t i;

	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		print_text(d, keys[i], "none");
	for (i = 0; i < kl_data_count(conflict); i++)
		printf("conflict %s\n", kl_data_text(kl_data_at(conflict, i)));
	if (kl_data_int(kl_data_get(d, "base_ms")) > 0)
		fprintf(stderr, "%s %" PRId64 " ms\n",
		    _("The plan that was changed was made first, in"),
		    kl_data_int(kl_data_get(d, "base_ms")));
}

static int
run_solve(struct cli *c)
{
	struct teller teller = { .terminal = isatty(STDERR_FILENO) };
	struct kl_plan_request r = {
		.should_stop = should_stop, .clock = read_clock, .ctx = &teller
	};
	struct sigaction act = { .sa_handler = interrupt };
	struct kl_data *answer = NULL;
	int rc = take_request(c, &r);

	if (rc != 0)
		return rc;
	if (teller.terminal || cli_flag(c, "progress"))
		r.progress = tell;
	sigaction(SIGINT, &act, NULL);
	sigaction(SIGTERM, &act, NULL);
	rc = kl_plan_instance_solve(&r, &answer, &c->err);
	if (teller.terminal && teller.told > 0)
		fputc('\n', stderr);
	if (rc == 0 && c->json)
		print_data(answer, true);
	else if (rc == 0)
		print_solved(answer);
	kl_data_free(answer);
	return rc;
}

/* ---- check ---- */

static int
run_check(struct cli *c)
{
	const char *instance = cli_option(c, "instance");
	const char *plan = cli_option(c, "plan");
	const struct kl_data *broken;
	struct kl_data *answer = NULL;
	int64_t violations;
	size_t i;
	int rc;

	if (instance == NULL || plan == NULL)
		return cli_usage(c,
		    N_("Say which plan of which instance to check, with "
		       "--instance FILE --plan PLAN%s."),
		    "");
	rc = kl_plan_instance_check(
	    instance, plan, cli_translate, &answer, &c->err);
	if (rc != 0)
		return rc;
	violations = kl_data_int(kl_data_get(answer, "violations"));
	broken = kl_data_get(answer, "broken");
	if (c->json) {
		print_data(answer, true);
	} else {
		print_text(answer, "cost", "none");
		print_text(answer, "violations", "none");
		for (i = 0; i < kl_data_count(broken); i++)
			printf("%s\n", kl_data_text(kl_data_at(broken, i)));
	}
	kl_data_free(answer);
	return violations > 0 ? KL_E_RULE : 0;
}

static const struct cli_option solve_options[] = {
	{ "instance", N_("FILE"), N_("the instance to plan") },
	{ "seconds", N_("N"), N_("at most so long (60)") },
	{ "iterations", N_("N"), N_("so many steps of the search instead") },
	{ "seed", N_("S"), N_("another way of searching (1)") },
	{ "threads", N_("T"), N_("processors to use (2)") },
	{ "move", N_("M:DAY"), N_("the cheapest change: meeting M on DAY") },
	{ "from", N_("PLAN"), N_("begin from, or change, this plan") },
	{ "out", N_("PLAN"), N_("write the plan there") },
	{ "progress", NULL, N_("tell how it goes") }, { NULL, NULL, NULL }
};
static const struct cli_option check_options[] = { { "instance", N_("FILE"),
						       N_("the instance") },
	{ "plan", N_("PLAN"), N_("the plan to check") }, { NULL, NULL, NULL } };

const struct cli_command instance_commands[] = {
	{ "plan", "solve", N_("--instance FILE"), 0, 0, NEEDS_NOTHING,
	    run_solve, N_("plan an instance of a year"), solve_options },
	{ "plan", "check", N_("--instance FILE"), 0, 0, NEEDS_NOTHING,
	    run_check, N_("check a plan of an instance"), check_options },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
