/* SPDX-License-Identifier: EUPL-1.2
 *
 * Documents: written, one or all; taken back when somebody has edited them;
 * published.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <kansli/meeting.h>

#include "cli/cli.h"
#include "cli/groups.h"

#define WORKERS_MAX 64

/* ---- writing ----------------------------------------------------------- */

/* The paths that were written, one a line, after the notes, which are about
 * one document or say themselves of which. */
static int
print_paths(struct cli *c, const char *about, struct kl_data *answer)
{
	const struct kl_data *list;
	size_t i;

	if (c->json)
		return print_answer(c, 0, answer);
	list = kl_data_get(answer, "notes");
	for (i = 0; i < kl_data_count(list); i++)
		fprintf(stderr, "kansli: %s%s%s\n", about == NULL ? "" : about,
		    about == NULL ? "" : ": ",
		    kl_data_text(kl_data_at(list, i)));
	list = kl_data_get(answer, "paths");
	for (i = 0; i < kl_data_count(list); i++)
		printf("%s\n", kl_data_text(kl_data_at(list, i)));
	kl_data_free(answer);
	return 0;
}

/* The kinds that were named, of one meeting. */
static int
document_named(struct cli *c)
{
	const char *dir = cli_option(c, "to");
	struct kl_document what = { .meeting = c->args[0],
		.paragraphs = cli_option(c, "paragraph"),
		.formats = cli_option(c, "format"),
		.dir = dir == NULL ? "." : dir,
		.replace = cli_flag(c, "replace") };
	struct kl_data *answer = NULL;
	int rc;

	rc = kl_office_open(&c->settings, &c->office, &c->err);
	if (rc == 0)
		rc = kl_document_set(c->office, &what,
		    (const char *const *)c->args + 1, (size_t)c->nargs - 1,
		    &answer, &c->err);
	return rc == 0
		   ? print_paths(c, c->nargs > 2 ? NULL : c->args[1], answer)
		   : rc;
}

/* Failures that did not stop the rest; returns the first one's code. */
static int
print_faults(const struct kl_faults *faults)
{
	struct kl_error more;
	char number[24];
	size_t i;

	for (i = 0; i < faults->n; i++)
		print_error(&faults->v[i]);
	if (faults->total > faults->n) {
		snprintf(
		    number, sizeof number, "%zu", faults->total - faults->n);
		kl_error_set(&more, KL_E_INPUT,
		    KL_N_("There are %s more faults, not shown."), number);
		print_error(&more);
	}
	return faults->n > 0 ? faults->v[0].code : 0;
}

static int
document_all(struct cli *c)
{
	struct kl_documents what = { .committee = cli_option(c, "committee"),
		.year = cli_option(c, "year"),
		.formats = cli_option(c, "format"),
		.dir = cli_option(c, "to"),
		.replace = cli_flag(c, "replace") };
	const char *jobs = cli_option(c, "jobs");
	struct kl_data *answer = NULL;
	struct kl_faults faults;
	char *end = NULL;
	long n;
	int rc;

	if (c->nargs > 0)
		return cli_usage(c,
		    N_("With --all no meeting is named, so “%s” is one "
		       "argument too many."),
		    c->args[0]);
	if (what.dir == NULL)
		what.dir = ".";
	if (jobs != NULL) {
		n = strtol(jobs, &end, 10);
		if (*end != '\0' || n < 1 || n > WORKERS_MAX)
			return cli_usage(c,
			    N_("“%s” is not a number of processes. Give a "
			       "number from 1 to 64."),
			    jobs);
		what.workers = (int)n;
	}
	rc = kl_documents(&c->settings, &what, &faults, &answer, &c->err);
	if (rc == 0)
		rc = print_paths(c, NULL, answer);
	return rc == 0 ? print_faults(&faults) : rc;
}

static int
run_document(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc;

	if (cli_flag(c, "list")) {
		rc = kl_document_kinds(cli_translate, &answer);
		return print_answer(c, rc, answer);
	}
	if (cli_flag(c, "all"))
		return c->settings.db == NULL ? cli_no_register(c)
					      : document_all(c);
	if (c->nargs < 2)
		return cli_usage(c,
		    N_("Say which meeting and which kind of document. The "
		       "kinds are shown by kansli document --list%s."),
		    "");
	if (c->settings.db == NULL)
		return cli_no_register(c);
	return document_named(c);
}

/* ---- taking back ----------------------------------------------------------
 */

static void
print_texts(const struct kl_data *change, const char *key, char sign)
{
	const struct kl_data *list = kl_data_get(change, key);
	size_t i;

	for (i = 0; i < kl_data_count(list); i++)
		printf("  %c %s\n", sign, kl_data_text(kl_data_at(list, i)));
}

/* "§ 10 beslut", and what stood there and what stands there now. */
static void
print_change(const struct kl_data *change)
{
	const struct kl_data *item = kl_data_get(change, "item");

	if (item != NULL)
		printf("%s %s", _("Item"), kl_data_text(item));
	else
		printf("§ %s", kl_data_text(kl_data_get(change, "paragraph")));
	printf(", %s\n", kl_data_text(kl_data_get(change, "piece")));
	print_texts(change, "before", '-');
	print_texts(change, "after", '+');
}

static int
run_take(struct cli *c)
{
	bool dry_run = cli_flag(c, "dry-run");
	struct kl_data *answer = NULL;
	const struct kl_data *list;
	struct kl_faults faults;
	size_t i;
	int rc;

	rc = kl_document_take(
	    c->office, c->args[0], dry_run, &faults, &answer, &c->err);
	print_faults(&faults);
	if (rc != 0 || c->json)
		return print_answer(c, rc, answer);
	list = kl_data_get(answer, "changes");
	for (i = 0; i < kl_data_count(list); i++)
		print_change(kl_data_at(list, i));
	if (kl_data_count(list) == 0)
		printf("%s\n", _("Nothing has been changed in the document."));
	else if (dry_run)
		printf("%s\n", _("Nothing was kept, since this was a trial."));
	else
		printf("%s %lld\n", _("Kept. The draft is now version"),
		    (long long)kl_data_int(kl_data_get(answer, "version")));
	kl_data_free(answer);
	return 0;
}

/* ---- the site ---------------------------------------------------------------
 */

static int
run_publish(struct cli *c)
{
	const char *dir = cli_option(c, "to");
	struct kl_data *answer = NULL;
	int rc;

	if (dir == NULL)
		return cli_usage(
		    c, N_("Say where the site shall be, with --to DIR%s."), "");
	rc = kl_publish(c->office, dir, &answer, &c->err);
	return print_answer(c, rc, answer);
}

/* ---- the table ----------------------------------------------------------- */

static const struct cli_option document_options[] = {
	{ "paragraph", N_("LIST"), N_("only these paragraphs, like 1-10 12") },
	{ "format", N_("LIST"),
	    N_("odt,pdf,html,text,svg (default: odt,pdf)") },
	{ "to", N_("DIR"), N_("where to (default: here)") },
	{ "replace", NULL, N_("overwrite also files edited by hand") },
	{ "all", NULL, N_("every kind that can be made now, of all meetings") },
	{ "year", N_("YEAR"), N_("with --all: only meetings of this year") },
	{ "committee", N_("CODE"),
	    N_("with --all: only meetings of this committee") },
	{ "jobs", N_("N"),
	    N_("with --all: processes (default: one for each processor)") },
	{ "list", NULL, N_("show the kinds of documents") },
	{ NULL, NULL, NULL }
};

static const struct cli_option take_options[] = {
	{ "dry-run", NULL, N_("only show what has been changed") },
	{ NULL, NULL, NULL }
};

static const struct cli_option publish_options[] = {
	{ "to", N_("DIR"), N_("the site's folder") }, { NULL, NULL, NULL }
};

const struct cli_command document_commands[] = {
	{ "document", "take", N_("FILE"), 1, 1, CHANGES_REGISTER, run_take,
	    N_("take an edited document back into the record"), take_options },
	{ "document", NULL, N_("MEETING KIND..."), 0, CLI_ARGS_MAX,
	    NEEDS_NOTHING, run_document, N_("write documents of a meeting"),
	    document_options },
	{ "publish", NULL, N_("--to DIR"), 0, 0, NEEDS_REGISTER, run_publish,
	    N_("write the public site"), publish_options },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
