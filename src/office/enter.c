/* SPDX-License-Identifier: EUPL-1.2
 *
 * Typing a meeting: each line is a transaction of its own, which holds the line
 * and the facts that it changed.  What the lines began with is kept as exchange
 * XML, named by a remark among the lines, so that taking a line back and going
 * on after a crash are the same thing: the lines again, from there.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "office/office_private.h"
#include "proceedings/enter.h"
#include <kansli/enter.h>

#define VERB "enter"
#define MARK "# utgångsläge "
#define BASE_MAX ((size_t)64 << 20)

struct kl_entering {
	struct work w; /* outside any transaction between lines */
	struct kl_office *o;
	struct entering *e;
	struct rule_book book;
	char key[128];
	int64_t seen;	  /* the log's last row that is taken in */
	bool stale;	  /* what is in memory may not be in the register */
	bool marked;	  /* what the lines began with is kept */
	const char *time; /* as planned, while the meeting lasts */
	struct buf base;  /* what they began with, until it is kept */
};

/* ---- what the lines began with -------------------------------------------
 */

/* The meeting alone as exchange XML, without what lines do not make; ${head}:
 * with its times and state. */
static int
meeting_text(const struct kl_entering *s, const struct meeting *m, bool head,
    struct buf *out, struct kl_error *err)
{
	struct bundle alone = { .arena = s->w.arena };
	struct meeting *x = vec_push(s->w.arena, &alone.meetings);

	if (x == NULL)
		return kl_error_nomem(err);
	*x = *m;
	if (!head) {
		x->state = MEETING_PLANNED;
		x->time = x->end = NULL;
	}
	x->changed = NULL;
	x->sequence = 0;
	memset(&x->proceedings, 0, sizeof x->proceedings);
	memset(&x->minutes, 0, sizeof x->minutes);
	memset(&x->deliveries, 0, sizeof x->deliveries);
	memset(&x->annexes, 0, sizeof x->annexes);
	memset(&x->versions, 0, sizeof x->versions);
	buf_reset(out);
	return exchange_write(&alone, out, err);
}

/* The last remark that names what the lines after it began with, or NULL. */
static const char *
marked_base(const struct meeting *m)
{
	const struct proceeding *x;
	size_t i;

	for (i = m->proceedings.n; i-- > 0;) {
		x = &m->proceedings.v[i];
		if (strncmp(x->text, MARK, strlen(MARK)) == 0)
			return x->text + strlen(MARK);
	}
	return NULL;
}

/* Put what the lines make back to what it was; heads, ids and lines stay.
 * Lines add items at the end of the agenda alone. */
static void
take_base(struct meeting *m, const struct meeting *base)
{
#define TAKE(list) memcpy(&m->list, &base->list, sizeof m->list)
	if (m->items.n > base->items.n)
		m->items.n = base->items.n;
	TAKE(attendance);
	TAKE(others);
	TAKE(presiding);
	TAKE(adjournments);
	TAKE(conflicts);
	TAKE(paragraphs);
	TAKE(approvers);
#undef TAKE
	m->open = base->open;
	m->end = base->end;
	if (m->state == MEETING_HELD || base->state == MEETING_HELD) {
		/* a line ended it, or took its end back */
		m->state = base->state;
		m->time = base->time;
	}
}

/* What the lines left has the ids that it has in the register. */
static void
take_ids(struct meeting *m, const struct meeting *was)
{
	const struct paragraph *p;
	size_t i;

	for (i = 0; i < m->paragraphs.n; i++) {
		p = meeting_paragraph(was, m->paragraphs.v[i].nr);
		if (p != NULL)
			m->paragraphs.v[i].id = p->id;
	}
	for (i = 0; i < m->items.n && i < was->items.n; i++)
		m->items.v[i].id = was->items.v[i].id;
}

static int
read_base(struct kl_entering *s, const char *sha, struct bundle *b,
    struct kl_error *err)
{
	struct kl_faults *faults = mem_alloc(sizeof *faults);
	char *schema =
	    office_path(s->o, s->w.arena, "templates/schema/exchange.rng");
	struct buf bytes;
	int rc;

	if (faults == NULL || schema == NULL) {
		mem_free(faults);
		return kl_error_nomem(err);
	}
	rc = store_get_blob(s->o->store, sha, &bytes, err);
	if (rc == 0) {
		rc = exchange_read(
		    bytes.data, bytes.len, sha, schema, b, faults, err);
		buf_free(&bytes);
	}
	mem_free(faults);
	if (rc == 0 && b->meetings.n != 1)
		rc = KL_E_INPUT;
	return rc;
}

/* ---- loading ------------------------------------------------------------- */

static int
check_meeting(const struct meeting *m, struct kl_error *err)
{
	size_t i;

	if (m->state == MEETING_CANCELLED)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The meeting %s is cancelled. Nothing can be entered "
			  "for it."),
		    m->key);
	if (m->state == MEETING_HELD && m->proceedings.n == 0)
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("What was decided at %s is in the register already "
			  "and is not overwritten."),
		    m->key);
	for (i = 0; i < m->minutes.n; i++)
		if (m->minutes.v[i].state > MINUTES_DRAFT &&
		    m->minutes.v[i].seq == 1)
			return kl_error_set(err, KL_E_RULE,
			    KL_N_("The minutes of %s are frozen, so that "
				  "nothing more is entered."),
			    m->key);
	return 0;
}

/* The number that the first paragraph gets. */
static int
number_from(struct kl_entering *s, struct kl_error *err)
{
	const struct meeting *m = s->w.meeting;
	int last = 0, rc = 0;

	if (s->w.committee->numbering == NUMBER_PER_YEAR)
		rc = store_highest_paragraph(s->o->store, m->committee,
		    kl_day_year(m->day), m->day, &last, err);
	if (rc == 0)
		enter_number_from(s->e, last + 1);
	return rc;
}

static int
begin_here(struct kl_entering *s, struct kl_error *err)
{
	int rc = enter_begin(
	    s->w.arena, &s->w.bundle, s->w.meeting, &s->book, &s->e, err);

	if (rc != 0)
		return rc;
	enter_speak(s->e, s->o->translate);
	return number_from(s, err);
}

/* The lines that are kept, again, from what they began with; what they make as
 * text in ${is}. */
static int
again(struct kl_entering *s, const char *sha, struct buf *is,
    struct kl_error *err)
{
	struct bundle b = { .arena = s->w.arena };
	int rc = read_base(s, sha, &b, err);

	if (rc != 0)
		return rc;
	take_base(s->w.meeting, &b.meetings.v[0]);
	s->time = s->w.meeting->time;
	rc = begin_here(s, err);
	if (rc == 0)
		rc = enter_replay(s->e, err);
	return rc == 0 ? meeting_text(s, s->w.meeting, false, is, err) : rc;
}

/* The lines that are kept, again; ${same} is false when what they make is not
 * what the register has, since that was changed in another way. */
static int
replay(struct kl_entering *s, const char *sha, bool *same, struct kl_error *err)
{
	struct meeting now = *s->w.meeting;
	struct buf was, is;
	int rc;

	buf_init(&was, BASE_MAX);
	buf_init(&is, BASE_MAX);
	*same = false;
	rc = meeting_text(s, &now, false, &was, err);
	if (rc == 0)
		rc = again(s, sha, &is, err);
	*same = rc == 0 && was.len == is.len &&
		memcmp(was.data, is.data, was.len) == 0;
	if (*same) {
		take_ids(s->w.meeting, &now);
	} else {
		enter_end(s->e);
		s->e = NULL;
		*s->w.meeting = now;
	}
	buf_free(&was);
	buf_free(&is);
	/* that a line is not taken any more says that facts were changed; that
	 * memory or the disk gave out says nothing about them */
	if (arena_failed(s->w.arena))
		return kl_error_nomem(err);
	return rc == KL_E_NOMEM || rc == KL_E_ENV ? rc : 0;
}

/* The meeting as the register has it, and the typing where its lines end. */
static int
load(struct kl_entering *s, struct kl_error *err)
{
	bool same = false, writing = s->w.writing;
	const char *sha;
	int rc;

	enter_end(s->e);
	s->e = NULL;
	s->stale = true;
	s->w.writing = false;
	work_end(&s->w, KL_E_ENV, NULL, NULL);
	rc = work_begin(&s->w, s->o, MAY_DECIDE, false, err);
	s->w.writing = writing;
	if (rc == 0)
		rc = store_log_seq(s->o->store, &s->seen, err);
	if (rc == 0)
		rc = work_meeting(&s->w, s->key, MAY_DECIDE, err);
	if (rc == 0)
		rc = check_meeting(s->w.meeting, err);
	if (rc != 0)
		return rc;
	s->book = office_book(&s->w);
	sha = marked_base(s->w.meeting);
	if (sha != NULL)
		rc = replay(s, sha, &same, err);
	s->marked = rc == 0 && same;
	if (rc == 0 && !same) {
		s->time = s->w.meeting->time;
		rc = meeting_text(s, s->w.meeting, true, &s->base, err);
		if (rc == 0)
			rc = begin_here(s, err);
	}
	s->stale = rc != 0;
	return rc;
}

/* ---- keeping ------------------------------------------------------------- */

static int
add_line(struct kl_entering *s, struct proceeding *x, struct kl_error *err)
{
	if (x->instant == NULL)
		x->instant = arena_strdup(s->w.arena, s->o->instant);
	return store_add_proceeding(
	    s->o->store, VERB, s->w.meeting->id, x, err);
}

/* Before the first line: what it begins with, and the remark that names it. */
static int
keep_base(struct kl_entering *s, struct kl_error *err)
{
	struct meeting *m = s->w.meeting;
	struct proceeding *x;
	char sha[HASH_HEX];
	int rc;

	rc = store_put_blob(s->o->store, s->base.data, s->base.len,
	    "application/xml", sha, err);
	if (rc != 0)
		return rc;
	x = vec_push(s->w.arena, &m->proceedings);
	if (x == NULL)
		return kl_error_nomem(err);
	x->seq = (int)m->proceedings.n;
	x->text = arena_printf(s->w.arena, MARK "%s", sha);
	s->marked = true;
	return x->text == NULL ? kl_error_nomem(err) : add_line(s, x, err);
}

static bool
has_item(const struct meeting *m, int64_t id)
{
	size_t i;

	for (i = 0; i < m->items.n; i++)
		if (m->items.v[i].id == id)
			return true;
	return false;
}

/* Items that a line added, and those that went with a line taken back. */
static int
keep_items(
    struct kl_entering *s, const struct meeting *was, struct kl_error *err)
{
	struct meeting *m = s->w.meeting;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < was->items.n; i++)
		if (was->items.v[i].id != 0 && !has_item(m, was->items.v[i].id))
			rc = store_delete_item(
			    s->o->store, VERB, m->id, was->items.v[i].id, err);
	for (i = 0; rc == 0 && i < m->items.n; i++)
		if (m->items.v[i].id == 0)
			rc = store_save_item(
			    s->o->store, VERB, m->id, &m->items.v[i], err);
	return rc;
}

static int
keep_paragraph(struct kl_entering *s, const struct meeting *was, int nr,
    struct kl_error *err)
{
	struct paragraph *is = meeting_paragraph(s->w.meeting, nr);
	const struct paragraph *had = meeting_paragraph(was, nr);

	if (is != NULL)
		return store_save_paragraph(
		    s->o->store, VERB, s->w.meeting->id, is, err);
	return had == NULL || had->id == 0
		   ? 0
		   : store_delete_paragraph(s->o->store, VERB, had->id, err);
}

/* The head: while the meeting lasts its times are those of the summons, which
 * calendars know. */
static int
keep_head(struct kl_entering *s, struct kl_error *err)
{
	struct meeting head = *s->w.meeting;

	if (head.state != MEETING_HELD) {
		head.time = s->time;
	}
	return store_save_meeting(s->o->store, VERB, &head, err);
}

static int
keep(struct kl_entering *s, const struct meeting *was, struct proceeding *line,
    struct kl_error *err)
{
	struct enter_touched t = *enter_last_touched(s->e);
	int rc = add_line(s, line, err);

	if (rc == 0 && t.items)
		rc = keep_items(s, was, err);
	if (rc == 0 && t.attendance)
		rc =
		    store_save_attendance(s->o->store, VERB, s->w.meeting, err);
	if (rc == 0 && t.paragraph != 0)
		rc = keep_paragraph(s, was, t.paragraph, err);
	if (rc == 0 && t.head)
		rc = keep_head(s, err);
	return rc;
}

/* ---- one line ------------------------------------------------------------ */

/* Whoever else has changed something since the last line has been here first.
 */
static int
catch_up(struct kl_entering *s, struct kl_error *err)
{
	bool changed = s->stale;
	int rc = 0;

	if (!changed)
		rc = store_changed_since(s->o->store, s->seen, &changed, err);
	return rc != 0 || !changed ? rc : load(s, err);
}

static int
take_back(struct kl_entering *s, struct kl_data *answer, bool *kept,
    struct kl_error *err)
{
	struct meeting was = *s->w.meeting;
	int seq = 0, rc;

	rc = enter_undo(s->e, &seq, answer, err);
	if (rc != 0)
		return rc;
	*kept = s->stale = true; /* until it is on the disk */
	take_ids(s->w.meeting, &was);
	return keep(s, &was, &s->w.meeting->proceedings.v[seq - 1], err);
}

/* A line that only asks leaves nothing to keep; neither does one that is
 * refused. */
static int
take_line(struct kl_entering *s, const char *line, const char *clock,
    struct kl_data *answer, bool *kept, struct kl_error *err)
{
	struct meeting *m = s->w.meeting;
	bool marked = s->marked;
	struct meeting was;
	size_t before;
	int rc = marked ? 0 : keep_base(s, err);

	if (rc != 0) {
		s->stale = true;
		return rc;
	}
	before = m->proceedings.n;
	was = *m;
	rc = enter_line(s->e, line, clock, answer, err);
	if (rc != 0 || m->proceedings.n == before) {
		if (!marked)
			m->proceedings.n--;
		s->marked = marked;
		return rc;
	}
	*kept = s->stale = true; /* until it is on the disk */
	return keep(s, &was, &m->proceedings.v[before], err);
}

static int
run(struct kl_entering *s, const char *line, const char *clock,
    struct kl_data *answer, struct kl_error *err)
{
	bool kept = false;
	int64_t seen = 0;
	int rc;

	rc = work_lock(&s->w, err);
	if (rc == 0)
		rc = catch_up(s, err);
	if (rc == 0)
		rc = enter_is_undo(line)
			 ? take_back(s, answer, &kept, err)
			 : take_line(s, line, clock, answer, &kept, err);
	if (rc == 0 && (data_failed(answer) || arena_failed(s->w.arena)))
		rc = kl_error_nomem(err);
	if (rc == 0 && kept)
		rc = store_log_seq(s->o->store, &seen, err);
	if (rc == 0 && kept)
		rc = store_commit(s->o->store, err);
	else if (s->w.writing)
		store_rollback(s->o->store);
	s->w.writing = false;
	if (rc == 0 && kept) {
		s->seen = seen;
		s->stale = false;
	}
	return rc;
}

/* Why a line was refused, for who reads answers alone. */
static void
answer_refusal(
    struct kl_entering *s, struct kl_data *answer, const struct kl_error *why)
{
	char sentence[2048];

	kl_error_format(why, s->o->translate, sentence, sizeof sentence);
	data_add_text(answer, "error", sentence);
	if (*why->statute != '\0')
		data_add_text(answer, "statute", why->statute);
}

int
kl_enter_line(struct kl_entering *s, const char *line, const char *clock,
    const char *instant, struct kl_data **answer, struct kl_error *err)
{
	const char *was = s->o->instant;
	struct kl_data *made = data_object();
	struct kl_error why = { 0 };
	int rc;

	if (made == NULL)
		return kl_error_nomem(err);
	if (instant != NULL)
		s->o->instant = instant;
	rc = office_check_clock(clock, "clock", &why);
	if (rc == 0)
		rc = run(s, line, clock, made, &why);
	s->o->instant = was;
	if (rc != 0) {
		kl_data_free(made);
		made = data_object();
		answer_refusal(s, made, &why);
		if (err != NULL)
			*err = why;
	}
	if (answer != NULL && !data_failed(made))
		*answer = made;
	else
		kl_data_free(made);
	return rc;
}

/* ---- the handle ---------------------------------------------------------- */

static int
answer_where(struct kl_entering *s, struct kl_error *err)
{
	size_t i, lines = 0;
	const struct meeting *m = s->w.meeting;

	for (i = 0; i < m->proceedings.n; i++)
		lines += !m->proceedings.v[i].undone &&
			 *m->proceedings.v[i].text != '#';
	data_add_text(s->w.answer, "meeting", m->key);
	data_add_int(s->w.answer, "lines", (int64_t)lines);
	if (!s->marked && m->proceedings.n > 0) {
		struct kl_error e;

		kl_error_set(&e, 0,
		    KL_N_("The facts of the meeting were changed in another "
			  "way since the last line: what was typed before can "
			  "not be taken back line by line."));
		work_warn(&s->w, &e);
	}
	return enter_where(s->e, s->w.answer, err);
}

int
kl_enter_begin(struct kl_office *o, const char *meeting,
    struct kl_entering **entering, struct kl_data **answer,
    struct kl_error *err)
{
	struct kl_entering *s = mem_alloc(sizeof *s);
	int rc;

	if (s == NULL)
		return kl_error_nomem(err);
	memset(s, 0, sizeof *s);
	s->o = o;
	buf_init(&s->base, BASE_MAX);
	if (strlen(meeting) >= sizeof s->key)
		rc = kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no meeting “%s”."), meeting);
	else {
		memcpy(s->key, meeting, strlen(meeting) + 1);
		rc = load(s, err);
	}
	if (rc == 0)
		rc = answer_where(s, err);
	if (rc == 0 && data_failed(s->w.answer))
		rc = kl_error_nomem(err);
	if (rc != 0) {
		kl_enter_end(s);
		return rc;
	}
	if (answer != NULL)
		*answer = s->w.answer;
	else
		kl_data_free(s->w.answer);
	s->w.answer = NULL;
	*entering = s;
	return 0;
}

void
kl_enter_end(struct kl_entering *s)
{
	if (s == NULL)
		return;
	enter_end(s->e);
	work_end(&s->w, KL_E_ENV, NULL, NULL);
	buf_free(&s->base);
	mem_free(s);
}
