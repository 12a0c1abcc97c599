/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commands about templates.  Only "template use" changes a register; the others
 * use one when there is one.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include <kansli/template.h>

#include "cli/cli.h"
#include "cli/groups.h"

/* The register, when one is named; otherwise an office without one. */
static int
open_office(struct cli *c)
{
	c->settings.read_only = true;
	if (c->settings.db == NULL)
		return kl_office_bare(&c->settings, &c->office, &c->err);
	return kl_office_open(&c->settings, &c->office, &c->err);
}

/* A word with a slash or a dot is a file, any other a kind of document. */
static void
name_template(struct kl_template *what, const char *word)
{
	if (strpbrk(word, "/.") != NULL)
		what->file = word;
	else
		what->kind = word;
}

/* ---- list ---------------------------------------------------------------- */

static int
run_list(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = open_office(c);

	if (rc == 0)
		rc = kl_template_list(
		    c->office, cli_option(c, "committee"), &answer, &c->err);
	return print_answer(c, rc, answer);
}

/* ---- check --------------------------------------------------------------- */

/* "FILE:LINE: error: field: sentence (near "text")". */
static void
print_finding(FILE *to, const char *file, const struct kl_data *f)
{
	const char *severity = kl_data_text(kl_data_get(f, "severity"));
	const char *field = kl_data_text(kl_data_get(f, "field"));
	const char *near = kl_data_text(kl_data_get(f, "near"));
	long long line = (long long)kl_data_int(kl_data_get(f, "line"));

	fputs(file, to);
	if (line > 0)
		fprintf(to, ":%lld", line);
	fprintf(to, ": %s: ",
	    strcmp(severity, "error") == 0 ? _("error") : _("warning"));
	if (field != NULL && *field != '\0')
		fprintf(to, "%s: ", field);
	fputs(kl_data_text(kl_data_get(f, "text")), to);
	if (near != NULL && *near != '\0')
		fprintf(to, " (%s “%s”)", _("at"), near);
	putc('\n', to);
}

static void
print_findings(FILE *to, const struct kl_data *answer)
{
	const struct kl_data *list = kl_data_get(answer, "findings");
	size_t i;

	for (i = 0; i < kl_data_count(list); i++)
		print_finding(to, kl_data_text(kl_data_get(answer, "file")),
		    kl_data_at(list, i));
}

/* Check one template; ${errors} counts. */
static int
check_one(struct cli *c, const struct kl_template *what, int64_t *errors)
{
	struct kl_data *answer = NULL;
	int rc = kl_template_check(c->office, what, &answer, &c->err);

	if (rc != 0)
		return rc;
	*errors += kl_data_int(kl_data_get(answer, "errors"));
	if (c->json)
		print_data(answer, true);
	else
		print_findings(stdout, answer);
	kl_data_free(answer);
	return 0;
}

/* Every template in use. */
static int
check_all(struct cli *c, int64_t *errors)
{
	struct kl_template what = { .committee = cli_option(c, "committee") };
	struct kl_data *list = NULL;
	const struct kl_data *row;
	size_t i;
	int rc = kl_template_list(c->office, what.committee, &list, &c->err);

	for (i = 0; rc == 0 && i < kl_data_count(list); i++) {
		row = kl_data_at(list, i);
		what.kind = kl_data_text(kl_data_get(row, "kind"));
		what.committee = kl_data_text(kl_data_get(row, "committee"));
		rc = check_one(c, &what, errors);
	}
	kl_data_free(list);
	return rc;
}

static int
run_check(struct cli *c)
{
	struct kl_template what;
	int64_t errors = 0;
	int i, rc;

	for (i = 0; i < c->nargs && strpbrk(c->args[i], "/.") != NULL; i++)
		;
	if (c->nargs > 0 && i == c->nargs)
		c->settings.db = NULL; /* files alone need no register */
	rc = open_office(c);
	if (rc == 0 && c->nargs == 0)
		rc = check_all(c, &errors);
	for (i = 0; rc == 0 && i < c->nargs; i++) {
		what = (struct kl_template){ .committee =
						 cli_option(c, "committee") };
		name_template(&what, c->args[i]);
		rc = check_one(c, &what, &errors);
	}
	if (rc == 0 && errors > 0)
		rc = KL_E_INPUT; /* the findings have said why */
	return rc;
}

/* ---- sample, fields, compare --------------------------------------------- */

static int
run_sample(struct cli *c)
{
	struct kl_template what = { .file = cli_option(c, "template"),
		.kind = c->args[0],
		.committee = cli_option(c, "committee") };
	const char *dir = cli_option(c, "to");
	struct kl_data *answer = NULL;
	const struct kl_data *list;
	size_t i;
	int rc = open_office(c);

	if (rc == 0)
		rc = kl_template_sample(c->office, &what,
		    cli_option(c, "format"), dir == NULL ? "." : dir, &answer,
		    &c->err);
	if (rc != 0 || c->json)
		return print_answer(c, rc, answer);
	list = kl_data_get(answer, "notes");
	for (i = 0; i < kl_data_count(list); i++)
		fprintf(
		    stderr, "kansli: %s\n", kl_data_text(kl_data_at(list, i)));
	list = kl_data_get(answer, "paths");
	for (i = 0; i < kl_data_count(list); i++)
		printf("%s\n", kl_data_text(kl_data_at(list, i)));
	kl_data_free(answer);
	return 0;
}

static int
run_fields(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc;

	c->settings.db = NULL;
	rc = open_office(c);
	if (rc == 0)
		rc = kl_template_fields(c->office,
		    c->nargs > 0 ? c->args[0] : NULL, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_compare(struct cli *c)
{
	struct kl_data *answer = NULL;
	const struct kl_data *list;
	size_t i;
	int rc;

	if (c->nargs == 2)
		c->settings.db = NULL;
	rc = open_office(c);
	if (rc == 0 && c->nargs == 2)
		rc = kl_template_compare_files(
		    c->office, c->args[0], c->args[1], &answer, &c->err);
	else if (rc == 0)
		rc = kl_template_compare(
		    c->office, c->args[0], &answer, &c->err);
	if (rc != 0 || c->json)
		return print_answer(c, rc, answer);
	list = kl_data_get(answer, "differences");
	for (i = 0; i < kl_data_count(list); i++)
		printf("%s\n", kl_data_text(kl_data_at(list, i)));
	if (kl_data_count(list) == 0)
		printf("%s\n",
		    c->nargs == 2 ? _("The templates say and show the same.")
				  : _("All committees use the same template."));
	kl_data_free(answer);
	return 0;
}

/* ---- use ----------------------------------------------------------------- */

/* What is wrong with a template that was refused. */
static void
print_refused(struct cli *c, const struct kl_template *what)
{
	struct kl_data *answer = NULL;
	struct kl_error ignored;

	if (kl_template_check(c->office, what, &answer, &ignored) == 0)
		print_findings(stderr, answer);
	kl_data_free(answer);
}

static int
run_use(struct cli *c)
{
	bool back = cli_flag(c, "default");
	struct kl_template what = { .kind = c->args[0],
		.file = c->nargs > 1 ? c->args[1] : NULL,
		.committee = cli_option(c, "committee") };
	struct kl_data *answer = NULL;
	int rc;

	if (back == (what.file != NULL))
		return cli_usage(c,
		    N_("Say which file is the template from now on, or "
		       "--default%s."),
		    "");
	rc = kl_template_use(c->office, &what, &answer, &c->err);
	if (rc == KL_E_INPUT && what.file != NULL)
		print_refused(c, &what);
	return print_answer(c, rc, answer);
}

/* ---- the table ----------------------------------------------------------- */

static const struct cli_option committee_options[] = {
	{ "committee", N_("CODE"), N_("what this committee uses") },
	{ NULL, NULL, NULL }
};

static const struct cli_option sample_options[] = {
	{ "template", N_("FILE"),
	    N_("this template (default: the one in use)") },
	{ "committee", N_("CODE"), N_("what this committee uses") },
	{ "format", N_("LIST"), N_("odt,pdf,html,text,svg (default: odt,pdf)") },
	{ "to", N_("DIR"), N_("where to (default: here)") },
	{ NULL, NULL, NULL }
};

static const struct cli_option use_options[] = {
	{ "committee", N_("CODE"),
	    N_("for this committee (default: for all)") },
	{ "default", NULL, N_("go back to what is used without it") },
	{ NULL, NULL, NULL }
};

const struct cli_command template_commands[] = {
	{ "template", "list", "", 0, 0, NEEDS_NOTHING, run_list,
	    N_("show which template is used for each kind"),
	    committee_options },
	{ "template", "check", N_("[FILE|KIND...]"), 0, CLI_ARGS_MAX,
	    NEEDS_NOTHING, run_check, N_("find what is wrong with templates"),
	    committee_options },
	{ "template", "sample", N_("KIND"), 1, 1, NEEDS_NOTHING, run_sample,
	    N_("fill a template with an invented meeting"), sample_options },
	{ "template", "fields", N_("[KIND]"), 0, 1, NEEDS_NOTHING, run_fields,
	    N_("show what a template may ask for"), NULL },
	{ "template", "compare", N_("KIND | FILE FILE"), 1, 2, NEEDS_NOTHING,
	    run_compare, N_("show where templates differ"), NULL },
	{ "template", "use", N_("KIND [FILE]"), 1, 2, CHANGES_REGISTER, run_use,
	    N_("choose the template for a kind"), use_options },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
