/* SPDX-License-Identifier: EUPL-1.2
 *
 * What planning a year needs to know besides committees and mandates: rules of
 * each committee's year, rooms and their bookings, who stands in for whom, who
 * is away; and the plans themselves.  See domain/people.h for what the members
 * have in common.
 */
#ifndef DOMAIN_PLANNING_H
#define DOMAIN_PLANNING_H

#include "domain/people.h"

/* lokal: a room to meet in */
struct room {
	int64_t id;
	const char *code, *name;
	int capacity; /* people; 0: not given */
	int line;
};

/* bokning: a room that is taken by somebody else */
struct booking {
	int64_t id;
	const char *room;	 /* code */
	kl_day from, to;	 /* to: the same day when it is one day's */
	const char *start, *end; /* clocks "13:00", or NULL: all day */
	const char *what;
	bool removed; /* only of an import: it is to be taken out */
	int line;
};

/* vikarie: who covers for a person of the secretariat */
struct stand_in {
	int64_t id;
	const char *person;    /* ref: who is covered for */
	const char *by;	       /* ref: who covers */
	const char *committee; /* code, or NULL: in all */
	int order;	       /* 1 is asked first */
	bool removed;	       /* as of a booking */
	int line;
};

/* frånvaro */
struct absence {
	int64_t id;
	const char *person; /* ref */
	kl_day from, to;
	const char *why; /* "semester", or NULL */
	bool removed;	 /* as of a booking */
	int line;
};

/* fönster: a period in which the committee must meet */
struct meeting_window {
	const char *name; /* "Delårsrapport T1" */
	kl_day from, to;
};

/* planregler: how a committee (or council) meets.  0 and NULL: not given, the
 * common rules of the planner apply. */
struct plan_rules {
	int64_t id;
	const char *committee; /* code */
	int year;	       /* 0: every year */
	int meetings;	       /* number a year */
	const char
	    *weekdays; /* in order of preference: "ti to" (må ti on to fr) */
	const char *start, *end;  /* clocks: "16:30", "19:00" */
	const char *other_starts; /* other times that will do: "13:00 09:00" */
	int gap_min, gap_max;	  /* days between two meetings */
	int lead_min, lead_max;	  /* a council's days before its committee */
	const char *room;	  /* code */
	VEC(struct meeting_window) windows;
	VEC(struct meeting_window) closed; /* periods when it cannot meet */
	int line;
};

/* One meeting of a plan. */
struct planned {
	const char *committee; /* code */
	int nr;		       /* from 1, in time order */
	kl_day day;
	const char *start, *end; /* clocks */
	const char *room;	 /* code, or NULL */
	bool fixed;		 /* stays where it is in re-planning */
	const char *meeting; /* key of the meeting that it is or was moved from,
				or NULL */
};

/* plan: one version of a year's plan.  Versions are never changed: solving,
 * moving and importing make a new one from the current; undo goes back. */
struct year_plan {
	int64_t id;
	int year;
	int version;	    /* from 1, per year */
	int from_version;   /* made from; 0: from nothing */
	const char *how;    /* "solve", "move", "import", "fix" */
	int64_t cost;	    /* as judged when it was made */
	double bound;	    /* proven, or 0 */
	const char *status; /* optimal, feasible, infeasible */
	kl_day made;
	bool adopted;		      /* its meetings are the register's */
	bool current;		      /* what show, move and adopt are about */
	VEC(struct planned) meetings; /* by day */
	int line;
};

#endif
