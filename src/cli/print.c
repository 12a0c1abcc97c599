/* SPDX-License-Identifier: EUPL-1.2
 *
 * Printing: answers as JSON or as tables for people, errors as sentences,
 * usage from the command tables.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

#define COLUMNS_MAX 24
#define WIDTH_MAX 60 /* widest column but the last */

/* Names of members that people read, for the catalogue. */
static const char *const member_names[] = { N_("number"), N_("title"),
	N_("committee"), N_("kind"), N_("officer"), N_("secret"), N_("meeting"),
	N_("state"), N_("date"), N_("time"), N_("end"), N_("place"),
	N_("items"), N_("paragraphs"), N_("code"), N_("name"), N_("department"),
	N_("seats"), N_("numbering"), N_("party"), N_("email"), N_("role"),
	N_("from"), N_("to"), N_("order"), N_("adjusted"), N_("posted"),
	N_("taken_down"), N_("last_day"), N_("remove_on"), N_("latest"),
	N_("plain"), N_("because"), N_("rule"), N_("statute"), N_("text"),
	N_("step"), N_("paragraph"), N_("recipient"), N_("way"), N_("sent"),
	N_("receipted"), N_("version"), N_("late"), N_("immediate"),
	N_("removed"), N_("unit"), N_("nr"), N_("format"), N_("day"),
	N_("user"), N_("verb"), N_("fact"), N_("key"), N_("instant"),
	N_("direction"), N_("publish"), N_("proposals"), N_("documents"),
	N_("recipients"), N_("outcome"), N_("minutes"), N_("signers"),
	N_("record"), N_("facts"), N_("blobs"), N_("events"), N_("head"),
	N_("files"), N_("meetings"), N_("person"), N_("persons"),
	N_("mandates"), N_("committees"), N_("departments"), N_("matters"),
	N_("file"), N_("added"), N_("template"), N_("needs"), N_("registered"),
	N_("answer_by"), N_("appeal"), N_("secrecy"), N_("provision"),
	N_("authority"), N_("neutral_title"), N_("standing"), N_("assists"),
	N_("summons_days"), N_("number_template"), N_("dry_run"), N_("missing"),
	N_("item"), N_("points"), N_("divisions"), N_("dissents"),
	N_("correspondent"), N_("due"), N_("notices"), N_("deliveries"),
	N_("published"), N_("versions"), N_("login"), N_("bytes"), N_("ref"),
	N_("hash"), N_("seq"), N_("steps"), N_("grants"), N_("matter"),
	N_("personal_for"), N_("source"), N_("field"), N_("fields"),
	N_("repeats"), N_("description"), N_("example"), N_("function"),
	N_("functions"), N_("result"), N_("differences"), N_("rooms"),
	N_("bookings"), N_("stand_ins"), N_("absences"), N_("plan_rules"),
	N_("room"), N_("capacity"), N_("start"), N_("what"), N_("by"),
	N_("by_name"), N_("why"), N_("year"), N_("weekdays"),
	N_("other_starts"), N_("gap_min"), N_("gap_max"), N_("lead_min"),
	N_("lead_max"), N_("windows"), N_("closed"), N_("plans"),
	N_("from_version"), N_("how"), N_("status"), N_("cost"), N_("bound"),
	N_("made"), N_("current"), N_("adopted"), N_("next"), N_("tell"),
	N_("moved_from"), N_("done"), N_("done_by"), N_("off"),
	N_("working_day"), N_("responsible"), N_("period"), N_("report"),
	N_("proposed"), N_("notice"), N_("down"), N_("post"), N_("remove"),
	N_("announce"), N_("answers"), N_("appeals"), N_("received"), N_("at"),
	N_("tried"), N_("tried_by"), N_("forwarded"), N_("court"), N_("case"),
	N_("stayed"), N_("decided"), N_("reported_at"), N_("addressee"),
	N_("timely"), N_("decisions"), N_("clock"), N_("since"), N_("never"),
	N_("waits_for"), N_("asked"), N_("answered_by"), N_("county_board"),
	N_("commissions"), N_("point"), N_("reported"), N_("value"), N_("law"),
	N_("whose"), N_("wordings"), N_("member"), N_("deputy"),
	N_("deputy_name"), N_("deputies"), N_("ground"), N_("until"),
	N_("need"), N_("quorate"), N_("serving"), N_("moments"), N_("sure"),
	N_("possible"), N_("absent"), N_("open"), N_("rights"), N_("who"),
	N_("attend"), N_("speak"), N_("opinion"), N_("members"), N_("conflict"),
	N_("conflicted"), N_("remote"), N_("for"), N_("for_name"),
	N_("without_mandate"), N_("others"), N_("presiding"), N_("quorum"),
	N_("message_by"), N_("accepted"), N_("waiting"), N_("weeded"),
	N_("comment"), N_("evidence"), N_("withdrawn"), N_("was"), N_("is"),
	N_("approvals"), N_("rejections"), N_("corrections") };

/* Members that mean something else in the rows of one list. */
static const struct {
	const char *list, *key, *heading;
} column_names[] = { { "stand_ins", "by", N_("stand-in") },
	{ "absent", "by", N_("told by") }, { "absent", "reported", N_("told") },
	{ "moments", "asked", N_("asked deputies") },
	{ "commissions", "due", N_("to be done by") },
	{ "notices", "due", N_("may be taken down") },
	{ "commissions", "late", N_("overdue") },
	{ "post", "late", N_("overdue") } };

/* The heading of a member in the rows of ${list}, or of an answer (NULL): its
 * name, translated if it is one of those. */
static const char *
heading(const char *list, const char *key)
{
	size_t i;

	for (i = 0;
	     list != NULL && i < sizeof column_names / sizeof *column_names;
	     i++)
		if (strcmp(column_names[i].list, list) == 0 &&
		    strcmp(column_names[i].key, key) == 0)
			return _(column_names[i].heading);
	for (i = 0; i < sizeof member_names / sizeof *member_names; i++)
		if (strcmp(member_names[i], key) == 0)
			return _(member_names[i]);
	return key;
}

/* Values that people read in place of the words of JSON. */
static const struct {
	const char *key, *value;
} value_names[] = { { "kind", N_("holiday") }, { "kind", N_("equated_eve") },
	{ "kind", N_("customary_eve") }, { "kind", N_("bridge") },
	{ "kind", N_("between_day") }, { "report", N_("first") },
	{ "report", N_("last") }, { "fact", N_("organisation") },
	{ "fact", N_("department") }, { "fact", N_("committee") },
	{ "fact", N_("person") }, { "fact", N_("mandate") },
	{ "fact", N_("matter") }, { "fact", N_("document") },
	{ "fact", N_("meeting") }, { "fact", N_("item") },
	{ "fact", N_("version") }, { "fact", N_("attendance") },
	{ "fact", N_("paragraph") }, { "fact", N_("minutes") },
	{ "fact", N_("delivery") }, { "fact", N_("override") },
	{ "fact", N_("record") }, { "fact", N_("issued") },
	{ "fact", N_("user") }, { "fact", N_("template") },
	{ "fact", N_("room") }, { "fact", N_("booking") },
	{ "fact", N_("stand-in") }, { "fact", N_("absence") },
	{ "fact", N_("plan-rules") }, { "fact", N_("plan") },
	{ "fact", N_("done") }, { "source", N_("shipped") },
	{ "source", N_("all") }, { "source", N_("own") },
	{ "state", N_("comes") }, { "state", N_("yes") },
	{ "state", N_("asked") }, { "state", N_("proposed") },
	{ "state", N_("nobody") }, { "ground", N_("personal") },
	{ "ground", N_("begun") }, { "ground", N_("own_party") },
	{ "ground", N_("party_order") }, { "ground", N_("party_size") },
	{ "ground", N_("election_order") }, { "ground", N_("called") } };

static const char *
readable(const char *key, const char *value)
{
	size_t i;

	for (i = 0; key != NULL && i < sizeof value_names / sizeof *value_names;
	     i++)
		if (strcmp(value_names[i].key, key) == 0 &&
		    strcmp(value_names[i].value, value) == 0)
			return _(value_names[i].value);
	return value;
}

int
print_width(const char *s, size_t n)
{
	int points = 0;

	for (; n > 0; s++, n--)
		points += ((unsigned char)*s & 0xc0) != 0x80;
	return points;
}

static int
width(const char *s)
{
	return print_width(s, strlen(s));
}

/* A scalar as text; ${room} holds numbers. */
static const char *
scalar(const struct kl_data *d, char room[32])
{
	switch (kl_data_kind(d)) {
	case KL_DATA_TEXT:
		return readable(kl_data_key(d), kl_data_text(d));
	case KL_DATA_INT:
		snprintf(room, 32, "%lld", (long long)kl_data_int(d));
		return room;
	case KL_DATA_BOOL:
		return kl_data_int(d) ? _("yes") : "";
	default:
		return "";
	}
}

static bool
is_scalar(const struct kl_data *d)
{
	return kl_data_kind(d) != KL_DATA_LIST &&
	       kl_data_kind(d) != KL_DATA_OBJECT;
}

void
print_pad(FILE *to, const char *s, int columns)
{
	int n = width(s);

	fputs(s, to);
	for (; n < columns; n++)
		putc(' ', to);
}

static void print_node(const struct kl_data *d, int depth);

static void
indent(int depth)
{
	for (; depth > 0; depth--)
		fputs("  ", stdout);
}

/* The widths of the columns of a list of objects; returns their number. */
static size_t
measure(const struct kl_data *list, int widths[COLUMNS_MAX])
{
	const struct kl_data *first = kl_data_at(list, 0), *cell;
	size_t i, j, n = kl_data_count(first);
	char room[32];
	int w;

	if (n > COLUMNS_MAX)
		n = COLUMNS_MAX;
	for (j = 0; j < n; j++)
		widths[j] = width(heading(
		    kl_data_key(list), kl_data_key(kl_data_at(first, j))));
	for (i = 0; i < kl_data_count(list); i++)
		for (j = 0; j < n; j++) {
			cell = kl_data_at(kl_data_at(list, i), j);
			w = width(scalar(cell, room));
			if (w > WIDTH_MAX)
				w = WIDTH_MAX;
			if (w > widths[j])
				widths[j] = w;
		}
	return n;
}

/* A list of objects as a table; members that are lists follow their row. */
static void
print_table(const struct kl_data *list, int depth)
{
	const struct kl_data *row, *cell, *first = kl_data_at(list, 0);
	int widths[COLUMNS_MAX] = { 0 };
	size_t i, j, n = measure(list, widths);
	char room[32];

	indent(depth);
	for (j = 0; j < n; j++)
		if (is_scalar(kl_data_at(first, j)))
			print_pad(stdout,
			    heading(kl_data_key(list),
				kl_data_key(kl_data_at(first, j))),
			    j + 1 == n ? 0 : widths[j] + 2);
	putchar('\n');
	for (i = 0; i < kl_data_count(list); i++) {
		row = kl_data_at(list, i);
		indent(depth);
		for (j = 0; j < n; j++) {
			cell = kl_data_at(row, j);
			if (!is_scalar(cell))
				continue;
			print_pad(stdout, scalar(cell, room),
			    j + 1 == n ? 0 : widths[j]);
			if (j + 1 < n) /* also after one that is too wide */
				fputs("  ", stdout);
		}
		putchar('\n');
		for (j = 0; j < n; j++)
			if (!is_scalar(kl_data_at(row, j)) &&
			    kl_data_count(kl_data_at(row, j)) > 0)
				print_node(kl_data_at(row, j), depth + 2);
	}
}

/* Reasons are read as sentences, not as a table. */
static void
print_because(const struct kl_data *list, int depth)
{
	const struct kl_data *one;
	const char *statute;
	size_t i;

	for (i = 0; i < kl_data_count(list); i++) {
		one = kl_data_at(list, i);
		indent(depth);
		statute = kl_data_text(kl_data_get(one, "statute"));
		printf("– %s", kl_data_text(kl_data_get(one, "text")));
		if (statute != NULL && *statute != '\0')
			printf(" (%s)", statute);
		putchar('\n');
	}
}

/* What print_answer has said on standard error already. */
static bool
is_remark(const struct kl_data *d)
{
	const char *key = kl_data_key(d);

	return key != NULL &&
	       (strcmp(key, "warnings") == 0 || strcmp(key, "notes") == 0 ||
		   strcmp(key, "missing") == 0);
}

static void
print_object(const struct kl_data *d, int depth)
{
	const struct kl_data *m;
	char room[32];
	size_t i;

	for (i = 0; i < kl_data_count(d); i++) {
		m = kl_data_at(d, i);
		if (kl_data_kind(m) == KL_DATA_NULL || is_remark(m) ||
		    (!is_scalar(m) && kl_data_count(m) == 0))
			continue;
		indent(depth);
		printf("%s:", heading(NULL, kl_data_key(m)));
		if (is_scalar(m)) {
			printf(" %s\n",
			    kl_data_kind(m) == KL_DATA_BOOL && !kl_data_int(m)
				? _("no")
				: scalar(m, room));
		} else {
			putchar('\n');
			print_node(m, depth + 1);
		}
	}
}

static void
print_node(const struct kl_data *d, int depth)
{
	const char *key = kl_data_key(d);
	char room[32];
	size_t i;

	if (kl_data_kind(d) == KL_DATA_OBJECT) {
		print_object(d, depth);
	} else if (kl_data_kind(d) != KL_DATA_LIST) {
		indent(depth);
		printf("%s\n", scalar(d, room));
	} else if (key != NULL && (strcmp(key, "because") == 0 ||
				      strcmp(key, "waits_for") == 0)) {
		print_because(d, depth);
	} else if (kl_data_kind(kl_data_at(d, 0)) == KL_DATA_OBJECT) {
		print_table(d, depth);
	} else {
		for (i = 0; i < kl_data_count(d); i++)
			print_node(kl_data_at(d, i), depth);
	}
}

void
print_data(const struct kl_data *d, bool json)
{
	char *text;

	if (!json) {
		print_node(d, 0);
		return;
	}
	if (kl_data_json(d, &text) != 0)
		return;
	printf("%s\n", text);
	free(text);
}

/* What the command wants to say beside its answer. */
static void
print_remarks(const struct kl_data *answer, const char *key, const char *intro)
{
	const struct kl_data *list = kl_data_get(answer, key);
	size_t i;

	for (i = 0; i < kl_data_count(list); i++)
		fprintf(stderr, "kansli: %s%s\n", intro,
		    kl_data_text(kl_data_at(list, i)));
}

int
print_answer(struct cli *c, int rc, struct kl_data *answer)
{
	if (rc != 0)
		return rc;
	if (!c->json) {
		print_remarks(answer, "warnings", _("Note: "));
		print_remarks(answer, "notes", _("Note: "));
		print_remarks(
		    answer, "missing", _("The attached file is not there: "));
	}
	print_data(answer, c->json);
	kl_data_free(answer);
	return 0;
}

void
print_error(const struct kl_error *err)
{
	char sentence[2048];

	kl_error_format(err, cli_translate, sentence, sizeof sentence);
	fputs("kansli: ", stderr);
	if (err->file[0] != '\0' && err->line > 0)
		fprintf(stderr, "%s:%d: ", err->file, err->line);
	else if (err->file[0] != '\0')
		fprintf(stderr, "%s: ", err->file);
	if (err->field[0] != '\0')
		fprintf(stderr, "%s: ", err->field);
	fputs(sentence, stderr);
	if (err->statute[0] != '\0')
		fprintf(stderr, " (%s)", err->statute);
	fputc('\n', stderr);
}
