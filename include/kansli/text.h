/* SPDX-License-Identifier: EUPL-1.2
 *
 * The sentences of the minutes, composed from what happened and rewritten by
 * whoever knows better.  See <kansli/office.h> for what the functions have in
 * common.
 */
#ifndef KANSLI_TEXT_H
#define KANSLI_TEXT_H

#include <kansli/office.h>

/* A composed text: a part of a paragraph ("yrkanden", "beslutsgång" ...). */
struct kl_text {
	const char *meeting;
	const char *paragraph; /* "11" or "§11" */
	const char *part;      /* NULL: all of the paragraph */
	const char *file;      /* what it says from now on; NULL: as it is */
	bool reset;	       /* what is composed, from now on */
};

/* kl_minutes_text(o, what, answer, err): show a text, or rewrite it: the file's
 * paragraphs are parted by empty lines.  What is written stays when the facts
 * change, and is then told to be stale.  ${answer}: {"meeting","paragraph",
 * "texts":[{"part","text","composed","edited","stale"}]}.  KL_E_RULE when the
 * minutes of the paragraph have been frozen. */
int kl_minutes_text(struct kl_office *o, const struct kl_text *what,
    struct kl_data **answer, struct kl_error *err);

#endif
