/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commands on a meeting: agenda, meeting, notice, dispatch.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <kansli/meeting.h>

#include "cli/cli.h"
#include "cli/groups.h"

/* ---- agenda -------------------------------------------------------------- */

static int
run_agenda_build(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_agenda_build(c->office, c->args[0], &answer, &c->err);

	return print_answer(c, rc, answer);
}

static int
run_agenda_add(struct cli *c)
{
	struct kl_item item = { .number = c->args[1],
		.title = cli_option(c, "title"),
		.note = cli_option(c, "note"),
		.after = cli_option(c, "after"),
		.heading = cli_flag(c, "heading"),
		.late = cli_flag(c, "late"),
		.immediate = cli_flag(c, "immediate"),
		.handed_out = cli_flag(c, "handed-out") };
	struct kl_data *answer = NULL;
	int rc;

	rc = kl_agenda_add(c->office, c->args[0], &item, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_agenda_remove(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc;

	rc = kl_agenda_remove(
	    c->office, c->args[0], c->args[1], &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_agenda_order(struct cli *c)
{
	struct kl_data *answer = NULL;
	char *end;
	long place = strtol(c->args[2], &end, 10);
	int rc;

	if (*end != '\0' || place < 1 || place > 10000)
		return cli_usage(c,
		    N_("“%s” is not a place on the agenda. Give a number from "
		       "1."),
		    c->args[2]);
	rc = kl_agenda_order(
	    c->office, c->args[0], c->args[1], (int)place, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_agenda_publish(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_agenda_publish(c->office, c->args[0], &answer, &c->err);

	return print_answer(c, rc, answer);
}

static int
run_agenda_show(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_agenda_show(c->office, c->args[0], &answer, &c->err);

	return print_answer(c, rc, answer);
}

static int
run_meeting_cancel(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_meeting_cancel(
	    c->office, c->args[0], cli_option(c, "why"), &answer, &c->err);

	return print_answer(c, rc, answer);
}

static int
run_meeting_restore(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_meeting_restore(c->office, c->args[0], &answer, &c->err);

	return print_answer(c, rc, answer);
}

/* ---- notices ------------------------------------------------------------- */

static int
run_notice_post(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day day;
	int rc = cli_day(c, "date", &day);

	if (rc == 0)
		rc = kl_notice_post(c->office, c->args[0],
		    cli_option(c, "paragraph"), day, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_notice_remove(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day day;
	int rc = cli_day(c, "date", &day);

	if (rc == 0)
		rc = kl_notice_remove(c->office, c->args[0],
		    cli_option(c, "paragraph"), day, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_notice_list(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc;

	rc = kl_notice_list(c->office, cli_option(c, "committee"),
	    cli_flag(c, "all"), &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_dispatch_list(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_dispatch_list(c->office, c->args[0], &answer, &c->err);

	return print_answer(c, rc, answer);
}

/* ---- the table ----------------------------------------------------------- */

static const struct cli_option add_options[] = {
	{ "title", N_("TEXT"), N_("an item without a matter") },
	{ "note", N_("TEXT"), N_("a remark that is printed with the item") },
	{ "after", N_("NR"), N_("place it after this item") },
	{ "heading", NULL, N_("a heading, which takes no number") },
	{ "late", NULL, N_("documents follow later") },
	{ "immediate", NULL, N_("to be adjusted immediately") },
	{ "handed-out", NULL, N_("documents are handed out at the meeting") },
	{ NULL, NULL, NULL }
};

static const struct cli_option notice_options[] = {
	{ "paragraph", N_("LIST"),
	    N_("the minutes that hold these paragraphs") },
	{ "date", N_("DATE"), N_("the day (default: today)") },
	{ NULL, NULL, NULL }
};

static const struct cli_option board_options[] = {
	{ "committee", N_("CODE"), N_("only this committee") },
	{ "all", NULL, N_("also what has been taken down") },
	{ NULL, NULL, NULL }
};

static const struct cli_option cancel_options[] = {
	{ "why", N_("TEXT"), N_("the reason, for those summoned") },
	{ NULL, NULL, NULL }
};

const struct cli_command meeting_commands[] = {
	{ "agenda", "build", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_agenda_build, N_("build the agenda from what is registered"),
	    NULL },
	{ "agenda", "add", N_("MEETING [NUMBER]"), 1, 2, CHANGES_REGISTER,
	    run_agenda_add, N_("add a matter, an item or a heading"),
	    add_options },
	{ "agenda", "remove", N_("MEETING NR"), 2, 2, CHANGES_REGISTER,
	    run_agenda_remove, N_("take an item off the agenda"), NULL },
	{ "agenda", "order", N_("MEETING NR PLACE"), 3, 3, CHANGES_REGISTER,
	    run_agenda_order, N_("move an item to another place"), NULL },
	{ "agenda", "publish", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_agenda_publish, N_("freeze the next version and summon"),
	    NULL },
	{ "agenda", "show", N_("MEETING"), 1, 1, NEEDS_REGISTER,
	    run_agenda_show, N_("show the agenda and its versions"), NULL },
	{ "meeting", "cancel", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_meeting_cancel, N_("record that the meeting is not held"),
	    cancel_options },
	{ "meeting", "restore", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_meeting_restore,
	    N_("record that a cancelled meeting is held after all"), NULL },
	{ "notice", "post", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_notice_post, N_("announce the adjustment on the notice board"),
	    notice_options },
	{ "notice", "remove", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_notice_remove, N_("take the notice down"), notice_options },
	{ "notice", "list", "", 0, 0, NEEDS_REGISTER, run_notice_list,
	    N_("show the notice board"), board_options },
	{ "dispatch", "list", N_("MEETING"), 1, 1, NEEDS_REGISTER,
	    run_dispatch_list, N_("show who gets which decision"), NULL },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
