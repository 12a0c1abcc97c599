/* SPDX-License-Identifier: EUPL-1.2
 *
 * Typing a meeting: lines from standard input, each answered before the next is
 * read.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <kansli/enter.h>

#include "cli/cli.h"
#include "cli/groups.h"

#define LINE_ROOM 4096 /* more than a line may have */

#define FAULTY_SHOWN 50

/* Lines that were not taken. */
struct faulty {
	long v[FAULTY_SHOWN]; /* the first of them */
	size_t n;
};

struct typing {
	struct cli *c;
	struct kl_entering *e;
	bool terminal;
	int paragraph; /* for the prompt */
	struct faulty faulty;
};

/* ---- answers ------------------------------------------------------------- */

static void
print_list(const struct kl_data *list, const char *before)
{
	size_t i;

	for (i = 0; i < kl_data_count(list); i++)
		printf("  %s%s\n", before, kl_data_text(kl_data_at(list, i)));
}

static void
print_proposals(const struct kl_data *list)
{
	const struct kl_data *y;
	const char *text;
	size_t i;

	for (i = 0; i < kl_data_count(list); i++) {
		y = kl_data_at(list, i);
		text = kl_data_text(kl_data_get(y, "text"));
		printf("  %s %s, %s%s%s\n", kl_data_text(kl_data_get(y, "ref")),
		    kl_data_text(kl_data_get(y, "kind")),
		    kl_data_text(kl_data_get(y, "persons")),
		    text == NULL ? "" : ": ", text == NULL ? "" : text);
	}
}

static void
print_people(const struct kl_data *d)
{
	static const struct {
		const char *key, *label;
	} v[] = { { "chair", N_("presides") }, { "serve", N_("serve") },
		{ "listen", N_("listen") }, { "away", N_("away") },
		{ "outcome", N_("outcome") } };
	const char *text;
	size_t i;

	for (i = 0; i < sizeof v / sizeof *v; i++) {
		text = kl_data_text(kl_data_get(d, v[i].key));
		if (text != NULL)
			printf("  %s: %s\n", _(v[i].label), text);
	}
}

static void
print_understood(const struct kl_data *d)
{
	const char *text = kl_data_text(kl_data_get(d, "understood"));

	if (text != NULL)
		printf("%s\n", text);
	print_people(d);
	print_proposals(kl_data_get(d, "proposals"));
	print_list(kl_data_get(d, "words"), "");
	text = kl_data_text(kl_data_get(d, "quorum"));
	if (text != NULL)
		printf("  %s\n", text);
	print_list(kl_data_get(d, "warnings"), _("Note: "));
	print_list(kl_data_get(d, "hints"), "> ");
}

/* One object per line, with the line's number first. */
static void
print_json(const struct kl_data *d, long nr)
{
	char *text;

	if (kl_data_json(d, &text) != 0)
		return;
	if (nr > 0 && text[1] == '}')
		printf("{\"line\":%ld}\n", nr);
	else if (nr > 0)
		printf("{\"line\":%ld,%s\n", nr, text + 1);
	else
		printf("%s\n", text);
	free(text);
}

static void
print_taken(struct typing *t, const struct kl_data *d, long nr)
{
	if (kl_data_get(d, "paragraph") != NULL)
		t->paragraph = (int)kl_data_int(kl_data_get(d, "paragraph"));
	if (t->c->json)
		print_json(d, nr);
	else
		print_understood(d);
	fflush(stdout);
}

/* ---- lines --------------------------------------------------------------- */

static void
remember_faulty(struct faulty *f, long nr)
{
	if (f->n < FAULTY_SHOWN)
		f->v[f->n] = nr;
	f->n++;
}

static void
prompt(const struct typing *t)
{
	if (!t->terminal || t->c->json)
		return;
	if (t->paragraph > 0)
		printf("§ %d> ", t->paragraph);
	else
		printf("> ");
	fflush(stdout);
}

/* What the time is: as asked for, or, when somebody types now, the clock. */
static const char *
line_clock(const struct typing *t, char room[6])
{
	time_t now = time(NULL);
	struct tm tm;

	if (cli_option(t->c, "clock") != NULL)
		return cli_option(t->c, "clock");
	if (!t->terminal)
		return NULL;
	localtime_r(&now, &tm);
	strftime(room, 6, "%H:%M", &tm);
	return room;
}

static const char *
line_instant(const struct typing *t, char room[24])
{
	time_t now = time(NULL);
	struct tm tm;

	if (!t->terminal)
		return NULL;
	gmtime_r(&now, &tm);
	strftime(room, 24, "%Y-%m-%dT%H:%M:%SZ", &tm);
	return room;
}

/* 0 also for a line that was refused; otherwise the typing cannot go on. */
static int
take(struct typing *t, const char *text, long nr)
{
	char clock[6], instant[24];
	struct kl_data *answer = NULL;
	int rc;

	rc = kl_enter_line(t->e, text, line_clock(t, clock),
	    line_instant(t, instant), &answer, &t->c->err);
	if (rc == 0 || t->c->json)
		print_taken(t, answer, nr);
	kl_data_free(answer);
	if (rc == 0)
		return 0;
	if (!t->terminal)
		kl_error_where(&t->c->err, "-", (int)nr, NULL);
	if (rc != KL_E_INPUT && rc != KL_E_RULE && !t->terminal)
		return rc; /* which main shows */
	if (!t->c->json)
		print_error(&t->c->err);
	remember_faulty(&t->faulty, nr);
	return 0;
}

/* The next line without its end: 1, or 0 at the end of the input.  What does
 * not fit is read and left out, so that the line is refused as too long. */
static int
next_line(char *room, size_t size)
{
	size_t n = 0;
	int c;

	while ((c = getchar()) != EOF && c != '\n')
		if (n + 1 < size)
			room[n++] = c == '\0' ? '\x1a' : (char)c;
	if (n > 0 && room[n - 1] == '\r')
		n--;
	room[n] = '\0';
	return c != EOF || n > 0;
}

static int
take_all(struct typing *t)
{
	char room[LINE_ROOM];
	long nr = 0;
	int rc = 0;

	for (prompt(t); rc == 0 && next_line(room, sizeof room); prompt(t)) {
		nr++;
		if (room[strspn(room, " \t")] != '\0')
			rc = take(t, room, nr);
	}
	if (t->terminal && !t->c->json)
		putchar('\n');
	return rc;
}

/* What was not taken, once more: whoever pipes a file sees it last. */
static int
tell_faulty(struct typing *t)
{
	char list[FAULTY_SHOWN * 24] = "";
	size_t i, n = 0;

	if (t->faulty.n == 0 || t->terminal)
		return 0;
	for (i = 0; i < t->faulty.n && i < FAULTY_SHOWN; i++)
		n += (size_t)snprintf(list + n, sizeof list - n, "%s%ld",
		    i == 0 ? "" : ", ", t->faulty.v[i]);
	if (i < t->faulty.n && n + 8 < sizeof list)
		snprintf(list + n, sizeof list - n, " …");
	return kl_error_set(&t->c->err, KL_E_INPUT,
	    KL_N_("Lines that were not taken (%zu): %s. The others are kept."),
	    t->faulty.n, list);
}

static int
run_meeting_enter(struct cli *c)
{
	struct typing t = { .c = c, .terminal = isatty(STDIN_FILENO) };
	struct kl_data *answer = NULL;
	int rc;

	rc = kl_enter_begin(c->office, c->args[0], &t.e, &answer, &c->err);
	if (rc != 0)
		return rc;
	print_taken(&t, answer, 0);
	kl_data_free(answer);
	rc = take_all(&t);
	if (rc == 0)
		rc = tell_faulty(&t);
	kl_enter_end(t.e);
	return rc;
}

static const struct cli_option enter_options[] = {
	{ "clock", N_("HH:MM"), N_("the time of lines that do not give one") },
	{ NULL, NULL, NULL }
};

const struct cli_command enter_commands[] = {
	{ "meeting", "enter", N_("MEETING"), 1, 1, CHANGES_REGISTER,
	    run_meeting_enter,
	    N_("take down the meeting, line by line, from standard input"),
	    enter_options },
	{ NULL, NULL, NULL, 0, 0, 0, NULL, NULL, NULL }
};
