/* SPDX-License-Identifier: EUPL-1.2
 *
 * Typed reading of the single values of what arrives: texts, days, clocks,
 * words, numbers.  A value that is wrong becomes a fault and reading goes on.
 */
#ifndef RECORD_VALUES_H
#define RECORD_VALUES_H

#include <libxml/tree.h>

#include "domain/bundle.h"
#include <kansli/error.h>

#define VALUE_NAME_MAX 300    /* bytes of a code, id or number */
#define VALUE_TEXT_MAX 100000 /* bytes of any other text */

/* One reading: where values go and where faults go. */
struct reader {
	struct arena *a;
	struct bundle *b;
	struct kl_faults *faults;
	const char *name; /* of the file, for messages */
};

/* A value as found: ${text} is NULL when it is not there or empty. */
struct value {
	const char *text;
	const char *field;
	int line;
	bool told;  /* that it is missing or wrong is told already */
	bool blank; /* it is there, and empty */
};

/* READ_FAULT(r, line, field, fmt, ...): keep a fault of the input. */
#define READ_FAULT(r, at_line, at_field, ...)                                  \
	do {                                                                   \
		struct kl_error e_;                                            \
		kl_error_set(&e_, KL_E_INPUT, __VA_ARGS__);                    \
		kl_error_where(&e_, (r)->name, (at_line), (at_field));         \
		kl_faults_add((r)->faults, &e_);                               \
	} while (0)

/* value_clean(r, v, s): put ${s}, which is changed, into ${v}: white space at
 * both ends dropped and inner runs made one space, in normalisation form C.
 * Control characters and too long texts are faults.
 */
void value_clean(struct reader *r, struct value *v, char *s);

/* value_child(r, node, name), value_attr(r, node, name), value_own(r, node):
 * the value of the first child element so named, of the attribute, of the
 * element itself. */
struct value value_child(
    struct reader *r, const xmlNode *node, const char *name);
struct value value_attr(
    struct reader *r, const xmlNode *node, const char *name);
struct value value_own(struct reader *r, const xmlNode *node);

/* value_ref(r, v): a reference that may be missing, but not be blank; so are
 * days, clocks, numbers and words below. */
const char *value_ref(struct reader *r, struct value v);

/* value_name(r, v): a code, id or number that must be there; "" otherwise, so
 * that reading can go on. */
const char *value_name(struct reader *r, struct value v);

/* value_required(r, v): a text that must be there; "" otherwise. */
const char *value_required(struct reader *r, struct value v);

/* value_code(r, v): a committee's code, which becomes part of file names:
 * letters, digits, hyphen, underscore. */
const char *value_code(struct reader *r, struct value v);

/* value_file(r, v): a relative file name that stays in its folder, or NULL. */
const char *value_file(struct reader *r, struct value v);

/* value_colour(r, v): "#003366" or NULL. */
const char *value_colour(struct reader *r, struct value v);

/* value_day(r, v): the day; KL_DAY_NONE when missing. */
kl_day value_day(struct reader *r, struct value v);

/* value_clock(r, v): "16:30" or NULL. */
const char *value_clock(struct reader *r, struct value v);

/* value_int(r, v, max): a number 0-${max}; 0 when missing. */
int value_int(struct reader *r, struct value v, int max);

/* value_nr(r, v): a paragraph's number, from 1; 0 after a fault. */
int value_nr(struct reader *r, struct value v);

/* value_key(r, v): the key of a meeting, "TRN/2010-11-23", or NULL. */
const char *value_key(struct reader *r, struct value v);

/* value_yes(r, v, otherwise): ja or nej; ${otherwise} when missing. */
bool value_yes(struct reader *r, struct value v, bool otherwise);

/* value_word(r, v, list): its value in a closed list; 0 when missing. */
int value_word(struct reader *r, struct value v, word_list list);

/* value_ranges(r, v): a paragraph list in its canonical form; NULL when
 * missing. */
const char *value_ranges(struct reader *r, struct value v);

/* value_instant(r, v): "2026-11-24T09:30:00Z" or NULL.  value_moment: that or a
 * clock. */
const char *value_instant(struct reader *r, struct value v);
const char *value_moment(struct reader *r, struct value v);

/* value_sha256(r, v): 64 hexadecimal digits or NULL. */
const char *value_sha256(struct reader *r, struct value v);

/* value_lines(r, node, name): the texts of every child so named as the lines of
 * one text; NULL when there is none. */
const char *value_lines(
    struct reader *r, const xmlNode *node, const char *name);

/* value_list(r, v, list): the parts of a list separated by spaces. */
void value_list(struct reader *r, struct value v, text_list *list);

/* value_texts(r, node, name, list): the texts of every child so named. */
void value_texts(
    struct reader *r, const xmlNode *node, const char *name, text_list *list);

#endif
