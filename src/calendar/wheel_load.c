/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading the annual wheel.  The file is written by hand, so everything is
 * checked, each refusal with its line.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/xml.h"
#include "calendar/cycle_read.h"
#include "calendar/ical_read.h"
#include "calendar/wheel.h"

#define FILE_MAX ((size_t)1 << 20)
#define ARENA_MAX ((size_t)64 << 20)
#define COUNT(a) (sizeof(a) / sizeof *(a))

/* The file being read. */
struct loader {
	struct cycle_reader r;
	struct wheel *w;
};

/* "19 dagar" or "3 veckor": the length of a window. */
static int
read_days(struct loader *l, const xmlNode *node, int *days)
{
	static const char *const units[] = { "dag", "dagar", "vecka",
		"veckor" };
	const xmlNode *e = xml_child(node, "pågår");
	const char *s = xml_text(l->r.a, e);
	char *end;
	long n;
	int unit;

	if (e == NULL)
		return 0;
	if (s == NULL)
		return kl_error_nomem(l->r.err);
	n = strtol(s, &end, 10);
	unit = *end == ' ' ? cycle_find_word(end + 1, units, COUNT(units)) : -1;
	if (unit >= 2 && n <= WHEEL_DAYS_MAX)
		n *= 7;
	if (end == s || unit < 0 || n < 1 || n > WHEEL_DAYS_MAX)
		return cycle_at(&l->r, e,
		    kl_error_set(l->r.err, KL_E_INPUT,
			KL_N_("\"%s\" is no length of a window. Write for "
			      "example \"19 dagar\" or \"3 veckor\", at most a "
			      "year. The file was not taken into use."),
			s));
	*days = (int)n;
	return 0;
}

/* Braces in texts must be known, so that none comes out as it stands. */
static int
check_braces(struct loader *l, const xmlNode *node, const char *text)
{
	static const char *const known[] = { "{år}", "{år-1}", "{år+1}",
		"{månad}", "{månad-1}" };
	const char *s, *word;

	for (s = text == NULL ? NULL : strchr(text, '{'); s != NULL;
	     s = strchr(s + 1, '{')) {
		word = arena_strndup(l->r.a, s, strcspn(s, "}") + (size_t)1);
		if (word == NULL)
			return kl_error_nomem(l->r.err);
		if (cycle_find_word(word, known, COUNT(known)) < 0)
			return cycle_unknown(
			    &l->r, node, word, known, COUNT(known));
	}
	return 0;
}

/* The rule must be one that libical can follow. */
static int
check_rule(struct loader *l, const xmlNode *node, const struct wheel_item *item)
{
	const xmlNode *e = xml_child(node, "upprepas");
	kl_day *days;
	size_t n;
	int rc;

	rc = ical_days(item->rule, item->start, item->start,
	    item->start + 2 * 366, l->r.a, &days, &n, l->r.err);
	return rc == KL_E_INPUT ? cycle_at(&l->r, e != NULL ? e : node, rc)
				: rc;
}

static int
lacks(struct loader *l, const xmlNode *node, const char *id, const char *word)
{
	return cycle_at(&l->r, node,
	    kl_error_set(l->r.err, KL_E_INPUT,
		KL_N_("The item \"%s\" has no <%s>. Add it. The file was not "
		      "taken into use."),
		id, word));
}

/* The child's text over what ${out} holds. */
static void
take_text(
    struct loader *l, const xmlNode *node, const char *name, const char **out)
{
	const char *text = xml_child_text(l->r.a, node, name);

	if (text != NULL)
		*out = *text == '\0' ? NULL : text;
}

/* What the element says, over what ${item} holds already. */
static int
read_item(struct loader *l, const xmlNode *node, struct wheel_item *item)
{
	static const char *const words[] = { "namn", "ansvar", "avser",
		"början", "upprepas", "pågår", "redovisas", "stöd", "utgår" };
	static const char *const attributes[] = { "id" };
	static const char *const which[] = { "första", "sista" };
	static const char *const answers[] = { "nej", "ja" };
	int meeting = (int)item->meeting, dropped = item->dropped, rc;

	item->line = (int)xmlGetLineNo((xmlNode *)node);
	rc = cycle_attributes(&l->r, node, attributes, COUNT(attributes));
	if (rc == 0)
		rc = cycle_children(&l->r, node, words, COUNT(words));
	if (rc == 0)
		rc = cycle_choice(
		    &l->r, node, "redovisas", which, COUNT(which), &meeting);
	if (rc == 0)
		rc = cycle_choice(
		    &l->r, node, "utgår", answers, COUNT(answers), &dropped);
	if (rc == 0)
		rc = cycle_date(&l->r, node,
		    xml_child_text(l->r.a, node, "början"), &item->start);
	if (rc == 0)
		rc = read_days(l, node, &item->days);
	if (rc != 0)
		return rc;
	item->meeting = (enum wheel_meeting)meeting;
	item->dropped = dropped == 1;
	take_text(l, node, "namn", &item->name);
	take_text(l, node, "ansvar", &item->responsible);
	take_text(l, node, "avser", &item->period);
	take_text(l, node, "upprepas", &item->rule);
	take_text(l, node, "stöd", &item->source);
	if (item->name == NULL)
		return lacks(l, node, item->id, "namn");
	if (item->responsible == NULL)
		return lacks(l, node, item->id, "ansvar");
	if (item->start == KL_DAY_NONE)
		return lacks(l, node, item->id, "början");
	if (item->rule == NULL)
		return lacks(l, node, item->id, "upprepas");
	if (item->days == 0)
		return lacks(l, node, item->id, "pågår");
	rc = check_braces(l, node, item->name);
	if (rc == 0)
		rc = check_braces(l, node, item->period);
	return rc == 0 ? check_rule(l, node, item) : rc;
}

static size_t
find_item(const struct wheel *w, const char *id)
{
	size_t i;

	for (i = 0; i < w->items.n && strcmp(w->items.v[i].id, id) != 0; i++)
		continue;
	return i;
}

/* A new item, common (${only} NULL) or of one committee. */
static int
add_item(struct loader *l, const xmlNode *node, const char *only)
{
	const char *id = cycle_required(&l->r, node, "id");
	struct wheel_item *item;
	size_t i;

	if (id == NULL)
		return KL_E_INPUT;
	i = find_item(l->w, id);
	if (i < l->w->items.n)
		return cycle_at(&l->r, node,
		    kl_error_set(l->r.err, KL_E_INPUT,
			KL_N_("The item \"%s\" stands twice (first on line "
			      "%d). Give one of them another id. The file was "
			      "not taken into use."),
			id, l->w->items.v[i].line));
	if (i == WHEEL_ITEMS_MAX)
		return cycle_at(&l->r, node,
		    kl_error_set(l->r.err, KL_E_INPUT,
			KL_N_("An annual wheel has at most %d items. The file "
			      "was not taken into use."),
			WHEEL_ITEMS_MAX));
	item = vec_push(l->r.a, &l->w->items);
	if (item == NULL)
		return kl_error_nomem(l->r.err);
	item->id = id;
	item->only = only;
	item->start = KL_DAY_NONE;
	return read_item(l, node, item);
}

static int
unknown_item(struct loader *l, const xmlNode *node, const char *id)
{
	const char *ids[WHEEL_ITEMS_MAX];
	size_t i;

	for (i = 0; i < l->w->items.n; i++)
		ids[i] = l->w->items.v[i].id;
	return cycle_unknown(&l->r, node, id, ids, l->w->items.n);
}

/* A committee's own form of a common item. */
static int
add_variant(struct loader *l, const xmlNode *node, const char *committee)
{
	const char *id = cycle_required(&l->r, node, "id");
	struct wheel_variant *v;
	size_t i, k;

	if (id == NULL)
		return KL_E_INPUT;
	i = find_item(l->w, id);
	if (i == l->w->items.n || l->w->items.v[i].only != NULL)
		return unknown_item(l, node, id);
	for (k = 0; k < l->w->variants.n; k++)
		if (l->w->variants.v[k].item == i &&
		    strcmp(l->w->variants.v[k].committee, committee) == 0)
			return cycle_at(&l->r, node,
			    kl_error_set(l->r.err, KL_E_INPUT,
				KL_N_("The item \"%s\" stands twice for %s. "
				      "Keep one. The file was not taken into "
				      "use."),
				id, committee));
	v = vec_push(l->r.a, &l->w->variants);
	if (v == NULL)
		return kl_error_nomem(l->r.err);
	v->committee = committee;
	v->item = i;
	v->own = l->w->items.v[i];
	return read_item(l, node, &v->own);
}

static int
load_committee(struct loader *l, const xmlNode *node)
{
	static const char *const attributes[] = { "kod" };
	static const char *const words[] = { "post", "egen-post" };
	const char *code = cycle_required(&l->r, node, "kod");
	const xmlNode *e;
	int rc;

	if (code == NULL)
		return KL_E_INPUT;
	rc = cycle_attributes(&l->r, node, attributes, COUNT(attributes));
	for (e = xml_child(node, NULL); rc == 0 && e != NULL;
	     e = xml_next(e, NULL)) {
		if (xml_is(e, "post"))
			rc = add_variant(l, e, code);
		else if (xml_is(e, "egen-post"))
			rc = add_item(l, e, code);
		else
			rc = cycle_unknown(&l->r, e, (const char *)e->name,
			    words, COUNT(words));
	}
	return rc;
}

/* The root: its version, its name, and only words that are known. */
static int
load_root(struct loader *l, const xmlNode *root)
{
	static const char *const words[] = { "namn", "post", "nämnd" };
	const xmlNode *e;
	const char *version;

	if (root == NULL) /* well-formed XML has one, so memory ran out */
		return kl_error_nomem(l->r.err);
	if (!xml_is(root, "årshjul"))
		return cycle_at(&l->r, root,
		    kl_error_set(l->r.err, KL_E_INPUT,
			KL_N_("This is not an annual wheel: it begins with "
			      "<%s>, not <årshjul>."),
			(const char *)root->name));
	version = cycle_required(&l->r, root, "version");
	if (version == NULL)
		return KL_E_INPUT;
	if (strcmp(version, "1") != 0)
		return cycle_at(&l->r, root,
		    kl_error_set(l->r.err, KL_E_INPUT,
			KL_N_("Version %s of annual wheels is not known; this "
			      "program reads version 1."),
			version));
	for (e = xml_child(root, NULL); e != NULL; e = xml_next(e, NULL))
		if (cycle_find_word(
			(const char *)e->name, words, COUNT(words)) < 0)
			return cycle_unknown(&l->r, e, (const char *)e->name,
			    words, COUNT(words));
	l->w->name = xml_child_text(l->r.a, root, "namn");
	if (l->w->name == NULL || l->w->name[0] == '\0')
		return cycle_at(&l->r, root,
		    kl_error_set(l->r.err, KL_E_INPUT,
			KL_N_("The wheel has no <namn>. Add one.")));
	return 0;
}

static int
load(struct loader *l, const xmlNode *root)
{
	const xmlNode *e;
	int rc = load_root(l, root);

	if (rc != 0)
		return rc;
	for (e = xml_child(root, "post"); rc == 0 && e != NULL;
	     e = xml_next(e, "post"))
		rc = add_item(l, e, NULL);
	for (e = xml_child(root, "nämnd"); rc == 0 && e != NULL;
	     e = xml_next(e, "nämnd"))
		rc = load_committee(l, e);
	if (arena_failed(l->r.a)) /* it may look like something missing */
		rc = kl_error_nomem(l->r.err);
	return rc;
}

int
wheel_load(const char *path, struct wheel **out, struct kl_error *err)
{
	struct wheel *w = mem_alloc(sizeof *w);
	struct loader l = { { .file = path, .err = err }, w };
	struct buf bytes;
	xmlDoc *doc = NULL;
	int rc;

	buf_init(&bytes, FILE_MAX);
	if (w == NULL || (w->arena = arena_new(ARENA_MAX)) == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	l.r.a = w->arena;
	w->file = arena_strdup(w->arena, path);
	rc = file_read(path, FILE_MAX, &bytes, err);
	if (rc == 0)
		rc = xml_parse(bytes.data, bytes.len, path, &doc, err);
	if (rc == 0)
		rc = load(&l, xmlDocGetRootElement(doc));
	if (rc != 0)
		goto out;
	*out = w;
	w = NULL;
out:
	xmlFreeDoc(doc);
	buf_free(&bytes);
	wheel_free(w);
	return rc;
}
