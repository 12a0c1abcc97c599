/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commands on the people of a meeting: absences, calls, forecast, attendance.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <kansli/sitting.h>

#include "cli/cli.h"
#include "cli/groups.h"

static int
run_absence(struct cli *c)
{
	struct kl_absence what = { .meeting = c->args[0],
		.person = c->args[1],
		.by = cli_option(c, "by"),
		.from = cli_option(c, "from"),
		.until = cli_option(c, "until"),
		.why = cli_option(c, "why"),
		.withdraw = cli_flag(c, "withdraw") };
	struct kl_data *answer = NULL;
	int rc = cli_day(c, "date", &what.day);

	if (rc == 0)
		rc = kl_meeting_absence(c->office, &what, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_call(struct cli *c)
{
	const char *member = cli_option(c, "for");
	struct kl_data *answer = NULL;
	kl_day day;
	int rc;

	if (member == NULL)
		return cli_usage(c,
		    N_("Say with --for PERSON for whom “%s” is called in."),
		    c->args[1]);
	rc = cli_day(c, "date", &day);
	if (rc == 0)
		rc = kl_meeting_call(c->office, c->args[0], c->args[1], member,
		    day, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_answer(struct cli *c)
{
	struct kl_data *answer = NULL;
	bool yes =
	    strcmp(c->args[2], "yes") == 0 || strcmp(c->args[2], "ja") == 0;
	int rc;

	if (!yes && strcmp(c->args[2], "no") != 0 &&
	    strcmp(c->args[2], "nej") != 0)
		return cli_usage(
		    c, N_("“%s” is no answer. Give yes or no."), c->args[2]);
	rc = kl_meeting_answer(
	    c->office, c->args[0], c->args[1], yes, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_forecast(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_meeting_forecast(c->office, c->args[0], &answer, &c->err);

	return print_answer(c, rc, answer);
}

/* The paragraph given, or 0. */
static int
paragraph_option(struct cli *c, int *nr)
{
	const char *given = cli_option(c, "paragraph");
	char *end;
	long n;

	*nr = 0;
	if (given == NULL)
		return 0;
	n = strtol(given, &end, 10);
	if (*given == '\0' || *end != '\0' || n < 1 || n > 99999)
		return cli_usage(
		    c, N_("“%s” is not the number of a paragraph."), given);
	*nr = (int)n;
	return 0;
}

static int
run_attendance(struct cli *c)
{
	struct kl_data *answer = NULL;
	int nr, rc = paragraph_option(c, &nr);

	if (rc == 0)
		rc = kl_meeting_attendance(
		    c->office, c->args[0], nr, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_deputies(struct cli *c)
{
	const char *member = cli_option(c, "for");
	struct kl_data *answer = NULL;
	int nr, rc = paragraph_option(c, &nr);

	if (rc == 0 && member == NULL)
		return cli_usage(c,
		    N_("Say with --for PERSON whose seat it is at %s."),
		    c->args[0]);
	if (rc == 0)
		rc = kl_meeting_deputies(
		    c->office, c->args[0], member, nr, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_rights(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_meeting_rights(c->office, c->args[0], &answer, &c->err);

	return print_answer(c, rc, answer);
}

static const struct cli_option absence_options[] = {
	{ "by", N_("TEXT"), N_("who has told it (default: the person)") },
	{ "from", N_("TIME"), N_("leaves then") },
	{ "until", N_("TIME"), N_("comes then") },
	{ "why", N_("TEXT"), N_("the reason") },
	{ "date", N_("DATE"), N_("when it was told (default: today)") },
	{ "withdraw", NULL, N_("the person comes after all") },
	{ NULL, NULL, NULL }
};

static const struct cli_option call_options[] = {
	{ "for", N_("PERSON"), N_("the member who cannot come") },
	{ "date", N_("DATE"),
	    N_("when the deputy was asked (default: today)") },
	{ NULL, NULL, NULL }
};

static const struct cli_option deputies_options[] = { { "for", N_("PERSON"),
							  N_("whose seat") },
	{ "paragraph", N_("NR"), N_("of those who are there then") },
	{ NULL, NULL, NULL } };

static const struct cli_option attendance_options[] = {
	{ "paragraph", N_("NR"), N_("who sat there, and who should") },
	{ NULL, NULL, NULL }
};

const struct cli_command sitting_commands[] = {
	{ "meeting", "absence", N_("MEETING PERSON"), 2, 2, CHANGES_REGISTER,
	    run_absence, N_("record that somebody cannot come"),
	    absence_options },
	{ "meeting", "call", N_("MEETING DEPUTY"), 2, 2, CHANGES_REGISTER,
	    run_call, N_("record that a deputy has been called in"),
	    call_options },
	{ "meeting", "answer", N_("MEETING DEPUTY yes|no"), 3, 3,
	    CHANGES_REGISTER, run_answer, N_("record what the deputy says"),
	    NULL },
	{ "meeting", "deputies", N_("MEETING"), 1, 1, NEEDS_REGISTER,
	    run_deputies, N_("show who is asked first for a member"),
	    deputies_options },
	{ "meeting", "forecast", N_("MEETING"), 1, 1, NEEDS_REGISTER,
	    run_forecast, N_("show who will serve, and if they are enough"),
	    NULL },
	{ "meeting", "attendance", N_("MEETING"), 1, 1, NEEDS_REGISTER,
	    run_attendance, N_("show who served for whom, and the quorum"),
	    attendance_options },
	{ "meeting", "rights", N_("MEETING"), 1, 1, NEEDS_REGISTER, run_rights,
	    N_("show who else may sit in and speak"), NULL },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
