/* SPDX-License-Identifier: EUPL-1.2
 *
 * A plan as a table: committee, day, clock, end, room, in that order or as the
 * first row names them.
 */
#include "config.h"

#include <string.h>

#include "base/csv.h"
#include "base/utf8.h"
#include "plan/year_reader.h"

enum column { COMMITTEE, DAY, START, END, ROOM, COLUMNS };

/* What the columns may be called. */
static const char *const names[COLUMNS][6] = {
	[COMMITTEE] = { "nämnd", "organ", "nämndkod", "kod", "committee" },
	[DAY] = { "datum", "dag", "date", "startdatum" },
	[START] = { "tid", "start", "starttid", "klockslag", "time" },
	[END] = { "slut", "sluttid", "till", "end" },
	[ROOM] = { "lokal", "plats", "rum", "room", "location" },
};

struct table {
	struct plan_reader *r;
	int place[COLUMNS]; /* column -> cell, -1: not there */
};

/* The cell without white space around it. */
static char *
trim(char *s)
{
	char *end;

	s += strspn(s, " \t\r\n");
	end = s + strlen(s);
	while (end > s && strchr(" \t\r\n", end[-1]) != NULL)
		end--;
	*end = '\0';
	return s;
}

static int
column_of(struct table *t, const char *cell)
{
	char *folded = utf8_fold(t->r->a, cell);
	int c, i;

	for (c = 0; folded != NULL && c < COLUMNS; c++)
		for (i = 0; i < 6 && names[c][i] != NULL; i++)
			if (strcmp(names[c][i], folded) == 0)
				return c;
	return -1;
}

/* Whether the first row names the columns, and which they are. */
static bool
header(struct table *t, char **cells, size_t n)
{
	size_t i;
	int c, known = 0;

	for (c = 0; c < COLUMNS; c++)
		t->place[c] = -1;
	for (i = 0; i < n; i++) {
		c = column_of(t, trim(cells[i]));
		if (c >= 0 && t->place[c] < 0) {
			t->place[c] = (int)i;
			known++;
		}
	}
	if (known >= 2 && t->place[COMMITTEE] >= 0 && t->place[DAY] >= 0)
		return true;
	for (c = 0; c < COLUMNS; c++)
		t->place[c] = c;
	return false;
}

static const char *
cell(const struct table *t, char **cells, size_t n, int column)
{
	char *s;

	if (t->place[column] < 0 || (size_t)t->place[column] >= n)
		return NULL;
	s = trim(cells[t->place[column]]);
	return s[0] == '\0' ? NULL : s;
}

static void
row(struct table *t, char **cells, size_t n, int line)
{
	struct read_meeting m = { .line = line };

	m.committee = cell(t, cells, n, COMMITTEE);
	m.day = cell(t, cells, n, DAY);
	m.start = cell(t, cells, n, START);
	m.end = cell(t, cells, n, END);
	m.room = cell(t, cells, n, ROOM);
	read_add(t->r, &m);
}

void
read_csv(struct plan_reader *r, char *text)
{
	struct table t = { .r = r };
	char *cells[CSV_CELLS_MAX];
	struct csv c;
	size_t n;
	bool first = true;

	csv_open(&c, text);
	while (csv_row(&c, cells, &n)) {
		if (c.broken) {
			READ_PLAN_FAULT(r, c.row_line, NULL,
			    KL_N_("The quotation marks of the row do not pair. "
				  "Put cells with commas, semicolons or "
				  "quotation marks in quotation marks, and "
				  "double those inside."));
			continue;
		}
		if (!first || !header(&t, cells, n))
			row(&t, cells, n, c.row_line);
		first = false;
	}
}
