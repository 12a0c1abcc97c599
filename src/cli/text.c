/* SPDX-License-Identifier: EUPL-1.2
 *
 * The command about the sentences of the minutes.
 */
#include "config.h"

#include <stdio.h>

#include <kansli/text.h>

#include "cli/cli.h"
#include "cli/groups.h"

/* A text under its name; what has been rewritten says so. */
static void
print_text(const struct kl_data *row)
{
	bool edited = kl_data_int(kl_data_get(row, "edited")) != 0;
	bool stale = kl_data_int(kl_data_get(row, "stale")) != 0;

	printf("%s%s%s\n", kl_data_text(kl_data_get(row, "part")),
	    edited ? _(" (rewritten)") : "",
	    stale ? _(" (the facts have changed since)") : "");
	printf("%s\n\n", kl_data_text(kl_data_get(row, "text")));
	if (stale)
		printf("%s\n%s\n\n", _("It would now be composed as:"),
		    kl_data_text(kl_data_get(row, "composed")));
}

static int
run_text(struct cli *c)
{
	struct kl_text what = { .meeting = c->args[0],
		.paragraph = c->args[1],
		.part = c->nargs > 2 ? c->args[2] : NULL,
		.file = cli_option(c, "set"),
		.reset = cli_flag(c, "reset") };
	struct kl_data *answer = NULL;
	const struct kl_data *list;
	size_t i;
	int rc;

	if ((what.file != NULL || what.reset) && what.part == NULL)
		return cli_usage(c, N_("Name the part to change%s."), "");
	if (what.file != NULL && what.reset)
		return cli_usage(
		    c, N_("Give --set or --reset, not both%s."), "");
	rc = kl_minutes_text(c->office, &what, &answer, &c->err);
	if (rc != 0 || c->json)
		return print_answer(c, rc, answer);
	list = kl_data_get(answer, "texts");
	for (i = 0; i < kl_data_count(list); i++)
		print_text(kl_data_at(list, i));
	kl_data_free(answer);
	return 0;
}

static const struct cli_option text_options[] = {
	{ "set", N_("FILE"), N_("it says what the file says from now on") },
	{ "reset", NULL, N_("it is composed from what happened again") },
	{ NULL, NULL, NULL }
};

const struct cli_command text_commands[] = {
	{ "minutes", "text", N_("MEETING § [PART]"), 2, 3, CHANGES_REGISTER,
	    run_text, N_("show or rewrite the sentences of a paragraph"),
	    text_options },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
