/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the files of a year share: each body with its rules, its times and the
 * meetings it has already; the marks that forbid or charge a time, as numbers;
 * the model made of them.  A mark is made in one place (year_days.c) and turned
 * into a sentence in another (year_text.c), so that what forbids a day and what
 * is said of it cannot part.
 */
#ifndef PLAN_YEAR_INNER_H
#define PLAN_YEAR_INNER_H

#include "plan/year.h"

#define YEAR_REACH 200 /* days before the year that steps and gaps reach */
#define YEAR_AFTER 100 /* days after it */
#define YEAR_SPAN (YEAR_REACH + 366 + YEAR_AFTER)
#define YEAR_TIMES_MAX 12 /* clocks of one body */
#define YEAR_MARKS_MAX 48 /* on one time of one body */
#define YEAR_WEEKS_BEFORE 12
#define YEAR_MINUTES 120 /* how long a meeting lasts whose end is not known */
#define YEAR_AT_ONCE_DIVISOR 5

/* What a mark is about. */
enum year_kind {
	YEAR_MARK_DAY_OFF,    /* what: struct day_off */
	YEAR_MARK_CLOSED,     /* what: struct meeting_window of the rules */
	YEAR_MARK_WEEKDAY,    /* not one of the body's */
	YEAR_MARK_PASSED,     /* before today */
	YEAR_MARK_KEPT,	      /* what: struct year_kept, that stays */
	YEAR_MARK_STEP_OFF,   /* number: step; day: a day off */
	YEAR_MARK_STEP_PAUSE, /* number: step; what: struct day_off */
	YEAR_MARK_STEP_LATE,  /* number: step; day: already passed */
	YEAR_MARK_SUMMONS,    /* number: step; day: after the summons' limit */
	YEAR_MARK_AWAY,	      /* what: struct absence; nobody stands in */
	YEAR_MARK_BOOKED,     /* what: struct booking */
	YEAR_MARK_NO_ROOM,    /* every room that is large enough is booked */
	YEAR_MARK_TAKEN,      /* what: struct year_kept outside the plan */
	YEAR_MARK_NEAR,	      /* too near the meeting before; day: it */
	YEAR_MARK_FAR,	      /* too far from it */
	YEAR_MARK_ROOM_LEFT,  /* the others of the year would not fit; number:
				 k, day: the first or last possible */
	/* what only costs */
	YEAR_MARK_SPACING, /* number: days from the ideal; day: it */
	YEAR_MARK_RANK,	   /* a weekday further down the list */
	YEAR_MARK_TIME,	   /* a clock further down the list */
	YEAR_MARK_MONDAY,  /* number: step */
	YEAR_MARK_MOVED,   /* what: struct year_kept */
	YEAR_MARKS
};

struct year_mark {
	enum year_kind kind;
	enum year_rule rule;
	bool forbids;
	int cost;
	int number;
	kl_day day;
	const void *what;
};

struct year_marks {
	size_t n;
	struct year_mark v[YEAR_MARKS_MAX];
};

/* A clock of a body. */
struct year_time {
	int start, end; /* minutes; end: where it is not known, assumed */
	const char *start_text, *end_text; /* "16:30"; end NULL: not known */
	int rank;			   /* place in the body's list */
	int band;			   /* of the model */
	bool kept_only; /* only for a meeting that has it already */
};

/* A meeting that exists already: in the register, or in the plan changed. */
struct year_kept {
	int party;
	kl_day day;
	const char *start, *end, *room, *key; /* or NULL */
	int time;			      /* index of the body's times */
	bool passed;			      /* held, or before today */
	bool fixed, adopted, summoned;
	bool extra; /* in the register, but not of the plan */
	bool stays;
};

/* A period in which the body must meet at least once. */
struct year_window {
	int first, last; /* days of the model */
	const char *name, *file;
	int line;
	bool asked; /* by the model: not over, and not met already */
};

/* One body with all that is known of its year. */
struct year_party {
	const struct committee *c;
	const struct plan_rules *rules; /* NULL: the common ones */
	const struct cycle *cycle;	/* or NULL */
	bool council;
	int total;		 /* meetings of the year */
	int past;		 /* of them no longer in the model */
	int n;			 /* in the model */
	int *meeting;		 /* model index of each */
	struct year_kept **kept; /* the meeting that number k is now, or NULL */
	VEC(struct year_kept *) existing; /* by day */
	int rank[7]; /* Monday is 0: place in the list; -1: not a day */
	bool ranked;
	struct year_time time[YEAR_TIMES_MAX];
	int times;
	int gap_min, gap_max, lead_min, lead_max;
	const char *room;
	int people; /* that a room must hold */
	VEC(const struct mandate *) secretaries;
	VEC(struct year_window) windows;
	kl_day before;	 /* the last meeting before the year */
	kl_day previous; /* the meeting before those of the model */
	int chain;	 /* the council (or committee) it is solved with, -1 */
	int body;	 /* of the model, -1: none of its meetings is */
	uint8_t *shut;	 /* per day and time: forbidden */
	int *cost;	 /* per day and time */
	int *first, *last; /* days between which meeting k can be */
	int *ideal;	   /* act of meeting k's ideal day */
};

/* Why two bodies may not meet at once. */
struct year_couple {
	enum year_rule rule;
	const char *who; /* a person's ref, a room's code, or NULL */
	int cap;
	int n;
	const int *party; /* sorted */
	int people;	  /* how many persons have these same seats */
	int capacity;	  /* rooms for at least so many people */
};

/* Bodies in which some persons have seats: two of their meetings in one week
 * are charged.  A set of bodies that lies within another is not one. */
struct year_team {
	const char *who; /* one of the persons */
	int n;
	const int *party;     /* sorted */
	const uint8_t *taken; /* per week of the year: meetings outside the
				 model, one at most */
};

/* A council's meeting before one of another committee that it serves. */
struct year_tie {
	int council, committee; /* parties */
	int before, after;	/* k of each */
};

struct year {
	struct arena *arena;
	const struct year_input *in;
	const struct year_weights *w;
	const char *(*translate)(const char *);
	kl_day first; /* 1 January */
	int days;
	kl_day monday; /* of week 0 of the load */
	bool *pause;   /* per day from first - YEAR_REACH */
	const struct day_off **pause_of;
	int *act; /* the same days: of act, 0 on 1 January */
	VEC(struct year_party) parties;
	VEC(struct year_couple) couples; /* one for each group of the model */
	VEC(struct year_team) teams;	 /* a group each, after the couples' */
	VEC(struct year_tie) ties;	 /* one for each link */
	VEC(struct year_kept *) extras;	 /* outside the plan */
	VEC(struct year_kept *) stays;	 /* all that stay */
	bool *shared; /* per pair of bodies: some couple has both */
	int bands, at_once;
	struct year_weights weights; /* as used: caps worked out */
	struct plan_model model;
	const uint8_t *option; /* per slot of the model: the body's time */
};

/* ---- small help (year_text.c) -------------------------------------------- */

/* year_on(y, rule): whether it is not switched off. */
bool year_on(const struct year *y, enum year_rule rule);

/* year_minutes(clock): "16:30" is 990; -1 for NULL or what is no clock. */
int year_minutes(const char *clock);

/* year_say(y, a, sentence): it in the reader's language, in ${a}; "" on
 * failure. */
const char *year_say(
    const struct year *y, struct arena *a, const struct kl_error *sentence);

/* year_day_word(y, a, day): "Tuesday 2011-05-17". */
const char *year_day_word(const struct year *y, struct arena *a, kl_day day);

/* year_mark_say(y, p, mark, day, a, out): the sentence of a mark on ${day}
 * (KL_DAY_NONE: as a rule of the whole year) and where it stands. */
void year_mark_say(const struct year *y, const struct year_party *p,
    const struct year_mark *mark, kl_day day, struct arena *a,
    struct year_reason *out);

/* year_couple_say(y, couple, p, q, a): why ${p} and ${q} may not meet at
 * once. */
const char *year_couple_say(const struct year *y,
    const struct year_couple *couple, const struct year_party *p,
    const struct year_party *q, struct arena *a);

/* year_couple_names(y, couple, one, two, a): the same of bodies by name; ${one}
 * may be several, "KN, TN". */
const char *year_couple_names(const struct year *y,
    const struct year_couple *couple, const char *one, const char *two,
    struct arena *a);

/* year_team_say(y, team, party, day, a): a person of the team has the meeting
 * of
 * ${party} on ${day}, and another the same week. */
const char *year_team_say(const struct year *y, const struct year_team *team,
    int party, kl_day day, struct arena *a);

/* YEAR_SAY(y, a, KL_N_("sentence"), args...) */
#define YEAR_SAY(y, a, out, ...)                                               \
	do {                                                                   \
		struct kl_error year_sentence_;                                \
		kl_error_set(&year_sentence_, 0, __VA_ARGS__);                 \
		(out) = year_say((y), (a), &year_sentence_);                   \
	} while (0)

/* ---- building, in this order --------------------------------------------- */

/* year_calendar(y): days, pauses and act. */
int year_calendar(struct year *y, struct kl_error *err);

/* year_parties(y, err): the bodies that are planned, with their rules or what
 * last year gives.  KL_E_INPUT for an unknown committee, room or clock. */
int year_parties(struct year *y, struct kl_error *err);

/* year_existing(y, err): the meetings there are, and which of them stay. */
int year_existing(struct year *y, struct kl_error *err);

/* year_bands(y): times that overlap share a band. */
int year_bands(struct year *y, struct kl_error *err);

/* year_couples(y, err): the groups, by body.  KL_E_INPUT for a stand-in who
 * does not exist. */
int year_couples(struct year *y, struct kl_error *err);

/* year_domains(y, err): which times each body has, and between which days each
 * meeting can be.  KL_E_INPUT for a body that cannot have its meetings. */
int year_domains(struct year *y, struct kl_error *err);

/* year_make(y, open, arena, m, bans, err): the model; ${open}: every day is a
 * slot, and what forbids it is among ${bans} (of struct year_ban_list). */
struct year_ban {
	struct year_mark mark;
	int party; /* whose; -1: everybody's */
	VEC(uint32_t) slots;
};
typedef VEC(struct year_ban) year_bans;

int year_make(const struct year *y, bool open, struct arena *a,
    struct plan_model *m, const uint8_t **option, year_bans *bans,
    struct kl_error *err);

/* ---- questions ----------------------------------------------------------- */

/* year_party_of(y, code): the body's index, or -1. */
int year_party_of(const struct year *y, const char *code);

/* year_act(y, day): days of act from 1 January to ${day}; pauses do not count.
 * Days out of reach are taken as the nearest. */
int year_act(const struct year *y, kl_day day);

/* year_day_marks(y, p, day, t, out): what stands for or against a meeting of
 * ${p} on ${day} at ${t}, whichever of its meetings it is. */
void year_day_marks(const struct year *y, const struct year_party *p,
    kl_day day, const struct year_time *t, struct year_marks *out);

/* year_number_marks(y, p, k, day, t, out): the same that belongs to its meeting
 * ${k} alone. */
void year_number_marks(const struct year *y, const struct year_party *p, int k,
    kl_day day, const struct year_time *t, struct year_marks *out);

/* year_windows(y, err): each body's windows.  KL_E_INPUT for one without a
 * possible day, or two too near for the gap. */
int year_windows(struct year *y, struct kl_error *err);

/* year_possible(y, p, day): whether some meeting of the body could be that day
 * as far as no number is asked about. */
bool year_possible(
    const struct year *y, const struct year_party *p, kl_day day);

/* year_pause(y, day): the pause that ${day} lies in, or NULL. */
const struct day_off *year_pause(const struct year *y, kl_day day);

/* year_shut(y, p, k, day, time, cost): true when meeting ${k} cannot be then;
 * otherwise its cost. */
bool year_shut(const struct year *y, const struct year_party *p, int k,
    kl_day day, int time, int *cost);

/* year_time_of(p, start): the index of the body's time that begins then, or
 * -1. */
int year_time_of(const struct year_party *p, const char *start);

/* year_week(y, day): the week of the year that ${day} lies in, from 0, Monday
 * to Sunday; -1 outside the year. */
int year_week(const struct year *y, kl_day day);

/* year_in_team(t, party): whether the body is one of the team's. */
bool year_in_team(const struct year_team *t, int party);

/* year_outside(y, kept): a meeting that there is, but which the model neither
 * has nor drops: it has been held, or is outside the plan. */
bool year_outside(const struct year *y, const struct year_kept *kept);

/* year_overlap(a, b): whether two times of one day overlap. */
bool year_overlap(const struct year_time *a, const struct year_time *b);

/* year_clash(y, p, q, day): the couple that forbids the two bodies to meet at
 * once on ${day}, or NULL.  A couple with a cap above one is not looked at. */
const struct year_couple *year_clash(
    const struct year *y, int p, int q, kl_day day);

/* year_seated(y, person, party, day): whether the person has a seat in the body
 * on that day. */
bool year_seated(
    const struct year *y, const char *person, int party, kl_day day);

/* year_steps(y, p, meeting, day): the day of each step of the cycle for a
 * meeting of ${p} on ${meeting}; KL_DAY_NONE for one that does not apply. */
void year_steps(const struct year *y, const struct year_party *p,
    kl_day meeting, kl_day day[CYCLE_STEPS_MAX]);

/* year_dispatch(p, step): the index of the step that sends the summons, or
 * CYCLE_MEETING. */
size_t year_dispatch(const struct year_party *p);

/* year_rooms(y, meetings, n, a): give each of the ${n} meetings of one day that
 * has no room one that is free and large enough; what cannot be given stays
 * NULL.  ${a} for working space. */
void year_rooms(
    const struct year *y, struct planned **v, size_t n, struct arena *a);

#endif
