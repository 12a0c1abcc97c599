/* SPDX-License-Identifier: EUPL-1.2
 *
 * The site as plain facts: what was handed in (XML) read once into lists that
 * the pages are made from.  Private to the room.  It holds only what the public
 * may see and formats nothing for people.
 */
#ifndef PUBLISH_SITE_H
#define PUBLISH_SITE_H

#include <stdbool.h>

#include "domain/ranges.h"
#include "publish/publish.h"

struct site_committee {
	const char *code, *name;
	const char *folder;	/* "trn" */
	const char *kind;	/* "nämnd", "råd" ... */
	const char *department; /* its name, or NULL */
	const char *seats;	/* "13", or NULL */
	bool advisory;		/* a council: nothing to appeal */
	text_list assists;	/* codes of the committees that it assists */
};

struct site_person {
	const char *ref, *first, *last, *party, *email;
};

struct site_mandate {
	const struct site_committee *committee;
	const struct site_person *person;
	const char *role; /* as written */
	int rank;	  /* enum role */
	int order;	  /* a deputy's place, 0: not given */
	kl_day from, to;  /* to: KL_DAY_NONE while open */
};

/* One set of minutes: the ordinary ones or those adjusted immediately. */
struct site_minutes {
	int seq;
	bool immediate;
	const char *paragraphs; /* "1-13 15-23" */
	struct ranges ranges;
	kl_day adjusted, posted, last_day, remove_on, taken_down;
};

/* Where a meeting stands.  The order is that of time. */
enum site_stage {
	STAGE_CANCELLED = -1,
	STAGE_PLANNED = 0,
	STAGE_SUMMONED,
	STAGE_HELD,
	STAGE_ADJUSTED,
	STAGE_POSTED,  /* the appeal period runs */
	STAGE_EXPIRED, /* it has run out: legal force at the earliest now */
	STAGE_COUNT
};

struct site_meeting {
	const struct publish_meeting *given;
	xmlNode *node; /* <sammanträde> of the record */
	const struct site_committee *committee;
	const char *key, *folder; /* "TRN/2026-11-17", "trn/2026-11-17" */
	const char *uid, *changes; /* what calendars know of it, or NULL */
	const char *number, *year, *time, *end, *place, *storage;
	kl_day day;
	int seq; /* 2 for a second meeting the same day */
	kl_day summoned, summon_by, adjust_by;
	VEC(struct site_minutes) minutes;    /* by seq */
	const struct site_minutes *ordinary; /* NULL: none yet */
	enum site_stage stage;
	struct ranges *places; /* of each web page: paragraphs found in it */
};

struct site {
	struct arena *a;
	const struct publish_site *given;
	xmlNode *organisation;			 /* <organisation>, or NULL */
	const char *name, *language, *authority; /* authority: for tag: ids */
	VEC(struct site_committee) committees;	 /* in the order given */
	VEC(struct site_person) persons;
	VEC(struct site_mandate) mandates; /* role, order, name */
	VEC(struct site_meeting) meetings; /* newest first */
};

/* site_read(a, given, site, err): fill ${site} from what was handed in; texts
 * live in ${a}, XML stays borrowed.  KL_E_RULE for a record that is not public,
 * KL_E_INPUT for one that lacks its committee or day, or two with one folder.
 */
int site_read(struct arena *a, const struct publish_site *given,
    struct site *site, struct kl_error *err);

/* site_minutes_of(meeting, nr): the minutes that hold paragraph ${nr}, or NULL.
 */
const struct site_minutes *site_minutes_of(
    const struct site_meeting *meeting, int nr);

/* site_adjusted(site, minutes): true once they are adjusted, so public. */
bool site_adjusted(const struct site *site, const struct site_minutes *minutes);

/* site_on_board(site, minutes): true while their notice stands on the board. */
bool site_on_board(const struct site *site, const struct site_minutes *minutes);

/* site_open(site, minutes): true while the appeal period runs. */
bool site_open(const struct site *site, const struct site_minutes *minutes);

/* site_slug(a, text): ${text} as a path part: a-z, 0-9, hyphens. */
char *site_slug(struct arena *a, const char *text);

/* ---- the parts of site_read ---------------------------------------------- */

/* site_same(x, y): true if both are texts and equal. */
bool site_same(const char *x, const char *y);

/* site_attr_day, site_child_day(a, node, name): the day in that attribute or
 * child; KL_DAY_NONE if it is absent or no date.  ${node} may be NULL. */
kl_day site_attr_day(struct arena *a, const xmlNode *node, const char *name);
kl_day site_child_day(struct arena *a, const xmlNode *node, const char *name);

/* site_read_organisation(site, err): its facts and committees. */
int site_read_organisation(struct site *site, struct kl_error *err);

/* site_read_committee(site, root, node, err): one <nämnd>, whose <kontor>
 * stands below ${root}, unless its code is known.  Pointers to committees taken
 * before are void afterwards. */
int site_read_committee(struct site *site, const xmlNode *root,
    const xmlNode *node, struct kl_error *err);

/* site_find_committee(site, code): NULL if there is none. */
const struct site_committee *site_find_committee(
    const struct site *site, const char *code);

/* site_read_people(site, root, err): <person> and <mandat> below ${root}, once
 * all committees are read. */
int site_read_people(
    struct site *site, const xmlNode *root, struct kl_error *err);

#endif
