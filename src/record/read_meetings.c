/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the exchange format: a meeting and its agenda.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "record/exchange.h"

#define STEPS_MAX 200	/* ticked of one meeting */
#define SECOND_MAX 9	/* meetings of a committee on one day */
#define NUMBER_MAX 999	/* meetings of a committee in one year */
#define VERSION_MAX 999 /* versions of an agenda */
#define CHANGES_MAX 9999

static int
line_of(const xmlNode *n)
{
	return (int)xmlGetLineNo((xmlNode *)n);
}

/* "TRN/2010-10-19 7": a meeting's key, a space, the item's number. */
static const char *
previous_item(struct reader *r, struct value v)
{
	const char *space;
	struct value key = v;

	if (v.text == NULL)
		return NULL;
	space = strchr(v.text, ' ');
	if (space == NULL) {
		READ_FAULT(r, v.line, v.field,
		    KL_N_("%s does not name an item of an earlier meeting. "
			  "Write the meeting, a space and the item's number, "
			  "as TRN/2010-10-19 7."),
		    v.text);
		return NULL;
	}
	key.text = arena_strndup(r->a, v.text, (size_t)(space - v.text));
	return value_key(r, key) == NULL ? NULL : v.text;
}

static void
read_item(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct agenda_item *i = vec_push(r->a, &m->items);

	if (i == NULL)
		return;
	i->line = line_of(n);
	i->position = (int)m->items.n;
	i->nr = value_attr(r, n, "nr").text;
	i->number = value_attr(r, n, "dnr").text;
	i->title = value_child(r, n, "rubrik").text;
	i->unit = value_child(r, n, "enhet").text;
	i->mark = value_child(r, n, "märke").text;
	i->note = value_child(r, n, "anmärkning").text;
	i->late = value_yes(r, value_attr(r, n, "sen"), false);
	i->immediate = value_yes(r, value_attr(r, n, "omedelbar"), false);
	i->handed_out = value_yes(r, value_attr(r, n, "utdelas"), false);
	i->standing = value_yes(r, value_attr(r, n, "stående"), false);
	i->version = value_int(r, value_attr(r, n, "version"), VERSION_MAX);
	i->removed = value_int(r, value_attr(r, n, "borttagen"), VERSION_MAX);
	i->previous_key = previous_item(r, value_attr(r, n, "tidigare"));
	if (i->title == NULL && i->number == NULL)
		READ_FAULT(r, i->line, "rubrik",
		    KL_N_("The item has neither a title nor a registration "
			  "number. Give rubrik, dnr or both."));
}

static void
read_items(struct reader *r, const xmlNode *n, struct meeting *m)
{
	const xmlNode *p = xml_child(n, "punkt");
	named_list numbers = { 0 };
	size_t i;

	for (; p != NULL; p = xml_next(p, "punkt"))
		read_item(r, p, m);
	for (i = 0; i < m->items.n; i++)
		if (m->items.v[i].removed == 0)
			named_add(
			    r, &numbers, m->items.v[i].nr, m->items.v[i].line);
	named_check(r, &numbers, "nr");
}

static void
read_versions(struct reader *r, const xmlNode *n, struct meeting *m)
{
	const xmlNode *p = xml_child(n, "föredragningslista");
	struct agenda_version *v;
	named_list numbers = { 0 };
	struct value nr;

	for (; p != NULL; p = xml_next(p, "föredragningslista")) {
		v = vec_push(r->a, &m->versions);
		if (v == NULL)
			return;
		nr = value_attr(r, p, "version");
		v->line = line_of(p);
		v->version = value_int(r, nr, VERSION_MAX);
		v->published = value_day(r, value_attr(r, p, "publicerad"));
		named_add(r, &numbers, nr.text, v->line);
	}
	named_check(r, &numbers, "version");
}

static int
by_paragraph(const void *x, const void *y)
{
	const struct paragraph *a = x, *b = y;

	return (a->nr > b->nr) - (a->nr < b->nr);
}

/* Paragraphs without numbers get them later, in the order of the file; then
 * none may have one, and nothing may refer to them by number. */
static bool
are_numbered(struct reader *r, const struct meeting *m)
{
	size_t i, with = 0;

	for (i = 0; i < m->paragraphs.n; i++)
		with += m->paragraphs.v[i].nr > 0;
	for (i = 0; with > 0 && i < m->paragraphs.n; i++)
		if (m->paragraphs.v[i].nr == 0)
			READ_FAULT(r, m->paragraphs.v[i].line, "nr",
			    KL_N_("This paragraph has no number, but others "
				  "have. Number all of them or none."));
	return with == m->paragraphs.n;
}

static void
read_paragraphs(struct reader *r, const xmlNode *n, struct meeting *m)
{
	const xmlNode *p = xml_child(n, "paragraf");
	named_list numbers = { 0 };
	const struct paragraph *x;
	size_t i;

	for (; p != NULL; p = xml_next(p, "paragraf"))
		read_paragraph(r, p, m);
	for (i = 0; i < m->paragraphs.n; i++) {
		x = &m->paragraphs.v[i];
		if (x->nr > 0)
			named_add(r, &numbers, arena_printf(r->a, "%d", x->nr),
			    x->line);
	}
	named_check(r, &numbers, "nr");
	if (are_numbered(r, m) && m->paragraphs.n > 1)
		qsort(m->paragraphs.v, m->paragraphs.n, sizeof *m->paragraphs.v,
		    by_paragraph);
}

static void
read_times(struct reader *r, const xmlNode *n, struct meeting *m)
{
	m->number = value_int(r, value_child(r, n, "nummer"), NUMBER_MAX);
	m->time = value_clock(r, value_child(r, n, "tid"));
	m->end = value_clock(r, value_child(r, n, "slut"));
	m->place = value_child(r, n, "plats").text;
	m->open = value_yes(r, value_child(r, n, "öppet"), false);
	m->extra = value_yes(r, value_child(r, n, "extra"), false);
	m->state = (enum meeting_state)value_word(
	    r, value_attr(r, n, "läge"), words_meeting);
}

/* What calendars know of the meeting. */
static void
read_calendar(struct reader *r, const xmlNode *n, struct meeting *m)
{
	struct value uid = value_child(r, n, "uid");
	const xmlNode *p = xml_child(n, "flyttat-från");
	const char *key;

	if (uid.text != NULL)
		m->uid = value_name(r, uid);
	m->sequence = value_int(r, value_child(r, n, "ändringar"), CHANGES_MAX);
	m->changed = value_instant(r, value_child(r, n, "ändrat"));
	m->why = value_child(r, n, "skäl").text;
	for (; p != NULL; p = xml_next(p, "flyttat-från")) {
		key = value_key(r, value_own(r, p));
		if (key != NULL)
			text_add(r->a, &m->moved_from, key);
	}
}

/* The steps of the meeting's cycle that are ticked, each once. */
static void
read_done(struct reader *r, const xmlNode *n, struct meeting *m)
{
	const xmlNode *p = xml_child(n, "avbockat");
	named_list steps = { 0 };
	struct step_done *d;

	for (; p != NULL && m->done.n < STEPS_MAX;
	     p = xml_next(p, "avbockat")) {
		d = vec_push(r->a, &m->done);
		if (d == NULL)
			return;
		d->step = value_name(r, value_attr(r, p, "steg"));
		d->day = value_day(r, value_attr(r, p, "datum"));
		d->user = value_name(r, value_attr(r, p, "av"));
		named_add(r, &steps, d->step, line_of(p));
	}
	if (p != NULL)
		READ_FAULT(r, line_of(p), "avbockat",
		    KL_N_("There are more than %d of %s. Leave some out."),
		    STEPS_MAX, "avbockat");
	named_check(r, &steps, "avbockat");
}

void
read_meeting(struct reader *r, const xmlNode *n)
{
	struct meeting *m = vec_push(r->a, &r->b->meetings);
	const xmlNode *p;

	if (m == NULL)
		return;
	m->line = line_of(n);
	m->committee = value_code(r, value_attr(r, n, "nämnd"));
	m->day = value_day(r, value_attr(r, n, "datum"));
	m->seq = value_int(r, value_attr(r, n, "nr"), SECOND_MAX);
	if (m->seq == 0)
		m->seq = 1;
	if (*m->committee != '\0' && m->day != KL_DAY_NONE)
		m->key = meeting_key(r->a, m->committee, m->day, m->seq);
	read_times(r, n, m);
	read_calendar(r, n, m);
	read_done(r, n, m);
	read_versions(r, n, m);
	read_items(r, n, m);
	read_sitting(r, n, m);
	read_paragraphs(r, n, m);
	p = xml_child(n, "justerare");
	for (; p != NULL; p = xml_next(p, "justerare"))
		value_list(r, value_attr(r, p, "person"), &m->approvers);
	read_minutes(r, n, m);
	if (m->minutes.n > 0 && m->paragraphs.n > 0 &&
	    m->paragraphs.v[0].nr == 0)
		READ_FAULT(r, m->minutes.v[0].line, "nr",
		    KL_N_("Minutes name their paragraphs by number, so the "
			  "paragraphs of the meeting must be numbered."));
	read_after(r, n, m);
}
