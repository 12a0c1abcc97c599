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
	int position;	    /* from 1 */
	const char *nr;	    /* "10", "23 A"; NULL: a heading */
	const char *number; /* the matter's registration number, or NULL */
	const char *title;  /* NULL: the matter's */
	const char *unit;   /* NULL: the matter's */
	const char *note;   /* "Bordlagt den 19 november 2009, nr 27" */
	const char *mark;   /* "*", "**": marks as published */
	bool late, immediate, handed_out, standing;
	int version; /* of the agenda in which it first appeared; 0: none yet */
	int removed; /* of the agenda in which it was removed, or 0 */
	int64_t previous; /* the tabled item that it continues, or 0 */
	const char
	    *previous_key; /* "TRN/2010-10-19 7" in the exchange, or NULL */
	int line;
};

/* närvaro */
struct attendance {
	const char *person;
	const char *paragraphs; /* "" or NULL: all */
	const char *serves_for; /* ref, or NULL */
	bool serving;		/* false: a deputy who is present only */
	bool remote;
	const char *from, *until; /* clock "17:05", or NULL */
	int line;
};

/* övrig: an official, a rapporteur, a staff representative */
struct other_present {
	const char *name, *paragraphs;
	enum visitor_kind kind;	  /* 0: not given */
	const char *from, *until; /* clock, or NULL */
	bool remote;
	int line;
};

/* kallad: a deputy asked to come instead */
struct call {
	const char *person;
	kl_day asked;		 /* or KL_DAY_NONE */
	enum call_answer answer; /* 0: as CALL_UNANSWERED */
	int line;
};

/* förfall: somebody has told that they cannot come, or not to all of it.  (The
 * struct absence of planning.h is when a person is away over days.) */
struct absence_report {
	const char *person;
	kl_day reported;	  /* or KL_DAY_NONE */
	const char *by;		  /* who said so; NULL: the person */
	const char *from, *until; /* clock: away from, until; both NULL: all */
	const char *why;	  /* or NULL */
	VEC(struct call) calls;	  /* in the order in which they were asked */
	int line;
};

/* presiderar: who leads the meeting, when it is not the chair */
struct presiding {
	const char *person;
	const char *paragraphs; /* NULL: all */
	bool elected;		/* a temporary chair, chosen at the meeting */
	int line;
};

/* ajournering: a break in the meeting */
struct adjournment {
	int paragraph;		  /* during or just before it; 0: not given */
	const char *from, *until; /* clocks */
	const char *why;
	int line;
};

/* jäv.  Of an official, who has a name and no ref (KL 7:4). */
struct conflict {
	const char *person; /* ref, or NULL */
	const char *name;   /* of one who is no person of the register */
	int paragraph;
	const char *ground; /* "KL 6:28 p 1" */
	bool contested;	    /* the committee decided whether it is one */
	bool rejected; /* ... and found that it is not: the person takes part */
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

/* omröstning */
struct division {
	const char *yes, *no; /* refs of proposals; NULL: text says it */
	const char *text;     /* the approved voting order; NULL: composed */
	bool secret;	      /* sluten: who voted how is not known */
	bool casting;	     /* utslagsröst: equal, the chair's vote decided */
	bool lots;	     /* lottning: equal in an election (KL 5:56) */
	const char *carried; /* ref of what won; NULL: follows from the votes */
	int count[VOTE_ABSENT +
		  1]; /* by enum vote, of a secret one; -1: none */
	VEC(struct ballot) ballots;
	int line;
};

/* fråga: one question put by the chair (KL 5:53, 5:67 p 2).  One proposal:
 * approved or rejected; several: set against each other. */
struct question {
	enum question_kind kind; /* 0: not given */
	text_list proposals;	 /* refs; "avslag" stands for rejecting one */
	const char *carried;	 /* ref of what was found to be decided */
	int division; /* number of the division about it, from 1; 0 */
	int line;
};

/* val: who was elected to what */
struct election {
	const char *office; /* "justerare", "ersättare i arbetsutskottet" */
	text_list persons;  /* refs */
	text_list names;    /* of those who are no persons of the register */
	kl_day from, to;    /* or KL_DAY_NONE */
	bool secret;
	int line;
};

/* uppdrag: what the committee told somebody to do */
struct commission {
	int point;		 /* of the decision, from 1; 0: not given */
	const char *responsible; /* or NULL */
	kl_day due;		 /* or KL_DAY_NONE */
	const char *text;	 /* NULL: the point's */
	kl_day reported;	 /* back to the committee, or KL_DAY_NONE */
	const char *reported_at; /* key of a meeting and §, or NULL */
	int line;
};

struct dissent {
	text_list persons;
	const char *text;
	const char *announced; /* clock, or NULL: not said */
	bool late;	  /* announced after the meeting had ended (KL 4:27) */
	kl_day motivated; /* the motivation was handed in, or KL_DAY_NONE */
	int line;
};

/* ändrad text: a composed text that somebody has rewritten */
struct edited_text {
	const char *part; /* "beslutsgång", "jäv" ...: see compose.h */
	const char *text;
	const char *was; /* what was composed then, to see that data changed */
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
	const char *item;	/* the agenda item's number, or NULL */
	const char *title;	/* NULL: the item's */
	const char *background; /* ärendet: text, or NULL */
	VEC(struct proposal) proposals;
	const char *procedure;		/* beslutsgång: text; NULL: composed */
	VEC(struct question) questions; /* in the order they were put */
	VEC(struct division) divisions;
	VEC(struct election) elections;
	text_list decision; /* the points */
	enum outcome outcome;
	kl_day tabled_to;	 /* bordlagt till, or KL_DAY_NONE */
	const char *referred_to; /* återremiss till whom */
	const char *missing;	 /* what is missing */
	int open; /* 1: öppna dörrar, -1: stängda, 0: as the meeting */
	const char *rapporteur;	 /* föredragande (FL 31), or NULL */
	const char *reasons;	 /* skäl (FL 32), or NULL */
	enum appeal_kind appeal; /* 0: the matter's */
	VEC(struct commission) commissions;
	VEC(struct edited_text) edits;
	VEC(struct dissent) dissents;
	VEC(struct statement) statements;
	text_list not_participating; /* persons */
	text_list recipients;	     /* skickas-till */
	int line;
};

/* godkännande: one approves what the minutes say.  It holds for exactly these
 * bytes. */
struct approval {
	int64_t id;
	const char *person;
	kl_day day;
	const char *instant;	     /* or NULL: told on paper */
	const char *record_sha256;   /* of the frozen record */
	const char *pdf_sha256;	     /* of the stored unsealed PDF, or NULL */
	const char *evidence_sha256; /* a signature's bytes, or NULL */
	kl_day withdrawn;	     /* or KL_DAY_NONE */
	int line;
};

/* underkännande: an adjuster sends the minutes back */
struct rejection {
	int64_t id;
	const char *person;
	kl_day day;
	const char *comment;
	const char *record_sha256; /* the version that was sent back */
	int line;
};

/* avbrott: a notice that was down while it should have been up */
struct interruption {
	kl_day from, back; /* back: KL_DAY_NONE while it is down */
	const char *why;
	int line;
};

/* godtagen varning: somebody answers for a warning of the preflight */
struct accepted_warning {
	const char *code; /* of the finding */
	int paragraph;	  /* 0: the whole meeting */
	const char *by;	  /* account */
	kl_day day;
	const char *why;
	int line;
};

/* protokoll: the ordinary minutes of a meeting, or those of paragraphs that
 * were adjusted immediately.  Each has its own state and its own clock. */
struct minutes {
	int64_t id;
	int seq;		/* 1: the ordinary ones, 2...: immediate */
	const char *paragraphs; /* "1-13 15-23" */
	enum minutes_state state;
	kl_day adjusted; /* the last signature's day */
	text_list signers;
	kl_day posted, taken_down;
	const char *record_sha256; /* the frozen record, or NULL */
	const char *pdf_sha256;	   /* what is approved, unsealed, or NULL */
	int version;		   /* frozen for the nth time; 0: not yet */
	kl_day
	    superseded; /* a corrected notice took its place, or KL_DAY_NONE */
	kl_day announced; /* the second announcement of a plan (PBL 5:29) */
	VEC(struct approval) approvals;
	VEC(struct rejection) rejections;
	VEC(struct interruption) interruptions;
	VEC(struct accepted_warning) accepted; /* when it was frozen */
	int line;
};

/* bilaga: an annex to the minutes, numbered per meeting in the order in which
 * they are mentioned.  A number that has been given stays. */
struct annex {
	int64_t id;
	int nr;
	enum annex_kind kind;
	int paragraph; /* 0: the meeting */
	int index;     /* of that division, dissent ... in it, from 1; 0 */
	const char *title;
	const char *file, *sha256; /* of a document, or NULL */
	int line;
};

/* rättelse: what is corrected in adjusted minutes, by a dated note that is
 * itself adjusted; the minutes stay as they are */
struct correction {
	int64_t id;
	int paragraph;
	kl_day day;
	const char *was, *is, *why;
	kl_day adjusted; /* or KL_DAY_NONE */
	text_list signers;
	int line;
};

/* överklagande */
struct appeal {
	int64_t id;
	int nr; /* of the meeting, from 1 */
	int paragraph;
	const char *by; /* the appellant; never in public or in the log */
	kl_day received;
	enum appeal_place place;
	enum appeal_time time; /* 0: not tried yet (FL 45) */
	kl_day tried;	       /* rättidsprövning, or KL_DAY_NONE */
	kl_day forwarded;
	const char *court, *case_number;
	kl_day stayed;		     /* inhibition, or KL_DAY_NONE */
	enum appeal_outcome outcome; /* 0: none yet */
	kl_day decided;
	const char
	    *reported_at; /* told to the committee: meeting and §, or NULL */
	int line;
};

/* laga kraft: what the secretary has found out about one decision */
struct legal_force {
	int64_t id;
	int paragraph;
	kl_day asked; /* förfrågan: the day the court answered */
	const char *court, *answered_by;
	kl_day county_board; /* länsstyrelsen has said that it does not review a
				plan (PBL 11:10), or KL_DAY_NONE */
	kl_day since;	     /* in legal force since, or KL_DAY_NONE */
	int line;
};

/* One line typed during the meeting, as it was typed. */
struct proceeding {
	int seq; /* from 1 */
	const char *text;
	const char *instant; /* when it was kept */
	bool undone;
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

/* avbockat: a step of the meeting's cycle that somebody has done. */
struct step_done {
	int64_t id;
	const char *step, *user;
	kl_day day;
};
typedef VEC(struct step_done) steps_done;

struct meeting {
	int64_t id;
	const char *key;       /* "TRN/2010-11-23", "TRN/2010-11-23/2" */
	const char *committee; /* code */
	kl_day day;
	int seq;    /* 1, or 2 for a second one the same day */
	int number; /* per committee and year; 0: not given */
	const char *time, *end, *place; /* clocks "16:30" */
	enum meeting_state state;	/* 0: a file that does not say */
	const char *why;		/* it was cancelled, or NULL */
	/* What calendars know it by, whatever becomes of its day; NULL: to be
	 * made from the key.  Unique in the register; who publishes adds the
	 * host. */
	const char *uid;
	int sequence;	      /* changes that calendars must hear of */
	const char *changed;  /* instant of the last of them, or NULL */
	text_list moved_from; /* keys that it has had, the oldest first */
	/* only to be handed over (import, export) */
	steps_done done;
	VEC(struct agenda_version) versions;
	VEC(struct agenda_item) items; /* by position */
	bool open;  /* öppet: the public may attend (KL 6:25) */
	bool extra; /* an extra meeting (KL 6:23) */
	VEC(struct absence_report) absences;
	VEC(struct attendance) attendance;
	VEC(struct other_present) others;
	VEC(struct presiding) presiding;
	VEC(struct adjournment) adjournments;
	VEC(struct conflict) conflicts;
	VEC(struct paragraph) paragraphs; /* by number */
	text_list approvers;		  /* justerare: persons */
	VEC(struct minutes) minutes;	  /* by seq */
	VEC(struct delivery) deliveries;
	VEC(struct annex) annexes; /* by number */
	VEC(struct correction) corrections;
	VEC(struct appeal) appeals;
	VEC(struct legal_force) forces;	    /* by paragraph */
	VEC(struct proceeding) proceedings; /* by seq; not in records */
	int line;
};

#endif
