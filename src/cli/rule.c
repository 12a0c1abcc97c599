/* SPDX-License-Identifier: EUPL-1.2
 *
 * Commands on rules: list, show, set.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include <kansli/rule.h>

#include "cli/cli.h"
#include "cli/groups.h"

static int
run_rule_list(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day on;
	int rc = cli_day(c, "on", &on);

	if (rc == 0)
		rc = kl_rule_list(c->office, cli_option(c, "committee"), on,
		    &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_rule_show(struct cli *c)
{
	struct kl_data *answer = NULL;
	kl_day on;
	int rc = cli_day(c, "on", &on);

	if (rc == 0)
		rc = kl_rule_show(c->office, c->args[0],
		    cli_option(c, "committee"), on, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static int
run_rule_set(struct cli *c)
{
	struct kl_rule rule = { .rule = c->args[1],
		.source = cli_option(c, "source") };
	struct kl_data *answer = NULL;
	char *end;
	long value = strtol(c->args[2], &end, 10);
	int rc;

	if (end == c->args[2] || *end != '\0' || value < -1000 || value > 1000)
		return cli_usage(c,
		    N_("“%s” is not a number. Write it like 14."), c->args[2]);
	if (strcmp(c->args[0], "common") != 0)
		rule.committee = c->args[0];
	rule.value = (int)value;
	rc = cli_day(c, "from", &rule.from);
	if (rc == 0)
		rc = kl_rule_set(c->office, &rule, &answer, &c->err);
	return print_answer(c, rc, answer);
}

static const struct cli_option look_options[] = {
	{ "committee", N_("CODE"), N_("as they apply to this committee") },
	{ "on", N_("DATE"), N_("the day (default: today)") },
	{ NULL, NULL, NULL }
};

static const struct cli_option set_options[] = {
	{ "from", N_("DATE"), N_("from this day on (default: today)") },
	{ "source", N_("TEXT"),
	    N_("where it stands, as in “Reglemente § 12”") },
	{ NULL, NULL, NULL }
};

const struct cli_command rule_commands[] = {
	{ "rule", "list", "", 0, 0, NEEDS_REGISTER, run_rule_list,
	    N_("list the rules with their numbers and where they stand"),
	    look_options },
	{ "rule", "show", N_("RULE"), 1, 1, NEEDS_REGISTER, run_rule_show,
	    N_("show one rule, and what it has been"), look_options },
	{ "rule", "set", N_("CODE|common RULE VALUE"), 3, 3, CHANGES_REGISTER,
	    run_rule_set, N_("set a stricter number from a day on"),
	    set_options },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
