/* SPDX-License-Identifier: EUPL-1.2
 *
 * The structure tree (ISO 32000-1, 14.7): read once into elements, with the
 * role map followed, and held against the parent tree and the marked content.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "pdf/check.h"

#define MAX_DEPTH 500
#define MAX_ELEMS 2000000
#define MAX_ROLES 64 /* hops in the role map */

static const char *const standard_types[] = { "Document", "Part", "Art", "Sect",
	"Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct",
	"Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI",
	"Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot",
	"Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link",
	"Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure",
	"Formula", "Form" };

static const char *
standard_type(const char *type)
{
	size_t i;

	for (i = 0; i < sizeof standard_types / sizeof *standard_types; i++)
		if (strcmp(type, standard_types[i]) == 0)
			return standard_types[i];
	return NULL;
}

/* What the type means, by the role map; NULL: nothing standard. */
static const char *
role_of(struct check *c, const struct pobj *map, const struct pobj *o,
    const char *type)
{
	const char *first = type;
	int hops;

	if (standard_type(type) != NULL) {
		if (pdf_get(c->pdf, map, type)->type == POBJ_NAME)
			report(c, CHECK_REMAPPED, o, type);
		return standard_type(type);
	}
	for (hops = 0; hops < MAX_ROLES; hops++) {
		const struct pobj *to = pdf_get(c->pdf, map, type);

		if (to->type != POBJ_NAME) {
			report(c, CHECK_NOT_STANDARD, o, first);
			return NULL;
		}
		type = to->text;
		if (standard_type(type) != NULL)
			return standard_type(type);
	}
	report(c, CHECK_ROLE_CYCLE, o, first);
	return NULL;
}

struct reader {
	struct check *c;
	const struct pobj *roles;
	size_t count;
};

static void read_kids(
    struct reader *r, struct selem *e, const struct pobj *k, int depth);

static void
add_mark(struct reader *r, struct selem *e, unsigned owner, long long mcid)
{
	struct smark *m = vec_push(r->c->a, &r->c->marks);

	e->nmarks++;
	if (m != NULL)
		*m = (struct smark){ owner, mcid, e, false };
}

static void
read_elem(
    struct reader *r, struct selem *parent, const struct pobj *o, int depth)
{
	struct check *c = r->c;
	struct selem *e;

	if (depth > MAX_DEPTH || ++r->count > MAX_ELEMS ||
	    check_seen(c, o, SEEN_ELEM) ||
	    (e = arena_alloc(c->a, sizeof *e)) == NULL)
		return;
	e->obj = o;
	e->parent = parent;
	e->type = pobj_name(pdf_get(c->pdf, o, "S"));
	e->page = pdf_number_of(o, "Pg");
	if (e->page == 0)
		e->page = parent->page;
	e->lang = check_lang(c, o) ? "own" : parent->lang;
	e->standard = role_of(c, r->roles, o, e->type);
	if (!pobj_is_dict(pdf_get(c->pdf, o, "P")))
		report(c, CHECK_NO_PARENT, o, e->type);
	if (parent->last != NULL)
		parent->last->next = e;
	else
		parent->first = e;
	parent->last = e;
	if (o->number > 0 && o->number < c->pdf->count &&
	    c->pdf->objects[o->number] == o)
		c->elem_of[o->number] = e;
	read_kids(r, e, pdf_get(c->pdf, o, "K"), depth);
}

static void
read_kid(struct reader *r, struct selem *e, const struct pobj *o, int depth)
{
	struct pdf *pdf = r->c->pdf;
	const struct pobj *type = pdf_get(pdf, o, "Type");
	unsigned owner;

	if (o->type == POBJ_INT) {
		add_mark(r, e, e->page, o->integer);
	} else if (pobj_is(type, "MCR")) {
		owner = pdf_number_of(o, "Stm");
		if (owner == 0)
			owner = pdf_number_of(o, "Pg");
		add_mark(r, e, owner == 0 ? e->page : owner,
		    pdf_get(pdf, o, "MCID")->integer);
	} else if (pobj_is(type, "OBJR")) {
		e->nobjects++;
	} else if (o->type == POBJ_DICT) {
		read_elem(r, e, o, depth + 1);
	}
}

static void
read_kids(struct reader *r, struct selem *e, const struct pobj *k, int depth)
{
	size_t i;

	if (k->type != POBJ_ARRAY) {
		read_kid(r, e, k, depth);
		return;
	}
	for (i = 0; i < k->n; i++)
		read_kid(r, e, pdf_at(r->c->pdf, k, i), depth);
}

static int
by_owner(const void *x, const void *y)
{
	const struct smark *a = x, *b = y;

	if (a->owner != b->owner)
		return a->owner < b->owner ? -1 : 1;
	return a->mcid < b->mcid ? -1 : a->mcid > b->mcid;
}

void
check_tree(struct check *c)
{
	const struct pobj *root =
	    pdf_get(c->pdf, c->pdf->root, "StructTreeRoot");
	struct reader r = { c, pdf_get(c->pdf, root, "RoleMap"), 0 };
	size_t i, n = 0;

	if ((c->tree = arena_alloc(c->a, sizeof *c->tree)) == NULL)
		return;
	c->tree->obj = root;
	c->tree->type = "StructTreeRoot";
	c->parent_tree = pdf_get(c->pdf, root, "ParentTree");
	if (!pobj_is_dict(root))
		return;
	read_kids(&r, c->tree, pdf_get(c->pdf, root, "K"), 0);
	if (c->marks.n > 0)
		qsort(c->marks.v, c->marks.n, sizeof *c->marks.v, by_owner);
	for (i = 0; i < c->marks.n; i++) {
		if (n > 0 && by_owner(&c->marks.v[n - 1], &c->marks.v[i]) == 0)
			report(
			    c, CHECK_MARK_TWICE, c->marks.v[i].elem->obj, NULL);
		else
			c->marks.v[n++] = c->marks.v[i];
	}
	c->marks.n = n;
}

/* ---- the parent tree ---------------------------------------------------- */

/* The value of a key in a number tree. */
static const struct pobj *
number_tree(struct check *c, const struct pobj *node, long long key)
{
	const struct pobj *kids, *nums, *limits, *kid;
	size_t i;
	int level;

	for (level = 0; level < 32; level++) {
		nums = pdf_get(c->pdf, node, "Nums");
		for (i = 0; nums->type == POBJ_ARRAY && i + 1 < nums->n; i += 2)
			if (pdf_at(c->pdf, nums, i)->integer == key)
				return pdf_at(c->pdf, nums, i + 1);
		kids = pdf_get(c->pdf, node, "Kids");
		node = NULL;
		for (i = 0; kids->type == POBJ_ARRAY && i < kids->n; i++) {
			kid = pdf_at(c->pdf, kids, i);
			limits = pdf_get(c->pdf, kid, "Limits");
			if (pdf_at(c->pdf, limits, 0)->integer <= key &&
			    pdf_at(c->pdf, limits, 1)->integer >= key) {
				node = kid;
				break;
			}
		}
		if (node == NULL)
			break;
	}
	return pdf_at(c->pdf, NULL, 0);
}

struct selem *
check_parent(struct check *c, long long key, long long mcid)
{
	const struct pobj *o;

	if (c->parent_tree == NULL || !pobj_is_dict(c->parent_tree) || key < 0)
		return NULL;
	o = number_tree(c, c->parent_tree, key);
	if (mcid >= 0)
		o = pdf_at(c->pdf, o, (size_t)mcid);
	if (o->type != POBJ_DICT || o->number >= c->pdf->count ||
	    c->pdf->objects[o->number] != o)
		return NULL;
	return c->elem_of[o->number];
}

void
check_mark_seen(struct check *c, unsigned owner, long long mcid,
    const struct selem *elem, const struct pobj *o)
{
	struct smark key = { .owner = owner, .mcid = mcid }, *m;

	m = c->marks.n == 0 ? NULL
			    : bsearch(&key, c->marks.v, c->marks.n,
				  sizeof *c->marks.v, by_owner);
	if (m == NULL) {
		if (elem != NULL)
			report(c, CHECK_PARENT_WRONG, elem->obj, NULL);
		return;
	}
	if (elem != NULL && m->elem != elem)
		report(c, CHECK_PARENT_WRONG, m->elem->obj, NULL);
	if (m->seen)
		report(c, CHECK_MARK_TWICE, o, NULL);
	m->seen = true;
}

static unsigned
page_of(const struct check *c, unsigned number)
{
	size_t i;

	for (i = 0; i < c->pdf->npages; i++)
		if (c->pdf->pages[i]->number == number)
			return (unsigned)i + 1;
	return 0;
}

void
check_marks(struct check *c)
{
	size_t i;

	for (i = 0; i < c->marks.n; i++) {
		if (c->marks.v[i].seen)
			continue;
		c->page = c->counts[CHECK_MARK_MISSING] < CHECK_LISTED
			      ? page_of(c, c->marks.v[i].owner)
			      : 0;
		report(c, CHECK_MARK_MISSING, c->marks.v[i].elem->obj, NULL);
	}
}

/* ---- attributes --------------------------------------------------------- */

static const struct pobj *
attribute_in(
    struct check *c, const struct pobj *a, const char *owner, const char *key)
{
	if (pobj_is_dict(a) && pobj_is(pdf_get(c->pdf, a, "O"), owner))
		return pdf_get(c->pdf, a, key);
	return pdf_at(c->pdf, NULL, 0);
}

/* In an attribute object or a list of them, between which revision numbers may
 * stand. */
static const struct pobj *
attribute_of(
    struct check *c, const struct pobj *a, const char *owner, const char *key)
{
	const struct pobj *o = attribute_in(c, a, owner, key);
	size_t i;

	for (i = 0; a->type == POBJ_ARRAY && i < a->n && o->type == POBJ_NULL;
	     i++)
		o = attribute_in(c, pdf_at(c->pdf, a, i), owner, key);
	return o;
}

const struct pobj *
check_attribute(
    struct check *c, const struct selem *e, const char *owner, const char *key)
{
	const struct pobj *map, *classes, *o;
	size_t i;

	o = attribute_of(c, pdf_get(c->pdf, e->obj, "A"), owner, key);
	if (o->type != POBJ_NULL)
		return o;
	classes = pdf_get(c->pdf, e->obj, "C");
	map = pdf_get(c->pdf, c->tree->obj, "ClassMap");
	if (classes->type == POBJ_NAME)
		return attribute_of(
		    c, pdf_get(c->pdf, map, classes->text), owner, key);
	for (i = 0; classes->type == POBJ_ARRAY && i < classes->n &&
		    o->type == POBJ_NULL;
	     i++)
		o = attribute_of(c,
		    pdf_get(c->pdf, map, pobj_name(pdf_at(c->pdf, classes, i))),
		    owner, key);
	return o;
}
