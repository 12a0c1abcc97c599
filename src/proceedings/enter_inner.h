/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the parts of the typing share.  A line is read whole and tried against
 * the law before anything is changed; then it is carried out, and answered.
 * Private to the enter*.c files.
 */
#ifndef PROCEEDINGS_ENTER_INNER_H
#define PROCEEDINGS_ENTER_INNER_H

#include "domain/add.h"
#include "domain/ranges.h"
#include "proceedings/enter.h"
#include "proceedings/grammar.h"
#include "rules/entry.h"
#include "rules/sitting.h"
#include "rules/voting.h"

#define OPEN_END PARAGRAPH_MAX /* of what lasts until further notice */

/* A time that somebody is in the room: paragraphs and clocks. */
struct stay {
	int first, last;	  /* OPEN_END: still there */
	const char *from, *until; /* clocks, or NULL */
	bool remote;
};

/* A time that a deputy serves. */
struct service {
	const char *member; /* ref, or NULL: not told for whom */
	int first, last;
};

/* One who has a mandate in the body, or stood in the attendance. */
struct entrant {
	const char *ref;
	const struct mandate *mandate; /* NULL: none that day */
	VEC(struct stay) stays;	       /* the last one is the present one */
	VEC(struct service) services;
};

/* How an entrant may be written: names folded, and without accents. */
struct spelling {
	const char *ref, *party;
	const char *last, *first;
	const char *plain_last, *plain_first;
};

/* Where the typing stands; what a line changes beside the facts. */
struct stand {
	int paragraph;	   /* that lines are about; 0: before the first */
	const char *clock; /* of the last line that had one */
	int division;	   /* under way, from 1; 0: none */
	bool started, ended;
	const char *presider; /* whom a line let preside, or NULL */
	bool presider_elected;
	VEC(struct entrant) entrants; /* members, deputies, others */
};

#define POINTS 2
#define POINT_EVERY 16 /* lines */

/* Everything after so many lines, so that going back takes few of them again.
 */
struct point {
	struct arena *a; /* its own; NULL: there is none */
	struct meeting m;
	struct stand now;
	size_t lines;
};

struct entering {
	struct arena *arena; /* for what is kept */
	struct arena *work;  /* for one line */
	struct bundle *b;
	struct meeting *m;
	struct meeting base; /* at the first line */
	size_t from;	     /* how many lines came before that */
	const struct rule_book *book;
	const char *(*translate)(const char *);
	int first; /* the first paragraph's number */
	struct spelling *spellings;
	size_t nspellings;
	struct stand now;
	VEC(struct enter_touched) touched; /* by line that was kept */
	struct point points[POINTS];
	uint64_t told; /* the seats that were answered last, as a number */
	struct sitting *sit;	/* of the paragraph sit->paragraph, or NULL */
	struct arena *sit_arena; /* where that is */

	/* of the line being taken */
	struct kl_data *answer; /* NULL: nobody asks */
	struct kl_error *err;
	const char *clock; /* what the time is, or NULL */
	struct enter_touched touch;
	bool asks;	     /* it changes nothing */
	bool dirty;	     /* who is there has been changed */
	bool timed;	     /* its clock is its own or the caller's */
	bool own_clock;	     /* it says itself when it happened */
	struct kl_error spare; /* when the caller wants none */
	text_list excused;     /* whom a word for many did not take in */
};

/* ---- answering (enter_say.c) --------------------------------------------- */

/* say(e, sentence, args...): what was understood.  note(): a warning.  hint():
 * what could be typed next. */
void enter_say(
    struct entering *e, const char *key, const struct kl_error *text);
#define SAY_AS(e, key, ...)                                                    \
	do {                                                                   \
		struct kl_error text_;                                         \
		if ((e)->answer != NULL) {                                     \
			kl_error_set(&text_, 0, __VA_ARGS__);                  \
			enter_say((e), (key), &text_);                         \
		}                                                              \
	} while (0)
#define say(e, ...) SAY_AS(e, "understood", __VA_ARGS__)
#define note(e, ...) SAY_AS(e, "warnings", __VA_ARGS__)
#define hint(e, ...) SAY_AS(e, "hints", __VA_ARGS__)

/* REFUSE(e, statute, sentence, args...): KL_E_RULE; FAULT(...): KL_E_INPUT. */
#define REFUSE(e, statute, ...) enter_refuse((e), (statute), __VA_ARGS__)
#define enter_refuse(e, statute, ...)                                          \
	(kl_error_set((e)->err, KL_E_RULE, __VA_ARGS__),                       \
	    kl_error_statute((e)->err, (statute)), KL_E_RULE)
#define UNCLEAR(e, ...) kl_error_set((e)->err, KL_E_INPUT, __VA_ARGS__)

/* enter_voted_in_secret(p): a secret division of the paragraph has its numbers:
 * whoever served then may have voted. */
bool enter_voted_in_secret(const struct paragraph *p);

/* What somebody has done in a paragraph, as bits. */
enum deed {
	DEED_MOVED = 1,	    /* a proposal that is not withdrawn */
	DEED_VOTED = 2,	    /* yes or no in a division */
	DEED_ABSTAINED = 4,
	DEED_ABSENT = 8,    /* is told absent in a division */
	DEED_SECRET = 16,   /* may have voted: enter_voted_in_secret() */
	DEED_DISSENTED = 32,
	DEED_ASIDE = 64	    /* takes no part in the decision */
};

/* enter_deeds(p, ref): the deeds of ${ref} in ${p}, or 0. */
unsigned enter_deeds(const struct paragraph *p, const char *ref);

/* enter_name(e, ref): "Ek (M)"; enter_names(e, list): several of them; in the
 * line's arena. */
const char *enter_name(struct entering *e, const char *ref);
const char *enter_names(struct entering *e, const text_list *refs);

/* enter_say_seats(e, nr): who could enter for whom in that paragraph, how many
 * serve, and whether they are enough. */
int enter_say_seats(struct entering *e, int nr);

/* enter_show(e): where the typing stands. */
int enter_show(struct entering *e);

/* ---- persons (enter_people.c) -------------------------------------------- */

int people_spell(struct entering *e); /* once, from the entrants */

/* people_one(e, l, ref): the person named next.  KL_E_INPUT: nobody, with the
 * nearest name, or more than one, with their names. */
int people_one(struct entering *e, struct line *l, const char **ref);

/* people_names(e, l): whether somebody is named next. */
bool people_names(struct entering *e, const struct line *l);

/* Who the words for many mean. */
enum crowd {
	CROWD_NONE,	/* they may not be used */
	CROWD_MEMBERS,	/* alla: the members, but those reported absent */
	CROWD_SERVING,	/* alla: who serve */
	CROWD_UNDECIDED /* alla, övriga: who serve and have not voted */
};

/* people_step(e, l): go past the one named next; false if nobody is. */
bool people_step(struct entering *e, struct line *l);

/* people_name_error(e): names for the ids in the error's arguments. */
void people_name_error(struct entering *e);

/* people_list(e, l, crowd, out): "Ek, Lind, M" or "alla utom Ek".  Whom a word
 * for many left out because of a report of absence stands in e->excused. */
int people_list(
    struct entering *e, struct line *l, enum crowd crowd, text_list *out);

/* ---- seats (enter_seats.c) ----------------------------------------------- */

struct entrant *seats_of(struct entering *e, const char *ref); /* or NULL */

/* seats_read(e): the entrants and their stays, from the facts. */
int seats_read(struct entering *e);

/* seats_write(e, limit, m): the attendance of ${m} as far as paragraph
 * ${limit}, from the entrants; whether it differs from what it was. */
bool seats_write(struct entering *e, int limit, struct meeting *m);

bool seats_is_there(const struct entrant *x, int nr);
bool seats_is_deputy(const struct entrant *x);
/* seats_server(e, member, nr): the deputy who is down to serve for the member
 * in that paragraph, or NULL. */
struct entrant *seats_server(struct entering *e, const char *member, int nr);

void seats_arrive(struct entering *e, struct entrant *x, int nr);
void seats_leave(struct entering *e, struct entrant *x, int nr);
/* seats_serve(e, x, member, first, last): also ends what it takes over */
void seats_serve(struct entering *e, struct entrant *x, const char *member,
    int first, int last);
/* seats_vacate(e, x, member, first, last): nobody has the member's seat then,
 * and the deputy ${x} no other. */
void seats_vacate(struct entering *e, struct entrant *x, const char *member,
    int first, int last);
/* seats_release(e, member, first, last): nobody serves for the member then */
void seats_release(
    struct entering *e, const char *member, int first, int last);

/* ---- the paragraph (enter_item.c) ---------------------------------------- */

/* enter_paragraph(e): the one that lines are about, or NULL. */
struct paragraph *enter_paragraph(struct entering *e);

/* enter_last(e): the highest paragraph number, or 0. */
int enter_last(const struct entering *e);

/* enter_now(e): where a change in the room holds from: the last paragraph, or
 * the one after it if that is decided; 1 before the first. */
int enter_now(struct entering *e);

/* enter_undivided(e): where it holds that somebody comes or presides: as
 * enter_now(), but not in a paragraph in which votes have been counted. */
int enter_undivided(struct entering *e);

/* enter_between(e): where a change of seats holds from: between items. */
int enter_between(struct entering *e);

/* enter_must_item(e, p): the paragraph, or a refusal: none is open. */
int enter_must_item(struct entering *e, struct paragraph **p);

/* enter_must_decide(e, p): a refusal unless the body may decide in it now. */
int enter_must_decide(struct entering *e, struct paragraph **p);

/* enter_sitting(e, nr, s): who sits in the paragraph, which may be the next one
 * that there will be. */
int enter_sitting(
    struct entering *e, int nr, const struct sitting **s);

/* enter_changed_seats(e): the attendance is written anew. */
void enter_changed_seats(struct entering *e);

/* ---- the lines ----------------------------------------------------------- */

typedef int enter_verb(struct entering *e, struct line *l);

/* enter_done(e, l): KL_E_INPUT if something is left of the line. */
int enter_done(struct entering *e, const struct line *l);

enter_verb enter_start, enter_present, enter_arrive, enter_leave, enter_serve,
    enter_remote, enter_other, enter_preside, enter_conflict, enter_break,
    enter_closed, enter_open, enter_end_line; /* enter_room.c, enter_conflict.c */
enter_verb enter_item, enter_decide, enter_table, enter_refer_back, enter_drop,
    enter_report, enter_inform, enter_commission, enter_rapporteur,
    enter_reasons, enter_send; /* enter_item.c, enter_decide.c */
enter_verb enter_propose, enter_withdraw, enter_question, enter_dissent,
    enter_special, enter_deputy_statement, enter_note,
    enter_aside; /* enter_propose.c, enter_opinion.c */
enter_verb enter_division, enter_yes, enter_no, enter_abstain, enter_absent,
    enter_secret, enter_casting, enter_lots, enter_elect; /* enter_vote.c */

/* enter_preside_in(e, nr): whoever was let preside does so in the paragraph. */
void enter_preside_in(struct entering *e, int nr);

/* enter_may_settle(e, p, outcome): a refusal when the paragraph has another
 * outcome, or a division went for another. */
int enter_may_settle(
    struct entering *e, const struct paragraph *p, enum outcome outcome);

/* enter_vacate_chair(e, nr): the one let preside does not, from there on. */
void enter_vacate_chair(struct entering *e, int nr);

/* enter_put(e, p, refs, out): the chair puts the question about ${refs}, whose
 * kind is that of the order by practice; ${out} is what was added.  Refused
 * when one of them has fallen. */
int enter_put(struct entering *e, struct paragraph *p, const text_list *refs,
    struct question **out);

/* enter_read_proposal(e, l, p, ref): the proposal named next, not withdrawn. */
int enter_read_proposal(struct entering *e, struct line *l,
    const struct paragraph *p, const char **ref);

/* enter_set_presider(e, ref, elected, nr, by_role): from paragraph ${nr} on;
 * ${by_role}: that follows from the mandates. */
int enter_set_presider(struct entering *e, const char *ref, bool elected,
    int nr, bool by_role);

/* serve_pair(e, deputy, member): the deputy serves for the member from the next
 * change of seats on, or in the paragraph of the member's conflict. */
int serve_pair(struct entering *e, const char *deputy, const char *member);

/* point_take(e): remember everything as it is now.  point_back(e, before): put
 * back the latest that was remembered before line ${before}, and drop later
 * ones; how many lines it is after, or 0 if there is none.  point_free(e). */
int point_take(struct entering *e);
size_t point_back(struct entering *e, size_t before);
void point_free(struct entering *e);

/* enter_copy(a, m): the meeting with lists of its own, so that changing one
 * leaves the other; texts are shared. */
struct meeting enter_copy(struct arena *a, const struct meeting *m);

#endif
