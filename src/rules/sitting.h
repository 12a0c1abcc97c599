/* SPDX-License-Identifier: EUPL-1.2
 *
 * Who sits on a committee in one paragraph: which members are there, who serves
 * for whom, who has left because of a conflict of interest, whether they are
 * enough, and who leads them.  Answers come from the facts of the meeting as
 * they stand, lawful or not; entry.h says who should enter.
 */
#ifndef RULES_SITTING_H
#define RULES_SITTING_H

#include "domain/bundle.h"
#include "rules/derive.h"
#include "rules/rule.h"

#define SITTING_MAX 400 /* persons with a mandate in one body */

enum seat {
	SEAT_ABSENT,	 /* a member or deputy who is not there */
	SEAT_SERVING,	 /* a member, or a deputy who serves */
	SEAT_LISTENING,	 /* a deputy who is there and does not serve */
	SEAT_CONFLICTED, /* has left the room because of a conflict (KL 6:30) */
	SEAT_WITHOUT /* told to be there as member or serving deputy, but has
			no mandate in the body that day */
};

struct sitter {
	const char *ref;	       /* person */
	const struct mandate *mandate; /* the weightiest that day, or NULL */
	enum seat seat;
	const char *serves_for; /* ref, or NULL */
	bool remote;
	bool takes_part; /* serves, and has not stood aside from the decision */
};

struct sitting {
	int paragraph;
	int seats;   /* of the body */
	int serving; /* how many serve */
	int need;    /* how many must (KL 6:27) */
	bool quorate;
	const char *chair; /* who presides, or NULL when nobody who may does */
	VEC(struct sitter)
	v; /* members by precedence, then deputies by order */
};

/* sitting_at(a, b, m, paragraph, out, err): who sits in that paragraph (0:
 * before the first one) of the meeting ${m} of the bundle ${b}, in the arena.
 * A member's attendance without paragraphs means all but those of a conflict.
 * The seats are the committee's, or the members with a mandate when it does not
 * say.  KL_E_INPUT for a body that is not in the bundle; KL_E_NOMEM. */
int sitting_at(struct arena *a, const struct bundle *b, const struct meeting *m,
    int paragraph, struct sitting *out, struct kl_error *err);

/* sitting_of(s, ref): the person's row, or NULL. */
const struct sitter *sitting_of(const struct sitting *s, const char *ref);

/* sitting_serves(s, ref), sitting_takes_part(s, ref): KL 4:25: whoever serves
 * may still stand aside. */
bool sitting_serves(const struct sitting *s, const char *ref);
bool sitting_takes_part(const struct sitting *s, const char *ref);

/* sitting_quorum(s, day, why, err): KL_E_RULE, with statute, when they are too
 * few to decide; the reasons in ${why}. */
int sitting_quorum(const struct sitting *s, kl_day day, struct derivation *why,
    struct kl_error *err);

/* sitting_ranges(a, b, m, ref, as, for_whom, out): the paragraphs in which the
 * person serves (${as} SEAT_SERVING, for ${for_whom} or NULL: for anybody),
 * listens, or is absent.  0 or KL_E_NOMEM. */
int sitting_ranges(struct arena *a, const struct bundle *b,
    const struct meeting *m, const char *ref, enum seat as,
    const char *for_whom, struct ranges *out, struct kl_error *err);

#endif
