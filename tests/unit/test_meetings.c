/* SPDX-License-Identifier: EUPL-1.2
 *
 * Meetings at random, typed line by line: whatever is typed, the facts that
 * come of it hold.  Nobody votes who does not serve, nobody with a conflict is
 * there, nothing is decided by too few, the minutes name nobody who was not
 * there, and the lines again make the same facts.  KANSLI_LONG=1 plays many
 * more.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "base/tree.h"
#include "proceedings/compose.h"
#include "proceedings/enter.h"
#include "record/record.h"
#include "rules/voting.h"

#define MEETINGS 1500
#define MEETINGS_LONG 30000
#define LINES 70
#define PEOPLE 16

#define PHRASES SRCDIR "/templates/phrases/protokoll.xml"
#define EXCHANGE SRCDIR "/templates/schema/exchange.rng"

static const char *const surnames[PEOPLE] = { "Almqvist", "Bergdahl",
	"Cederlöf", "Dahlström", "Ekenstam", "Forsgren", "Grönvall", "Hultman",
	"Isaksson", "Jernberg", "Kvarnlund", "Lövgren", "Mörtsell", "Nyblom",
	"Öhrvall", "Persbrant" };
static const char *const parties[] = { "S", "M", "V", "L", "C" };

/* One meeting being played. */
struct play {
	struct arena *a;
	struct bundle b;
	struct meeting *m;
	struct meeting base; /* as it was before the first line */
	struct entering *e;
	uint64_t random;
	size_t people, accepted, refused;
};

static struct phrases *phrases;
static size_t total_accepted, total_refused, total_divisions, total_decided;

/* ---- chance -------------------------------------------------------------- */

static unsigned
chance(struct play *p, unsigned n)
{
	p->random ^= p->random << 13;
	p->random ^= p->random >> 7;
	p->random ^= p->random << 17;
	return (unsigned)(p->random >> 33) % n;
}

static const char *
anybody(struct play *p)
{
	return surnames[chance(p, (unsigned)p->people)];
}

/* ---- a body -------------------------------------------------------------- */

static void
add_people(struct play *p, size_t members)
{
	struct person *x;
	struct mandate *m;
	size_t i;

	for (i = 0; i < p->people; i++) {
		x = vec_push(p->a, &p->b.persons);
		x->ref = arena_printf(p->a, "p%zu", i + 1);
		x->first = "Kim";
		x->last = surnames[i];
		x->party = parties[chance(p, 5)];
		m = vec_push(p->a, &p->b.mandates);
		m->committee = "BYN";
		m->person = x->ref;
		m->role = i == 0	? ROLE_CHAIR
			  : i == 1	? ROLE_VICE_CHAIR
			  : i < members ? ROLE_MEMBER
					: ROLE_DEPUTY;
		m->from = kl_day_of(2027, 1, 1);
		m->to = KL_DAY_NONE;
		if (i >= members)
			m->order = (int)(i - members) + 1;
		if (i >= members && chance(p, 4) == 0)
			m->personal_for =
			    p->b.persons.v[chance(p, (unsigned)members)].ref;
	}
}

static void
add_agenda(struct play *p)
{
	size_t i, n = 2 + chance(p, 6);
	struct agenda_item *item;
	struct matter *x;

	for (i = 0; i < n; i++) {
		item = vec_push(p->a, &p->m->items);
		item->position = (int)i + 1;
		item->nr = arena_printf(p->a, "%zu", i + 1);
		if (chance(p, 3) == 0) {
			item->title = "Ett ärende utan nummer";
			continue;
		}
		x = vec_push(p->a, &p->b.matters);
		x->number = arena_printf(p->a, "B2027-%04zu", i + 1);
		x->committee = "BYN";
		x->title = "Ett ärende";
		x->kind = chance(p, 5) == 0 ? MATTER_ELECTION : MATTER_DECISION;
		x->registered = x->answer_by = KL_DAY_NONE;
		x->secrecy.date = KL_DAY_NONE;
		x->authority = chance(p, 4) == 0;
		text_add(p->a, &x->proposals, "Bynämnden godkänner det.");
		item->number = x->number;
	}
}

static void
play_begin(struct play *p, uint64_t seed)
{
	size_t members = 3;
	struct committee *c;
	struct party_order *o;
	size_t i;

	memset(p, 0, sizeof *p);
	p->random = seed * 0x9e3779b97f4a7c15ULL + 1;
	p->a = p->b.arena = arena_new(0);
	members += chance(p, 6);
	p->people = members + chance(p, (unsigned)(PEOPLE - members));
	c = vec_push(p->a, &p->b.committees);
	c->code = "BYN";
	c->name = "Bynämnden";
	c->kind = chance(p, 5) == 0 ? BODY_ASSEMBLY : BODY_COMMITTEE;
	c->numbering = NUMBER_PER_MEETING;
	c->seats = (int)members + (chance(p, 5) == 0);
	for (i = 0; i < 5; i++) {
		o = vec_push(p->a, &c->orders);
		o->party = parties[i];
		o->order = chance(p, 2) ? "S V M L C" : "C L M V S";
	}
	p->m = vec_push(p->a, &p->b.meetings);
	p->m->key = "BYN/2027-04-13";
	p->m->committee = "BYN";
	p->m->day = kl_day_of(2027, 4, 13);
	p->m->seq = 1;
	p->m->time = "16:30";
	p->m->state = MEETING_SUMMONED;
	add_people(p, members);
	add_agenda(p);
	p->base = *p->m;
	p->base.items.cap = p->base.items.n; /* it grows elsewhere */
	assert_int_equal(enter_begin(p->a, &p->b, p->m, NULL, &p->e, NULL), 0);
}

static void
play_end(struct play *p)
{
	enter_end(p->e);
	arena_free(p->a);
}

/* ---- a line -------------------------------------------------------------- */

static const char *
clock_at(struct play *p, int nr)
{
	int minutes = 16 * 60 + 30 + nr;

	return arena_printf(p->a, "%02d:%02d", minutes / 60, minutes % 60);
}

/* A proposal's name, mostly of one that is there. */
static const char *
any_proposal(struct play *p)
{
	size_t n = p->m->paragraphs.n;
	const struct paragraph *x = n == 0 ? NULL : &p->m->paragraphs.v[n - 1];

	n = x == NULL || x->proposals.n == 0 || chance(p, 8) == 0
		? 4
		: x->proposals.n;
	return arena_printf(p->a, "y%u", 1 + chance(p, (unsigned)n));
}

static const char *
room_line(struct play *p)
{
	switch (chance(p, 10)) {
	case 0:
	case 1:
		return arena_printf(p->a, "+ %s", anybody(p));
	case 2:
	case 3:
		return arena_printf(p->a, "- %s", anybody(p));
	case 4:
		return arena_printf(p->a, "%s för %s", anybody(p), anybody(p));
	case 5:
		return "tj";
	case 6:
		return arena_printf(p->a, "distans %s", anybody(p));
	case 7:
		return arena_printf(p->a, "presiderar %s%s", anybody(p),
		    chance(p, 2) ? " vald" : "");
	case 8:
		return chance(p, 2) ? "stängda dörrar" : "öppna dörrar";
	default:
		return arena_printf(p->a, "jäv %s p %u%s", anybody(p),
		    1 + chance(p, 4),
		    chance(p, 5) == 0	? " prövat inte jäv"
		    : chance(p, 6) == 0 ? " bestritt"
					: "");
	}
}

static const char *
proposal_line(struct play *p)
{
	static const char *const kinds[] = { "bifall", "avslag",
		"ändring Något annat.", "tillägg Något mer.",
		"återremiss Något saknas.", "bordläggning" };

	switch (chance(p, 8)) {
	case 0:
		return arena_printf(p->a, "återtar %s",
		    chance(p, 2) ? any_proposal(p) : anybody(p));
	case 1:
		return arena_printf(p->a, "fråga %s %s -> %s", any_proposal(p),
		    any_proposal(p), any_proposal(p));
	case 2:
		return arena_printf(p->a, "dt %s", anybody(p));
	case 3:
		return arena_printf(p->a, "val %s %s",
		    chance(p, 3) == 0 ? "ordförande" : "justerare", anybody(p));
	default:
		return arena_printf(p->a, "y %s%s%s %s", anybody(p),
		    chance(p, 3) == 0 ? ", " : "",
		    chance(p, 3) == 0 ? anybody(p) : "", kinds[chance(p, 6)]);
	}
}

static const char *
division_line(struct play *p)
{
	static const char *const votes[] = { "ja", "nej", "avstår",
		"frånvarande" };

	switch (chance(p, 9)) {
	case 0:
	case 7:
	case 8:
		return arena_printf(p->a, "%s övriga", votes[chance(p, 2)]);
	case 1:
		return arena_printf(
		    p->a, "%s %s", votes[chance(p, 2)], parties[chance(p, 5)]);
	case 2:
		return arena_printf(p->a, "sluten %u %u %u", chance(p, 6),
		    chance(p, 6), chance(p, 2));
	case 3:
		return arena_printf(p->a, "lottning %s", any_proposal(p));
	default:
		return arena_printf(
		    p->a, "%s %s", votes[chance(p, 4)], anybody(p));
	}
}

static const char *
outcome_line(struct play *p)
{
	switch (chance(p, 9)) {
	case 0:
		return "bordläggs";
	case 1:
		return "återremiss till kontoret: Något saknas.";
	case 2:
		return chance(p, 2) ? "utgår" : "anmäls";
	case 3:
		return "beslut enligt förslag";
	case 4:
		return arena_printf(p->a, "beslut %s", any_proposal(p));
	case 5:
		return "uppdrag kontoret senast 2027-09-01: Att göra det.";
	case 6:
		return arena_printf(p->a, "res %s", anybody(p));
	case 7:
		return arena_printf(p->a, "%s %s: Det sades.",
		    chance(p, 2) ? "utt" : "ey", anybody(p));
	default:
		return "beslut Bynämnden gör det.";
	}
}

/* The next line, more often one that may be taken than not. */
static const char *
next_line(struct play *p, int nr)
{
	size_t n = p->m->paragraphs.n;
	const struct paragraph *x = n == 0 ? NULL : &p->m->paragraphs.v[n - 1];

	if (nr == 0)
		return "start 16:30";
	if (nr == 1)
		return arena_printf(
		    p->a, "n alla utom %s", surnames[chance(p, 3)]);
	if (chance(p, 12) == 0)
		return "ångra";
	if (x == NULL || (x->outcome != 0 && chance(p, 3) == 0))
		return chance(p, 8) == 0 ? "§ extra Något nytt" : "§";
	if (x->divisions.n > 0 &&
	    x->divisions.v[x->divisions.n - 1].carried == NULL)
		return division_line(p);
	if (x->outcome == 0 && x->proposals.n < 2 && chance(p, 2))
		return proposal_line(p);
	/* what has fallen is not put again */
	if (x->outcome == 0 && x->proposals.n > 1 && x->divisions.n == 0 &&
	    chance(p, 3) != 0)
		return "votering y1 y2";
	switch (chance(p, 9)) {
	case 0:
	case 1:
		return room_line(p);
	case 2:
	case 3:
	case 4:
		return proposal_line(p);
	case 5:
		if (x->proposals.n < 2)
			return proposal_line(p);
		return arena_printf(p->a, "votering %s %s", any_proposal(p),
		    chance(p, 3) == 0 ? "" : any_proposal(p));
	case 6:
		return arena_printf(
		    p->a, "§ %u", 1 + chance(p, (unsigned)n + 1));
	default:
		return outcome_line(p);
	}
}

/* ---- what must hold ------------------------------------------------------ */

static struct kl_error last_error;

static void
complain(const struct play *p, const char *what, int nr)
{
	char sentence[1024];
	size_t i;

	kl_error_format(&last_error, NULL, sentence, sizeof sentence);
	print_error("%s in § %d (%s)\n", what, nr, sentence);
	for (i = 0; i < p->m->proceedings.n; i++)
		print_error("%s%s\n",
		    p->m->proceedings.v[i].undone ? "(undone) " : "",
		    p->m->proceedings.v[i].text);
	fail();
}

#define MUST(p, what, nr)                                                      \
	do {                                                                   \
		if (!(what))                                                   \
			complain((p), #what, (nr));                            \
	} while (0)

/* The attendance as it is written, read by nobody's rules: does a row that
 * serves name the paragraph? */
static bool
row_serves(const struct attendance *at, int nr)
{
	struct ranges r;

	if (!at->serving || ranges_parse(at->paragraphs, &r) != 0)
		return false;
	return r.n == 0 || ranges_has(&r, nr);
}

static bool
has_conflict(const struct meeting *m, const char *ref, int nr)
{
	const struct conflict *c;
	size_t i;

	for (i = 0; i < m->conflicts.n; i++) {
		c = &m->conflicts.v[i];
		if (c->paragraph == nr && !c->rejected && c->person != NULL &&
		    strcmp(c->person, ref) == 0)
			return true;
	}
	return false;
}

static bool
serves(const struct meeting *m, const char *ref, int nr)
{
	size_t i;

	for (i = 0; i < m->attendance.n; i++)
		if (strcmp(m->attendance.v[i].person, ref) == 0 &&
		    row_serves(&m->attendance.v[i], nr))
			return !has_conflict(m, ref, nr);
	return false;
}

/* How many serve, counted from the rows. */
static int
count_serving(const struct play *p, int nr)
{
	int n = 0;
	size_t i;

	for (i = 0; i < p->b.persons.n; i++)
		n += serves(p->m, p->b.persons.v[i].ref, nr);
	return n;
}

static void
check_seats(struct play *p, const struct paragraph *x, const struct sitting *s)
{
	const struct sitter *y;
	size_t i;

	MUST(p, s->serving == count_serving(p, x->nr), x->nr);
	MUST(p, s->serving <= s->seats, x->nr);
	for (i = 0; i < s->v.n; i++) {
		y = &s->v.v[i];
		MUST(p, !y->crowded && !y->unsure, x->nr);
		MUST(p, y->seat != SEAT_WITHOUT, x->nr);
		MUST(p,
		    (y->seat == SEAT_SERVING) == serves(p->m, y->ref, x->nr),
		    x->nr);
		if (y->seat == SEAT_SERVING && y->serves_for != NULL)
			MUST(p, !serves(p->m, y->serves_for, x->nr), x->nr);
	}
}

static void
check_division(struct play *p, const struct paragraph *x,
    const struct division *d, const struct sitting *s)
{
	int votes = 0;
	size_t i;

	for (i = 0; i < d->ballots.n; i++) {
		if (d->ballots.v[i].vote == VOTE_ABSENT)
			continue;
		votes++;
		MUST(p, serves(p->m, d->ballots.v[i].person, x->nr), x->nr);
		if (d->ballots.v[i].vote == VOTE_ABSTAIN)
			continue;
		MUST(p,
		    !voting_lists(
			&x->not_participating, d->ballots.v[i].person),
		    x->nr);
	}
	MUST(p, votes <= count_serving(p, x->nr), x->nr);
	if (d->carried == NULL)
		return;
	total_divisions++;
	MUST(p,
	    voting_check(p->a, &p->b, p->m, x, d, s, NULL, &last_error) == 0,
	    x->nr);
}

static void
check_paragraph(struct play *p, const struct paragraph *x)
{
	const struct dissent *d;
	struct sitting s;
	size_t i, k;

	assert_int_equal(
	    sitting_at(p->a, &p->b, p->m, x->nr, &s, &last_error), 0);
	check_seats(p, x, &s);
	for (i = 0; i < x->proposals.n; i++)
		for (k = 0; !x->proposals.v[i].withdrawn &&
			    k < x->proposals.v[i].persons.n;
		     k++)
			MUST(p,
			    serves(p->m, x->proposals.v[i].persons.v[k], x->nr),
			    x->nr);
	for (i = 0; i < x->divisions.n; i++)
		check_division(p, x, &x->divisions.v[i], &s);
	for (i = 0; i < x->dissents.n; i++) {
		d = &x->dissents.v[i];
		MUST(p, x->outcome != 0, x->nr);
		for (k = 0; k < d->persons.n; k++) {
			MUST(p, serves(p->m, d->persons.v[k], x->nr), x->nr);
			MUST(p,
			    !voting_lists(
				&x->not_participating, d->persons.v[k]),
			    x->nr);
		}
	}
	if (x->outcome != 0 && x->outcome != OUTCOME_WITHDRAWN) {
		total_decided++;
		MUST(p, s.quorate, x->nr);
		MUST(p, sitting_quorum(&s, p->m->day, NULL, &last_error) == 0,
		    x->nr);
	}
}

/* The minutes name as movers and dissenters nobody who did not serve. */
static void
check_minutes(struct play *p)
{
	static const char *const parts[] = { "yrkanden", "reservation" };
	const struct composed_text *t;
	struct composition c = { 0 };
	size_t i, k, j;
	int nr;

	assert_int_equal(
	    compose_meeting(p->a, phrases, &p->b, p->m, NULL, &c, &last_error),
	    0);
	for (i = 0; i < p->m->paragraphs.n; i++) {
		nr = p->m->paragraphs.v[i].nr;
		for (k = 0; k < 2; k++) {
			t = compose_text(&c, nr, parts[k]);
			for (j = 0; t != NULL && j < p->people; j++)
				if (strstr(t->fresh, surnames[j]) != NULL)
					MUST(p,
					    serves(p->m, p->b.persons.v[j].ref,
						nr),
					    nr);
		}
	}
}

static char *
facts_text(struct play *p, const struct meeting *m)
{
	struct bundle alone = { .arena = p->a };
	struct meeting *x = vec_push(p->a, &alone.meetings);
	struct buf out;
	char *text;

	*x = *m;
	memset(&x->proceedings, 0, sizeof x->proceedings);
	buf_init(&out, 1 << 22);
	assert_int_equal(exchange_write(&alone, &out, NULL), 0);
	text = arena_strdup(p->a, out.data);
	buf_free(&out);
	return text;
}

/* Ended and begun again: the same lines make the same facts. */
static void
check_replay(struct play *p)
{
	struct meeting again = p->base;
	struct entering *e;

	memcpy(
	    &again.proceedings, &p->m->proceedings, sizeof again.proceedings);
	assert_int_equal(enter_begin(p->a, &p->b, &again, NULL, &e, NULL), 0);
	if (enter_replay(e, &last_error) != 0)
		complain(p, "the lines are not taken again", last_error.line);
	if (strcmp(facts_text(p, p->m), facts_text(p, &again)) != 0) {
		fprintf(stderr, "%s\n---\n%s\n", facts_text(p, p->m),
		    facts_text(p, &again));
		complain(p, "the lines make other facts", 0);
	}
	enter_end(e);
}

/* What was typed can be exchanged, and comes back as it was. */
static void
check_exchange(struct play *p)
{
	char *text = facts_text(p, p->m);
	struct kl_faults *faults = calloc(1, sizeof *faults);
	struct bundle b = { .arena = p->a };

	if (exchange_read(text, strlen(text), "meeting", EXCHANGE, &b, faults,
		&last_error) != 0)
		complain(p, "it cannot be exchanged", faults->v[0].line);
	assert_string_equal(text, facts_text(p, &b.meetings.v[0]));
	free(faults);
}

static void
check_all(struct play *p)
{
	size_t i;

	for (i = 0; i < p->m->paragraphs.n; i++)
		check_paragraph(p, &p->m->paragraphs.v[i]);
	check_minutes(p);
	check_replay(p);
}

/* ---- playing ------------------------------------------------------------- */

static void
play_line(struct play *p, int nr)
{
	const char *line = next_line(p, nr);
	struct kl_data *answer = chance(p, 4) == 0 ? data_object() : NULL;
	size_t before = p->m->proceedings.n;
	int rc = enter_line(p->e, line, clock_at(p, nr), answer, &last_error);

	kl_data_free(answer);
	if (rc == 0) {
		p->accepted++;
		return;
	}
	p->refused++;
	if (rc != KL_E_INPUT && rc != KL_E_RULE)
		complain(p, line, rc);
	MUST(p, p->m->proceedings.n == before, 0);
	MUST(p,
	    rc != KL_E_RULE || *last_error.statute != '\0' ||
		strcmp(line, "ångra") == 0,
	    0);
}

/* After a line was refused the facts are those from before. */
static void
play_refused(struct play *p, int nr)
{
	char *was = facts_text(p, p->m);
	size_t refused = p->refused;

	play_line(p, nr);
	if (p->refused > refused && strcmp(was, facts_text(p, p->m)) != 0)
		complain(p, "a refused line changed something", nr);
}

static void
random_meetings(void **state)
{
	uint64_t seed,
	    n = getenv("KANSLI_LONG") != NULL ? MEETINGS_LONG : MEETINGS;
	struct play p;
	int i;

	(void)state;
	for (seed = 1; seed <= n; seed++) {
		play_begin(&p, seed);
		for (i = 0; i < LINES; i++)
			if (chance(&p, 8) == 0)
				play_refused(&p, i);
			else
				play_line(&p, i);
		check_all(&p);
		if (seed % 10 == 0)
			check_exchange(&p);
		total_accepted += p.accepted;
		total_refused += p.refused;
		play_end(&p);
	}
	print_message("%zu lines taken, %zu refused; %zu divisions, %zu items "
		      "decided\n",
	    total_accepted, total_refused, total_divisions, total_decided);
	/* the lines must get far enough to mean something */
	assert_true(total_accepted > total_refused / 2);
	assert_true(total_divisions > n / 4);
	assert_true(total_decided > n);
}

static int
set_up(void **state)
{
	struct buf text;

	(void)state;
	assert_int_equal(file_read(PHRASES, 1 << 20, &text, NULL), 0);
	assert_int_equal(phrases_load(text.data, text.len, PHRASES, NULL,
			     &phrases, NULL, NULL),
	    0);
	buf_free(&text);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	phrases_free(phrases);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_meetings),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
