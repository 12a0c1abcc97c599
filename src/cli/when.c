/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commands about days: when.  Only "when cycle MEETING" needs a register.
 */
#include "config.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <kansli/when.h>

#include "cli/cli.h"
#include "cli/groups.h"

static int
show(struct cli *c, struct kl_data *answer)
{
	return print_answer(c, answer == NULL ? c->err.code : 0, answer);
}

/* The day that the option must give. */
static int
required_day(struct cli *c, const char *option, kl_day *day)
{
	if (!cli_flag(c, option))
		return cli_usage(c, N_("Say the day, with --%s DATE."), option);
	return cli_day(c, option, day);
}

/* The year that is the first argument. */
static int
required_year(struct cli *c, int *year)
{
	char *end;
	long n = strtol(c->args[0], &end, 10);

	if (*end != '\0' || end == c->args[0] || n < 1 || n > 9999)
		return cli_usage(
		    c, N_("“%s” is not a year. Write it as 2026."), c->args[0]);
	*year = (int)n;
	return 0;
}

static int
run_holidays(struct cli *c)
{
	int year, rc = required_year(c, &year);

	return rc != 0 ? rc : show(c, kl_when_holidays(year, &c->err));
}

/* ${name} below the folder of calendars, which --calendars may name. */
static const char *
calendars(struct cli *c, const char *name)
{
	static char path[PATH_MAX];
	const char *own = cli_option(c, "calendars");

	if (own != NULL)
		snprintf(path, sizeof path, "%s%s", own, name);
	else
		snprintf(path, sizeof path, "%s/calendars%s", c->settings.share,
		    name);
	return path;
}

static int
run_day(struct cli *c)
{
	kl_day day;

	if (kl_day_parse(c->args[0], &day) != 0)
		return cli_usage(c,
		    N_("“%s” is not a date. Write it as 2026-11-17."),
		    c->args[0]);
	return show(c, kl_when_day(calendars(c, ""), cli_option(c, "committee"),
			   day, cli_translate, &c->err));
}

static int
run_windows(struct cli *c)
{
	int year, rc = required_year(c, &year);

	return rc != 0 ? rc
		       : show(c, kl_when_windows(calendars(c, ""),
				     cli_option(c, "committee"), year,
				     cli_translate, &c->err));
}

/* With a register the meetings are known too. */
static int
run_wheel(struct cli *c)
{
	const char *committee = cli_option(c, "committee");
	struct kl_data *answer = NULL;
	int year, rc = required_year(c, &year);

	if (rc != 0)
		return rc;
	if (c->settings.db == NULL || cli_option(c, "calendars") != NULL)
		return show(c, kl_when_wheel(calendars(c, "/arshjul.xml"),
				   committee, year, cli_translate, &c->err));
	c->settings.read_only = true;
	rc = kl_office_open(&c->settings, &c->office, &c->err);
	if (rc == 0)
		rc = kl_wheel(c->office, year, committee, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_appeal(struct cli *c)
{
	kl_day day;
	int rc = required_day(c, "posted", &day);

	return rc != 0 ? rc
		       : show(c, kl_when_appeal(day, cli_translate, &c->err));
}

static int
run_adjust(struct cli *c)
{
	kl_day day;
	int rc = required_day(c, "meeting", &day);

	return rc != 0 ? rc
		       : show(c, kl_when_adjust(day, cli_translate, &c->err));
}

static int
run_notice(struct cli *c)
{
	kl_day day;
	int rc = required_day(c, "adjusted", &day);

	return rc != 0 ? rc
		       : show(c, kl_when_notice(day, cli_translate, &c->err));
}

static int
cycle_of_meeting(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc;

	if (c->settings.db == NULL)
		return cli_no_register(c);
	c->settings.read_only = true;
	rc = kl_office_open(&c->settings, &c->office, &c->err);
	if (rc == 0)
		rc = kl_cycle(c->office, c->args[0], &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_cycle(struct cli *c)
{
	const char *definition = cli_option(c, "definition");
	kl_day day;
	int rc;

	if (c->nargs == 1)
		return cycle_of_meeting(c);
	if (definition == NULL)
		return cli_usage(c,
		    N_("Say which meeting, or which definition and day "
		       "(--definition FILE --date DATE)%s."),
		    "");
	rc = required_day(c, "date", &day);
	return rc != 0 ? rc
		       : show(c, kl_when_cycle(definition,
				     cli_option(c, "committee"), day,
				     cli_translate, &c->err));
}

static int
run_move(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day day;
	int rc = required_day(c, "date", &day);

	if (rc == 0)
		rc = kl_cycle_override(c->office, c->args[0], c->args[1], day,
		    cli_option(c, "why"), &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_done(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_cycle_done(c->office, c->args[0], c->args[1],
	    cli_flag(c, "undo"), &answer, &c->err);

	return print_answer(c, rc, answer);
}

static const struct cli_option appeal_options[] = {
	{ "posted", N_("DATE"), N_("the day the adjustment was announced") },
	{ NULL, NULL, NULL }
};
static const struct cli_option adjust_options[] = {
	{ "meeting", N_("DATE"), N_("the day of the meeting") },
	{ NULL, NULL, NULL }
};
static const struct cli_option notice_options[] = {
	{ "adjusted", N_("DATE"), N_("the day of the adjustment") },
	{ NULL, NULL, NULL }
};
static const struct cli_option cycle_options[] = {
	{ "definition", N_("FILE"), N_("a cycle definition") },
	{ "date", N_("DATE"), N_("the day of the meeting") },
	{ "committee", N_("CODE"),
	    N_("with what this committee has of its own") },
	{ NULL, NULL, NULL }
};
static const struct cli_option calendar_options[] = {
	{ "committee", N_("CODE"), N_("as it is for this committee") },
	{ "calendars", N_("FOLDER"), N_("calendars of another folder") },
	{ NULL, NULL, NULL }
};
static const struct cli_option move_options[] = {
	{ "date", N_("DATE"), N_("the day it is instead") },
	{ "why", N_("TEXT"), N_("the reason") }, { NULL, NULL, NULL }
};

static const struct cli_option done_options[] = {
	{ "undo", NULL, N_("it is not done after all") }, { NULL, NULL, NULL }
};

const struct cli_command when_commands[] = {
	{ "when", "holidays", N_("YEAR"), 1, 1, NEEDS_NOTHING, run_holidays,
	    N_("the days off of a year"), NULL },
	{ "when", "day", N_("DATE"), 1, 1, NEEDS_NOTHING, run_day,
	    N_("why no meeting should be held that day"), calendar_options },
	{ "when", "windows", N_("YEAR"), 1, 1, NEEDS_NOTHING, run_windows,
	    N_("the times in which committees must meet"), calendar_options },
	{ "when", "wheel", N_("YEAR"), 1, 1, NEEDS_NOTHING, run_wheel,
	    N_("what comes back every year, and when it is reported"),
	    calendar_options },
	{ "when", "adjust", N_("--meeting DATE"), 0, 0, NEEDS_NOTHING,
	    run_adjust, N_("when minutes must be adjusted"), adjust_options },
	{ "when", "notice", N_("--adjusted DATE"), 0, 0, NEEDS_NOTHING,
	    run_notice, N_("when the adjustment must be announced"),
	    notice_options },
	{ "when", "appeal", N_("--posted DATE"), 0, 0, NEEDS_NOTHING,
	    run_appeal, N_("when the appeal period ends"), appeal_options },
	{ "when", "cycle", N_("[MEETING]"), 0, 1, NEEDS_NOTHING, run_cycle,
	    N_("the deadlines of a meeting, with reasons"), cycle_options },
	{ "when", "move", N_("MEETING STEP --date DATE"), 2, 2,
	    CHANGES_REGISTER, run_move,
	    N_("record another day for a step of a meeting"), move_options },
	{ "when", "done", N_("MEETING STEP"), 2, 2, CHANGES_REGISTER, run_done,
	    N_("record that a step of a meeting is done"), done_options },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
