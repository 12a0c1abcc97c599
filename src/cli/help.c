/* SPDX-License-Identifier: EUPL-1.2
 *
 * Usage and help, from the command tables.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "cli/cli.h"

#define HELP_WIDTH 79

/* A sentence that begins in column ${from}, in lines of help. */
static void
help_text(FILE *to, const char *s, int from)
{
	int at = from, w;
	size_t n;

	for (; *s != '\0'; s += n + strspn(s + n, " ")) {
		n = strcspn(s, " ");
		w = print_width(s, n);
		if (at > from && at + 1 + w > HELP_WIDTH) {
			putc('\n', to);
			print_pad(to, "", from);
			at = from;
		} else if (at > from) {
			putc(' ', to);
			at++;
		}
		fwrite(s, 1, n, to);
		at += w;
	}
	putc('\n', to);
}

void
print_usage(FILE *to, const struct cli_command *cmd)
{
	const struct cli_option *o;
	char name[64];

	fprintf(to, "kansli %s%s%s%s%s\n", cmd->group,
	    cmd->verb == NULL ? "" : " ", cmd->verb == NULL ? "" : cmd->verb,
	    *cmd->args == '\0' ? "" : " ", _(cmd->args));
	print_pad(to, "", 4);
	help_text(to, _(cmd->help), 4);
	for (o = cmd->options; o != NULL && o->name != NULL; o++) {
		snprintf(name, sizeof name, "--%s%s%s", o->name,
		    o->arg == NULL ? "" : " ", o->arg == NULL ? "" : _(o->arg));
		fputs("      ", to);
		print_pad(to, name, 22);
		fputs("  ", to);
		help_text(to, _(o->help), 30);
	}
}

void
print_help(FILE *to)
{
	const struct cli_command *cmd;
	char name[64];
	size_t g;

	fprintf(to, "%s\n\n",
	    _("kansli: the meeting cycle of a committee "
	      "secretariat"));
	fprintf(to, "%s\n\n",
	    _("usage: kansli [--db FILE] [--as USER] "
	      "[--today DATE] [--json] COMMAND ..."));
	for (g = 0; cli_groups[g] != NULL; g++)
		for (cmd = cli_groups[g]; cmd->group != NULL; cmd++) {
			snprintf(name, sizeof name, "%s%s%s", cmd->group,
			    cmd->verb == NULL ? "" : " ",
			    cmd->verb == NULL ? "" : cmd->verb);
			fputs("  ", to);
			print_pad(to, name, 20);
			help_text(to, _(cmd->help), 22);
		}
	fprintf(to, "\n%s\n",
	    _("Each command has --help, and a manual page: "
	      "man kansli."));
}
