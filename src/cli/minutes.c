/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commands on the minutes of a meeting.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
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
			if (kl_data_get(kl_data_at(answer, i), "again") == NULL)
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

/* ---- warnings, approvals ---------------------------------------------------
 */

/* A number after an optional paragraph sign: "§14", "14". */
static int
paragraph_number(struct cli *c, const char *text, int *nr)
{
	const char *p =
	    strncmp(text, "§", strlen("§")) == 0 ? text + strlen("§") : text;
	char *end;
	long n = strtol(p, &end, 10);

	if (end == p || *end != '\0' || n < 0 || n > 99999)
		return cli_usage(
		    c, N_("“%s” is not the number of a paragraph."), text);
	*nr = (int)n;
	return 0;
}

static int
run_accept(struct cli *c)
{
	struct kl_accept what = { .meeting = c->args[0],
		.paragraphs = cli_option(c, "of"),
		.code = c->nargs > 1 ? c->args[1] : NULL,
		.paragraph = -1,
		.why = cli_option(c, "why") };
	const char *nr = cli_option(c, "paragraph");
	struct kl_data *answer = NULL;
	int rc = nr == NULL ? 0 : paragraph_number(c, nr, &what.paragraph);

	if (rc == 0 && what.code == NULL && !cli_flag(c, "all"))
		return cli_usage(c,
		    N_("Name the warning that is accepted, or say --all for "
		       "every one of %s."),
		    c->args[0]);
	if (rc == 0)
		rc = kl_minutes_accept(c->office, &what, &answer, &c->err);
	return print_answer(c, rc, answer);
}

/* Whose approval it is: --person, or the account itself. */
static const char *
who(const struct cli *c)
{
	const char *person = cli_option(c, "person");

	return person != NULL		  ? person
	       : c->settings.user != NULL ? c->settings.user
					  : c->settings.login;
}

static int
run_approve(struct cli *c)
{
	struct kl_approval what = { .meeting = c->args[0],
		.paragraphs = cli_option(c, "paragraph"),
		.person = who(c),
		.evidence = cli_option(c, "evidence") };
	struct kl_data *answer = NULL;
	int rc = cli_day(c, "date", &what.day);

	if (rc == 0)
		rc = kl_minutes_approve(c->office, &what, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_reject(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc =
	    kl_minutes_reject(c->office, c->args[0], cli_option(c, "paragraph"),
		who(c), cli_option(c, "comment"), &answer, &c->err);

	return print_answer(c, rc, answer);
}

static int
run_withdraw(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_minutes_withdraw(c->office, c->args[0],
	    cli_option(c, "paragraph"), who(c), &answer, &c->err);

	return print_answer(c, rc, answer);
}

/* ---- drafts, corrections ---------------------------------------------------
 */

static int
run_drafts(struct cli *c)
{
	struct kl_data *answer = NULL;
	int rc = kl_minutes_drafts(c->office, c->args[0], &answer, &c->err);

	return print_answer(c, rc, answer);
}

/* "[-gone-] {+new+}", as differences of words are written. */
static void
print_words(const struct kl_data *list, const char *before, const char *after)
{
	size_t i;

	for (i = 0; i < kl_data_count(list); i++)
		printf("    %s%s%s\n", before,
		    kl_data_text(kl_data_at(list, i)), after);
}

static int
run_diff(struct cli *c)
{
	struct kl_data *answer = NULL;
	const struct kl_data *row;
	int from = 0, to = 0;
	size_t i;
	int rc = paragraph_number(c, c->args[1], &from);

	if (rc == 0 && c->nargs > 2)
		rc = paragraph_number(c, c->args[2], &to);
	if (rc == 0)
		rc = kl_minutes_diff(
		    c->office, c->args[0], from, to, &answer, &c->err);
	if (rc != 0 || c->json)
		return print_answer(c, rc, answer);
	for (i = 0; i < kl_data_count(answer); i++) {
		row = kl_data_at(answer, i);
		printf("§ %lld %s\n",
		    (long long)kl_data_int(kl_data_get(row, "paragraph")),
		    text_of(row, "piece"));
		print_words(kl_data_get(row, "removed"), "[-", "-]");
		print_words(kl_data_get(row, "added"), "{+", "+}");
	}
	kl_data_free(answer);
	return 0;
}

static int
run_correct(struct cli *c)
{
	struct kl_correction what = { .meeting = c->args[0],
		.was = cli_option(c, "was"),
		.is = cli_option(c, "is"),
		.why = cli_option(c, "why"),
		.signers = cli_option(c, "signers") };
	struct kl_data *answer = NULL;
	int rc = paragraph_number(c, c->args[1], &what.paragraph);

	if (rc == 0)
		rc = cli_day(c, "date", &what.day);
	if (rc == 0)
		rc = kl_minutes_correct(c->office, &what, &answer, &c->err);
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

static const struct cli_option accept_options[] = {
	{ "of", N_("LIST"), N_("the minutes that hold these paragraphs") },
	{ "paragraph", N_("NR"),
	    N_("only of this paragraph (0: the meeting)") },
	{ "all", NULL, N_("every warning that is left") },
	{ "why", N_("TEXT"), N_("why it may stand") }, { NULL, NULL, NULL }
};

#define OPTION_SET                                                             \
	{                                                                      \
		"paragraph", N_("LIST"),                                       \
		    N_("the minutes that hold these paragraphs")               \
	}
#define OPTION_PERSON                                                          \
	{                                                                      \
		"person", N_("ID"), N_("whose it is (default: the account)")   \
	}

static const struct cli_option approve_options[] = { OPTION_SET, OPTION_PERSON,
	{ "date", N_("DATE"), N_("the day of the signature (default: today)") },
	{ "evidence", N_("FILE"), N_("what proves the signature") },
	{ NULL, NULL, NULL } };

static const struct cli_option reject_options[] = { OPTION_SET, OPTION_PERSON,
	{ "comment", N_("TEXT"), N_("what is wrong") }, { NULL, NULL, NULL } };

static const struct cli_option withdraw_options[] = { OPTION_SET, OPTION_PERSON,
	{ NULL, NULL, NULL } };

static const struct cli_option correct_options[] = {
	{ "was", N_("TEXT"), N_("the words that stand there") },
	{ "is", N_("TEXT"), N_("what is right") },
	{ "why", N_("TEXT"), N_("why it is corrected") },
	{ "signers", N_("IDS"), N_("who adjusts the note") },
	{ "date", N_("DATE"), N_("the day (default: today)") },
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
	{ "minutes", "accept", N_("MEETING [CODE]"), 1, 2, CHANGES_REGISTER,
	    run_accept, N_("sign for a warning of the preflight"),
	    accept_options },
	{ "minutes", "approve", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_approve, N_("approve the frozen minutes"), approve_options },
	{ "minutes", "reject", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_reject, N_("send frozen minutes back"), reject_options },
	{ "minutes", "withdraw", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_withdraw, N_("take an approval back"), withdraw_options },
	{ "minutes", "drafts", N_("MEETING"), 1, 1, NEEDS_REGISTER, run_drafts,
	    N_("list the drafts of the minutes"), NULL },
	{ "minutes", "diff", N_("MEETING A [B]"), 2, 3, NEEDS_REGISTER,
	    run_diff, N_("show what differs between two drafts"), NULL },
	{ "minutes", "correct", N_("MEETING NR"), 2, 2, CHANGES_REGISTER,
	    run_correct, N_("note a correction of adjusted minutes"),
	    correct_options },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
