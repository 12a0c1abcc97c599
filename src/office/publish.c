/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the public may see: from each meeting's public record its page, its
 * minutes as HTML and PDF, its summons.  Nothing secret goes past
 * record_public.
 */
#include "config.h"

#include <string.h>

#include "base/mem.h"
#include "base/xml.h"
#include "document/words.h"
#include "office/kinds.h"
#include "office/office_private.h"
#include "publish/publish.h"

/* A site under construction. */
struct build {
	struct work *w;
	struct publish_site *site;
	const char *lang;
};

/* Minutes are public once their adjustment has been posted. */
static bool
is_public(const struct minutes *m)
{
	return m->posted != KL_DAY_NONE && m->state >= MINUTES_POSTED;
}

/* "trn/2010-11-23[-2]/FILE" */
static const char *
page_path(struct work *w, const char *file)
{
	const char *folder = publish_folder(w->arena, w->meeting->key);

	return folder == NULL || file == NULL
		   ? NULL
		   : arena_printf(w->arena, "%s/%s", folder, file);
}

/* Keep the bytes of ${from} in the arena of the site. */
static int
add_file(struct work *w, struct publish_meeting *to, const char *kind,
    const char *paragraphs, const char *label, const struct buf *from,
    size_t pages)
{
	struct publish_file *f = vec_push(w->arena, &to->files);
	char date[11], *name, *p;

	if (f == NULL)
		return -1;
	f->kind = kind;
	f->label = label;
	name = arena_printf(w->arena, "%s-%s-%s%s%s.pdf", w->committee->code,
	    kl_day_format(w->meeting->day, date), kind,
	    paragraphs == NULL ? "" : "-p",
	    paragraphs == NULL ? "" : paragraphs);
	for (p = name; p != NULL && *p != '\0'; p++)
		if (*p == ' ')
			*p = ',';
	f->path = page_path(w, name);
	f->bytes = arena_strndup(w->arena, from->data, from->len);
	f->n = from->len;
	f->pages = pages;
	return f->bytes == NULL || f->path == NULL ? -1 : 0;
}

static int
add_page(struct work *w, struct publish_meeting *to, const char *kind,
    const char *label, const struct buf *html)
{
	struct publish_page *p = vec_push(w->arena, &to->pages);

	if (p == NULL)
		return -1;
	p->kind = kind;
	p->label = label;
	p->html = arena_strdup(w->arena, html->data);
	return p->html == NULL ? -1 : 0;
}

/* A document of the kind so named, made of a public record. */
static int
make_public(struct work *w, const char *kind_name, xmlDoc *record,
    const char *title, kl_day day, unsigned formats, struct made *made,
    struct kl_error *err)
{
	struct template_file template;
	const struct kind *kind;
	int rc;

	template_init(&template);
	rc = kind_find(kind_name, &kind, err);
	if (rc == 0)
		rc = office_template(
		    w, kind, w->committee->code, &template, err);
	if (rc == 0)
		rc = office_make(
		    w, &template, record, title, day, NULL, formats, made, err);
	template_free(&template);
	return rc;
}

/* One set of minutes as the public reads it. */
static int
publish_minutes(struct build *b, const struct minutes *m,
    struct publish_meeting *to, struct kl_error *err)
{
	bool ordinary = m->seq == 1;
	const char *kind = ordinary ? "minutes" : "immediate-minutes";
	const char *name =
	    ordinary ? "Protokoll" : "Omedelbart justerat protokoll";
	const char *made_as =
	    ordinary ? "published-minutes" : "immediate-minutes";
	struct work *w = b->w;
	xmlDoc *record = NULL;
	struct made made;
	const char *label;
	int rc;

	made_init(&made);
	label = arena_printf(w->arena, "%s %s", name,
	    words_paragraphs(w->arena, b->lang, m->paragraphs));
	rc = office_minutes_record(w, m, &record, err);
	if (rc == 0)
		rc = record_public(record, err);
	if (rc == 0)
		rc = make_public(w, made_as, record, label, m->posted,
		    FORMAT_PDF | FORMAT_FRAGMENT, &made, err);
	if (rc == 0 && (add_file(w, to, kind, ordinary ? NULL : m->paragraphs,
			    label, &made.pdf, made.pages) != 0 ||
			   add_page(w, to, kind, label, &made.html) != 0))
		rc = kl_error_nomem(err);
	xmlFreeDoc(record);
	made_free(&made);
	return rc;
}

static int
publish_summons(
    struct build *b, struct publish_meeting *to, struct kl_error *err)
{
	struct work *w = b->w;
	const struct agenda_version *v;
	xmlDoc *record = NULL;
	struct made made;
	int rc;

	if (w->meeting->versions.n == 0)
		return 0;
	v = &w->meeting->versions.v[w->meeting->versions.n - 1];
	made_init(&made);
	rc = v->record_sha256 != NULL
		 ? office_thaw(w, v->record_sha256, &record, err)
		 : office_record(w, "kallelse", &record, err);
	if (rc == 0)
		rc = record_public(record, err);
	if (rc == 0)
		rc = make_public(w, "summons", record, "Kallelse", v->published,
		    FORMAT_PDF, &made, err);
	if (rc == 0 &&
	    add_file(w, to, "summons", NULL, "Kallelse och föredragningslista",
		&made.pdf, made.pages) != 0)
		rc = kl_error_nomem(err);
	xmlFreeDoc(record);
	made_free(&made);
	return rc;
}

/* Only the paragraphs of public minutes are shown on the meeting's page. */
static int
public_record(struct work *w, xmlDoc **doc, struct kl_error *err)
{
	struct ranges shown = { .n = 0 }, one;
	const char *list;
	size_t i, j;
	int nr, rc;

	for (i = 0; i < w->meeting->minutes.n; i++) {
		if (!is_public(&w->meeting->minutes.v[i]) ||
		    ranges_parse(w->meeting->minutes.v[i].paragraphs, &one) !=
			0)
			continue;
		for (j = 0; j < one.n; j++)
			for (nr = one.v[j].first; nr <= one.v[j].last; nr++)
				if (ranges_add(&shown, nr) != 0)
					return kl_error_nomem(err);
	}
	list = ranges_format(w->arena, &shown);
	if (list == NULL)
		return kl_error_nomem(err);
	rc = office_record(w, shown.n > 0 ? "protokoll" : "kallelse", doc, err);
	if (rc == 0 && shown.n > 0)
		rc = record_select(*doc, list, err);
	if (rc == 0)
		rc = record_public(*doc, err);
	return rc;
}

/* A meeting that has not been summoned is known by time and place alone. */
static int
planned_record(struct work *w, xmlDoc **doc, struct kl_error *err)
{
	xmlNode *meeting, *item, *next;
	int rc = office_record(w, "kallelse", doc, err);

	if (rc != 0)
		return rc;
	meeting = xml_child(xmlDocGetRootElement(*doc), "sammanträde");
	for (item = xml_child(meeting, "punkt"); item != NULL; item = next) {
		next = xml_next(item, "punkt");
		xmlUnlinkNode(item);
		xmlFreeNode(item);
	}
	return record_public(*doc, err);
}

static int
publish_one(struct build *b, const char *key, struct kl_error *err)
{
	struct work *w = b->w;
	struct publish_meeting *to;
	size_t i;
	int rc;

	w->bundle = (struct bundle){ .arena = w->arena };
	rc = work_meeting(w, key, MAY_READ, err);
	if (rc != 0 || w->meeting->state == MEETING_CANCELLED)
		return rc;
	to = vec_push(w->arena, &b->site->meetings);
	if (to == NULL)
		return kl_error_nomem(err);
	if (w->meeting->state == MEETING_PLANNED)
		return planned_record(w, &to->record, err);
	if (w->meeting->versions.n > 0)
		to->summoned = w->meeting->versions.v[0].published;
	rc = public_record(w, &to->record, err);
	for (i = 0; rc == 0 && i < w->meeting->minutes.n; i++)
		if (is_public(&w->meeting->minutes.v[i]))
			rc = publish_minutes(
			    b, &w->meeting->minutes.v[i], to, err);
	if (rc == 0)
		rc = publish_summons(b, to, err);
	return rc;
}

/* Organisation, committees and who sits in them, without contact details. */
static int
public_people(struct build *b, struct kl_error *err)
{
	struct store_scope all = { 0 };
	struct bundle people = { .arena = b->w->arena };
	struct buf xml;
	size_t i;
	int rc;

	buf_init(&xml, XML_MAX_BYTES);
	rc = store_load_all(b->w->o->store, &all, &people, err);
	if (rc == 0) {
		people.matters.n = 0;
		people.meetings.n = 0;
		for (i = 0; i < people.persons.n; i++)
			people.persons.v[i].email = people.persons.v[i].phone =
			    people.persons.v[i].address = NULL;
		rc = exchange_write(&people, &xml, err);
	}
	if (rc == 0)
		rc = xml_parse(
		    xml.data, xml.len, "exchange", &b->site->organisation, err);
	if (rc == 0 && people.organisation != NULL &&
	    people.organisation->language != NULL)
		b->lang = people.organisation->language;
	buf_free(&xml);
	return rc;
}

static int
public_picture(struct build *b, struct buf *picture, struct kl_error *err)
{
	const struct organisation *org = b->w->bundle.organisation;
	int rc;

	if (org == NULL || org->picture_sha256 == NULL)
		return 0;
	buf_free(picture);
	rc = store_get_blob(b->w->o->store, org->picture_sha256, picture, err);
	b->site->picture = picture->data;
	b->site->picture_size = picture->len;
	return rc;
}

static int
publish_all(struct build *b, const char *dir, struct kl_error *err)
{
	static const char *const none[] = { NULL };
	struct kl_data *rows = data_list();
	struct buf picture;
	size_t i, files = 0;
	int rc;

	buf_init(&picture, XML_MAX_BYTES);
	rc = store_query(b->w->o->store, "meetings", none, rows, err);
	if (rc == 0)
		rc = public_people(b, err);
	for (i = 0; rc == 0 && i < kl_data_count(rows); i++)
		rc = publish_one(b,
		    kl_data_text(kl_data_get(kl_data_at(rows, i), "meeting")),
		    err);
	if (rc == 0)
		rc = public_picture(b, &picture, err);
	if (rc == 0)
		rc = publish_write(b->site, dir, &files, err);
	if (rc == 0) {
		data_add_int(b->w->answer, "files", (int64_t)files);
		data_add_int(
		    b->w->answer, "meetings", (int64_t)b->site->meetings.n);
	}
	buf_free(&picture);
	kl_data_free(rows);
	return rc;
}

int
kl_publish(struct kl_office *o, const char *dir, struct kl_data **answer,
    struct kl_error *err)
{
	struct publish_site site = { .today = o->today, .instant = o->instant };
	struct work w;
	struct build b = { &w, &site, "sv" };
	size_t i;
	int rc = work_begin(&w, o, MAY_HANDLE, false, err);

	site.templates = office_path(o, w.arena, "templates/web");
	if (rc == 0)
		rc = publish_all(&b, dir, err);
	for (i = 0; i < site.meetings.n; i++)
		xmlFreeDoc(site.meetings.v[i].record);
	xmlFreeDoc(site.organisation);
	return work_end(&w, rc, answer, err);
}
