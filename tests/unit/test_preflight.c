/* SPDX-License-Identifier: EUPL-1.2
 *
 * rules: the preflight.  Each test is named after the provision that it is
 * about; it takes a meeting in good order, where nothing is found, spoils one
 * thing, and that alone must be found.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "base/file.h"
#include "domain/add.h"
#include "record_help.h"
#include "rules/preflight.h"
#include "rules/scan.h"

struct hall {
	struct bundle b;
	struct meeting *m;
	struct matter *matter[6]; /* of § 2 ... */
	struct preflight_facts facts;
	struct ranges only;
	bool some; /* only */
	findings found;
};

/* ---- a meeting in good order ----------------------------------------------
 */

static struct paragraph *
par(struct hall *h, int nr)
{
	struct paragraph *p = meeting_paragraph(h->m, nr);

	assert_non_null(p);
	return p;
}

static kl_day
day(const char *s)
{
	kl_day d = KL_DAY_NONE;

	assert_int_equal(kl_day_parse(s, &d), 0);
	return d;
}

static struct hall *
hall_new(void)
{
	struct hall *h = calloc(1, sizeof *h);
	struct buf in;
	struct kl_error e;
	static kl_day next;

	assert_non_null(h);
	h->b = new_bundle();
	assert_int_equal(
	    file_read(SRCDIR "/tests/data/preflight.xml", BYTES_MAX, &in, &e),
	    0);
	if (exchange_read(in.data, in.len, "preflight.xml", EXCHANGE, &h->b,
		&faults, &e) != 0) {
		show_faults();
		fail();
	}
	buf_free(&in);
	h->m = &h->b.meetings.v[0];
	/* what stands in no file */
	bundle_matter(&h->b, "M2026-1")->documents.v[0].sha256 = "00";
	next = day("2026-12-15");
	h->facts.today = day("2026-11-20");
	h->facts.next = &next;
	h->facts.nnext = 1;
	return h;
}

static void
hall_free(struct hall *h)
{
	arena_free(h->b.arena);
	free(h);
}

static void
look(struct hall *h)
{
	struct kl_error e;

	memset(&h->found, 0, sizeof h->found);
	assert_int_equal(
	    preflight(h->b.arena, &h->b, h->m, h->some ? &h->only : NULL, NULL,
		&h->facts, &h->found, &e),
	    0);
}

static void
show(const struct hall *h)
{
	const struct finding *f;
	char s[2048];
	size_t i;

	for (i = 0; i < h->found.n; i++) {
		f = &h->found.v[i];
		kl_error_format(&f->says, NULL, s, sizeof s);
		print_message("%s § %d %s (%s): %s\n",
		    f->blocks ? "error" : "warning", f->paragraph, f->code,
		    f->says.statute, s);
	}
}

/* ---- what is spoilt -------------------------------------------------------
 */

static struct attendance *
attends(struct hall *h, const char *ref)
{
	size_t i;

	for (i = 0; i < h->m->attendance.n; i++)
		if (strcmp(h->m->attendance.v[i].person, ref) == 0)
			return &h->m->attendance.v[i];
	fail();
	return NULL;
}

static void
present(struct hall *h, const char *ref, const char *paragraphs,
    const char *for_whom)
{
	struct attendance *x = vec_push(h->b.arena, &h->m->attendance);

	x->person = ref;
	x->paragraphs = paragraphs;
	x->serves_for = for_whom;
	x->serving = true;
}

static void
conflict(struct hall *h, const char *ref, const char *name, int nr)
{
	struct conflict *x = vec_push(h->b.arena, &h->m->conflicts);

	x->person = ref;
	x->name = name;
	x->paragraph = nr;
}

static struct dissent *
dissents(struct hall *h, int nr, const char *ref)
{
	struct dissent *d = dissent_add(h->b.arena, par(h, nr));

	text_add(h->b.arena, &d->persons, ref);
	d->text = "Nej.";
	return d;
}

#define SPOIL(name) static void name(struct hall *h)

SPOIL(no_outcome)
{
	par(h, 6)->outcome = 0;
}
SPOIL(no_points)
{
	par(h, 2)->decision.n = par(h, 2)->divisions.n = 0;
	par(h, 2)->dissents.n = 0;
}
SPOIL(nobody_elected)
{
	par(h, 1)->decision.n = 0;
}
SPOIL(item_forgotten)
{
	struct agenda_item *x = vec_push(h->b.arena, &h->m->items);

	x->nr = "7";
	x->title = "Glömt";
}
SPOIL(item_removed)
{
	item_forgotten(h);
	h->m->items.v[6].removed = 2;
}
SPOIL(heading)
{
	item_forgotten(h);
	h->m->items.v[6].nr = NULL;
}
SPOIL(gap)
{
	par(h, 6)->nr = 8;
}
SPOIL(gap_of_the_agenda)
{
	par(h, 6)->item = "8";
	h->m->items.v[5].nr = "8";
	par(h, 6)->nr = 8;
}
SPOIL(twice)
{
	par(h, 6)->nr = 5;
}
SPOIL(begins_late)
{
	h->b.committees.v[0].numbering = NUMBER_PER_YEAR;
	h->facts.before = 6;
}
SPOIL(year_jumps)
{
	size_t i;

	h->b.committees.v[0].numbering = NUMBER_PER_YEAR;
	for (i = 0; i < 6; i++)
		h->m->paragraphs.v[i].nr += 50;
	h->m->conflicts.n = h->m->approvers.n = 0;
	h->m->attendance.n = 0;
	h->facts.before = 48;
}
SPOIL(year_runs_on)
{
	year_jumps(h);
	h->facts.before = 50;
}
SPOIL(not_held)
{
	h->m->paragraphs.n = 0;
}
SPOIL(no_attendance)
{
	h->m->attendance.n = 0;
}
SPOIL(no_members)
{
	size_t i;

	for (i = 0; i < h->b.mandates.n; i++)
		h->b.mandates.v[i].from = day("2026-11-18");
}
SPOIL(no_end)
{
	h->m->end = NULL;
}
SPOIL(no_secretary)
{
	h->b.mandates.v[7].role = ROLE_MEMBER;
	h->b.mandates.v[7].to = day("2024-01-01");
}
SPOIL(official_secretary)
{
	no_secretary(h);
	h->m->others.v[0].name = "Nämndsekreteraren Bo Ek";
}
SPOIL(on_sunday)
{
	h->m->day = day("2026-11-15");
}
SPOIL(answer_too_soon)
{
	bundle_matter(&h->b, "M2026-5")->answer_by = day("2026-12-14");
}
SPOIL(answer_in_time)
{
	bundle_matter(&h->b, "M2026-5")->answer_by = day("2026-12-15");
}
SPOIL(nobody_presides)
{
	attends(h, "p1")->paragraphs = "1-5";
	attends(h, "p2")->paragraphs = "1-5";
	present(h, "d2", "6", "p2");
	h->m->approvers.v[0] = "p4";
}
SPOIL(elected_chair)
{
	struct presiding *x = vec_push(h->b.arena, &h->m->presiding);

	nobody_presides(h);
	x->person = "p5";
	x->paragraphs = "6";
	x->elected = true;
}
SPOIL(too_few)
{
	attends(h, "p4")->paragraphs = "1-5";
	attends(h, "p5")->paragraphs = "1-5";
	attends(h, "p3")->paragraphs = "1-4";
}
SPOIL(just_enough)
{
	attends(h, "p4")->paragraphs = "1-5";
	attends(h, "p5")->paragraphs = "1-5";
}
SPOIL(stranger_serves)
{
	present(h, "x1", "2", NULL);
}
SPOIL(member_there_too)
{
	present(h, "d2", NULL, "p5");
	attends(h, "d2")->serving = true;
	attends(h, "d2")->serves_for = "p5";
}
SPOIL(member_left_unsaid)
{
	attends(h, "d2")->serving = true;
	attends(h, "d2")->paragraphs = "6";
	attends(h, "d2")->serves_for = "p5";
}
SPOIL(two_for_one)
{
	attends(h, "d2")->serving = true;
	attends(h, "d2")->paragraphs = "5";
	attends(h, "d2")->serves_for = "p3";
}
SPOIL(no_seat)
{
	attends(h, "d2")->serving = true;
	attends(h, "d2")->paragraphs = "2";
}
SPOIL(listed_twice)
{
	present(h, "p4", NULL, NULL);
}
SPOIL(two_rows_of_one)
{
	present(h, "d1", "4-5", NULL);
}
SPOIL(two_rows_of_listener)
{
	attends(h, "d2")->paragraphs = "1-5";
	present(h, "d2", "5-6", NULL);
	h->m->attendance.v[h->m->attendance.n - 1].serving = false;
}
SPOIL(rows_in_turn)
{
	attends(h, "d1")->until = "17:00";
	present(h, "d1", "5", NULL);
	h->m->attendance.v[h->m->attendance.n - 1].from = "17:00";
}
SPOIL(listens_and_serves)
{
	attends(h, "p5")->paragraphs = "1-3 5-6";
	present(h, "d2", "4", "p5");
}
SPOIL(came_late)
{
	attends(h, "p5")->from = "17:05";
}
SPOIL(conflict_there)
{
	attends(h, "p3")->paragraphs = "1-6";
}
SPOIL(conflict_votes)
{
	conflict(h, "p4", NULL, 2);
	attends(h, "p4")->paragraphs = "1 3-6";
	par(h, 2)->divisions.n = 0;
	par(h, 2)->dissents.n = 0;
	text_add(h->b.arena, &par(h, 2)->proposals.v[0].persons, "p4");
}
SPOIL(conflict_rejected)
{
	conflict(h, "p4", NULL, 2);
	h->m->conflicts.v[1].contested = h->m->conflicts.v[1].rejected = true;
}
SPOIL(conflict_of_official)
{
	h->m->others.v[0].paragraphs = "1-6";
	conflict(h, NULL, "Ida Dahl", 6);
}
SPOIL(official_left)
{
	h->m->others.v[0].paragraphs = "1-5";
	conflict(h, NULL, "Ida Dahl", 6);
}
SPOIL(conflict_elsewhere)
{
	conflict(h, "p5", NULL, 12);
}
SPOIL(no_adjuster)
{
	h->m->approvers.n = 0;
}
SPOIL(adjuster_elected)
{
	struct election *x = election_add(h->b.arena, par(h, 1));

	h->m->approvers.n = 0;
	x->office = "Justerare";
	text_add(h->b.arena, &x->persons, "p2");
}
SPOIL(adjuster_away)
{
	h->m->approvers.v[0] = "d2";
}
SPOIL(adjuster_is_chair)
{
	h->m->approvers.v[0] = "p1";
}
SPOIL(adjuster_conflicted)
{
	h->m->approvers.v[0] = "p3";
}
SPOIL(deputy_adjuster)
{
	h->m->approvers.v[0] = "p3";
	text_add(h->b.arena, &h->m->approvers, "p4");
}
SPOIL(adjuster_left)
{
	attends(h, "p4")->paragraphs = "1-5";
	h->m->approvers.v[0] = "p4";
}
SPOIL(more_votes)
{
	struct division *d = &par(h, 2)->divisions.v[0];
	struct ballot *x = vec_push(h->b.arena, &d->ballots);

	x->person = "d2";
	x->vote = VOTE_YES;
}
SPOIL(vote_missing)
{
	par(h, 2)->divisions.v[0].ballots.n = 4;
}
SPOIL(wrong_winner)
{
	par(h, 2)->divisions.v[0].carried = "y2";
}
SPOIL(no_casting_vote)
{
	struct division *d = &par(h, 2)->divisions.v[0];

	d->ballots.v[4].vote = VOTE_ABSTAIN;
}
SPOIL(aside_in_authority)
{
	text_add(h->b.arena, &par(h, 3)->not_participating, "p5");
}
SPOIL(listener_moves)
{
	text_add(h->b.arena, &par(h, 2)->proposals.v[0].persons, "d2");
}
SPOIL(dissent_absent)
{
	dissents(h, 5, "x1");
}
SPOIL(dissent_of_conflicted)
{
	dissents(h, 5, "p3");
}
SPOIL(dissent_of_listener)
{
	dissents(h, 2, "d2");
}
SPOIL(dissent_of_aside)
{
	dissents(h, 5, "p4");
}
SPOIL(dissent_of_serving_deputy)
{
	dissents(h, 5, "d1");
}
SPOIL(dissent_too_late)
{
	dissents(h, 5, "p5")->announced = "18:06";
}
SPOIL(dissent_marked_late)
{
	dissents(h, 5, "p5")->late = true;
}
SPOIL(dissent_at_the_end)
{
	dissents(h, 5, "p5")->announced = "18:05";
}
SPOIL(dissent_without_reason)
{
	h->m->items.v[4].immediate = true;
	dissents(h, 5, "p5")->text = NULL;
}
SPOIL(dissent_with_reason)
{
	h->m->items.v[4].immediate = true;
	dissents(h, 5, "p5");
}
static void
deputy_states(struct hall *h, int nr, const char *ref)
{
	struct statement *x = vec_push(h->b.arena, &par(h, nr)->statements);

	x->kind = STATEMENT_DEPUTY;
	x->text = "Bra.";
	text_add(h->b.arena, &x->persons, ref);
}

SPOIL(deputy_serves)
{
	deputy_states(h, 5, "d1");
}
SPOIL(member_as_deputy)
{
	deputy_states(h, 2, "p4");
}
SPOIL(deputy_listens)
{
	deputy_states(h, 2, "d2");
}
SPOIL(statement_of_absent)
{
	struct statement *x = &par(h, 2)->statements.v[0];

	x->persons.v[0] = "x1";
}
SPOIL(no_reasons)
{
	par(h, 3)->reasons = NULL;
}
SPOIL(reasons_in_a_point)
{
	no_reasons(h);
	text_add(h->b.arena, &par(h, 3)->decision,
	    "Skälet för beslutet är att avloppet läcker.");
}
SPOIL(no_rapporteur)
{
	par(h, 3)->rapporteur = NULL;
}
SPOIL(not_marked)
{
	bundle_matter(&h->b, "M2026-2")->authority = false;
	par(h, 3)->reasons = NULL;
}
SPOIL(open_authority)
{
	par(h, 3)->open = 1;
}
SPOIL(open_secret)
{
	par(h, 4)->open = 1;
}
SPOIL(open_meeting)
{
	h->m->open = true;
	par(h, 3)->open = par(h, 4)->open = -1;
}
SPOIL(party_not_told)
{
	bundle_matter(&h->b, "M2026-2")->recipients.n = 0;
}
SPOIL(nobody_told)
{
	bundle_matter(&h->b, "M2026-1")->recipients.n = 0;
}
SPOIL(own_recipients)
{
	nobody_told(h);
	text_add(h->b.arena, &par(h, 2)->recipients, "Miljökontoret");
}
SPOIL(appeal_not_set)
{
	bundle_matter(&h->b, "M2026-2")->appeal = 0;
}
SPOIL(appeal_by_legality)
{
	bundle_matter(&h->b, "M2026-2")->appeal = APPEAL_LEGALITY;
}
SPOIL(appeal_forbidden)
{
	par(h, 3)->appeal = APPEAL_NONE;
}
SPOIL(decision_not_appealable)
{
	bundle_matter(&h->b, "M2026-1")->appeal = APPEAL_NONE;
}
SPOIL(tabled_to_no_day)
{
	par(h, 6)->tabled_to = KL_DAY_NONE;
}
SPOIL(tabled_backwards)
{
	par(h, 6)->tabled_to = day("2026-11-16");
}
SPOIL(nothing_missing)
{
	par(h, 6)->outcome = OUTCOME_REFERRED_BACK;
}
SPOIL(something_missing)
{
	nothing_missing(h);
	par(h, 6)->missing = "Kostnaden.";
}
SPOIL(nobody_responsible)
{
	commission_add(h->b.arena, par(h, 2))->point = 1;
}
SPOIL(somebody_responsible)
{
	nobody_responsible(h);
	par(h, 2)->commissions.v[0].responsible = "Miljökontoret";
}
SPOIL(commission_of_no_point)
{
	somebody_responsible(h);
	par(h, 2)->commissions.v[0].point = 2;
}

static bool
never(void *ctx, const struct document_file *d)
{
	(void)ctx;
	(void)d;
	return false;
}

SPOIL(not_accessible)
{
	h->facts.accessible = never;
}
SPOIL(not_published)
{
	h->facts.accessible = never;
	bundle_matter(&h->b, "M2026-1")->documents.v[0].publish = false;
}
SPOIL(secret_title)
{
	par(h, 4)->title = "Upphandling av provtagning från Vattenlabbet AB";
}
SPOIL(secret_name)
{
	par(h, 4)->title = "Ärende om Vattenlabbet";
}
SPOIL(secret_neutral)
{
	bundle_matter(&h->b, "M2026-3")->secrecy.neutral_title =
	    "Upphandling från Vattenlabbet";
}
SPOIL(shown_neutral)
{
	par(h, 4)->title = "Ärende om upphandling";
}
SPOIL(no_neutral)
{
	bundle_matter(&h->b, "M2026-3")->secrecy.neutral_title = NULL;
}
SPOIL(personal_number)
{
	par(h, 2)->background = "Sökande: 811218-9876.";
}
SPOIL(organisation_number)
{
	par(h, 2)->background = "Bolag 556036-0793.";
}
SPOIL(private_mail)
{
	par(h, 2)->background = "Svara eva@post.example.";
}
SPOIL(official_mail)
{
	par(h, 2)->background = "Svara till miljo@ekholm.example.";
}
SPOIL(wrong_weekday)
{
	par(h, 2)->background = "Nästa möte är måndagen den 15 december 2026.";
}
SPOIL(right_weekday)
{
	par(h, 2)->background = "Nästa möte är tisdagen den 15 december 2026.";
}
SPOIL(weekday_of_others)
{
	par(h, 2)->dissents.v[0].text = "Måndagen den 15 december.";
}

static const char *
composed(void *ctx, const struct paragraph *p, const char *part)
{
	(void)ctx;
	(void)p;
	return strcmp(part, "beslutsgång") == 0 ? "Nu." : NULL;
}

static void
rewritten(struct hall *h, const char *was)
{
	struct edited_text *e = vec_push(h->b.arena, &par(h, 2)->edits);

	e->part = "beslutsgång";
	e->text = "Egna ord.";
	e->was = was;
	h->facts.composed = composed;
}

SPOIL(stale)
{
	rewritten(h, "Då.");
}
SPOIL(not_stale)
{
	rewritten(h, "Nu.");
}

/* Only what is adjusted at the meeting: the rest need not be ready. */
SPOIL(immediate_alone)
{
	h->some = true;
	ranges_parse("2", &h->only);
	no_outcome(h);
	no_end(h);
	item_forgotten(h);
}
SPOIL(advisory)
{
	h->b.committees.v[0].kind = BODY_COUNCIL;
	too_few(h);
}

/* ---- the table ------------------------------------------------------------
 */

enum { ERROR = 1, WARNING = 2, NOTHING = 0 };

struct row {
	const char *name; /* statute, and what is the matter */
	void (*spoil)(struct hall *);
	int level;
	int paragraph;
	const char *code;
};

static const struct row rows[] = {
	{ "KL 5:67 no outcome", no_outcome, ERROR, 6, "undecided" },
	{ "KL 5:67 no decision", no_points, ERROR, 2, "decision-missing" },
	{ "KL 5:67 nobody elected", nobody_elected, ERROR, 1,
	    "election-missing" },
	{ "KL 5:67 item forgotten", item_forgotten, ERROR, 0,
	    "undecided-item" },
	{ "KL 5:67 item removed", item_removed, NOTHING, 0, "undecided-item" },
	{ "KL 5:67 a heading", heading, NOTHING, 0, "undecided-item" },
	{ "KL 5:67 gap", gap, ERROR, 6, "number-gap" },
	{ "KL 5:67 gap of the agenda", gap_of_the_agenda, WARNING, 6,
	    "number-skipped" },
	{ "KL 5:67 number twice", twice, ERROR, 5, "number-twice" },
	{ "KL 5:67 number used", begins_late, ERROR, 1, "number-used" },
	{ "KL 5:67 number jumps", year_jumps, WARNING, 51, "number-jump" },
	{ "KL 5:67 number runs on", year_runs_on, NOTHING, 51, "number-jump" },
	{ "KL 5:65 nothing recorded", not_held, ERROR, 0, "no-paragraphs" },
	{ "KL 5:66 no attendance", no_attendance, ERROR, 0, "attendance" },
	{ "KL 6:27 members unknown", no_members, WARNING, 0,
	    "members-unknown" },
	{ "KL 6:27 members unknown: no quorum", no_members, NOTHING, 0,
	    "quorum" },
	{ "KL 5:65 no end", no_end, WARNING, 0, "end" },
	{ "KL 5:65 no secretary", no_secretary, WARNING, 0, "secretary" },
	{ "KL 5:65 an official", official_secretary, NOTHING, 0, "secretary" },
	{ "KL 6:23 on a Sunday", on_sunday, WARNING, 0, "day-off" },
	{ "KL 6:23 answer by", answer_too_soon, WARNING, 6, "answer-by" },
	{ "KL 6:23 answer in time", answer_in_time, NOTHING, 6, "answer-by" },
	{ "KL 5:65 presiding", nobody_presides, ERROR, 6, "presiding" },
	{ "KL 5:65 elected chair", elected_chair, NOTHING, 6, "presiding" },
	{ "KL 6:27 quorum", too_few, ERROR, 6, "quorum" },
	{ "KL 6:27 just enough", just_enough, NOTHING, 6, "quorum" },
	{ "KL 6:27 advisory council", advisory, WARNING, 6, "quorum" },
	{ "KL 6:12 no mandate", stranger_serves, ERROR, 2, "mandate" },
	{ "KL 6:16 member there", member_there_too, ERROR, 1,
	    "member-present" },
	{ "KL 6:16 member not said to have left", member_left_unsaid, ERROR, 6,
	    "member-present" },
	{ "KL 6:16 conflict", own_recipients, NOTHING, 5, "member-present" },
	{ "KL 6:16 two for one", two_for_one, ERROR, 5, "replaced-twice" },
	{ "KL 6:16 no seat", no_seat, ERROR, 2, "seats" },
	{ "KL 5:66 the same twice", listed_twice, ERROR, 1,
	    "attendance-twice" },
	{ "KL 5:66 twice in a paragraph", two_rows_of_one, ERROR, 5,
	    "attendance-twice" },
	{ "KL 5:66 twice as a listener", two_rows_of_listener, WARNING, 5,
	    "attendance-twice" },
	{ "KL 5:66 twice, one after the other", rows_in_turn, NOTHING, 5,
	    "attendance-twice" },
	{ "KL 5:66 there, and serving in one", listens_and_serves, NOTHING, 4,
	    "attendance-twice" },
	{ "KL 5:66 clock", came_late, WARNING, 0, "attendance-clock" },
	{ "KL 6:30 present", conflict_there, ERROR, 5, "conflict-present" },
	{ "KL 6:30 proposing", conflict_votes, ERROR, 2, "conflict-proposing" },
	{ "KL 6:30 rejected", conflict_rejected, NOTHING, 2,
	    "conflict-voting" },
	{ "KL 7:4 official", conflict_of_official, ERROR, 6,
	    "conflict-official" },
	{ "KL 7:4 official left", official_left, NOTHING, 6,
	    "conflict-official" },
	{ "KL 6:30 nowhere", conflict_elsewhere, WARNING, 12,
	    "conflict-nowhere" },
	{ "KL 5:69 no adjuster", no_adjuster, ERROR, 0, "adjuster" },
	{ "KL 5:69 elected", adjuster_elected, NOTHING, 0, "adjuster" },
	{ "KL 5:69 not serving", adjuster_away, ERROR, 0,
	    "adjuster-not-serving" },
	{ "KL 5:69 the chair", adjuster_is_chair, ERROR, 0, "adjuster-chair" },
	{ "KL 6:30 adjuster", adjuster_conflicted, ERROR, 5,
	    "adjuster-conflict" },
	{ "KL 6:30 deputy adjuster", deputy_adjuster, NOTHING, 5,
	    "adjuster-conflict" },
	{ "KL 5:69 left", adjuster_left, WARNING, 6, "adjuster-away" },
	{ "KL 4:24 vote without serving", more_votes, ERROR, 2, "division" },
	{ "KL 5:67 vote missing", vote_missing, ERROR, 2, "division" },
	{ "KL 5:55 wrong winner", wrong_winner, ERROR, 2, "division" },
	{ "KL 5:56 casting vote", no_casting_vote, ERROR, 2, "division" },
	{ "KL 4:26 standing aside", aside_in_authority, ERROR, 3,
	    "authority-standing-aside" },
	{ "KL 4:20 mover", listener_moves, ERROR, 2, "proposal-mover" },
	{ "KL 4:27 absent", dissent_absent, ERROR, 5, "dissent-absent" },
	{ "KL 4:27 conflict", dissent_of_conflicted, ERROR, 5,
	    "dissent-conflict" },
	{ "KL 4:27 deputy", dissent_of_listener, ERROR, 2, "dissent-deputy" },
	{ "KL 4:27 stood aside", dissent_of_aside, ERROR, 5,
	    "dissent-not-taking-part" },
	{ "KL 4:27 serving deputy", dissent_of_serving_deputy, NOTHING, 5,
	    "dissent-deputy" },
	{ "KL 4:27 late by the clock", dissent_too_late, ERROR, 5,
	    "dissent-late" },
	{ "KL 4:27 late", dissent_marked_late, ERROR, 5, "dissent-late" },
	{ "KL 4:27 at the end", dissent_at_the_end, NOTHING, 5,
	    "dissent-late" },
	{ "KL 4:27 motivation", dissent_without_reason, WARNING, 5,
	    "dissent-motivation" },
	{ "KL 4:27 motivated", dissent_with_reason, NOTHING, 5,
	    "dissent-motivation" },
	{ "KL 5:67 statement", statement_of_absent, WARNING, 2,
	    "statement-absent" },
	{ "KL 6:17 deputy's statement", deputy_serves, WARNING, 5,
	    "statement-deputy" },
	{ "KL 6:17 member's statement", member_as_deputy, WARNING, 2,
	    "statement-deputy" },
	{ "KL 6:17 listening deputy's statement", deputy_listens, NOTHING, 2,
	    "statement-deputy" },
	{ "FL 32 reasons", no_reasons, ERROR, 3, "reasons" },
	{ "FL 32 in a point", reasons_in_a_point, NOTHING, 3, "reasons" },
	{ "FL 31 rapporteur", no_rapporteur, ERROR, 3, "rapporteur" },
	{ "FL 31-32 not marked", not_marked, WARNING, 3, "authority-unmarked" },
	{ "KL 6:25 authority", open_authority, ERROR, 3, "open-authority" },
	{ "KL 6:25 secret", open_secret, ERROR, 4, "open-secret" },
	{ "KL 6:25 closed part", open_meeting, NOTHING, 3, "open-authority" },
	{ "FL 33 party", party_not_told, ERROR, 3, "recipients" },
	{ "KL 6:35 recipients", nobody_told, WARNING, 2, "recipients" },
	{ "KL 6:35 own recipients", own_recipients, NOTHING, 2, "recipients" },
	{ "FL 33 appeal missing", appeal_not_set, ERROR, 3, "appeal-missing" },
	{ "KL 13:3 legality", appeal_by_legality, ERROR, 3, "appeal-wrong" },
	{ "FL 33 none", appeal_forbidden, ERROR, 3, "appeal-none" },
	{ "KL 13:2 none", decision_not_appealable, WARNING, 2, "appeal-none" },
	{ "KL 6:33 tabled", tabled_to_no_day, WARNING, 6, "tabled-day" },
	{ "KL 6:33 tabled back", tabled_backwards, ERROR, 6, "tabled-back" },
	{ "KL 6:33 referred back", nothing_missing, WARNING, 6,
	    "referred-missing" },
	{ "KL 6:33 what is missing", something_missing, NOTHING, 6,
	    "referred-missing" },
	{ "KL 6:6 commission", nobody_responsible, WARNING, 2, "commission" },
	{ "KL 6:6 responsible", somebody_responsible, NOTHING, 2,
	    "commission" },
	{ "KL 6:6 point", commission_of_no_point, WARNING, 2,
	    "commission-point" },
	{ "DOS 10 document", not_accessible, WARNING, 2,
	    "document-accessible" },
	{ "DOS 10 not published", not_published, NOTHING, 2,
	    "document-accessible" },
	{ "OSL 5:5 title", secret_title, ERROR, 4, "secret-title" },
	{ "OSL 5:5 name", secret_name, ERROR, 4, "secret-title" },
	{ "OSL 5:5 neutral", secret_neutral, ERROR, 4, "secret-title" },
	{ "OSL 5:5 shown", shown_neutral, NOTHING, 4, "secret-title" },
	{ "OSL 5:5 no neutral", no_neutral, WARNING, 4, "neutral-title" },
	{ "GDPR 87 personal number", personal_number, WARNING, 2,
	    "personal-number" },
	{ "GDPR 87 organisation", organisation_number, NOTHING, 2,
	    "personal-number" },
	{ "GDPR 86 mail", private_mail, WARNING, 2, "personal-data" },
	{ "GDPR 86 official mail", official_mail, NOTHING, 2, "personal-data" },
	{ "KL 5:65 weekday", wrong_weekday, ERROR, 2, "weekday" },
	{ "KL 5:65 right weekday", right_weekday, NOTHING, 2, "weekday" },
	{ "KL 5:65 others' weekday", weekday_of_others, WARNING, 2, "weekday" },
	{ "KL 5:65 stale text", stale, WARNING, 2, "text-stale" },
	{ "KL 5:65 text not stale", not_stale, NOTHING, 2, "text-stale" },
	{ "KL 5:69 immediate alone", immediate_alone, NOTHING, 0, "undecided" },
};

#define NROWS (sizeof rows / sizeof *rows)

static void
one_thing_spoilt(void **state)
{
	const struct row *r = *state;
	struct hall *h = hall_new();
	const struct finding *f = NULL;
	size_t i, n = 0;

	look(h);
	show(h);
	assert_int_equal(h->found.n, 0);
	r->spoil(h);
	look(h);
	for (i = 0; i < h->found.n; i++)
		if (strcmp(h->found.v[i].code, r->code) == 0 &&
		    !h->found.v[i].again) {
			n++;
			f = &h->found.v[i];
		}
	if ((r->level == NOTHING) != (n == 0))
		show(h);
	if (r->level == NOTHING) {
		assert_int_equal(n, 0);
	} else {
		assert_int_not_equal(n, 0);
		assert_int_equal(f->paragraph, r->paragraph);
		assert_int_equal(f->blocks ? ERROR : WARNING, r->level);
		assert_true(f->says.statute[0] != '\0');
		assert_true(f->mend[0] != '\0');
	}
	hall_free(h);
}

static void
kl_5_66_said_once_of_several_paragraphs(void **state)
{
	struct hall *h = hall_new();
	char text[300];

	(void)state;
	listed_twice(h);
	look(h);
	assert_int_equal(h->found.n, 6); /* one for each paragraph */
	kl_error_format(&h->found.v[0].says, NULL, text, sizeof text);
	assert_non_null(strstr(text, "in the attendance of §§ 1–6."));
	assert_string_equal(h->found.v[5].code, "attendance-twice");
	assert_true(h->found.v[5].again);
	hall_free(h);
}

/* ---- scanners --------------------------------------------------------------
 */

static void
personal_numbers(void **state)
{
	static const char *const yes[] = { "811218-9876", "19811218-9876",
		"198112189876", "8112189876", "(811218+9876)",
		"Nr 640823-3234.", "701063-2391" };
	static const char *const no[] = { "811218-9875", "556036-0793",
		"2009-005466-102", "T 2010-313-01743", "2010-701-0075",
		"1811218-9876", "811218-98761", "811318-9870", "811218-9876-1",
		"A811218-9876", "322-278/2009", "" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof yes / sizeof *yes; i++)
		if (scan_personal_number(yes[i]).at == NULL)
			fail_msg("not found: %s", yes[i]);
	for (i = 0; i < sizeof no / sizeof *no; i++)
		if (scan_personal_number(no[i]).at != NULL)
			fail_msg("found: %s", no[i]);
}

static void
private_people(void **state)
{
	static const char *const yes[] = { "070-123 45 67", "0701234567",
		"+46 70 123 45 67", "tel. 08-123 456 78", "Tfn: 0123-456 78" };
	static const char *const no[] = { "2010-313-01743", "08-508 26 000",
		"318 000 000 kronor", "dnr 0701-2345", "nr 2009:21" };
	static const char *const owners[] = { "fastighetsägaren Eva Berg",
		"Sökanden Åsa Örn" };
	static const char *const bodies[] = { "sökanden NCC Bostad AB",
		"fastighetsägaren Svenska Bostäder", "Fastighetsägaren",
		"sökanden har begärt" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof yes / sizeof *yes; i++)
		if (scan_phone(yes[i]).at == NULL)
			fail_msg("not found: %s", yes[i]);
	for (i = 0; i < sizeof no / sizeof *no; i++)
		if (scan_phone(no[i]).at != NULL)
			fail_msg("found: %s", no[i]);
	for (i = 0; i < sizeof owners / sizeof *owners; i++)
		if (scan_owner(owners[i]).at == NULL)
			fail_msg("not found: %s", owners[i]);
	for (i = 0; i < sizeof bodies / sizeof *bodies; i++)
		if (scan_owner(bodies[i]).at != NULL)
			fail_msg("found: %s", bodies[i]);
	assert_non_null(scan_home("bosatt på Storgatan 5").at);
	assert_null(scan_home("bosatt i kommunen").at);
	assert_non_null(scan_email("skriv till a.b@c.example.").at);
	assert_null(scan_email("snabel @ ensam").at);
}

static void
weekdays(void **state)
{
	static const char *const wrong[] = { "måndagen den 17 november 2026",
		"Måndagen den 17 november 2026", "måndag 2026-11-17",
		"onsdag 17/11", "på lördag den 17 november" };
	static const char *const right[] = { "tisdagen den 17 november 2026",
		"tisdagar klockan 16.30", "tisdag 17/11",
		"onsdagen den 9 och torsdagen den 10 september 2026",
		"måndagen den 31 februari 2026", "måndag",
		"fredagen den 1 januari" };
	struct scan_weekday x;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof wrong / sizeof *wrong; i++)
		if (!scan_weekday(wrong[i], day("2026-11-17"), &x))
			fail_msg("not found: %s", wrong[i]);
	for (i = 0; i < sizeof right / sizeof *right; i++)
		if (scan_weekday(right[i], day("2026-11-17"), &x))
			fail_msg("found: %s", right[i]);
	assert_true(scan_weekday(wrong[0], day("2026-11-17"), &x));
	assert_string_equal(x.right, "tisdag");
	assert_true(x.year);
	assert_int_equal(x.hit.n, strlen(wrong[0]));
}

int
main(void)
{
	static const struct CMUnitTest own[] = {
		cmocka_unit_test(kl_5_66_said_once_of_several_paragraphs),
		cmocka_unit_test(personal_numbers),
		cmocka_unit_test(private_people),
		cmocka_unit_test(weekdays),
	};
	static struct CMUnitTest tests[NROWS + sizeof own / sizeof *own];
	size_t i;

	for (i = 0; i < NROWS; i++)
		tests[i] = (struct CMUnitTest){ .name = rows[i].name,
			.test_func = one_thing_spoilt,
			.initial_state = (void *)&rows[i] };
	for (i = 0; i < sizeof own / sizeof *own; i++)
		tests[NROWS + i] = own[i];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
