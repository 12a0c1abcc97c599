/* SPDX-License-Identifier: EUPL-1.2
 *
 * The sentences of a paragraph: shown, rewritten, composed again.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "office/phrases.h"
#include "office/piece.h"
#include <kansli/text.h>

#define TEXT_MAX ((size_t)64 << 10) /* bytes of a text that is rewritten */

/* "11", "§11" or "§ 11" */
static int
find_paragraph(struct work *w, const char *text, struct paragraph **p,
    struct kl_error *err)
{
	static const char sign[] = "§";
	const char *s = text;
	char *end;
	long nr;

	if (strncmp(s, sign, strlen(sign)) == 0)
		s += strlen(sign);
	nr = strtol(s, &end, 10);
	*p = *end != '\0' || end == s || nr < 1 || nr > PARAGRAPH_MAX
		 ? NULL
		 : meeting_paragraph(w->meeting, (int)nr);
	if (*p != NULL)
		return 0;
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("The meeting %s has no paragraph %s. Nothing was changed."),
	    w->meeting->key, text);
}

static int
check_open(struct work *w, const struct paragraph *p, struct kl_error *err)
{
	const struct minutes *m = meeting_minutes_of(w->meeting, p->nr);

	if (m == NULL || m->state < MINUTES_FROZEN)
		return 0;
	kl_error_set(err, KL_E_RULE,
	    KL_N_("§ %d has been frozen for adjustment and is not changed "
		  "afterwards. Nothing was changed."),
	    p->nr);
	kl_error_statute(err, "KL 5:69, 6:35");
	return KL_E_RULE;
}

/* The paragraphs of a file, which empty lines part; lines are joined. */
static int
read_texts(
    struct work *w, const char *path, text_list *texts, struct kl_error *err)
{
	const char *s, *end;
	struct buf file;
	char *copy, *c;
	int rc = file_read(path, TEXT_MAX, &file, err);

	if (rc != 0)
		return rc;
	if (!utf8_valid(file.data, file.len) || strlen(file.data) != file.len) {
		rc = kl_error_set(err, KL_E_INPUT,
		    KL_N_("The text is not UTF-8. Nothing was changed."));
		kl_error_where(err, path, 0, NULL);
	}
	for (s = file.data; rc == 0 && *s != '\0';) {
		end = strstr(s, "\n\n");
		copy = arena_strndup(
		    w->arena, s, end == NULL ? strlen(s) : (size_t)(end - s));
		for (c = copy; c != NULL && *c != '\0'; c++)
			if (*c == '\n')
				*c = ' ';
		if (copy == NULL || text_add(w->arena, texts, copy) != 0)
			rc = kl_error_nomem(err);
		s = end == NULL ? s + strlen(s) : end + strspn(end, "\n");
	}
	buf_free(&file);
	return rc;
}

static int
change(struct work *w, struct paragraph *p, const struct kl_text *what,
    struct kl_error *err)
{
	struct editable piece = { 0 };
	text_list texts = { 0 };
	int rc = check_open(w, p, err);

	if (rc == 0)
		rc = piece_part(w, p, what->part, &piece, err);
	if (rc == 0 && what->file != NULL)
		rc = read_texts(w, what->file, &texts, err);
	else if (rc == 0 && text_add(w->arena, &texts, piece.fresh) != 0)
		rc = kl_error_nomem(err);
	if (rc == 0 && piece_set(w->arena, &piece, &texts) != 0)
		rc = kl_error_nomem(err);
	return rc != 0 ? rc
		       : store_save_paragraph(w->o->store, "minutes-text",
			     w->meeting->id, p, err);
}

static void
add_text(struct work *w, struct kl_data *list, const struct composed_text *t)
{
	struct kl_data *row = data_add_object(list, NULL);
	const char *text = "";
	size_t i;

	for (i = 0; text != NULL && i < t->sentences.n; i++)
		text = i == 0 ? t->sentences.v[0]
			      : arena_printf(w->arena, "%s\n\n%s", text,
				    t->sentences.v[i]);
	data_add_text(row, "part", t->part);
	data_add_text(row, "text", text);
	data_add_text(row, "composed", t->fresh);
	data_add_bool(row, "edited", t->edited);
	data_add_bool(row, "stale", t->stale);
}

static int
show(struct work *w, const struct paragraph *p, const char *part,
    struct kl_error *err)
{
	struct composition all;
	struct meeting drawn;
	struct kl_data *list;
	size_t i;
	int rc = office_draw(w, &drawn, err);

	if (rc == 0)
		rc = office_compose(w, &drawn, &all, err);
	if (rc != 0)
		return rc;
	data_add_text(w->answer, "meeting", w->meeting->key);
	data_add_int(w->answer, "paragraph", p->nr);
	list = data_add_list(w->answer, "texts");
	for (i = 0; i < all.v.n; i++)
		if (all.v.v[i].paragraph == p->nr &&
		    (part == NULL || strcmp(part, all.v.v[i].part) == 0))
			add_text(w, list, &all.v.v[i]);
	return 0;
}

int
kl_minutes_text(struct kl_office *o, const struct kl_text *what,
    struct kl_data **answer, struct kl_error *err)
{
	bool changes = what->file != NULL || what->reset;
	struct editable known = { 0 };
	struct paragraph *p = NULL;
	struct work w;
	int rc;

	rc = changes ? work_change(&w, o, what->meeting, MAY_DECIDE, err)
		     : work_look(&w, o, what->meeting, err);
	if (rc == 0)
		rc = find_paragraph(&w, what->paragraph, &p, err);
	if (rc == 0 && changes)
		rc = change(&w, p, what, err);
	else if (rc == 0 && what->part != NULL)
		rc = piece_part(&w, p, what->part, &known, err);
	if (rc == 0)
		rc = show(&w, p, what->part, err);
	return work_end(&w, rc, answer, err);
}
