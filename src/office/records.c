/* SPDX-License-Identifier: EUPL-1.2
 *
 * Records: built from the facts, frozen at legal events, thawed afterwards.
 * After freezing, documents come from what was frozen, never from the facts.
 */
#include "config.h"

#include <string.h>

#include "base/xml.h"
#include "office/phrases.h"
#include "rules/after.h"
#include "office/who.h"
#include "rules/sitting.h"

#define RECORD_SCHEMA "templates/schema/record.rng"

/* The kind that needs the steps of the meeting's cycle. */
#define CHECKLIST "checklista"

/* The one that tells who is expected. */
#define ATTENDANCE_LIST "närvarolista"

static int
add_served(struct work *w, struct record_dates *dates, struct kl_error *err)
{
	const struct delivery *d;
	kl_day *served;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < w->meeting->deliveries.n; i++) {
		d = &w->meeting->deliveries.v[i];
		served = vec_push(w->arena, &dates->served);
		if (served == NULL)
			return kl_error_nomem(err);
		*served = KL_DAY_NONE;
		if (d->sent != KL_DAY_NONE && d->way != NULL &&
		    strcmp(d->way, AFTER_SIMPLIFIED) == 0)
			rc = rules_simplified_service(
			    d->sent, NULL, served, err);
	}
	return rc;
}

/* The committee's meetings after this one that are to be held. */
static int
add_upcoming(struct work *w, struct record_dates *dates, struct kl_error *err)
{
	const char *args[2] = { NULL };
	record_meetings all = { 0 };
	struct record_meeting *m;
	size_t i;
	int rc;

	args[0] = arena_printf(w->arena, "committee=%s", w->meeting->committee);
	if (args[0] == NULL)
		return kl_error_nomem(err);
	rc = office_meetings(w, args, &all, err);
	for (i = 0; rc == 0 && i < all.n; i++) {
		if (all.v[i].day <= w->meeting->day ||
		    all.v[i].state > MEETING_SUMMONED)
			continue;
		m = vec_push(w->arena, &dates->upcoming);
		if (m == NULL)
			return kl_error_nomem(err);
		*m = all.v[i];
	}
	return rc;
}

/* How each paragraph is appealed, and what has become of it. */
static int
office_ways(struct work *w, struct record_ways *ways, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	const struct paragraph *p;
	struct after_state s;
	struct kl_faults gaps;
	struct record_way *x;
	size_t i;
	int rc = 0;

	for (i = 0; rc == 0 && i < w->meeting->paragraphs.n; i++) {
		p = &w->meeting->paragraphs.v[i];
		rc = after_state(&w->bundle, w->meeting, p, w->o->today, &book,
		    NULL, &s, &gaps, err);
		if (rc != 0)
			return rc;
		x = vec_push(w->arena, &ways->v);
		if (x == NULL)
			return kl_error_nomem(err);
		*x = (struct record_way){ .paragraph = p->nr,
			.kind = s.appeal.kind,
			.statute = s.appeal.statute,
			.addressee = s.appeal.addressee,
			.court = s.appeal.court,
			.clock = s.appeal.clock,
			.last_day = s.appeal.last_day,
			.per_party = s.appeal.per_party,
			.asked = KL_DAY_NONE,
			.county_board = KL_DAY_NONE,
			.since = s.since };
		if (s.fact != NULL) {
			x->asked = s.fact->asked;
			x->asked_court = s.fact->court;
			x->answered_by = s.fact->answered_by;
			x->county_board = s.fact->county_board;
		}
	}
	return 0;
}

int
office_dates(struct work *w, struct record_dates *dates, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct rules_adjustment adjust;
	struct rules_appeal appeal;
	struct record_clock *clock;
	const struct minutes *m;
	size_t i;
	int rc;

	rc = rules_adjust(w->meeting->day, &book, NULL, &adjust, err);
	if (rc != 0)
		return rc;
	dates->adjust_plain = adjust.plain;
	dates->adjust_latest = adjust.latest;
	for (i = 0; i < w->meeting->minutes.n; i++) {
		m = &w->meeting->minutes.v[i];
		clock = vec_push(w->arena, &dates->clocks);
		if (clock == NULL)
			return kl_error_nomem(err);
		clock->seq = m->seq;
		rc = after_notice(m, &book, NULL, &appeal, err);
		if (rc != 0)
			return rc;
		clock->last_day = appeal.last_day;
		clock->remove_on = appeal.remove_on;
		clock->legal_force = appeal.legal_force;
	}
	rc = office_ways(w, &dates->ways, err);
	if (rc == 0)
		rc = add_served(w, dates, err);
	return rc != 0 ? rc : add_upcoming(w, dates, err);
}

/* The schema is read when the first record is made. */
static int
need_schema(struct work *w, struct kl_error *err)
{
	char *path;

	if (w->o->schema != NULL)
		return 0;
	path = office_path(w->o, w->arena, RECORD_SCHEMA);
	return path == NULL ? kl_error_nomem(err)
			    : record_schema_open(path, &w->o->schema, err);
}

int
office_check(struct work *w, xmlDoc *doc, struct kl_error *err)
{
	int rc = need_schema(w, err);

	return rc != 0 ? rc : record_check(doc, w->o->schema, err);
}

static int
make_record(
    struct work *w, const char *kind, xmlDoc **doc, struct kl_error *err)
{
	struct record_dates dates = { 0 };
	struct meeting drawn, settled;
	xmlDoc *made = NULL;
	int rc;

	rc = office_dates(w, &dates, err);
	if (rc == 0 && strcmp(kind, CHECKLIST) == 0)
		rc = office_checklist(w, &dates, err);
	if (rc == 0)
		rc = office_draw(w, &drawn, err);
	if (rc == 0)
		rc = office_texts(w, &drawn, &dates, err);
	if (rc == 0 && strcmp(kind, ATTENDANCE_LIST) == 0 &&
	    w->meeting->attendance.n == 0)
		rc = office_expect(w, &dates.forecast, err);
	if (rc == 0)
		rc =
		    sitting_settle(w->arena, &w->bundle, &drawn, &settled, err);
	if (rc == 0)
		rc = record_build(
		    &w->bundle, &settled, kind, &dates, &made, err);
	if (rc == 0)
		rc = office_check(w, made, err);
	if (rc != 0) {
		xmlFreeDoc(made);
		return rc;
	}
	*doc = made;
	return 0;
}

/* Hand over ${doc} with a copy of it on the shelf; 0, or it is freed. */
static int
shelve(struct work *w, const char *key, xmlDoc **doc, struct kl_error *err)
{
	if (shelf_put(w->shelf, key, *doc) == 0)
		return 0;
	xmlFreeDoc(*doc);
	*doc = NULL;
	return kl_error_nomem(err);
}

int
office_record(
    struct work *w, const char *kind, xmlDoc **doc, struct kl_error *err)
{
	/* the checklist alone has the steps of the cycle */
	const char *like =
	    strcmp(kind, CHECKLIST) == 0 ? kind : record_like(kind);
	int rc;

	if (like == NULL)
		like = kind; /* unknown: the record says so */
	if (shelf_take(w->shelf, like, doc) != 0)
		return kl_error_nomem(err);
	if (*doc != NULL)
		return xml_set(xmlDocGetRootElement(*doc), "slag", kind) == 0
			   ? 0
			   : kl_error_nomem(err);
	rc = make_record(w, kind, doc, err);
	return rc == 0 ? shelve(w, like, doc, err) : rc;
}

int
office_keep_record(struct work *w, const struct buf *bytes, const char *kind,
    kl_day day, const char **sha, struct kl_error *err)
{
	char stored[HASH_HEX];
	int rc;

	rc = store_put_blob(w->o->store, bytes->data, bytes->len,
	    "application/xml", stored, err);
	if (rc == 0)
		rc = store_save_record(w->o->store, "freeze", w->meeting->id,
		    kind, stored, day, err);
	if (rc != 0)
		return rc;
	*sha = arena_strdup(w->arena, stored);
	return *sha == NULL ? kl_error_nomem(err) : 0;
}

int
office_freeze(struct work *w, xmlDoc *doc, const char *kind, kl_day day,
    const char **sha, struct kl_error *err)
{
	char hex[HASH_HEX];
	struct buf bytes;
	int rc;

	buf_init(&bytes, XML_MAX_BYTES);
	rc = record_freeze(doc, &bytes, hex, err);
	if (rc == 0)
		rc = office_keep_record(w, &bytes, kind, day, sha, err);
	buf_free(&bytes);
	return rc;
}

int
office_thaw(struct work *w, const char *sha, xmlDoc **doc, struct kl_error *err)
{
	struct buf bytes;
	int rc;

	rc = store_get_blob(w->o->store, sha, &bytes, err);
	if (rc == 0)
		rc = xml_parse(bytes.data, bytes.len, "record", doc, err);
	buf_free(&bytes);
	return rc;
}

int
office_freeze_minutes(
    struct work *w, struct minutes *m, kl_day day, struct kl_error *err)
{
	const char *kind = m->seq == 1 ? "protokoll" : "omedelbart-protokoll";
	xmlDoc *doc = NULL;
	int rc;

	rc = office_number_annexes(w, m, err);
	if (rc == 0)
		rc = office_record(w, kind, &doc, err);
	if (rc == 0)
		rc = record_minutes(doc, m->seq, err);
	if (rc == 0)
		rc = record_unsigned(doc, err);
	if (rc == 0)
		rc = office_freeze(w, doc, kind, day, &m->record_sha256, err);
	xmlFreeDoc(doc);
	return rc;
}

static xmlNode *
meeting_node(xmlDoc *doc)
{
	return xml_child(xmlDocGetRootElement(doc), "sammanträde");
}

/* Replace the elements called ${name} of the frozen meeting by those of the
 * fresh one: what has come since the signing.  They stand in the same place. */
static int
take_over(xmlDoc *frozen, xmlDoc *fresh, const char *name)
{
	xmlNode *to = meeting_node(frozen), *from = meeting_node(fresh);
	xmlNode *old, *copy, *n, *place = NULL;

	for (n = xml_child(to, name); n != NULL; n = old) {
		old = xml_next(n, name);
		place = n->prev;
		xmlUnlinkNode(n);
		xmlFreeNode(n);
	}
	for (n = xml_child(from, name); n != NULL; n = xml_next(n, name)) {
		copy = xmlDocCopyNode(n, frozen, 1);
		if (copy == NULL)
			return KL_E_NOMEM;
		if (place == NULL)
			xmlAddChild(to, copy);
		else
			xmlAddNextSibling(place, copy);
		place = copy;
	}
	return 0;
}

/* The notes of corrections that have been adjusted since; the schema has them
 * before who adjusts. */
static int
take_corrections(xmlDoc *frozen, xmlDoc *fresh)
{
	static const char *const after[] = { "justerare", "justering-senast",
		"protokoll" };
	xmlNode *to = meeting_node(frozen), *place = NULL, *n, *copy;
	size_t i;

	for (i = 0; place == NULL && i < sizeof after / sizeof *after; i++)
		place = xml_child(to, after[i]);
	for (n = xml_child(meeting_node(fresh), "rättelse"); n != NULL;
	     n = xml_next(n, "rättelse")) {
		if (xml_child(n, "justerad") == NULL)
			continue;
		copy = xmlDocCopyNode(n, frozen, 1);
		if (copy == NULL)
			return KL_E_NOMEM;
		if (place == NULL)
			xmlAddChild(to, copy);
		else
			xmlAddPrevSibling(place, copy);
	}
	return 0;
}

/* True for a record that was frozen before records held sentences. */
static bool
lacks_sentences(xmlDoc *frozen)
{
	static const char *const told[] = { "jäv", "yrkande", "omröstning",
		"reservation", "uttalande", "deltar-inte" };
	const xmlNode *n = xml_child(meeting_node(frozen), "paragraf");
	bool lacks = false;
	size_t i;

	for (; n != NULL; n = xml_next(n, "paragraf")) {
		if (xml_child(n, "texter") != NULL)
			return false;
		for (i = 0; i < sizeof told / sizeof *told; i++)
			lacks = lacks || xml_child(n, told[i]) != NULL;
	}
	return lacks;
}

/* It gets them from the facts, which have been closed since. */
static int
give_sentences(xmlDoc *frozen, xmlDoc *fresh)
{
	if (!lacks_sentences(frozen))
		return 0;
	if (take_over(frozen, fresh, "paragraf") != 0)
		return KL_E_NOMEM;
	return take_over(frozen, fresh, "bilaga");
}

static int
make_minutes_record(
    struct work *w, const struct minutes *m, xmlDoc **doc, struct kl_error *err)
{
	const char *kind = m->seq == 1 ? "protokoll" : "omedelbart-protokoll";
	xmlDoc *fresh = NULL, *frozen = NULL;
	struct record_ways ways = { 0 };
	int rc;

	rc = office_record(w, kind, &fresh, err);
	if (rc == 0)
		rc = record_minutes(fresh, m->seq, err);
	if (rc == 0 && m->record_sha256 != NULL) {
		rc = office_thaw(w, m->record_sha256, &frozen, err);
		if (rc == 0 &&
		    (give_sentences(frozen, fresh) != 0 ||
			take_corrections(frozen, fresh) != 0 ||
			take_over(frozen, fresh, "protokoll") != 0 ||
			take_over(frozen, fresh, "expediering") != 0 ||
			take_over(frozen, fresh, "mottagning") != 0))
			rc = kl_error_nomem(err);
		if (rc == 0)
			xml_set(xmlDocGetRootElement(frozen), "variant",
			    "fullständig");
	}
	if (rc == 0)
		rc = office_ways(w, &ways, err);
	if (rc == 0)
		rc = record_after(frozen != NULL ? frozen : fresh, &ways, err);
	if (rc == 0) {
		*doc = frozen != NULL ? frozen : fresh;
		if (frozen != NULL)
			frozen = NULL;
		else
			fresh = NULL;
	}
	xmlFreeDoc(frozen);
	xmlFreeDoc(fresh);
	return rc;
}

int
office_minutes_record(
    struct work *w, const struct minutes *m, xmlDoc **doc, struct kl_error *err)
{
	const char *key = arena_printf(w->arena, "%d", m->seq);
	int rc;

	if (key == NULL || shelf_take(w->shelf, key, doc) != 0)
		return kl_error_nomem(err);
	if (*doc != NULL)
		return 0;
	rc = make_minutes_record(w, m, doc, err);
	return rc == 0 ? shelve(w, key, doc, err) : rc;
}

int
office_extract_record(struct work *w, const struct minutes *m,
    const char *paragraphs, xmlDoc **doc, struct kl_error *err)
{
	const char *key = arena_printf(w->arena, "%d", m->seq);
	const xmlDoc *whole = key == NULL ? NULL : shelf_look(w->shelf, key);
	int rc;

	if (whole != NULL)
		return record_extract(whole, paragraphs, doc, err);
	rc = office_minutes_record(w, m, doc, err);
	return rc != 0 ? rc : record_select(*doc, paragraphs, err);
}
