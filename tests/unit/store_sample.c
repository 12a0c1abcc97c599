/* SPDX-License-Identifier: EUPL-1.2
 *
 * A register with every kind of fact.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "domain/add.h"
#include "store_sample.h"

const struct store_actor sample_actor = { "vera", "2026-11-24T09:30:00Z" };

#define ADD(x, list) vec_push((x)->arena, &(x)->bundle.list)

void
sample_path(char path[64])
{
	static int serial;

	snprintf(
	    path, 64, "/tmp/kansli-test-%ld-%d.db", (long)getpid(), ++serial);
	sample_remove(path);
}

void
sample_remove(const char *path)
{
	static const char *const ends[] = { "", "-wal", "-shm", "-journal" };
	char name[80];
	size_t i;

	for (i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		snprintf(name, sizeof name, "%s%s", path, ends[i]);
		unlink(name);
	}
}

static void
texts(struct sample *x, text_list *list, const char *one, const char *two)
{
	assert_int_equal(text_add(x->arena, list, one), 0);
	if (two != NULL)
		assert_int_equal(text_add(x->arena, list, two), 0);
}

static void
make_bodies(struct sample *x)
{
	struct organisation *o = arena_alloc(x->arena, sizeof *o);
	struct department *d = ADD(x, departments);
	struct committee *c = ADD(x, committees);
	struct party_order *order;

	*o = (struct organisation){ .name = "Ekholms stad",
		.language = "sv",
		.colour = "#003366",
		.accent = "#f2c230",
		.picture = "ekholm.png",
		.picture_sha256 = x->blob,
		.address = "Stadshuset, 100 00 Ekholm",
		.email = "kansli@ekholm.example",
		.web = "https://ekholm.example/",
		.storage = "Stadsarkivet" };
	x->bundle.organisation = o;
	d->code = "TK";
	d->name = "Trafikkontoret";
	*c = (struct committee){ .code = "TRN",
		.name = "Trafiknämnden",
		.kind = BODY_COMMITTEE,
		.department = "TK",
		.seats = 13,
		.numbering = NUMBER_PER_MEETING,
		.number_template = "T{år}-{klass:3}-{nr:5}",
		.summons_days = 7,
		.cycle = "trafik" };
	order = vec_push(x->arena, &c->orders);
	order->party = "S";
	order->order = "V MP C";
	order = vec_push(x->arena, &c->orders);
	order->party = "M";
	order->order = "KD L C";
	texts(x, &c->standing, "Val av justerare", "Anmälningsärenden");
	c = ADD(x, committees); /* a council, and most members not given */
	c->code = "TRNR";
	texts(x, &c->assists, "TRN", NULL);
}

static void
make_people(struct sample *x)
{
	static const char *const names[][2] = { { "Åsa", "Öberg" },
		{ "Göran", "Ärlig" }, { "Eva", "Lindvall" } };
	struct mandate *m;
	struct person *p;
	size_t i;

	for (i = 0; i < 3; i++) {
		p = ADD(x, persons);
		p->ref = arena_printf(x->arena, "p%zu", i + 1);
		p->first = names[i][0];
		p->last = names[i][1];
	}
	x->bundle.persons.v[0].party = "S";
	x->bundle.persons.v[0].email = "asa@ekholm.example";
	x->bundle.persons.v[0].phone = "0700-000 000";
	x->bundle.persons.v[0].address = "Gatan 1";
	m = ADD(x, mandates);
	*m = (struct mandate){ .committee = "TRN",
		.person = "p1",
		.role = ROLE_CHAIR,
		.from = kl_day_of(2023, 1, 1),
		.to = kl_day_of(2026, 12, 31) };
	m = ADD(x, mandates);
	*m = (struct mandate){ .committee = "TRN",
		.person = "p2",
		.role = ROLE_DEPUTY,
		.from = KL_DAY_NONE,
		.to = KL_DAY_NONE,
		.order = 3,
		.personal_for = "p1" };
}

static void
make_matters(struct sample *x)
{
	struct document_file *d;
	struct matter *m = ADD(x, matters);

	*m = (struct matter){ .number = "T2026-102-00418",
		.committee = "TRN",
		.title = "Upphandling av färjetrafik",
		.department = "TK",
		.unit = "Tp",
		.officer = "Nils Å",
		.kind = MATTER_DECISION,
		.appeal = APPEAL_LEGALITY,
		.secrecy = { "OSL 19:3", kl_day_of(2026, 10, 20), "Ekholm",
		    "Ärende om upphandling" },
		.meeting = SAMPLE_MEETING,
		.registered = kl_day_of(2026, 10, 1),
		.answer_by = kl_day_of(2026, 12, 1) };
	texts(x, &m->proposals, "Nämnden godkänner förslaget.",
	    "Nämnden uppdrar åt kontoret att återkomma.");
	texts(x, &m->recipients, "Stadsbyggnadskontoret", NULL);
	d = vec_push(x->arena, &m->documents);
	*d = (struct document_file){ .nr = 1,
		.kind = "tjänsteutlåtande",
		.title = "Tjänsteutlåtande",
		.date = kl_day_of(2026, 10, 20),
		.direction = DRAWN_UP,
		.correspondent = "Kontoret",
		.publish = true,
		.secrecy = { "OSL 31:16", kl_day_of(2026, 10, 21), "Ekholm",
		    "Bilaga" },
		.file = "tu.odt",
		.sha256 = x->blob,
		.size = 14 };
	d = vec_push(x->arena, &m->documents);
	*d = (struct document_file){
		.nr = 2, .date = KL_DAY_NONE, .secrecy = { .date = KL_DAY_NONE }
	};
	m = ADD(x, matters);
	*m = (struct matter){ .number = "T2026-102-00500",
		.committee = "TRN",
		.title = "Cykelbanor på Sandviksvägen",
		.secrecy = { .date = KL_DAY_NONE },
		.registered = KL_DAY_NONE,
		.answer_by = KL_DAY_NONE };
}

static struct paragraph *
make_paragraph(struct sample *x, struct meeting *m)
{
	struct paragraph *p = paragraph_add(x->arena, m);
	struct statement *t;
	struct proposal *y;
	struct division *v;
	struct dissent *d;
	struct ballot *b;

	*p = (struct paragraph){ .nr = 10,
		.item = "10",
		.title = "Färjetrafik",
		.background = "Kontoret har …\n\nNytt stycke.",
		.procedure = "Ordföranden ställer proposition.",
		.outcome = OUTCOME_DECIDED };
	y = vec_push(x->arena, &p->proposals);
	*y = (struct proposal){ .ref = "y1",
		.kind = PROPOSAL_APPROVE,
		.text = "Bifall",
		.withdrawn = true };
	texts(x, &y->persons, "p1", "p3");
	y = vec_push(x->arena, &p->proposals);
	*y = (struct proposal){ .ref = "y2", .kind = PROPOSAL_REJECT };
	texts(x, &y->persons, "p2", NULL);
	v = division_add(x->arena, p);
	*v = (struct division){ .yes = "y1", .no = "y2", .text = "7 mot 6" };
	b = vec_push(x->arena, &v->ballots);
	*b = (struct ballot){ .person = "p2", .vote = VOTE_NO };
	b = vec_push(x->arena, &v->ballots);
	*b = (struct ballot){ .person = "p1", .vote = VOTE_YES };
	texts(x, &p->decision, "Nämnden godkänner.", "Omedelbar justering.");
	d = dissent_add(x->arena, p);
	d->text = "Vi anser något annat.";
	texts(x, &d->persons, "p2", NULL);
	t = vec_push(x->arena, &p->statements);
	*t =
	    (struct statement){ .kind = STATEMENT_DEPUTY, .text = "Så är det" };
	texts(x, &t->persons, "p3", NULL);
	texts(x, &p->not_participating, "p3", NULL);
	texts(x, &p->recipients, "Trafikkontoret", "Akten");
	return p;
}

static void
make_proceedings(struct sample *x, struct meeting *m)
{
	struct attendance *a = vec_push(x->arena, &m->attendance);
	struct other_present *o;
	struct conflict *j;

	*a = (struct attendance){ .person = "p1",
		.paragraphs = "1-10",
		.serving = true,
		.remote = true,
		.from = "17:05",
		.until = "18:00" };
	a = vec_push(x->arena, &m->attendance);
	*a = (struct attendance){ .person = "p2",
		.paragraphs = "11",
		.serves_for = "p1",
		.serving = true };
	o = vec_push(x->arena, &m->others);
	o->name = "Trafikdirektören";
	o->paragraphs = "1-12";
	j = vec_push(x->arena, &m->conflicts);
	*j = (struct conflict){
		.person = "p3", .paragraph = 11, .ground = "KL 6:28 p 1"
	};
	texts(x, &m->approvers, "p2", "p3");
}

static void
make_after(struct sample *x, struct meeting *m)
{
	struct minutes *n = minutes_add(x->arena, m);
	struct delivery *d;

	*n = (struct minutes){ .seq = 1,
		.paragraphs = "1-10",
		.state = MINUTES_POSTED,
		.adjusted = kl_day_of(2026, 11, 24),
		.posted = kl_day_of(2026, 11, 25),
		.taken_down = KL_DAY_NONE,
		.record_sha256 = x->record };
	texts(x, &n->signers, "p1", "p2");
	d = vec_push(x->arena, &m->deliveries);
	*d = (struct delivery){ .paragraph = 10,
		.recipient = "Trafikkontoret",
		.way = "e-post",
		.state = DELIVERY_SENT,
		.sent = kl_day_of(2026, 11, 26),
		.receipted = KL_DAY_NONE };
}

static void
make_meetings(struct sample *x)
{
	struct meeting *m = ADD(x, meetings);
	struct agenda_version *v;
	struct agenda_item *i;
	struct paragraph *p;

	*m = (struct meeting){ .key = SAMPLE_EARLIER,
		.committee = "TRN",
		.day = kl_day_of(2026, 10, 20),
		.uid = "TRN-2026-10-20",
		.seq = 1,
		.state = MEETING_HELD };
	i = vec_push(x->arena, &m->items);
	*i = (struct agenda_item){
		.position = 1, .nr = "7", .number = "T2026-102-00500"
	};
	p = paragraph_add(x->arena, m);
	*p = (struct paragraph){
		.nr = 7, .item = "7", .outcome = OUTCOME_TABLED
	};
	m = ADD(x, meetings);
	*m = (struct meeting){ .key = SAMPLE_MEETING,
		.committee = "TRN",
		.day = kl_day_of(2026, 11, 17),
		.seq = 1,
		.number = 9,
		.time = "16:30",
		.end = "18:05",
		.place = "Bråsalen, Stadshuset",
		.state = MEETING_HELD,
		.uid = "moved@elsewhere.example",
		.sequence = 2,
		.changed = "2026-10-01T08:00:00Z" };
	texts(x, &m->moved_from, "TRN/2026-11-10", "TRN/2026-11-12");
	v = vec_push(x->arena, &m->versions);
	*v = (struct agenda_version){ .version = 1,
		.published = kl_day_of(2026, 11, 10),
		.record_sha256 = x->record };
	i = vec_push(x->arena, &m->items);
	*i = (struct agenda_item){ .position = 1, .title = "Beslutsärenden" };
	i = vec_push(x->arena, &m->items);
	*i = (struct agenda_item){ .position = 2,
		.nr = "10",
		.number = "T2026-102-00418",
		.title = "Färjor",
		.unit = "Tp",
		.note = "Bordlagt",
		.mark = "*",
		.late = true,
		.immediate = true,
		.handed_out = true,
		.standing = true,
		.version = 1,
		.removed = 2 };
	make_proceedings(x, m);
	make_paragraph(x, m);
	make_after(x, m);
}

static void
make_planning(struct sample *x)
{
	struct plan_rules *r;
	struct meeting_window *w;

	*(struct room *)ADD(x, rooms) =
	    (struct room){ .code = "BRA", .name = "Bråsalen", .capacity = 40 };
	*(struct room *)ADD(x, rooms) = (struct room){ .code = "KAJ" };
	*(struct booking *)ADD(x, bookings) = (struct booking){ .room = "BRA",
		.from = kl_day_of(2026, 5, 4),
		.to = kl_day_of(2026, 5, 5),
		.start = "13:00",
		.end = "16:00",
		.what = "Kommunfullmäktige" };
	*(struct stand_in *)ADD(x, stand_ins) =
	    (struct stand_in){ .person = "p3", .by = "p1", .order = 2 };
	*(struct stand_in *)ADD(x, stand_ins) = (struct stand_in){
		.person = "p3", .by = "p2", .committee = "TRN", .order = 1
	};
	*(struct absence *)ADD(x, absences) = (struct absence){ .person = "p3",
		.from = kl_day_of(2026, 7, 6),
		.to = kl_day_of(2026, 7, 31),
		.why = "semester" };
	r = ADD(x, plan_rules);
	*r = (struct plan_rules){ .committee = "TRN",
		.year = 2026,
		.meetings = 10,
		.weekdays = "ti to",
		.start = "16:30",
		.end = "19:00",
		.other_starts = "13:00 09:00",
		.gap_min = 18,
		.gap_max = 45,
		.room = "BRA" };
	w = vec_push(x->arena, &r->windows);
	*w = (struct meeting_window){ "Delårsrapport T1",
		kl_day_of(2026, 5, 11), kl_day_of(2026, 5, 29) };
	w = vec_push(x->arena, &r->closed);
	*w = (struct meeting_window){ NULL, kl_day_of(2026, 2, 23),
		kl_day_of(2026, 2, 27) };
	r = ADD(x, plan_rules);
	*r = (struct plan_rules){
		.committee = "TRNR", .lead_min = 4, .lead_max = 11
	};
}

static void
save_planning(struct sample *x, struct kl_error *e)
{
	struct bundle *b = &x->bundle;
	struct store *s = x->store;
	size_t i;

	for (i = 0; i < b->rooms.n; i++)
		assert_int_equal(
		    store_save_room(s, "import", &b->rooms.v[i], e), 0);
	for (i = 0; i < b->bookings.n; i++)
		assert_int_equal(
		    store_save_booking(s, "import", &b->bookings.v[i], e), 0);
	for (i = 0; i < b->stand_ins.n; i++)
		assert_int_equal(
		    store_save_stand_in(s, "import", &b->stand_ins.v[i], e), 0);
	for (i = 0; i < b->absences.n; i++)
		assert_int_equal(
		    store_save_absence(s, "import", &b->absences.v[i], e), 0);
	for (i = 0; i < b->plan_rules.n; i++)
		assert_int_equal(
		    store_save_plan_rules(s, "import", &b->plan_rules.v[i], e),
		    0);
}

void
sample_make(struct sample *x)
{
	x->arena = arena_new(0);
	assert_non_null(x->arena);
	memset(&x->bundle, 0, sizeof x->bundle);
	x->bundle.arena = x->arena;
	hash_of("some bytes, åäö", 18, x->blob);
	hash_of("<akt/>", 6, x->record);
	make_bodies(x);
	make_people(x);
	make_matters(x);
	make_meetings(x);
	make_planning(x);
}

static void
save_meeting(struct sample *x, struct meeting *m, struct kl_error *e)
{
	struct store *s = x->store;
	size_t i;

	for (i = 0; i < m->items.n; i++)
		assert_int_equal(
		    store_save_item(s, "import", m->id, &m->items.v[i], e), 0);
	for (i = 0; i < m->versions.n; i++)
		assert_int_equal(store_save_version(
				     s, "import", m->id, &m->versions.v[i], e),
		    0);
	assert_int_equal(store_save_attendance(s, "import", m, e), 0);
	for (i = 0; i < m->paragraphs.n; i++)
		assert_int_equal(store_save_paragraph(s, "import", m->id,
				     &m->paragraphs.v[i], e),
		    0);
	for (i = 0; i < m->minutes.n; i++)
		assert_int_equal(
		    store_save_minutes(s, "import", m->id, &m->minutes.v[i], e),
		    0);
	for (i = 0; i < m->deliveries.n; i++)
		assert_int_equal(store_save_delivery(s, "import", m->id,
				     &m->deliveries.v[i], e),
		    0);
}

void
sample_save(struct sample *x)
{
	struct bundle *b = &x->bundle;
	struct store *s = x->store;
	struct kl_error err, *e = &err;
	char sha[HASH_HEX];
	size_t i;

	assert_int_equal(store_begin(s, &sample_actor, e), 0);
	assert_int_equal(
	    store_put_blob(s, "some bytes, åäö", 18, "text/plain", sha, e), 0);
	assert_string_equal(sha, x->blob);
	assert_int_equal(
	    store_put_blob(s, "<akt/>", 6, "application/xml", sha, e), 0);
	assert_int_equal(
	    store_save_organisation(s, "import", b->organisation, e), 0);
	for (i = 0; i < b->departments.n; i++)
		assert_int_equal(
		    store_save_department(s, "import", &b->departments.v[i], e),
		    0);
	for (i = 0; i < b->committees.n; i++)
		assert_int_equal(
		    store_save_committee(s, "import", &b->committees.v[i], e),
		    0);
	for (i = 0; i < b->persons.n; i++)
		assert_int_equal(
		    store_save_person(s, "import", &b->persons.v[i], e), 0);
	for (i = 0; i < b->mandates.n; i++)
		assert_int_equal(
		    store_save_mandate(s, "import", &b->mandates.v[i], e), 0);
	for (i = 0; i < b->matters.n; i++)
		assert_int_equal(
		    store_save_matter(s, "import", &b->matters.v[i], e), 0);
	for (i = 0; i < b->meetings.n; i++)
		assert_int_equal(
		    store_save_meeting(s, "import", &b->meetings.v[i], e), 0);
	for (i = 0; i < b->meetings.n; i++)
		save_meeting(x, &b->meetings.v[i], e);
	save_planning(x, e);
	assert_int_equal(
	    store_save_record(s, "freeze", b->meetings.v[1].id, "protokoll",
		x->record, kl_day_of(2026, 11, 24), e),
	    0);
	assert_int_equal(store_commit(s, e), 0);
}

int
sample_setup(void **state)
{
	struct sample *x = calloc(1, sizeof *x);
	struct kl_error err;

	assert_non_null(x);
	*state = x;
	sample_path(x->path);
	sample_make(x);
	assert_int_equal(store_create(x->path, &x->store, &err), 0);
	sample_save(x);
	return 0;
}

int
sample_teardown(void **state)
{
	struct sample *x = *state;

	store_close(x->store);
	arena_free(x->arena);
	sample_remove(x->path);
	free(x);
	return 0;
}
