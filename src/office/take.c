/* SPDX-License-Identifier: EUPL-1.2
 *
 * Taking an edited document back.  The document says which record it was made
 * from; what was issued of that is kept, and the two are compared.  What was
 * edited in the pieces that may be edited changes the facts, never the
 * document: the next documents are made of them, so that minutes, extract and
 * page never part.
 */
#include "config.h"

#include <string.h>

#include "odf/odf.h"
#include "office/kinds.h"
#include "office/office_private.h"
#include "office/piece.h"

#define QUOTED_MAX 240 /* bytes of a text that an error shows */
#define STATUTE_ADJUST "KL 5:69, 6:35"

struct take {
	struct work *w;
	const char *path;
	struct kl_faults *faults;
	struct odf *edited, *base;
	struct origin origin;
	const struct kind *kind;
	struct odf_changes changes;
	bool dry_run;
};

/* One reason not to take it. */
static void
refuse(struct take *t, struct kl_error *why)
{
	kl_error_where(why, t->path, 0, NULL);
	kl_faults_add(t->faults, why);
}

/* A text short enough to be shown. */
static const char *
quoted(struct take *t, const char *text)
{
	size_t n = strlen(text);

	if (n <= QUOTED_MAX)
		return text;
	for (n = QUOTED_MAX; n > 0 && ((unsigned char)text[n] & 0xc0) == 0x80;)
		n--; /* never half a character */
	text = arena_printf(t->w->arena, "%.*s…", (int)n, text);
	return text == NULL ? "" : text;
}

/* ---- where it comes from ---------------------------------------------------
 */

static int
not_ours(struct take *t, struct kl_error *err)
{
	kl_error_set(err, KL_E_INPUT,
	    KL_N_("The file does not say which record of this register it was "
		  "made from, so it cannot be taken back. Nothing was changed. "
		  "Make the document with kansli document and edit that."));
	kl_error_where(err, t->path, 0, NULL);
	return KL_E_INPUT;
}

static int
read_origin(struct take *t, struct kl_error *err)
{
	struct arena *a = t->w->arena;
	struct kl_error ignored;

	t->origin = (struct origin){
		.meeting = odf_get_property(t->edited, a, ORIGIN_MEETING),
		.kind = odf_get_property(t->edited, a, ORIGIN_KIND),
		.paragraphs = odf_get_property(t->edited, a, ORIGIN_PARAGRAPHS),
		.record_sha256 = odf_get_property(t->edited, a, ORIGIN_RECORD)
	};
	if (t->origin.meeting == NULL || t->origin.kind == NULL ||
	    t->origin.record_sha256 == NULL ||
	    kind_find(t->origin.kind, &t->kind, &ignored) != 0)
		return not_ours(t, err);
	return 0;
}

/* What was issued, before anybody edited it. */
static int
read_base(struct take *t, struct kl_error *err)
{
	struct store *s = t->w->o->store;
	struct issued issued;
	struct buf bytes;
	int rc;

	rc = store_find_issued(s, t->origin.meeting, t->origin.kind,
	    t->origin.paragraphs, "odt", t->origin.record_sha256, t->w->arena,
	    &issued, err);
	if (rc == KL_E_NOTFOUND)
		return not_ours(t, err);
	if (rc != 0)
		return rc;
	rc = store_get_blob(s, issued.sha256, &bytes, err);
	if (rc == 0)
		rc = odf_open(bytes.data, bytes.len, t->path, &t->base, err);
	buf_free(&bytes);
	return rc;
}

/* What is signed, sent or on the board is not a draft any longer. */
static int
check_draft(struct take *t, struct kl_error *err)
{
	switch (t->kind->source) {
	case FROM_FACTS:
		return 0;
	case FROM_AGENDA:
		kl_error_set(err, KL_E_RULE,
		    KL_N_("The document “%s” of %s shows the agenda as it was "
			  "published, which is frozen. Nothing was changed. "
			  "Change the agenda with kansli agenda and publish a "
			  "new version."),
		    t->kind->title, t->origin.meeting);
		break;
	case FROM_MINUTES:
	case FROM_PARAGRAPHS:
		kl_error_set(err, KL_E_RULE,
		    KL_N_("The document “%s” of %s shows minutes that have "
			  "been frozen for adjustment, and they are not "
			  "changed afterwards. Nothing was changed."),
		    t->kind->title, t->origin.meeting);
		kl_error_statute(err, STATUTE_ADJUST);
		break;
	case FROM_YEAR:
		kl_error_set(err, KL_E_RULE,
		    KL_N_("The document “%s” has nothing that can be taken "
			  "back. Nothing was changed."),
		    t->kind->title);
		break;
	}
	kl_error_where(err, t->path, 0, NULL);
	return KL_E_RULE;
}

/* ---- changes elsewhere ------------------------------------------------------
 */

static void
refuse_section(struct take *t, const struct odf_change *c, const char *place)
{
	struct kl_error why;

	if (*c->before == '\0')
		kl_error_set(&why, KL_E_INPUT,
		    KL_N_("The sections that mark what may be edited have been "
			  "moved or doubled. Nothing was changed. Make the "
			  "document anew and edit it again."));
	else
		kl_error_set(&why, KL_E_INPUT,
		    KL_N_("Under “%s” the section “%s”, which marks what may "
			  "be edited, is gone. Nothing was changed. To take a "
			  "text away, empty the section and leave it there."),
		    place, c->before);
	refuse(t, &why);
}

static void
refuse_change(struct take *t, const struct odf_change *c)
{
	const char *place = c->place == NULL ? "" : quoted(t, c->place);
	const char *before = quoted(t, c->before), *after;
	struct kl_error why;

	if (c->after == NULL) {
		refuse_section(t, c, place);
		return;
	}
	after = quoted(t, c->after);
	if (c->place == NULL)
		kl_error_set(&why, KL_E_INPUT,
		    KL_N_("Before the first heading, or in the head or foot of "
			  "a page, “%s” has become “%s”. That is not taken "
			  "back. Nothing was changed."),
		    before, after);
	else if (*before == '\0')
		kl_error_set(&why, KL_E_INPUT,
		    KL_N_("Under “%s”, outside what may be edited, “%s” has "
			  "been added. That is not taken back. Nothing was "
			  "changed."),
		    place, after);
	else if (*after == '\0')
		kl_error_set(&why, KL_E_INPUT,
		    KL_N_("Under “%s”, outside what may be edited, “%s” has "
			  "been removed. That is not taken back. Nothing was "
			  "changed."),
		    place, before);
	else
		kl_error_set(&why, KL_E_INPUT,
		    KL_N_("Under “%s”, outside what may be edited, “%s” has "
			  "become “%s”. That is not taken back. Nothing was "
			  "changed."),
		    place, before, after);
	refuse(t, &why);
}

/* ---- the pieces -------------------------------------------------------------
 */

/* "§ 10", or "item 7" in the reader's language. */
static const char *
where(const struct take *t, const struct editable *p)
{
	const char *word = p->item == NULL ? "§" : KL_N_("item");

	if (p->item != NULL && t->w->o->translate != NULL)
		word = t->w->o->translate(word);
	word = arena_printf(t->w->arena, "%s %s", word, p->nr);
	return word == NULL ? "" : word;
}

/* True if the two say the same, spaces apart. */
static bool
alike(struct arena *a, const text_list *x, const text_list *y, bool points)
{
	const char *wx, *wy;
	text_list *both[2] = { (text_list *)x, (text_list *)y }, whole[2];
	struct editable one[2];
	const char *text[2] = { NULL };
	size_t i;

	if (!points) /* one text, however it is cut into paragraphs */
		for (i = 0; i < 2; i++) {
			one[i] = (struct editable){ .text = &text[i] };
			if (piece_set(a, &one[i], both[i]) != 0)
				return false;
			whole[i] = piece_texts(a, &one[i]);
			both[i] = &whole[i];
		}
	if (both[0]->n != both[1]->n)
		return false;
	for (i = 0; i < both[0]->n; i++) {
		wx = odf_words(a, both[0]->v[i]);
		wy = odf_words(a, both[1]->v[i]);
		if (wx == NULL || wy == NULL || strcmp(wx, wy) != 0)
			return false;
	}
	return true;
}

/* May the fact be changed at all? */
static bool
is_open(struct take *t, const struct editable *p)
{
	const struct minutes *m =
	    p->paragraph == NULL
		? NULL
		: meeting_minutes_of(t->w->meeting, p->paragraph->nr);
	struct kl_error why;

	if (m != NULL && m->state >= MINUTES_FROZEN) {
		kl_error_set(&why, KL_E_RULE,
		    KL_N_("§ %s has been frozen for adjustment since the "
			  "document was made, and is not changed afterwards. "
			  "Nothing was changed."),
		    p->nr);
		kl_error_statute(&why, STATUTE_ADJUST);
		refuse(t, &why);
		return false;
	}
	if (p->item != NULL && p->item->version > 0) {
		kl_error_set(&why, KL_E_RULE,
		    KL_N_("Item %s stands in version %d of the agenda, which "
			  "has been published and is frozen. Nothing was "
			  "changed."),
		    p->nr, p->item->version);
		refuse(t, &why);
		return false;
	}
	return true;
}

/* Does the register still say what the document said? */
static bool
is_as_issued(
    struct take *t, const struct editable *p, const struct odf_piece *edit)
{
	struct arena *a = t->w->arena;
	text_list now = piece_texts(a, p);
	struct kl_error why;

	if (alike(a, &now, &edit->before, p->points != NULL))
		return true;
	kl_error_set(&why, KL_E_RULE,
	    KL_N_("“%s” of %s has been changed in the register since the "
		  "document was made; it now begins “%s”. Nothing was changed. "
		  "Make the document anew and edit that."),
	    p->label, where(t, p), now.n == 0 ? "" : quoted(t, now.v[0]));
	refuse(t, &why);
	return false;
}

static void
refuse_foreign(struct take *t, const struct editable *p)
{
	struct kl_error why;

	kl_error_set(&why, KL_E_INPUT,
	    KL_N_("In “%s” of %s stands a table, a picture or a footnote. "
		  "The record holds text alone. Nothing was changed."),
	    p->label, where(t, p));
	refuse(t, &why);
}

static void
tell(struct take *t, const struct editable *p, const text_list *before)
{
	struct kl_data *row =
	    data_add_object(data_list_of(t->w->answer, "changes"), NULL);
	text_list after = piece_texts(t->w->arena, p);
	struct kl_data *list;
	size_t i;

	data_add_text(row, p->item == NULL ? "paragraph" : "item", p->nr);
	data_add_text(row, "piece", p->label);
	list = data_add_list(row, "before");
	for (i = 0; i < before->n; i++)
		data_add_text(list, NULL, before->v[i]);
	list = data_add_list(row, "after");
	for (i = 0; i < after.n; i++)
		data_add_text(list, NULL, after.v[i]);
}

static int
save(struct take *t, const struct editable *p, struct kl_error *err)
{
	struct store *s = t->w->o->store;
	int64_t meeting = t->w->meeting->id;

	if (p->paragraph != NULL)
		return store_save_paragraph(
		    s, "document-take", meeting, p->paragraph, err);
	if (p->matter != NULL)
		return store_save_matter(s, "document-take", p->matter, err);
	return store_save_item(s, "document-take", meeting, p->item, err);
}

/* Take one piece; it may have been taken before. */
static int
take_piece(struct take *t, const struct odf_piece *edit, struct kl_error *err)
{
	struct arena *a = t->w->arena;
	struct kl_error why;
	struct editable p;
	text_list now;

	if (!piece_find(t->w, edit->name, &p)) {
		kl_error_set(&why, KL_E_RULE,
		    KL_N_("What “%s” shows is no longer in the register. "
			  "Nothing was changed. Make the document anew and "
			  "edit that."),
		    edit->name);
		refuse(t, &why);
		return 0;
	}
	if (edit->foreign) {
		refuse_foreign(t, &p);
		return 0;
	}
	now = piece_texts(a, &p);
	if (alike(a, &now, &edit->after, p.points != NULL))
		return 0;
	if (!is_open(t, &p) || !is_as_issued(t, &p, edit))
		return 0;
	if (piece_set(a, &p, &edit->after) != 0)
		return kl_error_nomem(err);
	tell(t, &p, &now);
	return save(t, &p, err);
}

/* ---- the whole
 * --------------------------------------------------------------- */

/* The facts as they stand now are the next draft of the record. */
static int
keep_draft(struct take *t, struct kl_error *err)
{
	struct work *w = t->w;
	const char *sha = NULL;
	xmlDoc *doc = NULL;
	int version, rc;

	rc = office_record(w, t->kind->swedish, &doc, err);
	if (rc == 0)
		rc = office_freeze(
		    w, doc, t->kind->swedish, w->o->today, &sha, err);
	if (rc == 0)
		rc = store_count_records(w->o->store, w->meeting->id,
		    t->kind->swedish, &version, err);
	if (rc == 0) {
		data_add_int(w->answer, "version", version);
		data_add_text(w->answer, "record", sha);
	}
	xmlFreeDoc(doc);
	return rc;
}

/* With the register held: everything or nothing. */
static int
take_pieces(struct take *t, struct kl_error *err)
{
	struct work *w = t->w;
	size_t i;
	int rc;

	rc = work_lock(w, err);
	if (rc == 0)
		rc = work_meeting(w, t->origin.meeting, MAY_DECIDE, err);
	if (rc == 0) {
		data_add_text(w->answer, "meeting", w->meeting->key);
		data_add_text(w->answer, "kind", t->kind->name);
		data_add_bool(w->answer, "dry_run", t->dry_run);
		data_list_of(w->answer, "changes");
	}
	for (i = 0; rc == 0 && i < t->changes.pieces.n; i++)
		rc = take_piece(t, &t->changes.pieces.v[i], err);
	if (rc == 0 && t->faults->n > 0)
		rc = t->faults->v[0].code;
	if (rc == 0 && kl_data_count(kl_data_get(w->answer, "changes")) > 0)
		rc = keep_draft(t, err);
	if (rc == 0 && t->dry_run) {
		store_rollback(w->o->store);
		w->writing = false;
	}
	return rc;
}

static int
take(struct take *t, struct kl_error *err)
{
	size_t i;
	int rc;

	rc = odf_open_file(t->path, &t->edited, err);
	if (rc == 0)
		rc = read_origin(t, err);
	if (rc == 0)
		rc = read_base(t, err);
	if (rc == 0)
		rc = check_draft(t, err);
	if (rc == 0)
		rc = odf_compare(
		    t->base, t->edited, t->w->arena, &t->changes, err);
	for (i = 0; rc == 0 && i < t->changes.elsewhere.n; i++)
		refuse_change(t, &t->changes.elsewhere.v[i]);
	if (rc == 0 && t->faults->n > 0)
		rc = t->faults->v[0].code;
	return rc == 0 ? take_pieces(t, err) : rc;
}

int
kl_document_take(struct kl_office *o, const char *path, bool dry_run,
    struct kl_faults *faults, struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	struct take t = {
		.w = &w, .path = path, .faults = faults, .dry_run = dry_run
	};
	int rc;

	memset(faults, 0, sizeof *faults);
	rc = work_begin(&w, o, MAY_DECIDE, false, err);
	if (rc == 0)
		rc = take(&t, err);
	odf_free(t.edited);
	odf_free(t.base);
	return work_end(&w, rc, answer, err);
}
