/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: the phrase list in use, and what is composed with it.
 */
#ifndef OFFICE_PHRASES_H
#define OFFICE_PHRASES_H

#include "office/templates.h"
#include "proceedings/compose.h"

#define PHRASES_MAX ((size_t)1 << 20) /* bytes of a list that is read */

/* The phrase list is chosen as a template is, under this name. */
extern const struct kind phrases_kind;

/* is_phrases(kind, file): is that the phrase list, or (${kind} NULL) a file
 * that must be one? */
bool is_phrases(const struct kind *kind, const char *file);

/* The lists in use: the committee's own over the office's over the one that
 * came with the program. */
struct phrase_lists {
	const struct phrases *top;
	struct phrases *own[2]; /* those that are this one's to free */
	size_t n;
};

/* phrases_open(w, committee, list, err): follow with phrases_close whatever
 * happens. */
int phrases_open(struct work *w, const char *committee,
    struct phrase_lists *list, struct kl_error *err);
void phrases_close(struct phrase_lists *list);

/* phrases_check(w, t, findings, err): everything that is wrong with a list. */
int phrases_check(struct work *w, const struct template_file *t,
    odf_findings *findings, struct kl_error *err);

/* office_draw(w, drawn, err): the work's meeting as it is drawn up in a
 * document: with numbers for those annexes that have none yet, which are not
 * given by that. */
int office_draw(struct work *w, struct meeting *drawn, struct kl_error *err);

/* office_compose(w, drawn, out, err): the sentences of its paragraphs, in the
 * work's arena. */
int office_compose(struct work *w, const struct meeting *drawn,
    struct composition *out, struct kl_error *err);

/* office_texts(w, drawn, dates, err): the same for the record. */
int office_texts(struct work *w, const struct meeting *drawn,
    struct record_dates *dates, struct kl_error *err);

/* office_number_annexes(w, of, err): give the annexes of the minutes ${of}
 * their numbers, for good, and save them. */
int office_number_annexes(
    struct work *w, const struct minutes *of, struct kl_error *err);

#endif
