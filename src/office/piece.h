/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: which fact a piece of an edited document shows.
 */
#ifndef OFFICE_PIECE_H
#define OFFICE_PIECE_H

#include "office/office_private.h"

/* What a piece shows, in the bundle of the work. */
struct editable {
	const char *nr;	   /* of the paragraph, or of the agenda item */
	const char *label; /* "beslut", "reservation 2" */
	struct paragraph *paragraph; /* the fact to save: one of these */
	struct agenda_item *item;
	struct matter *matter; /* of that item, when the text is its */
	const char *part;      /* of the composed texts, or NULL */
	const char *fresh;     /* ... what would be composed */
	const char **text;     /* the text itself, or ... */
	text_list *points;     /* ... the points */
};

/* piece_find(w, name, p): the piece called ${name}, its element's path in the
 * record ("sammanträde[1]/paragraf[10]/beslut"), in the work's meeting.  False
 * when there is no such text (any longer). */
bool piece_find(struct work *w, const char *name, struct editable *p);

/* piece_texts(a, p): what it says now, a text for each point.  On failure the
 * arena has failed. */
text_list piece_texts(struct arena *a, const struct editable *p);

/* piece_part(w, paragraph, part, p): the composed text ${part} of a paragraph
 * of the work's meeting, as it stands now.  KL_E_USAGE if there is no such
 * part. */
int piece_part(struct work *w, struct paragraph *paragraph, const char *part,
    struct editable *p, struct kl_error *err);

/* piece_set(a, p, texts): let it say this; paragraphs of one text are parted by
 * an empty line.  A composed text that is set to what would be composed is no
 * longer edited.  KL_E_NOMEM on failure. */
int piece_set(struct arena *a, struct editable *p, const text_list *texts);

#endif
