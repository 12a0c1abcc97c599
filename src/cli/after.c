/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commands on what comes after the adjustment: the rest of notice, and appeal,
 * force, commission.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <kansli/after.h>

#include "cli/cli.h"
#include "cli/groups.h"

#define NUMBER_MAX 99999

/* ---- arguments ----------------------------------------------------------- */

/* "§ 14", "§§ 1-3", "14" without its sign. */
static const char *
after_sign(const char *text)
{
	while (strncmp(text, "§", strlen("§")) == 0)
		text += strlen("§");
	return text + strspn(text, " ");
}

static int
number_of(struct cli *c, const char *text, int *nr)
{
	const char *p = after_sign(text);
	char *end;
	long n = strtol(p, &end, 10);

	if (end == p || *end != '\0' || n < 1 || n > NUMBER_MAX)
		return cli_usage(
		    c, N_("“%s” is not a number. Write it like 14."), text);
	*nr = (int)n;
	return 0;
}

/* The value of an option that the command cannot do without. */
static int
needed(struct cli *c, const char *name, const char **value)
{
	*value = cli_option(c, name);
	return *value != NULL
		   ? 0
		   : cli_usage(c, N_("The option --%s is missing."), name);
}

/* ---- notice -------------------------------------------------------------- */

static int
run_notice_interrupt(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day from;
	int rc = cli_day(c, "from", &from);

	if (rc == 0)
		rc = kl_notice_interrupt(c->office, c->args[0],
		    cli_option(c, "paragraph"), from, cli_option(c, "why"),
		    &answer, &c->err);
	return print_answer(c, rc, answer);
}

typedef int (*notice_change)(struct kl_office *o, const char *meeting,
    const char *paragraphs, kl_day on, struct kl_data **answer,
    struct kl_error *err);

static int
change_notice(struct cli *c, notice_change change)
{
	struct kl_data *answer = NULL;
	kl_day on;
	int rc = cli_day(c, "on", &on);

	if (rc == 0)
		rc = change(c->office, c->args[0], cli_option(c, "paragraph"),
		    on, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_notice_resume(struct cli *c)
{
	return change_notice(c, kl_notice_resume);
}

static int
run_notice_supersede(struct cli *c)
{
	return change_notice(c, kl_notice_supersede);
}

static int
run_notice_announce(struct cli *c)
{
	return change_notice(c, kl_notice_announce);
}

static int
run_notice_today(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_notice_today(
	    c->office, cli_option(c, "committee"), &answer, &c->err);

	return print_answer(c, rc, answer);
}

/* ---- appeal -------------------------------------------------------------- */

static int
at_court(struct cli *c, bool *yes)
{
	const char *at = cli_option(c, "at");

	*yes = at != NULL &&
	       (strcmp(at, "court") == 0 || strcmp(at, "domstol") == 0);
	if (at == NULL || *yes || strcmp(at, "municipality") == 0 ||
	    strcmp(at, "kommun") == 0)
		return 0;
	return cli_usage(c,
	    N_("“%s” is no place where an appeal arrives. Write court or "
	       "municipality."),
	    at);
}

static int
run_appeal_register(struct cli *c)
{
	struct kl_appeal appeal = { .meeting = c->args[0],
		.by = cli_option(c, "by") };
	struct kl_data *answer = NULL;
	int rc = number_of(c, c->args[1], &appeal.paragraph);

	if (rc == 0)
		rc = cli_day(c, "received", &appeal.received);
	if (rc == 0)
		rc = at_court(c, &appeal.at_court);
	if (rc == 0)
		rc = kl_appeal_register(c->office, &appeal, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_appeal_try(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day on;
	int nr, rc = number_of(c, c->args[1], &nr);

	if (rc == 0)
		rc = cli_day(c, "on", &on);
	if (rc == 0)
		rc = kl_appeal_try(c->office, c->args[0], nr, on,
		    cli_flag(c, "reject"), &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_appeal_forward(struct cli *c)
{
	struct kl_data *answer = NULL;
	bool correct = cli_flag(c, "correct");
	const char *court;
	kl_day on = KL_DAY_NONE;
	int nr, rc = number_of(c, c->args[1], &nr);

	if (rc == 0)
		rc = needed(c, "court", &court);
	if (rc == 0 && (!correct || cli_flag(c, "on")))
		rc = cli_day(c, "on", &on);
	if (rc == 0)
		rc = kl_appeal_forward(c->office, c->args[0], nr, court,
		    cli_option(c, "case"), on, correct, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_appeal_served(struct cli *c)
{
	struct kl_service what = { .meeting = c->args[0],
		.how = cli_option(c, "how"),
		.correct = cli_flag(c, "correct") };
	struct kl_data *answer = NULL;
	int rc = number_of(c, c->args[1], &what.paragraph);

	if (rc == 0)
		rc = needed(c, "who", &what.who);
	if (rc == 0)
		rc = cli_day(c, "on", &what.on);
	if (rc == 0)
		rc = kl_appeal_served(c->office, &what, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_appeal_stay(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day on;
	int nr, rc = number_of(c, c->args[1], &nr);

	if (rc == 0)
		rc = cli_day(c, "on", &on);
	if (rc == 0)
		rc = kl_appeal_stay(
		    c->office, c->args[0], nr, on, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_appeal_outcome(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day on;
	int nr, rc = number_of(c, c->args[1], &nr);

	if (rc == 0)
		rc = cli_day(c, "on", &on);
	if (rc == 0)
		rc = kl_appeal_outcome(c->office, c->args[0], nr, c->args[2],
		    on, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_appeal_report(struct cli *c)
{
	struct kl_data *answer = NULL;
	const char *at;
	int nr, rc = number_of(c, c->args[1], &nr);

	if (rc == 0)
		rc = needed(c, "at", &at);
	if (rc == 0)
		rc = kl_appeal_report(
		    c->office, c->args[0], nr, at, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_appeal_list(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_appeal_list(c->office, cli_option(c, "committee"),
	    cli_flag(c, "open"), &answer, &c->err);

	return print_answer(c, rc, answer);
}

static int
run_appeal_show(struct cli *c)
{
	struct kl_data *answer = NULL;
	int nr, rc = number_of(c, c->args[1], &nr);

	if (rc == 0)
		rc =
		    kl_appeal_show(c->office, c->args[0], nr, &answer, &c->err);
	return print_answer(c, rc, answer);
}

/* ---- force --------------------------------------------------------------- */

static int
run_force_ask(struct cli *c)
{
	struct kl_force_answer what = { .meeting = c->args[0],
		.paragraphs = after_sign(c->args[1]),
		.court = cli_option(c, "court"),
		.who = cli_option(c, "who"),
		.since = KL_DAY_NONE };
	struct kl_data *answer = NULL;
	int rc = cli_day(c, "answered", &what.answered);

	if (rc == 0 && cli_flag(c, "since"))
		rc = cli_day(c, "since", &what.since);
	if (rc == 0)
		rc = kl_force_ask(c->office, &what, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_force_review(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day on;
	int rc = cli_day(c, "answered", &on);

	if (rc == 0)
		rc = kl_force_county_board(c->office, c->args[0],
		    after_sign(c->args[1]), on, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_force_show(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_force_show(c->office, c->args[0], &answer, &c->err);

	return print_answer(c, rc, answer);
}

static int
run_force_list(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_force_list(c->office, cli_option(c, "committee"),
	    cli_flag(c, "open"), &answer, &c->err);

	return print_answer(c, rc, answer);
}

/* ---- commission ---------------------------------------------------------- */

static int
point_of(struct cli *c, int *point)
{
	const char *given = cli_option(c, "point");

	*point = 0;
	return given == NULL ? 0 : number_of(c, given, point);
}

static int
run_commission_add(struct cli *c)
{
	struct kl_commission what = { .meeting = c->args[0],
		.responsible = cli_option(c, "responsible"),
		.due = KL_DAY_NONE };
	struct kl_data *answer = NULL;
	int rc = number_of(c, c->args[1], &what.paragraph);

	if (rc == 0)
		rc = point_of(c, &what.point);
	if (rc == 0 && cli_flag(c, "due"))
		rc = cli_day(c, "due", &what.due);
	if (rc == 0)
		rc = kl_commission_add(c->office, &what, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_commission_report(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day on;
	int nr, point, rc = number_of(c, c->args[1], &nr);

	if (rc == 0)
		rc = point_of(c, &point);
	if (rc == 0)
		rc = cli_day(c, "on", &on);
	if (rc == 0)
		rc = kl_commission_report(c->office, c->args[0], nr, point, on,
		    cli_option(c, "at"), &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_commission_list(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_commission_list(c->office, cli_option(c, "committee"),
	    cli_flag(c, "open"), cli_flag(c, "late"), &answer, &c->err);

	return print_answer(c, rc, answer);
}

static int
run_matter_ready(struct cli *c)
{
	struct kl_data *answer = NULL;
	const char *meeting;
	int rc = needed(c, "meeting", &meeting);

	if (rc == 0)
		rc = kl_matter_ready(
		    c->office, c->args[0], meeting, &answer, &c->err);
	return print_answer(c, rc, answer);
}

/* ---- the table ----------------------------------------------------------- */

#define PARAGRAPH_OPTION                                                       \
	{                                                                      \
		"paragraph", N_("LIST"),                                       \
		    N_("the minutes that hold these paragraphs")               \
	}
#define ON_OPTION                                                              \
	{                                                                      \
		"on", N_("DATE"), N_("the day (default: today)")               \
	}
#define COMMITTEE_OPTION                                                       \
	{                                                                      \
		"committee", N_("CODE"), N_("only this committee")             \
	}

static const struct cli_option interrupt_options[] = { PARAGRAPH_OPTION,
	{ "from", N_("DATE"),
	    N_("the first day it was down (default: today)") },
	{ "why", N_("TEXT"), N_("what had happened") }, { NULL, NULL, NULL } };

static const struct cli_option notice_options[] = { PARAGRAPH_OPTION, ON_OPTION,
	{ NULL, NULL, NULL } };

static const struct cli_option committee_options[] = { COMMITTEE_OPTION,
	{ NULL, NULL, NULL } };

static const struct cli_option register_options[] = {
	{ "received", N_("DATE"), N_("when it came (default: today)") },
	{ "at", N_("PLACE"),
	    N_("court or municipality, where it came (the default)") },
	{ "by", N_("NAME"), N_("who appeals") }, { NULL, NULL, NULL }
};

static const struct cli_option try_options[] = { ON_OPTION,
	{ "reject", NULL, N_("reject it, since it came too late") },
	{ NULL, NULL, NULL } };

static const struct cli_option forward_options[] = {
	{ "court", N_("NAME"), N_("to which court or authority") },
	{ "case", N_("NUMBER"), N_("its case number, when it is known") },
	ON_OPTION,
	{ "correct", NULL, N_("what was recorded of it before is wrong") },
	{ NULL, NULL, NULL }
};

static const struct cli_option served_options[] = {
	{ "who", N_("NAME"), N_("the party, as the decision is sent to it") },
	{ "how", N_("WAY"),
	    N_("how it was served (förenklad delgivning: sent that day)") },
	ON_OPTION,
	{ "correct", NULL, N_("what was recorded of it before is wrong") },
	{ NULL, NULL, NULL }
};

static const struct cli_option on_options[] = { ON_OPTION,
	{ NULL, NULL, NULL } };

static const struct cli_option told_options[] = {
	{ "at", N_("PLACE"), N_("meeting and §, as in “TRN/2027-02-16 § 9”") },
	{ NULL, NULL, NULL }
};

static const struct cli_option open_options[] = { COMMITTEE_OPTION,
	{ "open", NULL, N_("only what waits for something") },
	{ NULL, NULL, NULL } };

static const struct cli_option ask_options[] = {
	{ "answered", N_("DATE"), N_("when they answered (default: today)") },
	{ "court", N_("NAME"), N_("which court answered") },
	{ "who", N_("NAME"), N_("who answered there") },
	{ "since", N_("DATE"),
	    N_("what the court says of one that was appealed") },
	{ NULL, NULL, NULL }
};

static const struct cli_option board_options[] = {
	{ "answered", N_("DATE"), N_("when they answered (default: today)") },
	{ NULL, NULL, NULL }
};

static const struct cli_option commission_options[] = {
	{ "point", N_("K"), N_("which point of the decision") },
	{ "responsible", N_("WHO"), N_("who is to do it") },
	{ "due", N_("DATE"), N_("by when") }, { NULL, NULL, NULL }
};

static const struct cli_option report_options[] = {
	{ "point", N_("K"), N_("which point of the decision") }, ON_OPTION,
	{ "at", N_("PLACE"), N_("meeting and §, as in “TRN/2027-02-16 § 9”") },
	{ NULL, NULL, NULL }
};

static const struct cli_option commissions_options[] = { COMMITTEE_OPTION,
	{ "open", NULL, N_("only those not reported back") },
	{ "late", NULL, N_("only those whose day has passed") },
	{ NULL, NULL, NULL } };

static const struct cli_option ready_options[] = {
	{ "meeting", N_("MEETING"), N_("the meeting that it returns to") },
	{ NULL, NULL, NULL }
};

const struct cli_command after_commands[] = {
	{ "notice", "interrupt", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_notice_interrupt, N_("record that the notice is down"),
	    interrupt_options },
	{ "notice", "resume", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_notice_resume, N_("record that the notice is up again"),
	    notice_options },
	{ "notice", "supersede", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_notice_supersede,
	    N_("record that a corrected notice took its place"),
	    notice_options },
	{ "notice", "announce", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_notice_announce,
	    N_("record that a plan or permit was announced besides"),
	    notice_options },
	{ "notice", "today", "", 0, 0, NEEDS_REGISTER, run_notice_today,
	    N_("show what to post and to take down today"), committee_options },
	{ "appeal", "served", N_("MEETING PARAGRAPH"), 2, 2, CHANGES_REGISTER,
	    run_appeal_served,
	    N_("record that a party was served, so that its time runs"),
	    served_options },
	{ "appeal", "register", N_("MEETING PARAGRAPH"), 2, 2, CHANGES_REGISTER,
	    run_appeal_register, N_("record that a decision was appealed"),
	    register_options },
	{ "appeal", "try", N_("MEETING NR"), 2, 2, CHANGES_REGISTER,
	    run_appeal_try, N_("try whether the appeal came in time"),
	    try_options },
	{ "appeal", "forward", N_("MEETING NR"), 2, 2, CHANGES_REGISTER,
	    run_appeal_forward, N_("record that it was sent to the court"),
	    forward_options },
	{ "appeal", "stay", N_("MEETING NR"), 2, 2, CHANGES_REGISTER,
	    run_appeal_stay, N_("record that the court stays the decision"),
	    on_options },
	{ "appeal", "outcome", N_("MEETING NR WORD"), 3, 3, CHANGES_REGISTER,
	    run_appeal_outcome, N_("record what came of it"), on_options },
	{ "appeal", "report", N_("MEETING NR"), 2, 2, CHANGES_REGISTER,
	    run_appeal_report, N_("record that the committee was told"),
	    told_options },
	{ "appeal", "list", "", 0, 0, NEEDS_REGISTER, run_appeal_list,
	    N_("list appeals"), open_options },
	{ "appeal", "show", N_("MEETING NR"), 2, 2, NEEDS_REGISTER,
	    run_appeal_show, N_("show one appeal whole"), NULL },
	{ "force", "ask", N_("MEETING PARAGRAPHS"), 2, 2, CHANGES_REGISTER,
	    run_force_ask,
	    N_("record who at the court said that nobody appealed"),
	    ask_options },
	{ "force", "review", N_("MEETING PARAGRAPHS"), 2, 2, CHANGES_REGISTER,
	    run_force_review,
	    N_("record that the county board does not review the plan"),
	    board_options },
	{ "force", "show", N_("MEETING"), 1, 1, NEEDS_REGISTER, run_force_show,
	    N_("show which decisions have legal force, and what is missing"),
	    NULL },
	{ "force", "list", "", 0, 0, NEEDS_REGISTER, run_force_list,
	    N_("list decisions on their way to legal force"), open_options },
	{ "commission", "add", N_("MEETING PARAGRAPH"), 2, 2, CHANGES_REGISTER,
	    run_commission_add,
	    N_("record that a decision told somebody to "
	       "do something"),
	    commission_options },
	{ "commission", "report", N_("MEETING PARAGRAPH"), 2, 2,
	    CHANGES_REGISTER, run_commission_report,
	    N_("record that it was reported back"), report_options },
	{ "commission", "list", "", 0, 0, NEEDS_REGISTER, run_commission_list,
	    N_("list commissions"), commissions_options },
	{ "matter", "ready", N_("NUMBER"), 1, 1, CHANGES_REGISTER,
	    run_matter_ready,
	    N_("let a matter that was referred back return to a meeting"),
	    ready_options },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
