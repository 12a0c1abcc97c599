/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the use cases after the adjustment share: paragraphs, and the places
 * where something was told to the committee.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "office/follow.h"

int
follow_paragraph(
    struct work *w, int nr, struct paragraph **p, struct kl_error *err)
{
	*p = meeting_paragraph(w->meeting, nr);
	if (*p != NULL)
		return 0;
	return kl_error_set(err, KL_E_NOTFOUND,
	    KL_N_("The meeting %s has no § %d. Nothing was changed."),
	    w->meeting->key, nr);
}

const char *
follow_title(const struct work *w, const struct paragraph *p)
{
	const struct agenda_item *item = meeting_item(w->meeting, p->item);
	const struct matter *x =
	    item == NULL ? NULL : bundle_matter(&w->bundle, item->number);

	if (x != NULL && x->secrecy.provision != NULL)
		return x->secrecy.neutral_title;
	if (p->title != NULL)
		return p->title;
	if (item != NULL && item->title != NULL)
		return item->title;
	return x == NULL ? NULL : x->title;
}

static int
bad_place(const char *text, struct kl_error *err)
{
	return kl_error_set(err, KL_E_USAGE,
	    KL_N_("“%s” is not a meeting and a paragraph. Write it like "
		  "TRN/2027-02-16 § 9. Nothing was changed."),
	    text);
}

/* The key ends at a blank or, in TRN/2027-02-16/9, at the last slash. */
static size_t
key_length(const char *text)
{
	size_t n = strcspn(text, " ");
	const char *last;

	if (text[n] != '\0')
		return n;
	last = strrchr(text, '/');
	return last == NULL ? n : (size_t)(last - text);
}

/* True if the meeting whose key is CODE/DATE[/SEQ] lies ahead. */
static bool
is_to_come(const char *key, kl_day today)
{
	const char *slash = strchr(key, '/');
	char date[11];
	kl_day day;

	if (slash == NULL)
		return false;
	snprintf(date, sizeof date, "%.10s", slash + 1);
	return kl_day_parse(date, &day) == 0 && day > today;
}

int
follow_place(
    struct work *w, const char *text, const char **place, struct kl_error *err)
{
	const char *key, *p;
	char *end;
	size_t n;
	long nr;

	*place = NULL;
	if (text == NULL)
		return 0;
	n = key_length(text);
	p = text + n + strspn(text + n, " /");
	if (strncmp(p, "§", strlen("§")) == 0)
		p += strlen("§") + strspn(p + strlen("§"), " ");
	nr = strtol(p, &end, 10);
	if (end == p || *end != '\0' || nr < 1 || nr > PARAGRAPH_MAX)
		return bad_place(text, err);
	key = arena_strndup(w->arena, text, n);
	if (key == NULL)
		return kl_error_nomem(err);
	if (store_has(w->o->store, "meeting", key) != 1)
		return kl_error_set(err, KL_E_NOTFOUND,
		    KL_N_("There is no meeting %s. Nothing was changed."), key);
	if (is_to_come(key, w->o->today))
		return kl_error_set(err, KL_E_RULE,
		    KL_N_("The meeting %s has not been held yet, so nothing "
			  "has been reported to it. Nothing was changed."),
		    key);
	*place = arena_printf(w->arena, "%s § %ld", key, nr);
	return *place == NULL ? kl_error_nomem(err) : 0;
}
