/* SPDX-License-Identifier: EUPL-1.2
 *
 * Structs to columns and back, by their field tables.
 */
#include "config.h"

#include <string.h>

#include "store/row.h"

_Static_assert(
    sizeof(enum meeting_state) == sizeof(int), "enumerations are bound as int");

#define FIRST 3 /* parameter of the first field; column, counted from 1 */

static int
int_at(const void *row, size_t at)
{
	int value;

	memcpy(&value, (const char *)row + at, sizeof value);
	return value;
}

static int64_t
long_at(const void *row, size_t at)
{
	int64_t value;

	memcpy(&value, (const char *)row + at, sizeof value);
	return value;
}

static const char *
text_at(const void *row, size_t at)
{
	const char *value;

	memcpy(&value, (const char *)row + at, sizeof value);
	return value;
}

static bool
missing(const struct row_field *f, const void *row)
{
	const char *text;

	switch (f->type) {
	case ROW_NEED:
		text = text_at(row, f->at);
		return text == NULL || *text == '\0';
	case ROW_DATE:
		return int_at(row, f->at) == KL_DAY_NONE;
	case ROW_KIND:
		return word_of(f->words, int_at(row, f->at)) == NULL;
	default:
		return false;
	}
}

int
row_check(const struct row_field *fields, const void *row, int line,
    struct kl_error *err)
{
	const struct row_field *f;
	int rc;

	for (f = fields; f->type != ROW_END; f++) {
		if (!missing(f, row))
			continue;
		rc = kl_error_set(err, KL_E_INPUT,
		    KL_N_("%s is missing and must be given. Nothing was "
			  "changed."),
		    f->field);
		kl_error_where(err, NULL, line, f->field);
		return rc;
	}
	return 0;
}

/* A number whose 0 means that none is given. */
static void
bind_given(struct run *r, int i, int64_t value)
{
	if (value != 0)
		run_int(r, i, value);
}

static void
bind_day(struct run *r, int i, kl_day day)
{
	char text[11];

	if (r->rc != 0 || day == KL_DAY_NONE)
		return;
	kl_day_format(day, text);
	if (sqlite3_bind_text(r->st, i, text, -1, SQLITE_TRANSIENT) ==
	    SQLITE_NOMEM)
		run_fail(r, kl_error_nomem(r->err));
}

void
row_bind(struct run *r, const struct row_field *fields, const void *row)
{
	const struct row_field *f;
	bool yes;
	int i;

	for (f = fields, i = FIRST; f->type != ROW_END; f++, i++) {
		switch (f->type) {
		case ROW_TEXT:
		case ROW_NEED:
			run_text(r, i, text_at(row, f->at));
			break;
		case ROW_OPT:
			bind_given(r, i, int_at(row, f->at));
			break;
		case ROW_COUNT:
			if (int_at(row, f->at) >= 0)
				run_int(r, i, int_at(row, f->at));
			break;
		case ROW_INT:
			run_int(r, i, int_at(row, f->at));
			break;
		case ROW_REF:
			bind_given(r, i, long_at(row, f->at));
			break;
		case ROW_LONG:
			run_int(r, i, long_at(row, f->at));
			break;
		case ROW_BOOL:
			memcpy(&yes, (const char *)row + f->at, sizeof yes);
			run_int(r, i, yes ? 1 : 0);
			break;
		case ROW_DAY:
		case ROW_DATE:
			bind_day(r, i, int_at(row, f->at));
			break;
		case ROW_WORD:
		case ROW_KIND:
			run_text(r, i, word_of(f->words, int_at(row, f->at)));
			break;
		case ROW_END:
			break;
		}
	}
}

/* A text that Kansli cannot have written. */
static void
strange(struct run *r, const struct row_field *f, const char *text)
{
	run_fail(
	    r, kl_error_set(r->err, KL_E_TAMPERED,
		   KL_N_("The register holds \"%s\" as %s, which Kansli never "
			 "writes: it has been changed by another program. Run "
			 "kansli check."),
		   text, f->field));
}

static int
load_word(struct run *r, const struct row_field *f, const char *text)
{
	int value = word_value(f->words, text);

	if (text != NULL && value == 0)
		strange(r, f, text);
	return value;
}

static kl_day
load_day(struct run *r, const struct row_field *f, const char *text)
{
	kl_day day = KL_DAY_NONE;

	if (text != NULL && kl_day_parse(text, &day) != 0)
		strange(r, f, text);
	return day;
}

/* A column's text; NULL for NULL.  SQLite may run out of memory here. */
static const char *
load_text(struct run *r, int col)
{
	const char *text;

	if (sqlite3_column_type(r->st, col) == SQLITE_NULL)
		return NULL;
	text = (const char *)sqlite3_column_text(r->st, col);
	if (text == NULL)
		run_fail(r, kl_error_nomem(r->err));
	return text;
}

void
row_load(
    struct run *r, const struct row_field *fields, struct arena *a, void *row)
{
	const struct row_field *f;
	const char *text, *copy;
	int64_t number;
	int col, value;
	bool yes;
	char *at;

	for (f = fields, col = FIRST - 1; f->type != ROW_END; f++, col++) {
		at = (char *)row + f->at;
		switch (f->type) {
		case ROW_TEXT:
		case ROW_NEED:
			text = load_text(r, col);
			copy = arena_strdup(a, text);
			memcpy(at, &copy, sizeof copy);
			break;
		case ROW_INT:
		case ROW_OPT:
			value = sqlite3_column_int(r->st, col);
			memcpy(at, &value, sizeof value);
			break;
		case ROW_COUNT:
			value = -1;
			if (sqlite3_column_type(r->st, col) != SQLITE_NULL)
				value = sqlite3_column_int(r->st, col);
			memcpy(at, &value, sizeof value);
			break;
		case ROW_LONG:
		case ROW_REF:
			number = sqlite3_column_int64(r->st, col);
			memcpy(at, &number, sizeof number);
			break;
		case ROW_BOOL:
			yes = sqlite3_column_int(r->st, col) != 0;
			memcpy(at, &yes, sizeof yes);
			break;
		case ROW_DAY:
		case ROW_DATE:
			text = load_text(r, col);
			value = load_day(r, f, text);
			memcpy(at, &value, sizeof value);
			break;
		case ROW_WORD:
		case ROW_KIND:
			text = load_text(r, col);
			value = load_word(r, f, text);
			memcpy(at, &value, sizeof value);
			break;
		case ROW_END:
			break;
		}
	}
	if (arena_failed(a))
		run_fail(r, kl_error_nomem(r->err));
}
