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
	bool unsure;	 /* came late or left early, and it is not told at which
			    paragraph */
	bool crowded;	 /* told to serve on a seat that somebody else has; one
			    of them serves, the other one has this */
};

typedef VEC(struct sitter) sitters;

struct sitting {
	int paragraph;
	int seats;   /* of the body */
	int serving; /* how many serve */
	int need;    /* how many must (KL 6:27) */
	bool quorate;
	const char *chair; /* who presides, or NULL when nobody who may does */
	enum body_kind body;
	int vacant;	/* seats that no member has */
	int conflicted; /* seats that are empty because of a conflict */
	sitters v;	/* members by precedence, then deputies by order */
};

/* sitting_at(a, b, m, paragraph, out, err): who sits in that paragraph (0:
 * before the first one) of the meeting ${m} of the bundle ${b}, in the arena.
 *
 * A member's attendance without paragraphs means all but those of a conflict.
 * A clock alone is read by the breaks and by others' clocks with paragraphs;
 * what that leaves open counts as present and is ${unsure}.  The seats are the
 * committee's, or the members with a mandate when they are more or it does not
 * say.  One person sits on a seat: of two the one whose paragraphs are told,
 * otherwise the member.  A deputy who is not told to serve for anybody serves
 * for the personal member, for the one empty seat of the party, or on the only
 * seat that is left; ${serves_for} is NULL where that does not say whose.  Who
 * serves for a member whose mandate has ended sits on a vacant seat.
 * KL_E_INPUT for a body that is not in the bundle; KL_E_NOMEM. */
int sitting_at(struct arena *a, const struct bundle *b, const struct meeting *m,
    int paragraph, struct sitting *out, struct kl_error *err);

/* sitting_all(a, b, m, out, err): the same for every paragraph that the meeting
 * has, in their order, at the price of little more than one. */
typedef VEC(struct sitting) sittings;
int sitting_all(struct arena *a, const struct bundle *b,
    const struct meeting *m, sittings *out, struct kl_error *err);

/* sitting_settle(a, b, m, out, err): ${out} is ${m} with its attendance as the
 * sittings say it was, in the arena: a row for each seat that somebody had,
 * with the paragraphs where the row did not tell them rightly; and its presiding
 * with a row for each run of paragraphs that another than the chair led.  What
 * is told rightly stays as it is. */
int sitting_settle(struct arena *a, const struct bundle *b,
    const struct meeting *m, struct meeting *out, struct kl_error *err);

/* sitting_members(a, b, m, vacated, out, err): who has a seat on the meeting's
 * day, without attendance: members by precedence, then deputies by order, all
 * SEAT_ABSENT.  ${vacated} (may be NULL) gets the last holders of the vacant
 * seats, as far as the mandates tell. */
int sitting_members(struct arena *a, const struct bundle *b,
    const struct meeting *m, sitters *vacated, struct sitting *out,
    struct kl_error *err);

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
