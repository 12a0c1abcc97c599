/* SPDX-License-Identifier: EUPL-1.2
 *
 * A meeting, its agenda, what happened, its minutes, notices and deliveries.
 * Persons are named by ref, matters by registration number.
 */
#ifndef DOMAIN_MEETING_H
#define DOMAIN_MEETING_H

#include "domain/matter.h"
#include "domain/ranges.h"

/* punkt: an agenda item.  Its place in the agenda (position) and its number are
 * two things; a heading has no number. */
struct agenda_item {
	int64_t id;
	int position;       /* from 1 */
	const char *nr;     /* "10", "23 A"; NULL: a heading */
	const char *number; /* the matter's registration number, or NULL */
	const char *title;  /* NULL: the matter's */
	const char *unit;   /* NULL: the matter's */
	const char *note;   /* "Bordlagt den 19 november 2009, nr 27" */
	const char *mark;   /* "*", "**": marks as published */
	bool late, immediate, handed_out, standing;
	int version;        /* of the agenda in which it first appeared; 0: none yet */
	int removed;        /* of the agenda in which it was removed, or 0 */
	int64_t previous;   /* the tabled item that it continues, or 0 */
	const char *previous_key; /* "TRN/2010-10-19 7" in the exchange, or NULL */
	int line;
};

/* närvaro */
struct attendance {
	const char *person;
	const char *paragraphs; /* "" or NULL: all */
	const char *serves_for; /* ref, or NULL */
	bool serving;           /* false: a deputy who is present only */
	bool remote;
	const char *from, *until; /* clock "17:05", or NULL */
	int line;
};

/* övrig: an official, a rapporteur, a staff representative */
struct other_present {
	const char *name, *paragraphs;
	int line;
};

/* jäv */
struct conflict {
	const char *person;
	int paragraph;
	const char *ground; /* "KL 6:28 p 1" */
	int line;
};

struct proposal {
	const char *ref; /* id within the paragraph: "y1" */
	text_list persons;
	enum proposal_kind kind;
	const char *text;
	bool withdrawn;
	int line;
};

struct ballot {
	const char *person;
	enum vote vote;
	int line;
};

struct division {
	const char *yes, *no; /* refs of proposals */
	const char *text;
	VEC(struct ballot) ballots;
	int line;
};

struct dissent {
	text_list persons;
	const char *text;
	int line;
};

struct statement {
	text_list persons;
	enum statement_kind kind;
	const char *text;
	int line;
};

/* paragraf: what the minutes say of one item */
struct paragraph {
	int64_t id;
	int nr;
	const char *item;  /* the agenda item's number, or NULL */
	const char *title; /* NULL: the item's */
	const char *background; /* ärendet: text, or NULL */
	VEC(struct proposal) proposals;
	const char *procedure; /* beslutsgång: text, or NULL */
	VEC(struct division) divisions;
	text_list decision; /* the points */
	enum outcome outcome;
	VEC(struct dissent) dissents;
	VEC(struct statement) statements;
	text_list not_participating; /* persons */
	text_list recipients;        /* skickas-till */
	int line;
};

/* protokoll: the ordinary minutes of a meeting, or those of paragraphs that
 * were adjusted immediately.  Each has its own state and its own clock. */
struct minutes {
	int64_t id;
	int seq;                /* 1: the ordinary ones, 2...: immediate */
	const char *paragraphs; /* "1-13 15-23" */
	enum minutes_state state;
	kl_day adjusted; /* the last signature's day */
	text_list signers;
	kl_day posted, taken_down;
	const char *record_sha256; /* the frozen record, or NULL */
	int line;
};

struct delivery {
	int64_t id;
	int paragraph;
	const char *recipient;
	const char *way; /* e-post, post, internpost ... */
	enum delivery_state state;
	kl_day sent, receipted;
	int line;
};

/* A published version of the agenda. */
struct agenda_version {
	int version;
	kl_day published;
	const char *record_sha256;
	int line;
};

struct meeting {
	int64_t id;
	const char *key;       /* "TRN/2010-11-23", "TRN/2010-11-23/2" */
	const char *committee; /* code */
	kl_day day;
	int seq;    /* 1, or 2 for a second one the same day */
	int number; /* per committee and year; 0: not given */
	const char *time, *end, *place; /* clocks "16:30" */
	enum meeting_state state; /* 0: a file that does not say */
	const char *why; /* it was cancelled, or NULL */
	/* What calendars know it by, whatever becomes of its day; NULL: to be
	 * made from the key.  Unique in the register; who publishes adds the
	 * host. */
	const char *uid;
	int sequence;	      /* changes that calendars must hear of */
	const char *changed;  /* instant of the last of them, or NULL */
	text_list moved_from; /* keys that it has had, the oldest first */
	VEC(struct agenda_version) versions;
	VEC(struct agenda_item) items; /* by position */
	VEC(struct attendance) attendance;
	VEC(struct other_present) others;
	VEC(struct conflict) conflicts;
	VEC(struct paragraph) paragraphs; /* by number */
	text_list approvers;              /* justerare: persons */
	VEC(struct minutes) minutes;      /* by seq */
	VEC(struct delivery) deliveries;
	int line;
};

#endif
