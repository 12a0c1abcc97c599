/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the document says of itself as a whole: marks, language, bookmarks,
 * layers, forms, protection and what it does by itself.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "pdf/check.h"

#define MAX_ITEMS 100000 /* of bookmarks */
#define MAX_CONFIGS 1000
#define XFA_MAX ((size_t)16 << 20)

static bool
is_true(const struct pobj *o)
{
	return o->type == POBJ_BOOL && o->integer != 0;
}

static void
check_marks_of(struct check *c, const struct pobj *root)
{
	const struct pobj *info = pdf_get(c->pdf, root, "MarkInfo");
	const struct pobj *view = pdf_get(c->pdf, root, "ViewerPreferences");

	if (!is_true(pdf_get(c->pdf, info, "Marked")))
		report(c, CHECK_MARKED, root, NULL);
	if (is_true(pdf_get(c->pdf, info, "Suspects")))
		report(c, CHECK_SUSPECTS, root, NULL);
	if (!is_true(pdf_get(c->pdf, view, "DisplayDocTitle")))
		report(c, CHECK_SHOW_TITLE, root, NULL);
	if (!pobj_is_dict(pdf_get(c->pdf, root, "StructTreeRoot")))
		report(c, CHECK_NO_TREE, root, NULL);
	if (pdf_get(c->pdf, root, "Metadata")->type != POBJ_STREAM)
		report(c, CHECK_METADATA, root, NULL);
	c->has_lang = check_lang(c, root);
}

static void
check_outline(struct check *c, const struct pobj *root)
{
	const struct pobj *outline = pdf_get(c->pdf, root, "Outlines"), *item;
	const struct pobj *stack[64];
	size_t depth = 0, n = 0;

	item = pdf_get(c->pdf, outline, "First");
	if (pobj_is_dict(item) && !c->has_lang)
		report(c, CHECK_OUTLINE_LANGUAGE, outline, NULL);
	while (n++ < MAX_ITEMS) {
		if (!pobj_is_dict(item) || check_seen(c, item, SEEN_FIELD)) {
			if (depth == 0)
				break;
			item = stack[--depth];
			continue;
		}
		check_action(c, pdf_get(c->pdf, item, "A"), 0);
		if (depth < 64)
			stack[depth++] = pdf_get(c->pdf, item, "Next");
		item = pdf_get(c->pdf, item, "First");
	}
}

/* ---- layers ------------------------------------------------------------- */

/* True if the order, which nests, names the layer. */
static bool
names_layer(
    struct check *c, const struct pobj *order, const struct pobj *layer, int d)
{
	size_t i;

	for (i = 0; d < 32 && order->type == POBJ_ARRAY && i < order->n; i++) {
		const struct pobj *o = pdf_at(c->pdf, order, i);

		if (o == layer || names_layer(c, o, layer, d + 1))
			return true;
	}
	return false;
}

static void
check_config(struct check *c, const struct pobj *all, const struct pobj *config,
    const char **names, size_t n)
{
	const struct pobj *name = pdf_get(c->pdf, config, "Name");
	const struct pobj *order = pdf_get(c->pdf, config, "Order");
	const char *text = pdf_text(c->a, name);
	size_t i;

	if (text == NULL || *text == '\0')
		report(c, CHECK_LAYER_NAME, config, NULL);
	for (i = 0; i < n && text != NULL; i++)
		if (names[i] != NULL && strcmp(names[i], text) == 0)
			report(c, CHECK_LAYER_NAME_TWICE, config, text);
	names[n] = text;
	if (pobj_has(c->pdf, config, "AS"))
		report(c, CHECK_LAYER_AS, config, NULL);
	for (i = 0; order->type == POBJ_ARRAY && all->type == POBJ_ARRAY &&
		    i < all->n && i < MAX_CONFIGS;
	     i++)
		if (!names_layer(c, order, pdf_at(c->pdf, all, i), 0)) {
			report(c, CHECK_LAYER_ORDER, config, NULL);
			break;
		}
}

static void
check_layers(struct check *c, const struct pobj *root)
{
	const struct pobj *oc = pdf_get(c->pdf, root, "OCProperties");
	const struct pobj *all = pdf_get(c->pdf, oc, "OCGs");
	const struct pobj *configs = pdf_get(c->pdf, oc, "Configs");
	const struct pobj *first = pdf_get(c->pdf, oc, "D");
	const char **names =
	    arena_alloc(c->a, (MAX_CONFIGS + 1) * sizeof *names);
	size_t i, n = 0;

	if (names == NULL)
		return;
	if (pobj_is_dict(first))
		check_config(c, all, first, names, n++);
	for (i = 0;
	     configs->type == POBJ_ARRAY && i < configs->n && i < MAX_CONFIGS;
	     i++)
		check_config(c, all, pdf_at(c->pdf, configs, i), names, n++);
}

/* ---- forms and protection ----------------------------------------------- */

static bool
needs_dynamic(struct check *c, const struct pobj *stream)
{
	unsigned char *data;
	bool found;
	size_t n;

	if ((data = pdf_data(c->pdf, stream, XFA_MAX, &n)) == NULL)
		return false;
	found = strstr((char *)data, "<dynamicRender>required<") != NULL;
	mem_free(data);
	return found;
}

static void
check_form(struct check *c, const struct pobj *root)
{
	const struct pobj *form = pdf_get(c->pdf, root, "AcroForm");
	const struct pobj *xfa = pdf_get(c->pdf, form, "XFA");
	bool dynamic = needs_dynamic(c, xfa);
	size_t i;

	for (i = 0; xfa->type == POBJ_ARRAY && i < xfa->n && i < 100; i++)
		dynamic |= needs_dynamic(c, pdf_at(c->pdf, xfa, i));
	if (dynamic)
		report(c, CHECK_XFA_DYNAMIC, form, NULL);
	if (xfa->type != POBJ_NULL)
		report(c, CHECK_XFA, form, NULL);
	if (is_true(pdf_get(c->pdf, form, "NeedAppearances")))
		report(c, CHECK_NEED_APPEARANCES, form, NULL);
	if (is_true(pdf_get(c->pdf, root, "NeedsRendering")))
		report(c, CHECK_NEEDS_RENDERING, root, NULL);
}

static void
check_permissions(struct check *c, const struct pobj *root)
{
	static const char *const digest[] = { "DigestLocation", "DigestMethod",
		"DigestValue" };
	const struct pobj *perms = pdf_get(c->pdf, root, "Perms"), *refs, *one;
	size_t i, k;

	for (i = 0; perms->type == POBJ_DICT && i < perms->n; i++) {
		const char *key = perms->items[2 * i].text;

		if (strcmp(key, "UR3") != 0 && strcmp(key, "DocMDP") != 0)
			report(c, CHECK_PERMS, perms, key);
	}
	refs = pdf_get(c->pdf, pdf_get(c->pdf, perms, "DocMDP"), "Reference");
	for (i = 0; refs->type == POBJ_ARRAY && i < refs->n; i++) {
		one = pdf_at(c->pdf, refs, i);
		for (k = 0; k < 3; k++)
			if (pobj_has(c->pdf, one, digest[k]))
				report(
				    c, CHECK_SIGNATURE_DIGEST, one, digest[k]);
	}
}

static void
check_protection(struct check *c)
{
	const struct pobj *encrypt =
	    pdf_get(c->pdf, c->pdf->trailer, "Encrypt");
	const struct pobj *p = pdf_get(c->pdf, encrypt, "P");

	if (c->pdf->encrypted &&
	    (p->type != POBJ_INT || !((unsigned long long)p->integer & 512)))
		report(c, CHECK_EXTRACTION, encrypt, NULL);
}

void
check_catalog(struct check *c)
{
	const struct pobj *root = c->pdf->root;
	const struct pobj *names = pdf_get(c->pdf, root, "Names");

	check_marks_of(c, root);
	check_outline(c, root);
	check_layers(c, root);
	check_form(c, root);
	check_permissions(c, root);
	check_protection(c);
	if (pobj_has(c->pdf, root, "AA"))
		report(c, CHECK_CATALOG_ACTIONS, root, NULL);
	check_action(c, pdf_get(c->pdf, root, "OpenAction"), 0);
	if (pobj_has(c->pdf, names, "JavaScript"))
		report(c, CHECK_ACTION, names, "JavaScript");
	if (pobj_has(c->pdf, names, "AlternatePresentations"))
		report(c, CHECK_ALTERNATES, names, NULL);
	if (pobj_has(c->pdf, root, "Requirements"))
		report(c, CHECK_REQUIREMENTS, root, NULL);
}
