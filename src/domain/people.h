/* SPDX-License-Identifier: EUPL-1.2
 *
 * The organisation, its client offices and committees, and who sits in them.
 * Texts live in the arena of the bundle; NULL means not given.  ${line} is the
 * line of the file that a fact was read from, 0 if from the register.
 */
#ifndef DOMAIN_PEOPLE_H
#define DOMAIN_PEOPLE_H

#include <stdint.h>

#include "base/arena.h"
#include "domain/words.h"
#include <kansli/day.h>

/* organisation */
struct organisation {
	const char *name, *language; /* BCP 47: "sv" */
	const char *colour;	     /* "#003366" */
	const char *accent;	     /* "#f2c230" */
	const char *picture;	     /* file name of the arms */
	const char *picture_sha256;  /* its bytes among the blobs, or NULL */
	const char *address, *email, *web;
	const char *storage; /* where the original minutes are kept */
	int line;
};

/* kontor: an office (administration) that the secretariat works for */
struct department {
	const char *code, *name;
	int line;
};

/* One row of the order in which deputies of other parties are called. */
struct party_order {
	const char *party, *order; /* "S", "V MP C" */
};

/* närvarorätt: who else may sit in, and what they may do there */
struct right_to_attend {
	enum visitor_kind who;	     /* 0: deputies who do not serve */
	bool attend, speak, opinion; /* ... have an opinion noted */
	const char *source;
	int line;
};

/* regel: a number that a body's own regulations, or the organisation's, set
 * under the name of a rule (rules/rule.h). */
struct regulation {
	int64_t id;
	const char *committee; /* code; NULL: all */
	const char *rule;
	kl_day from; /* KL_DAY_NONE: always */
	int value;
	const char *source; /* where it stands */
	int line;
};

/* nämnd, råd ... */
struct committee {
	int64_t id; /* 0: not stored yet */
	const char *code, *name;
	enum body_kind kind;
	const char *department; /* code, or NULL */
	int seats;		/* members, 0: not given */
	enum numbering numbering;
	const char *number_template; /* diariemall: T{år}-{klass:3}-{nr:5} */
	int summons_days;	     /* kallelse-dagar, 0: not given */
	const char *cycle;	     /* name of its cycle definition, or NULL */
	VEC(struct party_order) orders;
	VEC(struct right_to_attend) rights;
	text_list standing; /* titles of items that every agenda begins with */
	text_list assists;  /* codes of the committees that a council assists */
	int line;
};

struct person {
	int64_t id;
	const char *ref; /* the exchange id, unique */
	const char *first, *last, *party, *email, *phone, *address;
	int line;
};

/* A mandate: a person's seat in a committee over a period. */
struct mandate {
	int64_t id;
	const char *committee; /* code */
	const char *person;    /* ref */
	enum role role;
	kl_day from, to;	  /* to: KL_DAY_NONE while open */
	int order;		  /* a deputy's place, 0: not given */
	const char *personal_for; /* ref of the member deputised, or NULL */
	int line;
};

#endif
