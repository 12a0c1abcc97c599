/* SPDX-License-Identifier: EUPL-1.2
 *
 * Who covers what when somebody of the secretariat is away, and what nobody
 * covers then.
 */
#ifndef PLAN_COVER_H
#define PLAN_COVER_H

#include "plan/feed.h"

/* Why a stand-in does not cover a duty. */
enum cover_hinder {
	COVER_FREE,  /* covers it */
	COVER_AWAY,  /* is away that day */
	COVER_BUSY,  /* is the secretary of, or covers, a meeting then */
	COVER_NOBODY /* there is no stand-in for that committee */
};

/* Something that falls to the absent person. */
struct cover_duty {
	const char *committee;	       /* code */
	const struct cycle_step *step; /* NULL: the meeting itself */
	const struct feed_meeting *meeting;
	kl_day day;
	const char *by;		  /* ref of who covers; NULL: nobody */
	enum cover_hinder hinder; /* of the last one asked, when nobody */
};

struct cover {
	const char *person;	       /* ref */
	kl_day from, to;	       /* inclusive */
	VEC(struct cover_duty) duties; /* by day; meetings before steps */
	size_t uncovered;
};

/* cover_of(feed, person, from, to, a, out, err): the meetings, not cancelled,
 * and the secretariat's steps from ${from} to ${to} in the committees whose
 * secretary ${person} is that day, and who covers each: of the stand-ins for
 * the person in that committee, then in all, by their order, the first who is
 * not away and, for a meeting, not in another at the same time.  What a
 * stand-in covers counts as theirs from then on.  KL_E_NOTFOUND with the
 * nearest ref for an unknown person, KL_E_INPUT when ${to} is before ${from}.
 */
int cover_of(const struct feed *feed, const char *person, kl_day from,
    kl_day to, struct arena *a, struct cover *out, struct kl_error *err);

#endif
