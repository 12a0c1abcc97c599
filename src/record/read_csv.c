/* SPDX-License-Identifier: EUPL-1.2
 *
 * People and matters from tables: the columns that are known, each row as
 * facts.  Values follow the same rules as in the exchange format.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
#include "base/utf8.h"
#include "record/exchange.h"
#include "record/record.h"

struct table {
	struct reader *r;
	word_list columns;	    /* ended by NULL */
	int required;		    /* that many of the first must be there */
	int place[CSV_CELLS_MAX];   /* column -> cell, -1: not there */
	char *cells[CSV_CELLS_MAX]; /* of the present row */
	size_t n;
	int line;
};

enum person_column {
	PERSON_ID,
	PERSON_FIRST,
	PERSON_LAST,
	PERSON_PARTY,
	PERSON_EMAIL,
	PERSON_COMMITTEE,
	PERSON_ROLE,
	PERSON_FROM,
	PERSON_TO,
	PERSON_ORDER
};

static const char *const person_columns[] = { "id", "förnamn", "efternamn",
	"parti", "epost", "nämnd", "roll", "från", "till", "ordning", NULL };

enum matter_column {
	MATTER_NUMBER,
	MATTER_COMMITTEE,
	MATTER_TITLE,
	MATTER_DEPARTMENT,
	MATTER_UNIT,
	MATTER_OFFICER,
	MATTER_KIND,
	MATTER_APPEAL,
	MATTER_MEETING
};

static const char *const matter_columns[] = { "dnr", "nämnd", "rubrik",
	"kontor", "enhet", "handläggare", "slag", "överklagande",
	"till-sammanträde", NULL };

/* The value of a column in the present row. */
static struct value
cell(struct table *t, int column)
{
	struct value v = { NULL, t->columns[column], t->line, false, false };
	int place = t->place[column];

	if (place >= 0 && (size_t)place < t->n)
		value_clean(t->r, &v, t->cells[place]);
	return v;
}

/* ---- rows ---------------------------------------------------------------- */

/* The person of the row; the id, also when it is wrong. */
static const char *
person_row(struct table *t)
{
	struct reader *r = t->r;
	struct person *p = vec_push(r->a, &r->b->persons);

	if (p == NULL)
		return "";
	p->line = t->line;
	p->ref = value_name(r, cell(t, PERSON_ID));
	p->first = value_required(r, cell(t, PERSON_FIRST));
	p->last = value_required(r, cell(t, PERSON_LAST));
	p->party = cell(t, PERSON_PARTY).text;
	p->email = cell(t, PERSON_EMAIL).text;
	if (strchr(p->ref, ' ') != NULL)
		READ_FAULT(r, t->line, "id",
		    KL_N_("%s cannot be the id of a person, because it holds "
			  "a space. Write it without."),
		    p->ref);
	return p->ref;
}

static void
people_row(struct table *t)
{
	struct reader *r = t->r;
	const char *ref = person_row(t);
	struct value role = cell(t, PERSON_ROLE), from = cell(t, PERSON_FROM);
	struct mandate *m;

	if (cell(t, PERSON_COMMITTEE).text == NULL)
		return;
	m = vec_push(r->a, &r->b->mandates);
	if (m == NULL)
		return;
	m->line = t->line;
	m->committee = value_code(r, cell(t, PERSON_COMMITTEE));
	m->person = ref;
	value_required(r, role);
	m->role = (enum role)value_word(r, role, words_role);
	value_required(r, from);
	m->from = value_day(r, from);
	m->to = value_day(r, cell(t, PERSON_TO));
	m->order = value_int(r, cell(t, PERSON_ORDER), 1000);
	mandate_check(r, m);
}

static int
by_ref(const void *x, const void *y)
{
	const struct person *a = *(struct person *const *)x;
	const struct person *b = *(struct person *const *)y;
	int d = strcmp(a->ref, b->ref);

	return d != 0 ? d : (a > b) - (a < b);
}

/* The same id on several rows is one person with several mandates: keep the
 * first, if the names agree. */
static void
merge_people(struct reader *r)
{
	struct person *v = r->b->persons.v, *first;
	size_t i, kept = 0, n = r->b->persons.n;
	struct person **sorted = arena_alloc(r->a, (n + 1) * sizeof *sorted);

	if (sorted == NULL)
		return;
	for (i = 0; i < n; i++)
		sorted[i] = &v[i];
	qsort(sorted, n, sizeof *sorted, by_ref);
	for (i = 1, first = sorted[0]; i < n; i++) {
		if (strcmp(first->ref, sorted[i]->ref) != 0) {
			first = sorted[i];
			continue;
		}
		if (strcmp(first->first, sorted[i]->first) != 0 ||
		    strcmp(first->last, sorted[i]->last) != 0)
			READ_FAULT(r, sorted[i]->line, "id",
			    KL_N_("%s is %s %s on line %d. Give this person "
				  "another id, or the same name."),
			    first->ref, first->first, first->last, first->line);
		sorted[i]->line = 0; /* one more row of the same */
	}
	for (i = 0; i < n; i++)
		if (v[i].line != 0)
			v[kept++] = v[i];
	r->b->persons.n = kept;
}

static void
matter_row(struct table *t)
{
	struct reader *r = t->r;
	struct matter *m = vec_push(r->a, &r->b->matters);

	if (m == NULL)
		return;
	m->line = t->line;
	m->number = value_name(r, cell(t, MATTER_NUMBER));
	m->committee = value_code(r, cell(t, MATTER_COMMITTEE));
	m->title = value_required(r, cell(t, MATTER_TITLE));
	m->department = cell(t, MATTER_DEPARTMENT).text;
	m->unit = cell(t, MATTER_UNIT).text;
	m->officer = cell(t, MATTER_OFFICER).text;
	m->kind =
	    (enum matter_kind)value_word(r, cell(t, MATTER_KIND), words_matter);
	m->appeal = (enum appeal_kind)value_word(
	    r, cell(t, MATTER_APPEAL), words_appeal);
	m->meeting = value_key(r, cell(t, MATTER_MEETING));
	m->secrecy.date = m->registered = m->answer_by = KL_DAY_NONE;
}

/* ---- the table ----------------------------------------------------------- */

static int
column_count(word_list columns)
{
	int n = 0;

	while (columns[n] != NULL)
		n++;
	return n;
}

static void
unknown_column(struct table *t, const char *name)
{
	const char *near = word_nearest(t->columns, name);

	if (near != NULL)
		READ_FAULT(t->r, t->line, name,
		    KL_N_("The table has a column %s, which is not known. Did "
			  "you mean %s?"),
		    name, near);
	else
		READ_FAULT(t->r, t->line, name,
		    KL_N_("The table has a column %s, which is not known. "
			  "Remove it; kansli-exchange(5) lists the columns."),
		    name);
}

/* The header row: which cell holds which column. */
static void
read_header(struct table *t)
{
	int i, n = column_count(t->columns);
	struct value v;
	const char *name;
	size_t k;

	for (i = 0; i < n; i++)
		t->place[i] = -1;
	for (k = 0; k < t->n; k++) {
		v = (struct value){ NULL, "1", t->line, false, false };
		value_clean(t->r, &v, t->cells[k]);
		name = v.text == NULL ? "" : v.text;
		i = word_value(t->columns, name) - 1;
		if (i < 0)
			unknown_column(t, name);
		else if (t->place[i] >= 0)
			READ_FAULT(t->r, t->line, name,
			    KL_N_("The table has two columns %s. Remove one "
				  "of them."),
			    name);
		else
			t->place[i] = (int)k;
	}
	for (i = 0; i < t->required; i++)
		if (t->place[i] < 0)
			READ_FAULT(t->r, t->line, t->columns[i],
			    KL_N_("The table lacks the column %s. Add it; the "
				  "first row holds the names of the "
				  "columns."),
			    t->columns[i]);
}

static void
read_table(struct table *t, char *text, void (*row)(struct table *))
{
	struct csv c;
	size_t columns, rows = 0;

	csv_open(&c, text);
	if (!csv_row(&c, t->cells, &t->n)) {
		READ_FAULT(t->r, 1, NULL,
		    KL_N_("The table is empty. The first row holds the names "
			  "of the columns."));
		return;
	}
	t->line = c.row_line;
	columns = t->n;
	read_header(t);
	if (t->r->faults->total > 0)
		return;
	while (csv_row(&c, t->cells, &t->n)) {
		t->line = c.row_line;
		if (++rows > CSV_ROWS_MAX) {
			READ_FAULT(t->r, t->line, NULL,
			    KL_N_("The table has more than %d rows, which is "
				  "the limit. Divide it."),
			    CSV_ROWS_MAX);
			return;
		}
		if (c.broken || t->n > columns)
			READ_FAULT(t->r, t->line, NULL,
			    KL_N_("The row has more cells than the header, "
				  "or quotation marks that do not pair. Put "
				  "cells with commas, semicolons or "
				  "quotation marks in quotation marks, and "
				  "double those inside."));
		else
			row(t);
	}
}

/* The line of the first byte that is not UTF-8 text, 0 if there is none. */
static int
bad_line(const char *s, size_t n)
{
	size_t i, start = 0;
	int line = 1;

	if (utf8_valid(s, n))
		return 0;
	for (i = 0; i < n; i++) {
		if (s[i] != '\n')
			continue;
		if (!utf8_valid(s + start, i - start))
			return line;
		start = i + 1;
		line++;
	}
	return line;
}

int
exchange_read_csv(const char *kind, const void *bytes, size_t n,
    const char *name, struct bundle *bundle, struct kl_faults *faults,
    struct kl_error *err)
{
	struct reader r = { bundle->arena, bundle, faults, name };
	struct table t = { .r = &r };
	bool people = strcmp(kind, "people") == 0;
	char *text;
	int line;

	memset(faults, 0, sizeof *faults);
	if (!people && strcmp(kind, "matters") != 0)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("There is no table of %s. Tables hold people or "
			  "matters."),
		    kind);
	if (n > CSV_BYTES_MAX)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The table is larger than 64 megabytes, which is "
			  "the limit. Nothing was read."));
	line = bad_line(bytes, n);
	if (line != 0) {
		READ_FAULT(&r, line, NULL,
		    KL_N_("The line is not UTF-8 text. Save the table as "
			  "UTF-8 and try again."));
		return read_finish(&r, err);
	}
	text = arena_strndup(r.a, bytes, n);
	if (text == NULL)
		return kl_error_nomem(err);
	t.columns = people ? person_columns : matter_columns;
	t.required = people ? PERSON_LAST + 1 : MATTER_TITLE + 1;
	read_table(&t, text, people ? people_row : matter_row);
	if (people)
		merge_people(&r);
	unique_check(&r);
	return read_finish(&r, err);
}
