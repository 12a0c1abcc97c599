/* SPDX-License-Identifier: EUPL-1.2
 *
 * Preflight checks of the people: who presided, whether they were enough, who
 * served for whom, conflicts of interest.  What holds for a run of paragraphs
 * is said once, at the first of them.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "rules/preflight_private.h"

/* An item that was withdrawn is not dealt with. */
static bool
dealt_with(const struct paragraph *p)
{
	return p->outcome != OUTCOME_WITHDRAWN;
}

static enum level
formal(const struct check *c)
{
	return c->statutory ? BLOCKS : WARNS;
}

/* ---- presiding and quorum -------------------------------------------------
 */

void
check_presiding(struct check *c)
{
	struct ranges r = { .n = 0 };
	size_t i;

	for (i = 0; c->told && i < c->m->paragraphs.n; i++)
		if (c->sittings[i].chair == NULL &&
		    dealt_with(&c->m->paragraphs.v[i]))
			ranges_add(&r, c->m->paragraphs.v[i].nr);
	if (r.n == 0)
		return;
	FIND_IN(c, formal(c), &r, "presiding",
	    check_law(c, "KL 5:65, 6:35", "KL 5:65"),
	    KL_N_("Record who presided (presiderar), or the temporary chair "
		  "that was elected."),
	    KL_N_("Nobody who may preside led the meeting in %s."),
	    check_list(c, &r));
}

void
check_quorum(struct check *c)
{
	const struct sitting *s = c->s;

	if (!c->told || s->quorate || !dealt_with(c->p))
		return;
	FIND(c, formal(c), c->p->nr, "quorum",
	    check_law(c, "KL 6:27", "KL 5:45"), MEND_ENTER,
	    KL_N_("In § %d %d of %d serve, but at least %d must to deal with "
		  "the item."),
	    c->p->nr, s->serving, s->seats, s->need);
}

/* ---- who serves -----------------------------------------------------------
 */

/* The paragraphs in which ${told} holds of the attendance ${x}. */
static void
where(const struct check *c, const struct attendance *x,
    bool (*told)(const struct check *, size_t, const struct attendance *),
    struct ranges *out)
{
	struct ranges listed;
	size_t i;
	int nr;

	out->n = 0;
	ranges_parse(x->paragraphs, &listed);
	for (i = 0; i < c->m->paragraphs.n; i++) {
		nr = c->m->paragraphs.v[i].nr;
		if ((listed.n == 0 || ranges_has(&listed, nr)) && told(c, i, x))
			ranges_add(out, nr);
	}
}

static bool
serves_without(const struct check *c, size_t i, const struct attendance *x)
{
	const struct sitter *r = sitting_of(&c->sittings[i], x->person);

	return x->serving && r != NULL && r->seat == SEAT_WITHOUT;
}

void
check_mandates(struct check *c)
{
	const struct attendance *x;
	struct ranges r;
	size_t i;

	for (i = 0; i < c->m->attendance.n; i++) {
		x = &c->m->attendance.v[i];
		where(c, x, serves_without, &r);
		if (r.n == 0)
			continue;
		FIND_IN(c, formal(c), &r, "mandate",
		    check_law(c, "KL 6:12, 6:16", "KL 5:4"), MEND_REGISTER,
		    KL_N_("%s serves in %s, but has no mandate in the "
			  "committee that day."),
		    check_name(c, x->person), check_list(c, &r));
	}
}

/* Told to serve on a seat that somebody else has. */
static const struct sitter *
crowded(const struct check *c, size_t i, const char *ref)
{
	const struct sitter *r = sitting_of(&c->sittings[i], ref);

	return r != NULL && r->crowded ? r : NULL;
}

/* The member is told to be there as well as the deputy. */
static bool
both_there(const struct check *c, size_t i, const struct attendance *x)
{
	const struct sitting *s = &c->sittings[i];

	return x->serving && x->serves_for != NULL &&
	       ((crowded(c, i, x->person) != NULL &&
		    sitting_serves(s, x->serves_for)) ||
		   (crowded(c, i, x->serves_for) != NULL &&
		       sitting_serves(s, x->person)));
}

void
check_replaced(struct check *c)
{
	const struct attendance *x;
	struct ranges r;
	size_t i;

	for (i = 0; i < c->m->attendance.n; i++) {
		x = &c->m->attendance.v[i];
		where(c, x, both_there, &r);
		if (r.n == 0)
			continue;
		FIND_IN(c, formal(c), &r, "member-present",
		    check_law(c, "KL 6:16-17, 5:66", "KL 5:17, 5:66"),
		    MEND_ENTER,
		    KL_N_("%s serves for %s in %s, where the member "
			  "is there too."),
		    check_name(c, x->person), check_name(c, x->serves_for),
		    check_list(c, &r));
	}
}

/* Both are told to serve in the paragraph, for different members. */
static bool
serves_two(const struct check *c, size_t i, const struct attendance *x,
    const struct attendance *y)
{
	int nr = c->m->paragraphs.v[i].nr;
	struct ranges rx, ry;

	ranges_parse(x->paragraphs, &rx);
	ranges_parse(y->paragraphs, &ry);
	return (rx.n == 0 || ranges_has(&rx, nr)) &&
	       (ry.n == 0 || ranges_has(&ry, nr)) &&
	       !check_conflicted(c, x->person, nr);
}

/* By the clock alone: at which paragraphs is not told. */
static bool
by_clock(const struct attendance *x)
{
	return x->paragraphs == NULL && (x->from != NULL || x->until != NULL);
}

static void
two_seats(
    struct check *c, const struct attendance *x, const struct attendance *y)
{
	struct ranges r = { .n = 0 };
	size_t i;

	if (!x->serving || !y->serving || x->serves_for == NULL ||
	    y->serves_for == NULL || by_clock(x) || by_clock(y) ||
	    strcmp(x->person, y->person) != 0 ||
	    strcmp(x->serves_for, y->serves_for) == 0)
		return;
	for (i = 0; i < c->m->paragraphs.n; i++)
		if (serves_two(c, i, x, y))
			ranges_add(&r, c->m->paragraphs.v[i].nr);
	if (r.n > 0)
		FIND_IN(c, formal(c), &r, "serves-twice",
		    check_law(c, "KL 4:24, 5:66", "KL 4:24, 5:66"), MEND_ENTER,
		    KL_N_("In %s %s is said to serve both for %s and for %s; "
			  "nobody has more than one seat."),
		    check_list(c, &r), check_name(c, x->person),
		    check_name(c, x->serves_for), check_name(c, y->serves_for));
}

/* One deputy for two members at the same time. */
void
check_serves_twice(struct check *c)
{
	size_t i, k;

	for (i = 0; c->told && i < c->m->attendance.n; i++)
		for (k = i + 1; k < c->m->attendance.n; k++)
			two_seats(
			    c, &c->m->attendance.v[i], &c->m->attendance.v[k]);
}

/* One left before the other came. */
static bool
after_another(const struct attendance *x, const struct attendance *y)
{
	return (x->until != NULL && y->from != NULL &&
		   strcmp(x->until, y->from) <= 0) ||
	       (y->until != NULL && x->from != NULL &&
		   strcmp(y->until, x->from) <= 0);
}

/* The paragraphs that both rows of one person tell of: as such, or as the whole
 * meeting.  (What is told of a paragraph goes before what is told of all.) */
static void
told_twice(const struct check *c, const struct attendance *x,
    const struct attendance *y, struct ranges *out)
{
	struct ranges rx, ry;
	size_t i;
	int nr;

	out->n = 0;
	ranges_parse(x->paragraphs, &rx);
	ranges_parse(y->paragraphs, &ry);
	for (i = 0; i < c->m->paragraphs.n; i++) {
		nr = c->m->paragraphs.v[i].nr;
		if (rx.n == 0 ? ry.n == 0
			      : ranges_has(&rx, nr) && ranges_has(&ry, nr))
			ranges_add(out, nr);
	}
}

static void
two_rows(
    struct check *c, const struct attendance *x, const struct attendance *y)
{
	struct ranges r;

	if (strcmp(x->person, y->person) != 0 || by_clock(x) || by_clock(y) ||
	    after_another(x, y))
		return;
	if (x->serving && y->serving && x->serves_for != NULL &&
	    y->serves_for != NULL && strcmp(x->serves_for, y->serves_for) != 0)
		return; /* check_serves_twice() tells it */
	told_twice(c, x, y, &r);
	if (r.n > 0)
		FIND_IN(c, x->serving || y->serving ? formal(c) : WARNS, &r,
		    "attendance-twice",
		    check_law(c, "KL 5:66, 6:35", "KL 5:66"), MEND_ENTER,
		    KL_N_("%s stands twice in the attendance of %s."),
		    check_name(c, x->person), check_list(c, &r));
}

/* One person twice in a paragraph. */
void
check_attendance_twice(struct check *c)
{
	size_t i, k;

	for (i = 0; i < c->m->attendance.n; i++)
		for (k = i + 1; k < c->m->attendance.n; k++)
			two_rows(
			    c, &c->m->attendance.v[i], &c->m->attendance.v[k]);
}

/* ${ref} has, or has had, a member's seat in the body. */
static bool
has_seat(const struct check *c, const char *ref, bool that_day)
{
	const struct mandate *x;
	size_t i;

	for (i = 0; i < c->b->mandates.n; i++) {
		x = &c->b->mandates.v[i];
		if (x->role >= ROLE_CHAIR && x->role <= ROLE_MEMBER &&
		    strcmp(x->committee, c->m->committee) == 0 &&
		    strcmp(x->person, ref) == 0 &&
		    (!that_day ||
			((x->from == KL_DAY_NONE || x->from <= c->m->day) &&
			    (x->to == KL_DAY_NONE || x->to >= c->m->day))))
			return true;
	}
	return false;
}

static bool
for_no_member(const struct check *c, size_t i, const struct attendance *x)
{
	return sitting_serves(&c->sittings[i], x->person);
}

/* Deputies serve for members, and only deputies do. */
void
check_for_whom(struct check *c)
{
	const struct attendance *x;
	struct ranges r;
	size_t i;

	for (i = 0; c->told && i < c->m->attendance.n; i++) {
		x = &c->m->attendance.v[i];
		if (!x->serving || x->serves_for == NULL ||
		    (has_seat(c, x->serves_for, false) &&
			!has_seat(c, x->person, true)))
			continue;
		where(c, x, for_no_member, &r);
		if (r.n == 0)
			continue;
		FIND_IN(c, formal(c), &r, "serves-for",
		    check_law(c, "KL 6:16, 5:66", "KL 5:17, 5:66"), MEND_ENTER,
		    KL_N_("%s is said to serve for %s in %s, but a deputy "
			  "serves for a member."),
		    check_name(c, x->person), check_name(c, x->serves_for),
		    check_list(c, &r));
	}
}

static bool
seat_has_deputy(const struct check *c, size_t i, const struct attendance *x)
{
	return x->serving && x->serves_for != NULL &&
	       crowded(c, i, x->person) != NULL &&
	       !sitting_serves(&c->sittings[i], x->serves_for);
}

void
check_replaced_twice(struct check *c)
{
	const struct attendance *x;
	struct ranges r;
	size_t i;

	for (i = 0; i < c->m->attendance.n; i++) {
		x = &c->m->attendance.v[i];
		where(c, x, seat_has_deputy, &r);
		if (r.n == 0)
			continue;
		FIND_IN(c, formal(c), &r, "replaced-twice",
		    check_law(c, "KL 6:16-17, 5:66", "KL 5:17, 5:66"),
		    MEND_ENTER,
		    KL_N_("In %s more than one deputy serves for %s."),
		    check_list(c, &r), check_name(c, x->serves_for));
	}
}

/* A deputy who serves for nobody that is told, when all seats are taken. */
static bool
no_seat_left(const struct check *c, size_t i, const struct attendance *x)
{
	const struct sitter *r = crowded(c, i, x->person);

	return x->serving && x->serves_for == NULL && r != NULL &&
	       r->mandate != NULL && r->mandate->role == ROLE_DEPUTY;
}

void
check_seats(struct check *c)
{
	const struct attendance *x;
	struct ranges r;
	size_t i;

	for (i = 0; i < c->m->attendance.n; i++) {
		x = &c->m->attendance.v[i];
		where(c, x, no_seat_left, &r);
		if (r.n == 0)
			continue;
		FIND_IN(c, formal(c), &r, "seats",
		    check_law(c, "KL 6:16, 5:66", "KL 5:5, 5:66"), MEND_ENTER,
		    KL_N_("%s is said to serve in %s, but all %d seats are "
			  "taken."),
		    check_name(c, x->person), check_list(c, &r),
		    c->sittings[0].seats);
	}
}

/* Came or left at a time that no paragraph can be found for. */
static bool
is_unsure(const struct check *c, size_t i, const struct attendance *x)
{
	const struct sitter *r = sitting_of(&c->sittings[i], x->person);

	return r != NULL && r->unsure && r->seat == SEAT_SERVING;
}

void
check_clocks(struct check *c)
{
	const struct attendance *x;
	struct ranges r;
	size_t i;

	for (i = 0; i < c->m->attendance.n; i++) {
		x = &c->m->attendance.v[i];
		where(c, x, is_unsure, &r);
		if (r.n == 0)
			continue;
		FIND(c, WARNS, 0, "attendance-clock",
		    check_law(c, "KL 5:66, 6:35", "KL 5:66"),
		    KL_N_("Give the paragraphs (paragrafer) of who came late "
			  "or left early."),
		    KL_N_("%s came late or left early, but nothing says at "
			  "which paragraph."),
		    check_name(c, x->person));
	}
}

/* ---- conflicts of interest ------------------------------------------------
 */

/* The provision on what a conflict of interest does. */
static const char *
conflict_law(const struct check *c)
{
	return check_law(c, "KL 6:30", "KL 5:47");
}

/* The list of paragraphs ${text} names ${nr}; an empty one does not. */
static bool
names(const char *text, int nr)
{
	struct ranges r;

	return ranges_parse(text, &r) == 0 && ranges_has(&r, nr);
}

void
check_conflict_present(struct check *c)
{
	const struct attendance *x;
	size_t i;

	for (i = 0; i < c->m->attendance.n; i++) {
		x = &c->m->attendance.v[i];
		if (names(x->paragraphs, c->p->nr) &&
		    check_conflicted(c, x->person, c->p->nr))
			FIND(c, BLOCKS, c->p->nr, "conflict-present",
			    conflict_law(c), MEND_ENTER,
			    KL_N_("%s has a conflict of interest in § %d, but "
				  "is said to be present there."),
			    check_name(c, x->person), c->p->nr);
	}
}

static bool
has_voted(const struct paragraph *p, const char *ref)
{
	const struct division *d;
	size_t i, k;

	for (i = 0; i < p->divisions.n; i++) {
		d = &p->divisions.v[i];
		for (k = 0; k < d->ballots.n; k++)
			if (d->ballots.v[k].vote != VOTE_ABSENT &&
			    strcmp(d->ballots.v[k].person, ref) == 0)
				return true;
	}
	return false;
}

static bool
has_proposed(const struct paragraph *p, const char *ref)
{
	size_t i;

	for (i = 0; i < p->proposals.n; i++)
		if (!p->proposals.v[i].withdrawn &&
		    check_has(&p->proposals.v[i].persons, ref))
			return true;
	return false;
}

void
check_conflict_acting(struct check *c)
{
	const struct conflict *x;
	size_t i;

	for (i = 0; i < c->m->conflicts.n; i++) {
		x = &c->m->conflicts.v[i];
		if (x->paragraph != c->p->nr || x->rejected ||
		    x->person == NULL)
			continue;
		/* the check of the division tells it, when it can be made */
		if (!c->told && has_voted(c->p, x->person))
			FIND(c, BLOCKS, c->p->nr, "conflict-voting",
			    conflict_law(c), MEND_ENTER,
			    KL_N_("%s has a conflict of interest in § %d, but "
				  "is said to have voted."),
			    check_name(c, x->person), c->p->nr);
		if (has_proposed(c->p, x->person))
			FIND(c, BLOCKS, c->p->nr, "conflict-proposing",
			    conflict_law(c), MEND_ENTER,
			    KL_N_("%s has a conflict of interest in § %d, but "
				  "is said to have moved a proposal."),
			    check_name(c, x->person), c->p->nr);
	}
}

/* An official with a conflict who is said to be there, or to have presented the
 * item (KL 7:4). */
void
check_conflict_official(struct check *c)
{
	const struct other_present *o;
	const struct conflict *x;
	const char *words[2] = { NULL, NULL };
	bool there;
	size_t i, k;

	for (i = 0; i < c->m->conflicts.n; i++) {
		x = &c->m->conflicts.v[i];
		if (x->paragraph != c->p->nr || x->rejected || x->name == NULL)
			continue;
		words[0] = utf8_fold(c->a, x->name);
		there = words[0] != NULL &&
			check_mentions(c, c->p->rapporteur, words);
		for (k = 0; words[0] != NULL && k < c->m->others.n; k++) {
			o = &c->m->others.v[k];
			there = there || (names(o->paragraphs, c->p->nr) &&
					     check_mentions(c, o->name, words));
		}
		if (there)
			FIND(c, BLOCKS, c->p->nr, "conflict-official",
			    "KL 7:4, 6:30", MEND_ENTER,
			    KL_N_("%s has a conflict of interest in § %d, but "
				  "is said to be present there."),
			    x->name, c->p->nr);
	}
}

void
check_conflict_nowhere(struct check *c)
{
	const struct conflict *x;
	size_t i;

	for (i = 0; i < c->m->conflicts.n; i++) {
		x = &c->m->conflicts.v[i];
		if (c->only == NULL &&
		    meeting_paragraph(c->m, x->paragraph) == NULL)
			FIND(c, WARNS, x->paragraph, "conflict-nowhere",
			    conflict_law(c), MEND_ENTER,
			    KL_N_("%s is said to have a conflict of interest "
				  "in § %d, which the meeting does not have."),
			    x->person == NULL ? x->name
					      : check_name(c, x->person),
			    x->paragraph);
	}
}
