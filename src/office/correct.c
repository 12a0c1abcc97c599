/* SPDX-License-Identifier: EUPL-1.2
 *
 * Corrections of adjusted minutes: a dated note of what was and what is, itself
 * adjusted.  The minutes are never changed (FL 36; what the parliamentary
 * ombudsman has said of minutes).
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "domain/add.h"
#include "office/adjust.h"
#include "office/who.h"
#include "rules/adjusting.h"

#define STATUTE "FL 36, KL 5:69"

/* The minutes that hold the paragraph, which are adjusted. */
static int
adjusted_minutes(
    struct work *w, int nr, struct minutes **m, struct kl_error *err)
{
	if (meeting_paragraph(w->meeting, nr) == NULL)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no § %d of %s. Nothing was changed."), nr,
		    w->meeting->key);
	*m = meeting_minutes_of(w->meeting, nr);
	if (*m != NULL && (*m)->state >= MINUTES_ADJUSTED)
		return 0;
	kl_error_set(err, KL_E_RULE,
	    KL_N_("§ %d of %s is not adjusted yet, so it is mended in the "
		  "draft, not by a correction. Nothing was changed."),
	    nr, w->meeting->key);
	kl_error_statute(err, STATUTE);
	return KL_E_RULE;
}

/* Runs of white space are one blank: the record's lines are broken as XML. */
static char *
plain(struct arena *a, const char *s)
{
	char *out = arena_alloc(a, strlen(s) + 1), *p = out;

	for (; out != NULL && *s != '\0'; s++) {
		if (strchr(" \t\r\n", *s) == NULL)
			*p++ = *s;
		else if (p > out && p[-1] != ' ')
			*p++ = ' ';
	}
	return out;
}

/* What is said to have stood there must stand in what was signed. */
static int
check_was(struct work *w, const struct minutes *m,
    const struct kl_correction *what, struct kl_error *err)
{
	xmlDoc *doc = NULL;
	const xmlNode *n;
	xmlChar *nr, *content;
	const char *text, *was = plain(w->arena, what->was);
	bool found = false;
	int rc = m->record_sha256 == NULL
		     ? 0
		     : office_thaw(w, m->record_sha256, &doc, err);

	if (rc != 0 || doc == NULL || was == NULL)
		return rc;
	n = xml_child(
	    xml_child(xmlDocGetRootElement(doc), "sammanträde"), "paragraf");
	for (; n != NULL && !found; n = xml_next(n, "paragraf")) {
		nr = xmlGetNoNsProp((xmlNode *)n, BAD_CAST "nr");
		if (nr != NULL &&
		    strtol((const char *)nr, NULL, 10) == what->paragraph) {
			content = xmlNodeGetContent((xmlNode *)n);
			text = content == NULL
				   ? NULL
				   : plain(w->arena, (const char *)content);
			found = text != NULL && strstr(text, was) != NULL;
			xmlFree(content);
		}
		xmlFree(nr);
	}
	xmlFreeDoc(doc);
	if (found)
		return 0;
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("“%s” does not stand in § %d as it was adjusted. Nothing was "
		  "changed. Give --was the very words."),
	    what->was, what->paragraph);
}

static int
read_signers(
    struct work *w, const char *signers, text_list *out, struct kl_error *err)
{
	const char *p = signers;
	char *ref;
	size_t n;

	out->n = 0;
	for (; *(p += strspn(p, " ,")) != '\0'; p += n) {
		n = strcspn(p, " ,");
		ref = arena_strndup(w->arena, p, n);
		if (ref == NULL || text_add(w->arena, out, ref) != 0)
			return kl_error_nomem(err);
		if (bundle_person(&w->bundle, ref) == NULL)
			return kl_error_set(err, KL_E_NOTFOUND,
			    KL_N_("There is no person %s in the committee %s. "
				  "Nothing was changed."),
			    ref, w->committee->code);
	}
	return 0;
}

static bool
is_among(const text_list *list, const char *ref)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		if (strcmp(list->v[i], ref) == 0)
			return true;
	return false;
}

/* A note is adjusted as minutes are, by several.  Who they are may have changed
 * since; that is told, and is the committee's to decide. */
static int
check_signers(struct work *w, const struct minutes *m,
    const struct correction *x, struct kl_error *err)
{
	struct rule_book book = office_book(w);
	struct minutes of = *m;
	struct adjusting look;
	struct kl_error warning;
	text_list each = { .n = 0 };
	size_t i;
	int rc;

	for (i = 0; i < x->signers.n; i++)
		if (!is_among(&each, x->signers.v[i]))
			text_add(w->arena, &each, x->signers.v[i]);
	if (each.n < 2) {
		kl_error_set(err, KL_E_RULE,
		    KL_N_("A correction is adjusted as the minutes are, by "
			  "whoever presides and an adjuster. Nothing was "
			  "changed. Name both with --signers."));
		kl_error_statute(err, "KL 5:69, 6:35");
		return KL_E_RULE;
	}
	of.paragraphs = arena_printf(w->arena, "%d", x->paragraph);
	rc = adjusting_look(
	    w->arena, &w->bundle, w->meeting, &of, &each, &book, &look, err);
	if (rc != 0 || look.wait.n == 0)
		return rc;
	kl_error_set(&warning, KL_E_RULE,
	    KL_N_("The correction of § %d is not adjusted by those who "
		  "adjusted the minutes: %s is not among them."),
	    x->paragraph, office_name(w, look.wait.v[0]));
	work_warn(w, &warning);
	return 0;
}

/* The first note about the paragraph that waits to be adjusted, or NULL. */
static struct correction *
waiting(struct work *w, int nr)
{
	struct correction *x;
	size_t i;

	for (i = 0; i < w->meeting->corrections.n; i++) {
		x = &w->meeting->corrections.v[i];
		if (x->paragraph == nr && x->adjusted == KL_DAY_NONE)
			return x;
	}
	return NULL;
}

static int
new_correction(struct work *w, const struct minutes *m,
    const struct kl_correction *what, struct correction **out,
    struct kl_error *err)
{
	struct correction *x;
	int rc;

	if (what->is == NULL || what->why == NULL)
		return kl_error_set(err, KL_E_USAGE,
		    KL_N_("Say what stood there (--was), what is right (--is) "
			  "and why (--why). Nothing was changed."));
	rc = check_was(w, m, what, err);
	if (rc != 0)
		return rc;
	x = correction_add(w->arena, w->meeting);
	if (x == NULL)
		return kl_error_nomem(err);
	x->paragraph = what->paragraph;
	x->day = what->day;
	x->was = what->was;
	x->is = what->is;
	x->why = what->why;
	*out = x;
	return 0;
}

static int
correct(struct work *w, const struct kl_correction *what, struct kl_error *err)
{
	struct correction *x = NULL;
	struct minutes *m = NULL;
	int rc = adjusted_minutes(w, what->paragraph, &m, err);

	if (rc == 0)
		rc = work_check_day(w, what->day, m->adjusted, err);
	if (rc == 0 && what->was != NULL)
		rc = new_correction(w, m, what, &x, err);
	else if (rc == 0 && what->signers != NULL)
		x = waiting(w, what->paragraph);
	if (rc == 0 && x == NULL)
		rc = kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("No correction of § %d of %s waits to be adjusted. "
			  "Nothing was changed. Say what is corrected with "
			  "--was, --is and --why."),
		    what->paragraph, w->meeting->key);
	if (rc == 0 && what->signers != NULL) {
		rc = read_signers(w, what->signers, &x->signers, err);
		x->adjusted = what->day;
	}
	if (rc == 0 && what->signers != NULL)
		rc = check_signers(w, m, x, err);
	if (rc == 0)
		rc = store_save_correction(
		    w->o->store, "minutes-correct", w->meeting->id, x, err);
	if (rc != 0)
		return rc;
	data_add_text(w->answer, "meeting", w->meeting->key);
	data_add_int(w->answer, "paragraph", x->paragraph);
	data_add_day(w->answer, "date", x->day);
	data_add_text(w->answer, "was", x->was);
	data_add_text(w->answer, "is", x->is);
	data_add_text(w->answer, "why", x->why);
	data_add_day(w->answer, "adjusted", x->adjusted);
	return 0;
}

int
kl_minutes_correct(struct kl_office *o, const struct kl_correction *what,
    struct kl_data **answer, struct kl_error *err)
{
	struct work w;
	int rc = work_change(&w, o, what->meeting, MAY_DECIDE, err);

	if (rc == 0)
		rc = correct(&w, what, err);
	return work_end(&w, rc, answer, err);
}
