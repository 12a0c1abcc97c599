/* SPDX-License-Identifier: EUPL-1.2
 *
 * Taking a line: what it begins with, when it was, what it did, and going back
 * by taking the lines before it again.  What each kind of line does is in the
 * other enter*.c files.
 */
#include "config.h"

#include <string.h>

#include "base/tree.h"
#include "base/utf8.h"
#include "proceedings/enter_inner.h"
#include "rules/statute.h"

#define LINE_ARENA ((size_t)64 << 20)

static enter_verb take_help;

static enter_verb *const verbs[VERB_COUNT] = {
	[VERB_START] = enter_start,
	[VERB_PRESENT] = enter_present,
	[VERB_ARRIVE] = enter_arrive,
	[VERB_LEAVE] = enter_leave,
	[VERB_SERVE] = enter_serve,
	[VERB_REMOTE] = enter_remote,
	[VERB_OTHER] = enter_other,
	[VERB_ITEM] = enter_item,
	[VERB_PRESIDE] = enter_preside,
	[VERB_CONFLICT] = enter_conflict,
	[VERB_PROPOSE] = enter_propose,
	[VERB_WITHDRAW] = enter_withdraw,
	[VERB_QUESTION] = enter_question,
	[VERB_DIVISION] = enter_division,
	[VERB_YES] = enter_yes,
	[VERB_NO] = enter_no,
	[VERB_ABSTAIN] = enter_abstain,
	[VERB_ABSENT] = enter_absent,
	[VERB_SECRET] = enter_secret,
	[VERB_CASTING] = enter_casting,
	[VERB_LOTS] = enter_lots,
	[VERB_ELECT] = enter_elect,
	[VERB_DECIDE] = enter_decide,
	[VERB_TABLE] = enter_table,
	[VERB_REFER_BACK] = enter_refer_back,
	[VERB_DROP] = enter_drop,
	[VERB_REPORT] = enter_report,
	[VERB_INFORM] = enter_inform,
	[VERB_COMMISSION] = enter_commission,
	[VERB_DISSENT] = enter_dissent,
	[VERB_SPECIAL] = enter_special,
	[VERB_DEPUTY_STATEMENT] = enter_deputy_statement,
	[VERB_NOTE] = enter_note,
	[VERB_ASIDE] = enter_aside,
	[VERB_BREAK] = enter_break,
	[VERB_CLOSED] = enter_closed,
	[VERB_OPEN] = enter_open,
	[VERB_RAPPORTEUR] = enter_rapporteur,
	[VERB_REASONS] = enter_reasons,
	[VERB_SEND] = enter_send,
	[VERB_END] = enter_end_line,
	[VERB_HELP] = take_help,
};

/* ---- what a line begins with --------------------------------------------- */

/* "Åström för Palmgren" has no verb. */
static bool
is_entry(struct entering *e, const struct line *l)
{
	struct line ahead = *l;

	return strstr(l->p, " för ") != NULL && people_step(e, &ahead) &&
	       line_is(&ahead, "för");
}

static enum verb
find_verb(struct entering *e, struct line *l)
{
	if (line_sign(l, "§")) {
		while (line_sign(l, "§"))
			;
		return VERB_ITEM;
	}
	if (line_sign(l, "+"))
		return VERB_ARRIVE;
	if (line_sign(l, "-") || line_sign(l, "–"))
		return VERB_LEAVE;
	if (is_entry(e, l))
		return VERB_SERVE;
	return (enum verb)line_keyword(l, grammar_verbs);
}

static int
no_verb(struct entering *e, const struct line *l)
{
	const char *word = line_peek(l, 1), *near;

	if (word == NULL)
		word = l->p;
	near = keyword_nearest(e->work, grammar_verbs, word);
	if (near != NULL)
		return UNCLEAR(e,
		    KL_N_("No line begins with “%s”. The nearest is “%s”. "
			  "Nothing was changed."),
		    word, near);
	return UNCLEAR(e,
	    KL_N_("No line begins with “%s”. Nothing was changed. “hjälp” "
		  "lists what may be written."),
	    word);
}

static int
take_help(struct entering *e, struct line *l)
{
	const struct keyword *k;
	struct kl_data *list;

	(void)l;
	e->asks = true;
	if (e->answer == NULL)
		return 0;
	say(e, KL_N_("A line begins with one of these words; see "
		     "kansli-proceedings(5)."));
	list = data_add_list(e->answer, "words");
	for (k = grammar_verbs; k->word != NULL; k++)
		data_add_text(list, NULL,
		    k->brief == NULL
			? k->word
			: arena_printf(e->work, "%s, %s", k->word, k->brief));
	return 0;
}

int
enter_done(struct entering *e, const struct line *l)
{
	if (line_end(l))
		return 0;
	return UNCLEAR(e,
	    KL_N_("“%s” was not understood; it is more than this line can "
		  "say. Nothing was changed."),
	    l->p);
}

/* ---- one line ------------------------------------------------------------ */

static int
check_text(struct entering *e, const char *text)
{
	size_t n = strnlen(text, ENTER_LINE_MAX + 1), i;

	if (n > ENTER_LINE_MAX)
		return UNCLEAR(e,
		    KL_N_("The line is longer than %d bytes. Nothing was "
			  "changed."),
		    ENTER_LINE_MAX);
	for (i = 0; i < n; i++)
		if ((unsigned char)text[i] < ' ' && text[i] != '\t')
			break;
	if (i < n || !utf8_valid(text, n))
		return UNCLEAR(
		    e, KL_N_("The line is not text in UTF-8. Nothing was "
			     "changed."));
	if (e->m->proceedings.n >= ENTER_LINES_MAX)
		return UNCLEAR(e,
		    KL_N_("The meeting has %d lines already and takes no more. "
			  "Nothing was changed."),
		    ENTER_LINES_MAX);
	return 0;
}

/* "17.05 + Ek", "kl 17:05 + Ek"; true if the line says nothing else. */
static bool
take_clock(struct entering *e, struct line *l, const char *given, bool *own)
{
	struct line ahead = *l;
	const char *clock = NULL;

	*own = line_clock(l, &clock) ||
	       (line_is(&ahead, "kl") && line_clock(&ahead, &clock));
	if (*own && clock != NULL && ahead.p > l->p)
		*l = ahead;
	e->timed = *own || given != NULL;
	e->clock = *own ? clock : given != NULL ? given : e->now.clock;
	if (e->clock != NULL)
		e->clock = arena_strdup(e->arena, e->clock);
	return *own && line_end(l);
}

static int
run(struct entering *e, enum verb verb, struct line *l)
{
	if (verb == VERB_NONE || (verbs[verb] == NULL && verb != VERB_SHOW))
		return no_verb(e, l);
	if (verb == VERB_SHOW) {
		e->asks = true;
		return enter_show(e);
	}
	if (e->now.ended && verb != VERB_HELP && verb != VERB_END)
		return REFUSE(e, "KL 4:27",
		    KL_N_("The meeting ended at %s, and nothing more happened "
			  "there. Nothing was changed. “slut inte” takes the "
			  "end back, if it was written too early."),
		    e->m->end == NULL ? "" : e->m->end);
	return verbs[verb](e, l);
}

/* Remember what line ${seq} changed. */
static int
remember(struct entering *e, int seq)
{
	while (e->touched.n < (size_t)seq)
		if (vec_push(e->arena, &e->touched) == NULL)
			return kl_error_nomem(e->err);
	e->touched.v[seq - 1] = e->touch;
	return 0;
}

/* Keep what was understood, with the clock if the caller knew it. */
static int
keep(struct entering *e, const char *text, bool prefix)
{
	struct proceeding *x = vec_push(e->arena, &e->m->proceedings);

	if (x != NULL) {
		x->seq = (int)e->m->proceedings.n;
		x->text = prefix
			      ? arena_printf(e->arena, "%s %s", e->clock, text)
			      : arena_strdup(e->arena, text);
	}
	return arena_failed(e->arena) ? kl_error_nomem(e->err)
				      : remember(e, (int)e->m->proceedings.n);
}

static int
prepare(struct entering *e, struct kl_data *answer, struct kl_error *err)
{
	e->err = err != NULL ? err : &e->spare;
	e->answer = answer;
	e->asks = e->dirty = e->own_clock = false;
	e->touch = (struct enter_touched){ 0 };
	memset(&e->excused, 0, sizeof e->excused);
	arena_free(e->work);
	e->work = arena_new(LINE_ARENA);
	return e->work == NULL ? kl_error_nomem(e->err) : 0;
}

/* Answers that go with every line. */
static int
finish(struct entering *e)
{
	if (e->answer != NULL && e->now.paragraph > 0)
		data_add_int(e->answer, "paragraph", e->now.paragraph);
	if (e->answer != NULL && !e->asks &&
	    (e->touch.attendance || e->touch.seats))
		return enter_say_seats(e, enter_now(e));
	return 0;
}

/* ${seq}: it is kept under that number and is taken again; 0: it is new. */
static int
take(struct entering *e, const char *text, const char *clock, int seq)
{
	bool own, alone;
	enum verb verb;
	struct line l;
	int rc;

	line_open(&l, e->work, text);
	alone = take_clock(e, &l, clock, &own);
	if (alone) {
		say(e, KL_N_("It is %s."), e->clock);
		verb = VERB_CLOCK;
		rc = 0;
	} else if (*l.p == '#' || line_end(&l)) {
		e->asks = true;
		return 0;
	} else {
		verb = find_verb(e, &l);
		rc = run(e, verb, &l);
	}
	if (rc != 0 || e->asks)
		return rc;
	e->now.clock = e->clock;
	return seq > 0 ? remember(e, seq)
		       : keep(e, text, clock != NULL && !own && !e->own_clock);
}

static int go_back(struct entering *e, size_t before, struct kl_error *err);

/* Seats were changed before the line was refused: as if it never came. */
static int
restore(struct entering *e, int rc, struct kl_error *err)
{
	struct kl_error why = *e->err, again;
	int failed = go_back(e, e->m->proceedings.n + 1, &again);

	if (err != NULL)
		*err = failed != 0 ? again : why;
	return failed != 0 ? failed : rc;
}

/* The provision as it was called on the day of the meeting. */
static void
name_statute(struct entering *e)
{
	char then[sizeof e->err->statute];

	if (e->err == NULL || e->err->statute[0] == '\0')
		return;
	statute_on(e->err->statute, e->m->day, then, sizeof then);
	kl_error_statute(e->err, then);
}

int
enter_line(struct entering *e, const char *line, const char *clock,
    struct kl_data *answer, struct kl_error *err)
{
	int seq, rc;

	if (enter_is_undo(line))
		return enter_undo(e, &seq, answer, err);
	rc = prepare(e, answer, err);
	if (rc == 0)
		rc = check_text(e, line);
	if (rc == 0)
		rc = take(e, line, clock, 0);
	if (rc == 0)
		rc = finish(e);
	if (rc == 0 && !e->asks && e->m->proceedings.n % POINT_EVERY == 0)
		rc = point_take(e);
	if (rc == 0 && (arena_failed(e->work) || arena_failed(e->arena)))
		rc = kl_error_nomem(e->err);
	if (rc == KL_E_RULE) {
		people_name_error(e);
		name_statute(e);
	}
	if (rc != 0 && e->dirty && rc != KL_E_NOMEM)
		rc = restore(e, rc, err);
	return rc;
}

/* ---- going back ---------------------------------------------------------- */

/* Before the first line: a meeting whose paragraphs are there goes on. */
static int
stand_first(struct entering *e)
{
	memset(&e->now, 0, sizeof e->now);
	e->now.paragraph = enter_last(e);
	e->now.started = e->m->paragraphs.n > 0;
	e->now.ended = e->m->state == MEETING_HELD;
	return seats_read(e);
}

/* The facts as at the first line, without anything that lines changed. */
static int
start_over(struct entering *e)
{
	struct meeting base = enter_copy(e->arena, &e->base);

	memcpy(&base.proceedings, &e->m->proceedings, sizeof base.proceedings);
	*e->m = base;
	memset(&e->touched, 0, sizeof e->touched);
	return stand_first(e);
}

/* Lines before a remark are part of what the meeting began with. */
static size_t
first_line(const struct entering *e)
{
	size_t i = e->m->proceedings.n;

	while (i > 0 && *e->m->proceedings.v[i - 1].text != '#')
		i--;
	return i;
}

/* Take the lines from the one at ${i} on again. */
static int
take_again(struct entering *e, size_t i, struct kl_error *err)
{
	const struct proceeding *x;
	size_t n = e->m->proceedings.n;
	int rc = 0;

	e->sit = NULL;
	for (; rc == 0 && i < n; i++) {
		x = &e->m->proceedings.v[i];
		if (x->undone)
			continue;
		rc = prepare(e, NULL, err);
		if (rc == 0)
			rc = take(e, x->text, NULL, (int)i + 1);
		if (rc != 0)
			kl_error_where(e->err, NULL, x->seq, NULL);
	}
	if (rc == 0 && arena_failed(e->arena))
		rc = kl_error_nomem(e->err);
	return rc;
}

static int
replay_all(struct entering *e, struct kl_error *err)
{
	int rc = prepare(e, NULL, err);

	if (rc == 0)
		rc = start_over(e);
	return rc != 0 ? rc : take_again(e, e->from, err);
}

int
enter_replay(struct entering *e, struct kl_error *err)
{
	e->from = first_line(e);
	return replay_all(e, err);
}

/* As after the lines that are not undone, from a point before ${before}. */
static int
go_back(struct entering *e, size_t before, struct kl_error *err)
{
	size_t i = point_back(e, before);

	return i == 0 ? replay_all(e, err) : take_again(e, i, err);
}

/* The last line that may be undone, or NULL. */
static struct proceeding *
last_line(struct entering *e)
{
	struct proceeding *x;
	size_t i;

	for (i = e->m->proceedings.n; i-- > e->from;) {
		x = &e->m->proceedings.v[i];
		if (!x->undone && *x->text != '#')
			return x;
	}
	return NULL;
}

int
enter_undo(
    struct entering *e, int *seq, struct kl_data *answer, struct kl_error *err)
{
	struct meeting was = *e->m;
	struct stand stood = e->now;
	struct enter_touched touched;
	struct proceeding *x;
	int rc;

	rc = prepare(e, answer, err);
	if (rc != 0)
		return rc;
	x = last_line(e);
	if (x == NULL)
		return kl_error_set(e->err, KL_E_RULE,
		    KL_N_("There is no line to take back. Nothing was "
			  "changed."));
	touched = e->touched.v[x->seq - 1];
	x->undone = true;
	rc = go_back(e, (size_t)x->seq, err);
	if (rc != 0) {
		x->undone = false;
		*e->m = was;
		e->now = stood;
		return rc;
	}
	*seq = x->seq;
	rc = prepare(e, answer, err);
	e->touch = touched;
	say(e, KL_N_("Taken back: %s"), x->text);
	return rc != 0 ? rc : finish(e);
}

bool
enter_is_undo(const char *line)
{
	size_t n;

	line += strspn(line, " \t");
	n = strcspn(line, " \t");
	if (line[n + strspn(line + n, " \t")] != '\0')
		return false;
	return (n == strlen("ångra") && (strncmp(line, "ångra", n) == 0 ||
					    strncmp(line, "Ångra", n) == 0)) ||
	       (n == 1 && (*line == 'u' || *line == 'U')) ||
	       (n == 4 && strncmp(line, "undo", n) == 0);
}

/* ---- the handle ---------------------------------------------------------- */

int
enter_begin(struct arena *a, struct bundle *b, struct meeting *m,
    const struct rule_book *book, struct entering **out, struct kl_error *err)
{
	struct entering *e = arena_alloc(a, sizeof *e);
	int rc;

	if (e == NULL)
		return kl_error_nomem(err);
	e->arena = a;
	e->b = b;
	e->m = m;
	e->book = book;
	e->first = 1;
	e->base = enter_copy(a, m);
	e->from = m->proceedings.n;
	rc = prepare(e, NULL, err);
	if (rc == 0)
		rc = stand_first(e);
	if (rc == 0)
		rc = people_spell(e);
	if (rc != 0) {
		enter_end(e);
		return rc;
	}
	*out = e;
	return 0;
}

void
enter_end(struct entering *e)
{
	if (e == NULL)
		return;
	arena_free(e->work);
	arena_free(e->sit_arena);
	point_free(e);
	e->work = e->sit_arena = NULL;
	e->sit = NULL;
}

void
enter_speak(struct entering *e, const char *(*translate)(const char *))
{
	e->translate = translate;
}

void
enter_number_from(struct entering *e, int nr)
{
	e->first = nr;
}

const struct enter_touched *
enter_last_touched(const struct entering *e)
{
	return &e->touch;
}

int
enter_where(struct entering *e, struct kl_data *answer, struct kl_error *err)
{
	int rc = prepare(e, answer, err);

	e->asks = true;
	if (rc == 0)
		rc = enter_show(e);
	return rc != 0 ? rc : finish(e);
}
