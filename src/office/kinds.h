/* SPDX-License-Identifier: EUPL-1.2
 *
 * Inside the office: the table of document kinds.  A new kind is a template and
 * a row here.
 */
#ifndef OFFICE_KINDS_H
#define OFFICE_KINDS_H

#include <stdbool.h>
#include <stddef.h>

#include <kansli/error.h>

struct minutes;
struct ranges;
struct work;

/* Where a kind's record comes from. */
enum source {
	FROM_AGENDA,	 /* the frozen agenda, its latest version */
	FROM_FACTS,	 /* the facts as they stand */
	FROM_MINUTES,	 /* the frozen minutes, with what has come since */
	FROM_PARAGRAPHS, /* the same, and only the paragraphs asked for */
	FROM_YEAR	 /* the meetings of a year, not one meeting */
};

/* What must hold before a kind can be made. */
enum need {
	AGENDA_SENT,	/* a version of the agenda is published */
	AGENDA_CHANGED, /* ... and a second one */
	AGENDA_ITEMS,	/* there is an agenda */
	PROCEEDINGS,	/* what was decided is recorded */
	FROZEN,
	ADJUSTED,
	POSTED,
	DIVISIONS,     /* a vote is recorded */
	DISSENTS,      /* somebody has dissented */
	CORRECTIONS,   /* a correction is noted */
	SIMPLY_SERVED, /* something was sent by simplified service */
	IN_FORCE,      /* some decision has legal force */
	CANCELLED,     /* the meeting is not held */
	AGENDA_OPEN,   /* there is an agenda, and the meeting is to come */
	MINUTES_OPEN,  /* some of what was decided is not frozen yet */
	YEAR_PLANNED,  /* the year has meetings */
	ANY_MEETING    /* there is a meeting */
};

struct kind {
	const char *name;     /* on the command line and in file names */
	const char *swedish;  /* the record's slag */
	const char *title;    /* what the document is called */
	const char *template; /* below templates/ */
	enum source source;
	enum need need;
	bool for_all; /* hangs on the board: nothing secret in it */
};

extern const struct kind office_kinds[];
extern const size_t office_nkinds;

/* kind_find(name, kind, err): the row called ${name}; KL_E_USAGE naming the
 * nearest one when there is none. */
int kind_find(const char *name, const struct kind **kind, struct kl_error *err);

/* kind_parts(kind): what else the record of a kind about a year holds: enum
 * year_part; 0 for other kinds. */
unsigned kind_parts(const struct kind *kind);

/* kind_need_text(need): what must hold, as the end of a sentence. */
const char *kind_need_text(enum need need);

/* kind_need_met(w, need, minutes, met, err): whether the work's meeting, and
 * the minutes a document is of (NULL: none in particular), have got that far.
 */
int kind_need_met(struct work *w, enum need need, const struct minutes *minutes,
    bool *met, struct kl_error *err);

/* office_in_force(w, minutes, wanted, held, err): which of the paragraphs
 * ${wanted} (NULL: all of ${minutes}) have legal force today.  With ${wanted}
 * it is KL_E_RULE, with what is missing, when one of them has not. */
int office_in_force(struct work *w, const struct minutes *minutes,
    const struct ranges *wanted, struct ranges *held, struct kl_error *err);

#endif
