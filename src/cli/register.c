/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commands on the register as a whole: init, user, import, export, matter,
 * list, show, check.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <kansli/meeting.h>

#include "cli/cli.h"
#include "cli/groups.h"

static int
run_init(struct cli *c)
{
	if (c->nargs > 0)
		c->settings.db = c->args[0];
	if (c->settings.db == NULL)
		return cli_usage(c,
		    N_("Say where the register shall be, with --db FILE or the "
		       "variable KANSLI_DB%s."),
		    "");
	return kl_office_init(&c->settings, &c->err);
}

static int
run_user_add(struct cli *c)
{
	const char *role = cli_option(c, "role");
	struct kl_data *answer = NULL;
	int rc;

	rc = kl_user_add(c->office, c->args[0],
	    role == NULL ? "secretary" : role, cli_option(c, "login"),
	    cli_option(c, "committees"), &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
import_one(struct cli *c, const char *path)
{
	struct kl_import what = { .path = path,
		.kind = cli_option(c, "kind"),
		.files = cli_option(c, "files"),
		.dry_run = cli_flag(c, "dry-run") };
	struct kl_faults faults;
	struct kl_data *answer = NULL;
	size_t i;
	int rc;

	rc = kl_import(c->office, &what, &faults, &answer, &c->err);
	for (i = 0; i < faults.n; i++)
		print_error(&faults.v[i]);
	return print_answer(c, rc, answer);
}

static int
run_import(struct cli *c)
{
	int i, rc = 0;

	for (i = 0; rc == 0 && i < c->nargs; i++)
		rc = import_one(c, c->args[i]);
	return rc;
}

static int
run_export(struct cli *c)
{
	char *xml;
	int rc;

	rc = kl_export(c->office, cli_option(c, "committee"),
	    cli_option(c, "files"), &xml, &c->err);
	if (rc != 0)
		return rc;
	fputs(xml, stdout);
	free(xml);
	return 0;
}

static int
run_matter_register(struct cli *c)
{
	struct kl_matter m = { .committee = cli_option(c, "committee"),
		.report = cli_option(c, "report"),
		.title = cli_option(c, "title"),
		.number = cli_option(c, "number"),
		.officer = cli_option(c, "officer"),
		.kind = cli_option(c, "kind"),
		.appeal = cli_option(c, "appeal"),
		.unit = cli_option(c, "unit"),
		.meeting = cli_option(c, "meeting"),
		.answer_by = cli_option(c, "answer-by") };
	struct kl_data *answer = NULL;
	int rc;

	if (m.committee == NULL)
		return cli_usage(c,
		    N_("Say which committee the matter belongs to, with "
		       "--committee%s."),
		    "");
	rc = kl_matter_register(c->office, &m, &answer, &c->err);
	return print_answer(c, rc, answer);
}

/* The list's options become its filters, "name=value". */
static int
run_list(struct cli *c)
{
	static const char *const names[] = { "committee", "meeting", "state",
		"text", "year", "person", "room", "day", NULL };
	char room[8][256];
	const char *filters[9], *value;
	struct kl_data *answer = NULL;
	size_t i, n = 0;
	int rc;

	for (i = 0; names[i] != NULL; i++) {
		value = cli_option(c, names[i]);
		if (value == NULL)
			continue;
		snprintf(room[n], sizeof room[n], "%s=%s", names[i], value);
		filters[n] = room[n];
		n++;
	}
	filters[n] = NULL;
	rc = kl_list(c->office, c->args[0], filters, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_show(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc;

	rc = kl_show(c->office, c->args[0], c->args[1], &answer, &c->err);
	return print_answer(c, rc, answer);
}

static void
finding(void *ctx, const struct kl_error *found)
{
	(void)ctx;
	print_error(found);
}

static int
run_check(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc;

	if (c->settings.db == NULL)
		return cli_no_register(c);
	rc = kl_check(
	    &c->settings, cli_option(c, "head"), finding, c, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static const struct cli_option user_options[] = {
	{ "role", N_("ROLE"), N_("admin, secretary, assistant or reader") },
	{ "login", N_("NAME"),
	    N_("the operating-system user that is this user") },
	{ "committees", N_("CODES"), N_("only these committees") },
	{ NULL, NULL, NULL }
};

static const struct cli_option import_options[] = {
	{ "dry-run", NULL, N_("check everything, keep nothing") },
	{ "kind", N_("KIND"),
	    N_("xml, people or matters (default: by the name)") },
	{ "files", N_("DIR"),
	    N_("where attached files are (default: by the file)") },
	{ NULL, NULL, NULL }
};

static const struct cli_option export_options[] = {
	{ "committee", N_("CODE"), N_("only this committee") },
	{ "files", N_("DIR"), N_("write the attached files there") },
	{ NULL, NULL, NULL }
};

static const struct cli_option matter_options[] = {
	{ "committee", N_("CODE"), N_("whose matter it is") },
	{ "report", N_("FILE"), N_("read the official report FILE (.odt)") },
	{ "title", N_("TEXT"), N_("title, instead of the report's") },
	{ "number", N_("TEXT"), N_("registration number (default: the next)") },
	{ "officer", N_("NAME"), N_("case officer") },
	{ "kind", N_("KIND"),
	    N_("beslut, anmälan, information, val, remiss ...") },
	{ "appeal", N_("HOW"),
	    N_("laglighetsprövning (default), förvaltningsbesvär, plan, lov or "
	       "inget") },
	{ "unit", N_("NAME"), N_("unit") },
	{ "meeting", N_("MEETING"), N_("the meeting it is meant for") },
	{ "answer-by", N_("DATE"), N_("the day it is to be answered by") },
	{ NULL, NULL, NULL }
};

static const struct cli_option list_options[] = {
	{ "committee", N_("CODE"), N_("only this committee") },
	{ "meeting", N_("MEETING"), N_("only this meeting") },
	{ "state", N_("STATE"), N_("only in this state") },
	{ "text", N_("TEXT"), N_("only with this text in the title") },
	{ "year", N_("YEAR"), N_("only this year") },
	{ "person", N_("ID"), N_("only this person") },
	{ "room", N_("CODE"), N_("only this room") },
	{ "day", N_("DAY"), N_("only what concerns this day") },
	{ NULL, NULL, NULL }
};

static const struct cli_option check_options[] = {
	{ "head", N_("HASH"),
	    N_("a head kept from before, which the log must hold") },
	{ NULL, NULL, NULL }
};

const struct cli_command register_commands[] = {
	{ "init", NULL, N_("[FILE]"), 0, 1, NEEDS_NOTHING, run_init,
	    N_("make a new register"), NULL },
	{ "user", "add", N_("NAME"), 1, 1, CHANGES_REGISTER, run_user_add,
	    N_("add a user, or change one"), user_options },
	{ "import", NULL, N_("FILE..."), 1, CLI_ARGS_MAX, CHANGES_REGISTER,
	    run_import, N_("read exchange XML or CSV into the register"),
	    import_options },
	{ "export", NULL, "", 0, 0, NEEDS_REGISTER, run_export,
	    N_("write the register as exchange XML"), export_options },
	{ "matter", "register", N_("--committee CODE [--report FILE]"), 0, 0,
	    CHANGES_REGISTER, run_matter_register, N_("register a matter"),
	    matter_options },
	{ "list", NULL, N_("WHAT"), 1, 1, NEEDS_REGISTER, run_list,
	    N_("list something of the register, WHAT: matters, meetings, "
	       "committees, persons, mandates, documents, notices, deliveries, "
	       "issued (documents), events, users, departments, rooms, "
	       "bookings, "
	       "stand-ins, absences, plan-rules, plans, appeals, commissions, "
	       "regulations or answers"),
	    list_options },
	{ "show", NULL, N_("matter|meeting|committee|person KEY"), 2, 2,
	    NEEDS_REGISTER, run_show, N_("show one thing whole"), NULL },
	{ "check", NULL, "", 0, 0, NEEDS_NOTHING, run_check,
	    N_("verify the register against its log"), check_options },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
