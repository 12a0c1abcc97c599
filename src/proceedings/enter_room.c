/* SPDX-License-Identifier: EUPL-1.2
 *
 * Lines about the room: the beginning and the end, who comes, goes, serves and
 * presides, breaks, doors.
 */
#include "config.h"

#include <string.h>

#include "domain/state.h"
#include "proceedings/enter_inner.h"

/* A meeting that is said to end earlier in the day than it began has gone on
 * past midnight, but not until this. */
#define AFTER_MIDNIGHT "06:00"

static bool
same(const char *x, const char *y)
{
	return x != NULL && y != NULL && strcmp(x, y) == 0;
}

/* ---- the meeting --------------------------------------------------------- */

/* The clock that the line gives, or the one that it is. */
static int
take_clock(struct entering *e, struct line *l, const char *verb)
{
	const char *clock;

	if (line_clock(l, &clock)) {
		e->clock = arena_strdup(e->arena, clock);
		e->own_clock = e->timed = true;
	}
	if (e->timed)
		return enter_done(e, l);
	return UNCLEAR(e,
	    KL_N_("What time was it? Write for example %s 16:31. Nothing was "
		  "changed."),
	    verb);
}

int
enter_start(struct entering *e, struct line *l)
{
	int rc = take_clock(e, l, grammar_word(VERB_START));

	if (rc != 0)
		return rc;
	if (e->now.started)
		return UNCLEAR(
		    e, KL_N_("The meeting has been opened already. Nothing was "
			     "changed."));
	e->now.started = true;
	e->m->time = e->clock;
	e->touch.head = e->touch.seats = true;
	say(e, KL_N_("The meeting was opened at %s."), e->clock);
	return 0;
}

static int
end_meeting(struct entering *e, struct line *l)
{
	int rc = take_clock(e, l, grammar_word(VERB_END));
	int state = (int)e->m->state;
	size_t i;

	if (rc == 0 && e->now.division > 0)
		rc = REFUSE(e, "KL 5:67 p 3",
		    KL_N_("A division is under way. Nothing was changed. Give "
			  "the votes that are missing, or take it back."));
	if (rc == 0 && e->m->paragraphs.n == 0)
		rc = UNCLEAR(
		    e, KL_N_("No item has been taken up yet. Nothing was "
			     "changed."));
	if (rc == 0 && e->m->time != NULL && strcmp(e->clock, e->m->time) < 0 &&
	    strcmp(e->clock, AFTER_MIDNIGHT) >= 0)
		rc = UNCLEAR(e,
		    KL_N_("The meeting was opened at %s, so it did not end at "
			  "%s. Nothing was changed."),
		    e->m->time, e->clock);
	if (rc == 0)
		rc = state_apply(STATE_MEETING, &state, "hold", e->err);
	if (rc != 0)
		return rc;
	e->m->state = (enum meeting_state)state;
	e->m->end = e->clock;
	e->now.ended = true;
	e->touch.head = true;
	say(e, KL_N_("The meeting ended at %s."), e->clock);
	for (i = 0; i < e->m->paragraphs.n; i++)
		if (e->m->paragraphs.v[i].outcome == 0)
			note(e, KL_N_("§ %d is not decided."),
			    e->m->paragraphs.v[i].nr);
	return 0;
}

/* The end was told too early, or something before it is to be put right. */
static int
reopen(struct entering *e)
{
	if (!e->now.ended)
		return UNCLEAR(
		    e, KL_N_("The meeting has not ended. Nothing was "
			     "changed."));
	e->m->state = e->m->versions.n > 0 ? MEETING_SUMMONED : MEETING_PLANNED;
	e->m->end = NULL;
	e->now.ended = false;
	e->touch.head = true;
	say(e, KL_N_("The end of the meeting is taken back. Write it again "
		     "when the rest is right."));
	return 0;
}

int
enter_end_line(struct entering *e, struct line *l)
{
	if (line_is(l, "inte")) {
		int wrong = enter_done(e, l);

		return wrong != 0 ? wrong : reopen(e);
	}
	return end_meeting(e, l);
}

int
enter_break(struct entering *e, struct line *l)
{
	const char *from = NULL, *until = NULL, *why = NULL;
	struct adjournment *x;
	size_t n = e->m->adjournments.n;

	if (line_is(l, "till")) {
		x = n == 0 ? NULL : &e->m->adjournments.v[n - 1];
		if (x == NULL || x->until != NULL || !line_clock(l, &until))
			return UNCLEAR(e,
			    KL_N_("There is no break to end, or no time when "
				  "it ended. Nothing was changed."));
	} else {
		x = NULL;
		if (!line_clock(l, &from) && e->timed)
			from = e->clock;
		if (line_sign(l, "-") || line_sign(l, "–"))
			line_clock(l, &until);
		why = line_rest(l);
	}
	if (from == NULL && x == NULL)
		return UNCLEAR(e,
		    KL_N_("When was the break? Write for example ajournering "
			  "17:05-17:20. Nothing was changed."));
	if (until != NULL && from != NULL && strcmp(until, from) < 0)
		return UNCLEAR(
		    e, KL_N_("The break ends before it begins. Nothing was "
			     "changed."));
	if (enter_done(e, l) != 0)
		return KL_E_INPUT;
	if (x == NULL)
		x = vec_push(e->arena, &e->m->adjournments);
	if (x == NULL)
		return kl_error_nomem(e->err);
	if (from != NULL) {
		x->paragraph = enter_last(e) == 0 ? 0 : enter_now(e);
		x->from = arena_strdup(e->arena, from);
		x->why = arena_strdup(e->arena, why);
	}
	x->until = arena_strdup(e->arena, until);
	if (until != NULL)
		e->clock = x->until;
	e->touch.attendance = true;
	say(e, KL_N_("Break %s–%s."), x->from, until == NULL ? "" : until);
	return 0;
}

/* ---- doors --------------------------------------------------------------- */

static int
doors(struct entering *e, struct line *l, bool open)
{
	struct paragraph *p = enter_paragraph(e);
	const struct matter *x =
	    p == NULL ? NULL : voting_matter(e->b, e->m, p);
	const struct committee *c = bundle_committee(e->b, e->m->committee);

	line_is(l, "dörrar");
	if (enter_done(e, l) != 0)
		return KL_E_INPUT;
	if (open && x != NULL && c != NULL && c->kind != BODY_ASSEMBLY &&
	    (x->authority || x->secrecy.provision != NULL))
		return REFUSE(e, "KL 6:25",
		    KL_N_("§ %d exercises public authority or is secret, and "
			  "is always handled behind closed doors. Nothing was "
			  "changed."),
		    p->nr);
	if (p != NULL) {
		p->open = open ? 1 : -1;
		e->touch.paragraph = p->nr;
	} else {
		e->m->open = open;
		e->touch.head = true;
	}
	if (open)
		say(e, KL_N_("Open doors."));
	else
		say(e, KL_N_("Closed doors."));
	return 0;
}

int
enter_closed(struct entering *e, struct line *l)
{
	return doors(e, l, false);
}

int
enter_open(struct entering *e, struct line *l)
{
	return doors(e, l, true);
}

/* ---- coming -------------------------------------------------------------- */

/* The members who are not there. */
static const char *
absent_members(struct entering *e, int nr)
{
	text_list away = { 0 };
	const struct entrant *x;
	size_t i;

	for (i = 0; i < e->now.entrants.n; i++) {
		x = &e->now.entrants.v[i];
		if (x->mandate != NULL && !seats_is_deputy(x) &&
		    !seats_is_there(x, nr))
			text_add(e->work, &away, x->ref);
	}
	return away.n == 0 ? "–" : enter_names(e, &away);
}

static void
note_excused(struct entering *e, const char *ref)
{
	const struct absence_report *x =
	    entry_away(e->m, ref, e->clock == NULL ? "" : e->clock);
	const char *name = enter_name(e, ref), *why = "";

	if (x == NULL)
		return;
	if (x->why != NULL)
		why = arena_printf(e->work, " (%s)", x->why);
	if (x->from != NULL && x->until != NULL)
		note(e, KL_N_("Left out, reported absent %s–%s: %s%s."),
		    x->from, x->until, name, why);
	else if (x->from != NULL)
		note(e, KL_N_("Left out, reported absent from %s: %s%s."),
		    x->from, name, why);
	else if (x->until != NULL)
		note(e, KL_N_("Left out, reported absent until %s: %s%s."),
		    x->until, name, why);
	else
		note(e,
		    KL_N_("Left out, reported absent from the whole meeting: "
			  "%s%s."),
		    name, why);
}

int
enter_present(struct entering *e, struct line *l)
{
	int nr = enter_undivided(e), rc, n = 0;
	text_list who = { 0 };
	struct entrant *x;
	size_t i;

	rc = people_list(e, l, CROWD_MEMBERS, &who);
	if (rc == 0)
		rc = enter_done(e, l);
	if (rc != 0)
		return rc;
	for (i = 0; i < who.n; i++) {
		x = seats_of(e, who.v[i]);
		if (x != NULL && !seats_is_there(x, nr)) {
			seats_arrive(e, x, nr);
			n++;
		}
	}
	enter_changed_seats(e);
	say(e, KL_N_("%d came. Members who are absent: %s."), n,
	    absent_members(e, nr));
	for (i = 0; i < e->excused.n; i++)
		if (!seats_is_there(seats_of(e, e->excused.v[i]), nr))
			note_excused(e, e->excused.v[i]);
	if (e->excused.n > 0)
		hint(e, KL_N_("Who came all the same is named: n NAME"));
	return 0;
}

/* What the law or the regulations say of a member who comes back or late. */
static int
may_return(struct entering *e, const struct entrant *x, int nr)
{
	struct meeting coming = *e->m;
	struct kl_error told;
	bool forbidden;
	int rc;

	if (nr > enter_last(e))
		seats_write(e, nr, &coming);
	rc = entry_check_return(
	    e->work, e->b, &coming, nr, x->ref, e->book, &forbidden, &told);
	if (rc == KL_E_RULE && !forbidden) {
		if (e->answer != NULL)
			enter_say(e, "warnings", &told);
		return 0;
	}
	if (rc != 0)
		*e->err = told;
	return rc;
}

/* From which paragraph; a member whose seat is taken waits for the next item.
 */
static int
arrival(struct entering *e, const struct entrant *x, int *nr)
{
	*nr = enter_undivided(e);
	if (seats_is_there(x, enter_now(e)) || seats_is_there(x, *nr))
		return UNCLEAR(e,
		    KL_N_("%s is there already. Nothing was "
			  "changed."),
		    enter_name(e, x->ref));
	if (seats_is_deputy(x) || x->mandate == NULL)
		return 0;
	if (seats_server(e, x->ref, *nr) != NULL)
		*nr = enter_between(e);
	return may_return(e, x, *nr);
}

int
enter_arrive(struct entering *e, struct line *l)
{
	text_list who = { 0 };
	int rc, *nr, last = 0;
	size_t i;

	rc = people_list(e, l, CROWD_NONE, &who);
	if (rc == 0)
		rc = enter_done(e, l);
	nr = arena_alloc(e->work, (who.n + 1) * sizeof *nr);
	if (rc == 0 && nr == NULL)
		rc = kl_error_nomem(e->err);
	for (i = 0; rc == 0 && i < who.n; i++)
		rc = arrival(e, seats_of(e, who.v[i]), &nr[i]);
	if (rc != 0)
		return rc;
	for (i = 0; i < who.n; i++) {
		seats_release(e, who.v[i], nr[i], OPEN_END);
		seats_arrive(e, seats_of(e, who.v[i]), nr[i]);
		last = nr[i];
	}
	enter_changed_seats(e);
	say(e, KL_N_("%s came; from § %d."), enter_names(e, &who), last);
	return 0;
}

/* ---- going --------------------------------------------------------------- */

/* The last paragraph, if it is not decided and the person has acted in it, is
 * one that they were in. */
static int
departure(struct entering *e, const char *ref)
{
	const struct paragraph *p = meeting_paragraph(e->m, enter_last(e));
	int nr = enter_now(e);

	return p != NULL && p->nr == nr && enter_deeds(p, ref) != 0 ? nr + 1
								    : nr;
}

/* An official's name that begins so, or NULL. */
static struct other_present *
find_other(struct entering *e, const char *text)
{
	size_t i, n = strlen(text);

	for (i = 0; i < e->m->others.n; i++)
		if (strncmp(e->m->others.v[i].name, text, n) == 0)
			return &e->m->others.v[i];
	return NULL;
}

int
enter_leave(struct entering *e, struct line *l)
{
	struct other_present *other = find_other(e, l->p);
	text_list who = { 0 };
	int rc, nr = 0;
	size_t i;

	if (other != NULL && !line_end(l) && !people_names(e, l)) {
		other->until = e->clock;
		e->touch.attendance = true;
		say(e, KL_N_("%s left."), other->name);
		return 0;
	}
	rc = people_list(e, l, CROWD_NONE, &who);
	if (rc == 0)
		rc = enter_done(e, l);
	for (i = 0; rc == 0 && i < who.n; i++)
		if (!seats_is_there(seats_of(e, who.v[i]), enter_now(e)))
			rc = UNCLEAR(e,
			    KL_N_("%s is not there. Nothing was changed."),
			    enter_name(e, who.v[i]));
	if (rc != 0)
		return rc;
	for (i = 0; i < who.n; i++) {
		nr = departure(e, who.v[i]);
		seats_leave(e, seats_of(e, who.v[i]), nr);
	}
	enter_changed_seats(e);
	say(e, KL_N_("%s left; not there from § %d."), enter_names(e, &who),
	    nr);
	return 0;
}

/* ---- who else ------------------------------------------------------------ */

int
enter_remote(struct entering *e, struct line *l)
{
	text_list who = { 0 };
	struct entrant *x;
	size_t i;
	int rc;

	rc = people_list(e, l, CROWD_NONE, &who);
	if (rc == 0)
		rc = enter_done(e, l);
	for (i = 0; rc == 0 && i < who.n; i++) {
		x = seats_of(e, who.v[i]);
		if (!seats_is_there(x, enter_now(e)))
			rc = UNCLEAR(e,
			    KL_N_("%s is not there. Nothing was changed."),
			    enter_name(e, x->ref));
	}
	if (rc != 0)
		return rc;
	for (i = 0; i < who.n; i++) {
		x = seats_of(e, who.v[i]);
		x->stays.v[x->stays.n - 1].remote = true;
	}
	enter_changed_seats(e);
	say(e, KL_N_("Takes part from a distance: %s."), enter_names(e, &who));
	return 0;
}

/* The official is there in this paragraph too. */
static int
extend_other(struct entering *e, struct other_present *x, int nr)
{
	struct ranges r;

	if (ranges_parse(x->paragraphs, &r) != 0 || r.n == 0 ||
	    ranges_include(&r, nr, nr) != 0)
		return 0;
	x->paragraphs = ranges_format(e->arena, &r);
	return 0;
}

int
enter_other(struct entering *e, struct line *l)
{
	static const struct keyword kinds[] = { { "tjänsteman", NULL,
						    VISITOR_OFFICIAL },
		{ "personalföreträdare", NULL, VISITOR_STAFF },
		{ "insynsplats", NULL, VISITOR_OBSERVER },
		{ "adjungerad", NULL, VISITOR_ADJUNCT },
		{ "annan", NULL, VISITOR_OTHER }, { NULL, NULL, 0 } };
	struct line ahead = *l;
	int kind = line_keyword(&ahead, kinds);
	struct other_present *x;
	char *name;

	if (kind != 0 && line_sign(&ahead, ":"))
		*l = ahead;
	else
		kind = 0;
	name = line_rest(l);
	if (name == NULL)
		return UNCLEAR(
		    e, KL_N_("A name is missing. Nothing was changed."));
	x = find_other(e, name);
	if (x != NULL && strcmp(x->name, name) == 0) {
		x->until = NULL;
		extend_other(e, x, e->now.paragraph);
	} else {
		x = vec_push(e->arena, &e->m->others);
		if (x == NULL)
			return kl_error_nomem(e->err);
		x->name = arena_strdup(e->arena, name);
		if (e->now.paragraph > 0) {
			x->paragraphs =
			    arena_printf(e->arena, "%d", e->now.paragraph);
			x->from = e->clock;
		}
	}
	if (kind != 0)
		x->kind = (enum visitor_kind)kind;
	e->touch.attendance = true;
	say(e, KL_N_("Also present: %s."), name);
	return 0;
}

/* ---- presiding ----------------------------------------------------------- */

/* The paragraph is the presider's and nobody else's. */
void
enter_preside_in(struct entering *e, int nr)
{
	struct presiding *x, *mine = NULL;
	struct ranges r;
	size_t i;

	for (i = e->m->presiding.n; i-- > 0;) {
		x = &e->m->presiding.v[i];
		if (ranges_parse(x->paragraphs, &r) != 0 || r.n == 0)
			continue;
		if (same(x->person, e->now.presider) &&
		    x->elected == e->now.presider_elected) {
			mine = x;
			continue;
		}
		ranges_remove(&r, nr);
		if (r.n > 0) {
			x->paragraphs = ranges_format(e->arena, &r);
			continue;
		}
		memmove(x, x + 1, (e->m->presiding.n - i - 1) * sizeof *x);
		e->m->presiding.n--;
		if (mine != NULL)
			mine--;
	}
	e->touch.attendance = true;
	if (e->now.presider == NULL)
		return;
	if (mine == NULL)
		mine = vec_push(e->arena, &e->m->presiding);
	if (mine == NULL)
		return;
	mine->person = e->now.presider;
	mine->elected = e->now.presider_elected;
	if (ranges_parse(mine->paragraphs, &r) == 0) {
		ranges_include(&r, nr, nr);
		mine->paragraphs = ranges_format(e->arena, &r);
	}
}

void
enter_vacate_chair(struct entering *e, int nr)
{
	e->now.presider = NULL;
	if (nr <= enter_last(e))
		enter_preside_in(e, nr);
}

/* Who presides unless somebody says otherwise. */
static bool
by_role(const struct sitting *s, const char *ref)
{
	size_t i;

	for (i = 0; i < s->v.n; i++)
		if (s->v.v[i].seat == SEAT_SERVING &&
		    s->v.v[i].mandate != NULL &&
		    s->v.v[i].mandate->role <= ROLE_SECOND_VICE_CHAIR)
			return same(s->v.v[i].ref, ref);
	return false;
}

int
enter_preside(struct entering *e, struct line *l)
{
	const struct sitting *s;
	const char *ref;
	bool elected;
	int nr = enter_undivided(e), rc;

	rc = people_one(e, l, &ref);
	if (rc != 0)
		return rc;
	elected = line_is(l, "vald");
	rc = enter_done(e, l);
	if (rc == 0)
		rc = enter_sitting(e, nr, &s);
	if (rc != 0)
		return rc;
	if (!sitting_serves(s, ref))
		return REFUSE(e, "KL 5:53, 6:33",
		    KL_N_("%s does not serve in § %d and cannot preside. "
			  "Nothing was changed."),
		    enter_name(e, ref), nr);
	return enter_set_presider(
	    e, ref, elected, nr, !elected && by_role(s, ref));
}

int
enter_set_presider(struct entering *e, const char *ref, bool elected, int nr,
    bool by_role_alone)
{
	e->now.presider = by_role_alone ? NULL : ref;
	e->now.presider_elected = elected;
	if (nr <= enter_last(e))
		enter_preside_in(e, nr);
	e->touch.seats = true;
	e->sit = NULL;
	say(e, KL_N_("%s presides from § %d."), enter_name(e, ref), nr);
	return 0;
}
