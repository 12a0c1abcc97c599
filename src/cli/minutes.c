/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commands on the minutes of a meeting.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include <kansli/meeting.h>
#include <kansli/minutes.h>

#include "cli/cli.h"
#include "cli/groups.h"

/* ---- preflight ------------------------------------------------------------
 */

static const char *
text_of(const struct kl_data *row, const char *key)
{
	const char *s = kl_data_text(kl_data_get(row, key));

	return s == NULL ? "" : s;
}

/* "error: § 12: KL 4:27: sentence; and where it is mended" */
static void
print_finding(const struct kl_data *row)
{
	long long nr = (long long)kl_data_int(kl_data_get(row, "paragraph"));
	const char *accepted = text_of(row, "accepted");

	fputs(strcmp(text_of(row, "level"), "error") == 0 ? _("error")
							  : _("warning"),
	    stdout);
	if (*accepted != '\0')
		printf(" (%s %s)", _("accepted"), accepted);
	if (nr > 0)
		printf(": § %lld", nr);
	printf(": %s: %s %s\n", text_of(row, "statute"), text_of(row, "text"),
	    text_of(row, "mend"));
}

/* The number of errors among the findings. */
static size_t
count_errors(const struct kl_data *list)
{
	size_t i, n = 0;

	for (i = 0; i < kl_data_count(list); i++)
		if (strcmp(text_of(kl_data_at(list, i), "level"), "error") == 0)
			n++;
	return n;
}

static int
run_preflight(struct cli *c)
{
	struct kl_data *answer = NULL;
	size_t i, errors;
	int rc = kl_minutes_preflight(c->office, c->args[0],
	    cli_option(c, "paragraph"), &answer, &c->err);

	if (rc != 0)
		return rc;
	errors = count_errors(answer);
	if (c->json)
		print_data(answer, true);
	else
		for (i = 0; i < kl_data_count(answer); i++)
			print_finding(kl_data_at(answer, i));
	if (!c->json && kl_data_count(answer) == 0)
		puts(_("Nothing was found."));
	kl_data_free(answer);
	return errors > 0 ? KL_E_INPUT : 0; /* the findings have said why */
}

/* ---- freeze, adjust, show -------------------------------------------------
 */

static int
run_minutes_freeze(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc;

	rc = kl_minutes_freeze(c->office, c->args[0],
	    cli_option(c, "paragraph"), &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_minutes_adjust(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day day;
	int rc = cli_day(c, "date", &day);

	if (rc == 0)
		rc = kl_minutes_adjust(c->office, c->args[0],
		    cli_option(c, "paragraph"), day, cli_option(c, "signers"),
		    &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_minutes_show(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_minutes_show(c->office, c->args[0], &answer, &c->err);

	return print_answer(c, rc, answer);
}

/* ---- the table ----------------------------------------------------------- */

static const struct cli_option freeze_options[] = {
	{ "paragraph", N_("LIST"),
	    N_("only these, to be adjusted immediately") },
	{ NULL, NULL, NULL }
};

static const struct cli_option adjust_options[] = {
	{ "paragraph", N_("LIST"),
	    N_("the minutes that hold these paragraphs") },
	{ "date", N_("DATE"),
	    N_("the day of the last signature (default: today)") },
	{ "signers", N_("IDS"), N_("who signed (default: those appointed)") },
	{ NULL, NULL, NULL }
};

static const struct cli_option preflight_options[] = {
	{ "paragraph", N_("LIST"), N_("only these paragraphs") },
	{ NULL, NULL, NULL }
};

const struct cli_command minutes_commands[] = {
	{ "minutes", "preflight", N_("MEETING"), 1, 1, NEEDS_REGISTER,
	    run_preflight, N_("find what would not stand"), preflight_options },
	{ "minutes", "freeze", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_minutes_freeze, N_("fix the text that will be signed"),
	    freeze_options },
	{ "minutes", "adjust", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_minutes_adjust, N_("record that the minutes were adjusted"),
	    adjust_options },
	{ "minutes", "show", N_("MEETING"), 1, 1, NEEDS_REGISTER,
	    run_minutes_show, N_("show the minutes and where they stand"),
	    NULL },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
