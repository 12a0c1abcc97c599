/* SPDX-License-Identifier: EUPL-1.2
 *
 * kansli: finds the command, opens the register, runs it, turns the result into
 * an exit status: 0 done, 1 input or rule, 2 usage, 3 environment.
 */
#include "config.h"

#include <errno.h>
#include <libintl.h>
#include <limits.h>
#include <locale.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/cli.h"

/* Options that every command takes. */
static const struct cli_option common[] = {
	{ "db", N_("FILE"), N_("the register (or KANSLI_DB)") },
	{ "as", N_("USER"), N_("who acts (default: the login name)") },
	{ "today", N_("DATE"), N_("the day it is (or KANSLI_TODAY)") },
	{ "json", NULL, N_("answer as JSON") },
	{ "help", NULL, N_("show this help") }, { NULL, NULL, NULL }
};

const char *
cli_translate(const char *key)
{
	return *key == '\0' ? key : gettext(key);
}

const char *
cli_option(const struct cli *c, const char *name)
{
	int i;

	for (i = c->ngiven - 1; i >= 0; i--)
		if (strcmp(c->given[i].name, name) == 0)
			return c->given[i].value;
	return NULL;
}

bool
cli_flag(const struct cli *c, const char *name)
{
	return cli_option(c, name) != NULL;
}

int
cli_usage(struct cli *c, const char *text, const char *arg)
{
	kl_error_set(&c->err, KL_E_USAGE, "%s", "");
	c->err.text = text;
	c->err.nargs = 0;
	snprintf(c->err.args, sizeof c->err.args, "%s", arg);
	c->err.nargs = 1;
	return KL_E_USAGE;
}

int
cli_no_register(struct cli *c)
{
	return cli_usage(c,
	    N_("Say which register to use, with --db FILE or the variable "
	       "KANSLI_DB%s."),
	    "");
}

int
cli_day(struct cli *c, const char *name, kl_day *day)
{
	const char *s = cli_option(c, name);

	*day = c->settings.today;
	if (s == NULL || kl_day_parse(s, day) == 0)
		return 0;
	return cli_usage(
	    c, N_("“%s” is not a date. Write it as 2026-11-17."), s);
}

/* ---- finding the command ---- */

static bool
verb_matches(const struct cli_command *cmd, int argc, char **argv)
{
	if (strcmp(cmd->group, argv[0]) != 0)
		return false;
	return cmd->verb == NULL ||
	       (argc > 1 && strcmp(cmd->verb, argv[1]) == 0);
}

/* The option that a row cannot do without, "--instance FILE" in its usage, is
 * among the words. */
static bool
needs_option(const struct cli_command *cmd)
{
	return strncmp(cmd->args, "--", 2) == 0;
}

static bool
has_option(const struct cli_command *cmd, int argc, char **argv)
{
	size_t n = strcspn(cmd->args, " ");
	int i;

	for (i = 0; i < argc; i++)
		if (strncmp(argv[i], cmd->args, n) == 0 &&
		    (argv[i][n] == '\0' || argv[i][n] == '='))
			return true;
	return false;
}

/* The command of these words.  Two rows may have the same: the one with its
 * option, otherwise the one that needs none. */
static const struct cli_command *
find_command(int argc, char **argv)
{
	const struct cli_command *cmd, *found = NULL;
	size_t g;

	for (g = 0; cli_groups[g] != NULL; g++)
		for (cmd = cli_groups[g]; cmd->group != NULL; cmd++) {
			if (!verb_matches(cmd, argc, argv))
				continue;
			if (needs_option(cmd) && has_option(cmd, argc, argv))
				return cmd;
			if (found == NULL || needs_option(found))
				found = cmd;
		}
	return found;
}

/* The usage of each row with the command's words. */
static void
print_command(FILE *to, const struct cli_command *command)
{
	const struct cli_command *cmd;
	size_t g;

	for (g = 0; cli_groups[g] != NULL; g++)
		for (cmd = cli_groups[g]; cmd->group != NULL; cmd++)
			if (strcmp(cmd->group, command->group) == 0 &&
			    (cmd == command ||
				(cmd->verb != NULL && command->verb != NULL &&
				    strcmp(cmd->verb, command->verb) == 0)))
				print_usage(to, cmd);
}

/* The commands of a group, for "kansli agenda" and "kansli agenda --help". */
static bool
print_group(FILE *to, const char *group)
{
	const struct cli_command *cmd;
	bool found = false;
	size_t g;

	for (g = 0; cli_groups[g] != NULL; g++)
		for (cmd = cli_groups[g]; cmd->group != NULL; cmd++)
			if (strcmp(cmd->group, group) == 0) {
				print_usage(to, cmd);
				found = true;
			}
	return found;
}

/* ---- options ---- */

static const struct cli_option *
find_option(const struct cli_option *table, const char *name, size_t n)
{
	for (; table != NULL && table->name != NULL; table++)
		if (strlen(table->name) == n &&
		    strncmp(table->name, name, n) == 0)
			return table;
	return NULL;
}

/* Take the option at argv[*i]; its value may follow as the next word. */
static int
take_option(struct cli *c, int argc, char **argv, int *i)
{
	const char *name = argv[*i] + 2, *value = strchr(name, '=');
	size_t n = value == NULL ? strlen(name) : (size_t)(value - name);
	const struct cli_option *o = find_option(common, name, n);

	if (o == NULL && c->command != NULL)
		o = find_option(c->command->options, name, n);
	if (o == NULL)
		return cli_usage(
		    c, N_("There is no option %s here. See --help."), argv[*i]);
	if (c->ngiven == CLI_OPTIONS_MAX)
		return cli_usage(
		    c, N_("There are too many options, from %s on."), argv[*i]);
	if (o->arg == NULL && value != NULL)
		return cli_usage(
		    c, N_("The option %s takes no value."), argv[*i]);
	if (o->arg != NULL && value == NULL) {
		if (*i + 1 == argc)
			return cli_usage(
			    c, N_("The option %s needs a value."), argv[*i]);
		value = argv[++*i] - 1;
	}
	c->given[c->ngiven].name = o->name;
	c->given[c->ngiven].value = o->arg == NULL ? "" : value + 1;
	c->ngiven++;
	return 0;
}

static int
take_arguments(struct cli *c, int argc, char **argv)
{
	bool options = true;
	int i, rc = 0;

	for (i = 0; rc == 0 && i < argc; i++) {
		if (options && strcmp(argv[i], "--") == 0)
			options = false;
		else if (options && strncmp(argv[i], "--", 2) == 0)
			rc = take_option(c, argc, argv, &i);
		else if (options && argv[i][0] == '-' && argv[i][1] != '\0')
			rc = cli_usage(c,
			    N_("There is no option %s here. See --help."),
			    argv[i]);
		else if (c->nargs == CLI_ARGS_MAX - 1)
			rc = cli_usage(c,
			    N_("There are too many arguments, from %s on."),
			    argv[i]);
		else
			c->args[c->nargs++] = argv[i];
	}
	return rc;
}

/* Options before the command belong to it too: rotate them behind it. */
static int
first_word(int argc, char **argv)
{
	int i;

	for (i = 1; i < argc; i++) {
		if (strncmp(argv[i], "--", 2) != 0)
			return i;
		if (strchr(argv[i], '=') == NULL &&
		    (strcmp(argv[i], "--db") == 0 ||
			strcmp(argv[i], "--as") == 0 ||
			strcmp(argv[i], "--today") == 0))
			i++;
	}
	return argc;
}

/* ---- the surroundings ---- */

static bool
is_there(const char *path)
{
	return access(path, F_OK) == 0;
}

/* A folder that belongs to the program: said in the environment, beside the
 * program (installed, or in its build folder), or where it was to be installed.
 */
static const char *
find_folder(const char *variable, const char *const *beside, const char *probe,
    const char *installed, char out[PATH_MAX])
{
	char exe[PATH_MAX], test[PATH_MAX];
	const char *env = getenv(variable);
	ssize_t n;

	if (env != NULL && *env != '\0')
		return env;
	n = readlink("/proc/self/exe", exe, sizeof exe - 1);
	if (n <= 0)
		return installed;
	exe[n] = '\0';
	*strrchr(exe, '/') = '\0';
	for (; *beside != NULL; beside++) {
		if (snprintf(out, PATH_MAX, "%s/%s", exe, *beside) >=
			PATH_MAX ||
		    snprintf(test, sizeof test, "%s%s", out, probe) >=
			(int)sizeof test)
			continue;
		if (is_there(test))
			return out;
	}
	return installed;
}

/* The catalogue works without any Swedish locale installed: under C.UTF-8
 * gettext obeys LANGUAGE, which it ignores under plain C. */
static void
choose_language(void)
{
	static const char *const beside[] = { "../share/locale", "locale",
		NULL };
	static char folder[PATH_MAX];
	const char *lang = getenv("KANSLI_LANG");

	setlocale(LC_ALL, "C.UTF-8");
	setenv("LANGUAGE", lang == NULL || *lang == '\0' ? "sv" : lang, 1);
	bindtextdomain(PACKAGE_TARNAME, find_folder("KANSLI_LOCALES", beside,
					    "/sv", KANSLI_LOCALEDIR, folder));
	bind_textdomain_codeset(PACKAGE_TARNAME, "UTF-8");
	textdomain(PACKAGE_TARNAME);
}

/* Today and now; a fixed day also fixes the clock, at noon. */
static int
choose_time(struct cli *c)
{
	static char instant[32];
	const char *fixed = cli_option(c, "today");
	time_t now = time(NULL);
	struct tm tm;

	if (fixed == NULL)
		fixed = getenv("KANSLI_TODAY");
	if (fixed != NULL && *fixed != '\0') {
		if (kl_day_parse(fixed, &c->settings.today) != 0)
			return cli_usage(c,
			    N_("“%s” is not a date. Write it as 2026-11-17."),
			    fixed);
		snprintf(instant, sizeof instant, "%.10sT12:00:00Z", fixed);
	} else {
		localtime_r(&now, &tm);
		c->settings.today =
		    kl_day_of(tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
		gmtime_r(&now, &tm);
		strftime(instant, sizeof instant, "%Y-%m-%dT%H:%M:%SZ", &tm);
	}
	c->settings.instant = instant;
	return 0;
}

static const char *
login_name(void)
{
	struct passwd *pw = getpwuid(getuid());

	return pw == NULL ? "?" : pw->pw_name;
}

static int
settle(struct cli *c)
{
	static const char *const beside[] = { "../share/kansli", ".", "..",
		NULL };
	static const char *const programs_beside[] = { "../libexec/kansli", ".",
		NULL };
	static char folder[PATH_MAX], programs[PATH_MAX];
	static char checker[PATH_MAX + 32];

	c->json = cli_flag(c, "json");
	c->settings.db = cli_option(c, "db");
	if (c->settings.db == NULL)
		c->settings.db = getenv("KANSLI_DB");
	c->settings.user = cli_option(c, "as");
	c->settings.login = login_name();
	c->settings.translate = cli_translate;
	c->settings.share = find_folder(
	    "KANSLI_SHARE", beside, "/templates", KANSLI_DATADIR, folder);
	c->programs = find_folder("KANSLI_LIBEXEC", programs_beside,
	    "/kansli-pdf-check", KANSLI_LIBEXECDIR, programs);
	snprintf(checker, sizeof checker, "%s/kansli-pdf-check", c->programs);
	c->settings.checker = checker;
	c->settings.read_only = c->command->need == NEEDS_REGISTER;
	if (c->settings.db == NULL && c->command->need != NEEDS_NOTHING)
		return cli_no_register(c);
	return choose_time(c);
}

/* ---- running
 * ---------------------------------------------------------------------------
 */

static int
exit_status(int rc)
{
	switch (rc) {
	case 0:
		return 0;
	case KL_E_USAGE:
		return 2;
	case KL_E_ENV:
	case KL_E_NOMEM:
	case KL_E_DAMAGED:
		return 3;
	default:
		return 1;
	}
}

static int
run(struct cli *c)
{
	int rc = settle(c);

	if (rc == 0 && c->nargs < c->command->min)
		rc = cli_usage(c,
		    N_("Something is missing. After the command comes: %s"),
		    _(c->command->args));
	if (rc == 0 && c->nargs > c->command->max)
		rc = cli_usage(c, N_("“%s” is one argument too many."),
		    c->args[c->command->max]);
	if (rc == KL_E_USAGE && c->nargs < c->command->min) {
		print_usage(stderr, c->command);
		return rc;
	}
	if (rc == 0 && c->command->need != NEEDS_NOTHING)
		rc = kl_office_open(&c->settings, &c->office, &c->err);
	if (rc == 0)
		rc = c->command->run(c);
	kl_office_close(c->office);
	return rc;
}

/* A group without its verb, or nothing that is known. */
static int
no_command(const char *word, bool help)
{
	struct cli c = { 0 };

	if (print_group(help ? stdout : stderr, word))
		return help ? 0 : 2;
	cli_usage(&c, N_("There is no command “%s”. See kansli --help."), word);
	print_error(&c.err);
	return 2;
}

/* A full disk must not look like success. */
static int
flush_output(int status)
{
	struct kl_error err;

	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	kl_error_set(&err, KL_E_ENV,
	    KL_N_("The answer could not be written (%s)."), strerror(errno));
	print_error(&err);
	return 3;
}

int
main(int argc, char **argv)
{
	struct cli c = { 0 };
	int first = first_word(argc, argv), skip, rc;

	cli_heap();
	/* a file that would grow too large is an error, not a death */
	signal(SIGXFSZ, SIG_IGN);
	choose_language();
	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		printf("%s\n", PACKAGE_STRING);
		return flush_output(0);
	}
	if (first == argc) {
		bool help = argc > 1 && strcmp(argv[1], "--help") == 0;

		print_help(help ? stdout : stderr);
		return flush_output(help ? 0 : 2);
	}
	c.command = find_command(argc - first, argv + first);
	if (c.command == NULL) {
		rc = no_command(argv[first],
		    first + 1 < argc && strcmp(argv[first + 1], "--help") == 0);
		return flush_output(rc);
	}
	skip = first + (c.command->verb == NULL ? 1 : 2);
	rc = take_arguments(&c, first - 1, argv + 1);
	if (rc == 0)
		rc = take_arguments(&c, argc - skip, argv + skip);
	if (rc == 0 && cli_flag(&c, "help")) {
		print_command(stdout, c.command);
		return flush_output(0);
	}
	if (rc == 0)
		rc = run(&c);
	if (rc != 0 && c.err.text != NULL)
		print_error(&c.err);
	return flush_output(exit_status(rc));
}
