/* SPDX-License-Identifier: EUPL-1.2
 *
 * The command line: one table row per command, from which parsing, usage, help
 * and the manual's synopsis follow.  Uses the public headers alone.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <kansli/office.h>

#define CLI_OPTIONS_MAX 24
#define CLI_ARGS_MAX 64

/* gettext for what is printed, and a mark for what is translated later. */
#define _(text) cli_translate(text)
#define N_(text) text

/* An option of a command: --name, or --name ARG. */
struct cli_option {
	const char *name;
	const char *arg;  /* what the value is called in usage; NULL: a flag */
	const char *help; /* one line */
};

/* What a command needs before it runs. */
enum cli_need {
	NEEDS_NOTHING,	/* no register */
	NEEDS_REGISTER, /* to read */
	CHANGES_REGISTER
};

struct cli;

struct cli_command {
	const char *group; /* "agenda" */
	const char *verb;  /* "build", or NULL when the group is the command */
	const char *args;  /* "MEETING NR" in usage */
	int min, max;	   /* number of arguments */
	enum cli_need need;
	int (*run)(struct cli *c); /* 0 or an enum kl_err with c->err set */
	const char *help;	   /* one line */
	const struct cli_option *options; /* ended by a NULL name, or NULL */
};

/* A command under way. */
struct cli {
	const struct cli_command *command;
	const char *args[CLI_ARGS_MAX]; /* ended by NULL */
	int nargs;
	struct {
		const char *name, *value;
	} given[CLI_OPTIONS_MAX]; /* options given */
	int ngiven;
	bool json;
	struct kl_settings settings;
	const char *programs; /* folder of those that kansli starts */
	struct kl_office *office;
	struct kl_error err;
};

/* cli_commands: all commands, ended by a row with a NULL group. */
extern const struct cli_command *const cli_groups[];

/* cli_translate(key): the sentence in the user's language. */
const char *cli_translate(const char *key);

/* cli_option(c, name): the value given to --name ("" for a flag), or NULL. */
const char *cli_option(const struct cli *c, const char *name);

/* cli_flag(c, name): true if the flag was given. */
bool cli_flag(const struct cli *c, const char *name);

/* cli_day(c, name, day): the day given to --name, or today.  KL_E_USAGE if it
 * is not a date. */
int cli_day(struct cli *c, const char *name, kl_day *day);

/* cli_usage(c, text, arg): record a usage fault; returns KL_E_USAGE. */
int cli_usage(struct cli *c, const char *text, const char *arg);

/* cli_no_register(c): record that no register was named; KL_E_USAGE. */
int cli_no_register(struct cli *c);

/* ---- print.c ------------------------------------------------------------- */

/* print_data(d, json): the answer on standard output, as JSON or for people. */
void print_data(const struct kl_data *d, bool json);

/* print_answer(c, rc, answer): print and free the answer if ${rc} is 0, after
 * its warnings and notes on standard error; returns ${rc}. */
int print_answer(struct cli *c, int rc, struct kl_data *answer);

/* print_error(err): "kansli: file:line: field: sentence (statute)". */
void print_error(const struct kl_error *err);

/* print_width(s, n): columns that ${n} bytes of UTF-8 take. */
int print_width(const char *s, size_t n);

/* print_pad(to, s, columns): ${s}, filled with blanks to that many columns. */
void print_pad(FILE *to, const char *s, int columns);

/* ---- heap.c -------------------------------------------------------------- */

/* cli_heap(): ask for a heap of large pages; called before anything is made. */
void cli_heap(void);

/* ---- help.c -------------------------------------------------------------- */

/* print_usage(to, command): the usage of one command. */
void print_usage(FILE *to, const struct cli_command *command);

/* print_help(to): all commands. */
void print_help(FILE *to);

#endif
