/* SPDX-License-Identifier: EUPL-1.2
 *
 * The structure tree.  Blocks become elements in the order of the document, so
 * that reading order never depends on where on a page something landed; links,
 * figures and passages in another language join when their first mark is made.
 * Elements that got no content are left out, cells apart: rows need them.
 */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "pdf/put.h"
#include "pdf/tag.h"

#define LEAF_KEYS 500 /* of the parent tree, in each of its leaves */
#define MAX_KIDS 8000 /* of one element; more are grouped */
#define MAX_DEPTH 120
#define MAX_COLUMNS 500

enum kid_kind { KID_ELEM, KID_MARK, KID_ANNOTATION };

struct kid {
	enum kid_kind kind;
	size_t page;
	unsigned id; /* marked content, or the annotation's object */
	struct elem *elem;
};

struct elem {
	const char *type;
	struct elem *parent;
	const struct doc_node *node;
	const char *language;
	VEC(struct kid) kids;
	unsigned object;
	bool lazy;   /* an inline: joins its parent with its first mark */
	bool joined; /* and has done so */
	bool kept;   /* written even when empty */
	int colspan, rowspan;
	const char *scope;  /* of a table head */
	struct elem *label; /* of a note's mark: the mark before its text */
	bool has_box;
	double box[4];
	struct tags *tags;
};

struct slot {
	const struct doc_node *node;
	struct elem *elem;
};

/* Everything that a page or an annotation says about its parents. */
typedef VEC(struct elem *) elem_list;

struct tags {
	struct arena *a;
	const struct document *doc;
	struct elem *root;
	struct slot *slots; /* hash table: node to element */
	size_t nslots, used;
	elem_list *pages; /* by page and marked-content identifier */
	size_t npages;
	elem_list annotations;
	VEC(const struct doc_node *) notes; /* wait for their place */
	VEC(const struct doc_node *) end_notes;
	const unsigned *page_objects;
	int last_level; /* of the heading before, so that none is skipped */
	unsigned parent_tree, root_object;
};

/* ---- nodes to elements -------------------------------------------------- */

static size_t
slot_at(const struct tags *t, const struct doc_node *node)
{
	size_t i = ((uintptr_t)node >> 4) * 0x9e3779b1u & (t->nslots - 1);

	while (t->slots[i].node != NULL && t->slots[i].node != node)
		i = (i + 1) & (t->nslots - 1);
	return i;
}

static bool
slots_grow(struct tags *t)
{
	struct slot *old = t->slots;
	size_t i, n = t->nslots;

	t->nslots = n == 0 ? 256 : n * 2;
	t->slots = arena_alloc(t->a, t->nslots * sizeof *t->slots);
	if (t->slots == NULL) {
		t->slots = old;
		t->nslots = n;
		return false;
	}
	for (i = 0; i < n; i++)
		if (old[i].node != NULL)
			t->slots[slot_at(t, old[i].node)] = old[i];
	return true;
}

static void
remember(struct tags *t, const struct doc_node *node, struct elem *e)
{
	size_t i;

	if (e == NULL || (t->used * 2 >= t->nslots && !slots_grow(t)))
		return;
	i = slot_at(t, node);
	t->used += t->slots[i].node == NULL;
	t->slots[i] = (struct slot){ node, e };
}

static struct elem *
recall(const struct tags *t, const struct doc_node *node)
{
	return t->nslots == 0 ? NULL : t->slots[slot_at(t, node)].elem;
}

static void
kid_add(struct tags *t, struct elem *parent, struct kid kid)
{
	struct kid *slot = vec_push(t->a, &parent->kids);

	if (slot != NULL)
		*slot = kid;
}

static struct elem *
elem_new(struct tags *t, struct elem *parent, const char *type,
    const struct doc_node *node)
{
	struct elem *e;

	if (parent == NULL && t->root != NULL)
		return NULL;
	if ((e = arena_alloc(t->a, sizeof *e)) == NULL)
		return NULL;
	e->type = type;
	e->parent = parent;
	e->node = node;
	e->tags = t;
	return e;
}

/* A block: takes its place among its siblings at once. */
static struct elem *
elem_add(struct tags *t, struct elem *parent, const char *type,
    const struct doc_node *node)
{
	struct elem *e = elem_new(t, parent, type, node);

	if (e != NULL && parent != NULL)
		kid_add(t, parent, (struct kid){ .kind = KID_ELEM, .elem = e });
	return e;
}

static void add_blocks(struct tags *t, struct elem *parent,
    const struct doc_node *node, int depth);
static void add_block(struct tags *t, struct elem *parent,
    const struct doc_node *node, int depth);

/* The mark of a note in the line leads to the note, which has its place after
 * the paragraph or at the document's end. */
static struct elem *
add_mark(struct tags *t, struct elem *parent, const struct doc_node *note)
{
	struct elem *reference = elem_new(t, parent, "Reference", note);
	const struct doc_node **slot;

	if (reference == NULL)
		return NULL;
	reference->lazy = true;
	slot = note->at_end ? vec_push(t->a, &t->end_notes)
			    : vec_push(t->a, &t->notes);
	if (slot != NULL)
		*slot = note;
	return elem_new(t, reference, "Link", note);
}

/* A note: its mark, which leads back, and its text. */
static void
add_note(
    struct tags *t, struct elem *parent, const struct doc_node *note, int depth)
{
	struct elem *e = elem_add(t, parent, "Note", note), *mark;

	mark = recall(t, note);
	if (e == NULL || mark == NULL)
		return;
	mark->label = elem_add(t, elem_add(t, e, "Lbl", note), "Link", note);
	add_blocks(t, e, note, depth + 1);
}

/* The notes of a paragraph, after it. */
static void
add_notes(struct tags *t, struct elem *parent, int depth)
{
	size_t i, n = t->notes.n;

	for (i = 0; i < n; i++)
		add_note(t, parent, t->notes.v[i], depth);
	t->notes.n = 0;
}

/* Does a picture or drawing have words that tell what it shows? */
static bool
is_told(struct tags *t, const struct doc_node *node)
{
	const char *words = node->alt;

	if (node->kind == DOC_FIGURE)
		words = document_figure_words(t->a, node);
	else if (node->kind != DOC_IMAGE)
		return false;
	return words != NULL && *words != '\0';
}

/* Does a passage differ in language from what is around it? */
static bool
is_foreign(
    const struct tags *t, const struct elem *around, const char *language)
{
	while (around != NULL && around->language == NULL)
		around = around->parent;
	if (language == NULL)
		language = t->doc->language;
	return !document_same_language(
	    language, around != NULL ? around->language : t->doc->language);
}

/* Links, figures and foreign passages of a paragraph, to be joined later. */
static void
add_inlines(
    struct tags *t, struct elem *parent, const struct doc_node *node, int depth)
{
	struct elem *e;

	for (node = node->first; node != NULL && depth < MAX_DEPTH;
	     node = node->next) {
		e = NULL;
		if (node->kind == DOC_NOTE) {
			e = add_mark(t, parent, node);
		} else if (node->kind == DOC_LINK) {
			e = elem_new(t, parent, "Link", node);
		} else if (is_told(t, node)) {
			e = elem_new(t, parent, "Figure", node);
		} else if (node->kind == DOC_TEXT && node->style != NULL &&
			   is_foreign(t, parent, node->style->language)) {
			e = elem_new(t, parent, "Span", node);
			if (e != NULL)
				e->language = node->style->language != NULL
						  ? node->style->language
						  : t->doc->language;
		}
		if (e != NULL) {
			e->lazy = true;
			remember(t, node, e);
		}
		if (node->kind != DOC_NOTE)
			add_inlines(t, e != NULL ? e : parent, node, depth + 1);
	}
}

static void
add_paragraph(
    struct tags *t, struct elem *parent, const struct doc_node *node, int depth)
{
	static const char *const heads[] = { "H1", "H2", "H3", "H4", "H5",
		"H6" };
	const char *type = "P";
	struct elem *e;
	int level;

	if (node->kind == DOC_HEADING) {
		/* a level must not be skipped on the way down (PDF/UA-1, 7.4.2)
		 */
		level = node->level < 1 ? 1 : node->level > 6 ? 6 : node->level;
		if (level > t->last_level + 1)
			level = t->last_level + 1;
		t->last_level = level;
		type = heads[level - 1];
	}
	e = elem_add(t, parent, type, node);
	remember(t, node, e);
	if (e == NULL)
		return;
	if (node->para != NULL &&
	    is_foreign(t, parent, node->para->text.language))
		e->language = node->para->text.language;
	add_inlines(t, e, node, depth);
	add_notes(t, parent, depth);
}

/* A list of contents; its title is its caption. */
static void
add_contents(
    struct tags *t, struct elem *parent, const struct doc_node *node, int depth)
{
	struct elem *toc = elem_add(t, parent, "TOC", node), *e,
		    *caption = NULL;

	for (node = node->first; node != NULL && toc != NULL;
	     node = node->next) {
		if (node->kind == DOC_PARAGRAPH && node->level > 0) {
			e = elem_add(t, elem_add(t, toc, "TOCI", node),
			    "Reference", node);
			remember(t, node, e);
			if (e != NULL)
				add_inlines(t, e, node, depth);
			add_notes(t, e, depth);
			continue;
		}
		if (caption == NULL)
			caption = elem_add(t, toc, "Caption", node);
		if (caption != NULL)
			add_block(t, caption, node, depth + 1);
	}
}

static void
add_list(
    struct tags *t, struct elem *parent, const struct doc_node *list, int depth)
{
	const struct doc_node *item;
	struct elem *l = elem_add(t, parent, "L", list), *li, *label;

	for (item = list->first; item != NULL && l != NULL; item = item->next) {
		if (item->kind != DOC_ITEM)
			continue;
		if ((li = elem_add(t, l, "LI", item)) == NULL)
			return;
		label = elem_add(t, li, "Lbl", item);
		remember(t, item, label);
		add_blocks(t, elem_add(t, li, "LBody", item), item, depth + 1);
	}
}

static bool
has_heads(const struct doc_node *table)
{
	const struct doc_node *row, *cell;

	for (row = table->first; row != NULL; row = row->next) {
		if (row->header)
			return true;
		for (cell = row->first; cell != NULL; cell = cell->next)
			if (cell->header)
				return true;
	}
	return false;
}

static size_t
columns_of(const struct doc_node *table)
{
	const struct doc_node *row, *cell;
	size_t n, most = table->ncolumns;

	for (row = table->first; row != NULL; row = row->next) {
		for (n = 0, cell = row->first; cell != NULL; cell = cell->next)
			n += cell->colspan > 1 ? (size_t)cell->colspan : 1;
		if (n > most && table->ncolumns == 0)
			most = n;
	}
	return most > MAX_COLUMNS ? MAX_COLUMNS : most < 1 ? 1 : most;
}

static struct elem *
add_cell(struct tags *t, struct elem *tr, const struct doc_node *row,
    const struct doc_node *cell, bool heads, int depth)
{
	bool head = heads && (row->header || cell->header);
	struct elem *e = elem_add(t, tr, head ? "TH" : "TD", cell);

	if (e == NULL)
		return NULL;
	e->kept = true;
	if (head)
		e->scope = row->header ? "Column" : "Row";
	add_blocks(t, e, cell, depth + 1);
	return e;
}

/* One row; ${busy} counts, by column, the rows that cells above still cover. */
static void
add_row(struct tags *t, struct elem *parent, const struct doc_node *row,
    size_t left, size_t *busy, size_t ncolumns, bool heads, int depth)
{
	const struct doc_node *cell = row->first;
	struct elem *tr = elem_add(t, parent, "TR", row), *e;
	size_t at, i, span, rows;

	if (tr == NULL)
		return;
	tr->kept = true;
	for (at = 0; at < ncolumns; at += span) {
		span = 1;
		if (busy[at] > 0)
			continue;
		while (cell != NULL && cell->kind != DOC_CELL)
			cell = cell->next;
		if (cell == NULL) { /* a short row is filled up */
			if ((e = elem_add(t, tr, "TD", NULL)) != NULL)
				e->kept = true;
			continue;
		}
		e = add_cell(t, tr, row, cell, heads, depth);
		while (span < (size_t)(cell->colspan > 1 ? cell->colspan : 1) &&
		       at + span < ncolumns && busy[at + span] == 0)
			span++;
		rows = cell->rowspan > 1 ? (size_t)cell->rowspan : 1;
		rows = rows > left ? left : rows;
		for (i = at; i < at + span; i++)
			busy[i] = rows;
		if (e != NULL) {
			e->colspan = (int)span;
			e->rowspan = (int)rows;
		}
		cell = cell->next;
	}
	for (i = 0; i < ncolumns; i++)
		busy[i] -= busy[i] > 0;
}

static void
add_table(struct tags *t, struct elem *parent, const struct doc_node *table,
    int depth)
{
	const struct doc_node *row;
	size_t ncolumns = columns_of(table), left = 0;
	size_t *busy = arena_alloc(t->a, ncolumns * sizeof *busy);
	bool heads = has_heads(table), leading = false;
	struct elem *e, *part = NULL;

	if (busy == NULL)
		return;
	if ((ncolumns == 1 && !heads) ||
	    document_is_frame(table)) { /* a frame around text, no table */
		e = elem_add(t, parent, "Div", table);
		for (row = table->first; row != NULL; row = row->next)
			add_blocks(t, e, row, depth + 1);
		return;
	}
	for (row = table->first; row != NULL; row = row->next) {
		left += row->kind == DOC_ROW;
		leading |= row->kind == DOC_ROW && !row->header;
	}
	if (left == 0 || (e = elem_add(t, parent, "Table", table)) == NULL)
		return;
	for (row = table->first; row != NULL; row = row->next) {
		if (row->kind != DOC_ROW)
			continue;
		if (part == NULL || (leading && !row->header)) {
			leading = leading && row->header;
			part =
			    elem_add(t, e, leading ? "THead" : "TBody", table);
		}
		add_row(t, part, row, left--, busy, ncolumns, heads, depth);
	}
}

static void
add_block(
    struct tags *t, struct elem *parent, const struct doc_node *node, int depth)
{
	switch (node->kind) {
	case DOC_PARAGRAPH:
	case DOC_HEADING:
		add_paragraph(t, parent, node, depth);
		break;
	case DOC_LIST:
		add_list(t, parent, node, depth);
		break;
	case DOC_TABLE:
		add_table(t, parent, node, depth);
		break;
	case DOC_CONTENTS:
		add_contents(t, parent, node, depth);
		break;
	case DOC_SECTION:
		add_blocks(t, elem_add(t, parent, "Sect", node), node, depth);
		break;
	case DOC_FIGURE:
		if (is_told(t, node))
			remember(t, node, elem_add(t, parent, "Figure", node));
		break;
	default:
		add_blocks(t, parent, node, depth);
		break;
	}
}

static void
add_blocks(
    struct tags *t, struct elem *parent, const struct doc_node *node, int depth)
{
	if (parent == NULL || depth >= MAX_DEPTH)
		return;
	for (node = node->first; node != NULL; node = node->next)
		add_block(t, parent, node, depth + 1);
}

struct tags *
tags_new(struct arena *a, const struct document *doc, size_t npages)
{
	struct tags *t = arena_alloc(a, sizeof *t);
	size_t i;

	if (t == NULL)
		return NULL;
	t->a = a;
	t->doc = doc;
	t->npages = npages;
	t->pages = arena_alloc(a, (npages + 1) * sizeof *t->pages);
	t->root = elem_add(t, NULL, "Document", NULL);
	if (t->pages == NULL || t->root == NULL)
		return NULL;
	t->root->kept = true;
	add_blocks(t, t->root, doc->body, 0);
	for (i = 0; i < t->end_notes.n; i++)
		add_note(t, t->root, t->end_notes.v[i], 0);
	return arena_failed(a) ? NULL : t;
}

/* ---- content ------------------------------------------------------------ */

struct elem *
tags_of(struct tags *t, const struct piece *piece)
{
	const struct doc_node *node;
	struct elem *e;

	if (piece->artifact || piece->node == NULL)
		return NULL;
	if (piece->kind == PIECE_IMAGE && piece->node->kind == DOC_IMAGE &&
	    (piece->node->alt == NULL || *piece->node->alt == '\0'))
		return NULL;
	if (piece->node->kind == DOC_FIGURE)
		return recall(t, piece->node);
	for (node = piece->node; node != NULL; node = node->parent)
		if ((e = recall(t, node)) != NULL)
			return piece->label && e->label != NULL ? e->label : e;
	return NULL;
}

const char *
tags_name(const struct elem *e)
{
	return e->type;
}

static void
join(struct tags *t, struct elem *e)
{
	for (; e != NULL && e->lazy && !e->joined; e = e->parent) {
		e->joined = true;
		kid_add(
		    t, e->parent, (struct kid){ .kind = KID_ELEM, .elem = e });
	}
}

unsigned
tags_mark(struct tags *t, struct elem *e, size_t page)
{
	struct elem **slot = vec_push(t->a, &t->pages[page]);
	unsigned id;

	if (slot == NULL)
		return 0;
	*slot = e;
	id = (unsigned)t->pages[page].n - 1;
	join(t, e);
	kid_add(t, e, (struct kid){ .kind = KID_MARK, .page = page, .id = id });
	return id;
}

unsigned
tags_annotate(struct tags *t, struct elem *e, size_t page, unsigned annotation)
{
	struct elem **slot = vec_push(t->a, &t->annotations);

	if (slot == NULL)
		return 0;
	*slot = e;
	join(t, e);
	kid_add(t, e,
	    (struct kid){
		.kind = KID_ANNOTATION, .page = page, .id = annotation });
	return (unsigned)(t->npages + t->annotations.n - 1);
}

void
tags_box(struct elem *e, const double box[4])
{
	e->has_box = true;
	memcpy(e->box, box, sizeof e->box);
}

/* ---- objects ------------------------------------------------------------ */

static void
put_kid(struct buf *out, const struct elem *e, const struct kid *kid)
{
	const unsigned *pages = e->tags->page_objects;

	switch (kid->kind) {
	case KID_ELEM:
		if (kid->elem->object != 0)
			buf_printf(out, "%u 0 R ", kid->elem->object);
		break;
	case KID_MARK:
		buf_printf(out, "<</Type/MCR/Pg %u 0 R/MCID %u>>",
		    pages[kid->page], kid->id);
		break;
	case KID_ANNOTATION:
		buf_printf(out, "<</Type/OBJR/Pg %u 0 R/Obj %u 0 R>>",
		    pages[kid->page], kid->id);
		break;
	}
}

static void
put_attributes(struct buf *out, const struct elem *e)
{
	int i;

	if (e->scope != NULL || e->colspan > 1 || e->rowspan > 1) {
		buf_puts(out, "/A<</O/Table");
		if (e->scope != NULL)
			buf_printf(out, "/Scope/%s", e->scope);
		if (e->colspan > 1)
			buf_printf(out, "/ColSpan %d", e->colspan);
		if (e->rowspan > 1)
			buf_printf(out, "/RowSpan %d", e->rowspan);
		buf_puts(out, ">>\n");
	} else if (e->has_box) {
		buf_puts(out, "/A<</O/Layout/Placement/Inline/BBox[");
		for (i = 0; i < 4; i++)
			put_number(out, e->box[i]);
		buf_puts(out, "]>>\n");
	} else if (strcmp(e->type, "L") == 0 && e->node != NULL) {
		buf_printf(out, "/A<</O/List/ListNumbering/%s>>\n",
		    e->node->ordered ? "Decimal" : "Disc");
	}
}

static void
put_elem(struct buf *out, const void *context)
{
	const struct elem *e = context;
	size_t i;

	buf_printf(out, "/Type/StructElem/S/%s/P %u 0 R\n", e->type,
	    e->parent == NULL ? e->tags->root_object : e->parent->object);
	put_text_entry(out, "Lang", e->language);
	if (strcmp(e->type, "Note") == 0)
		put_text_entry(out, "ID", e->node->id);
	if (strcmp(e->type, "Figure") == 0)
		put_text_entry(
		    out, "Alt", document_figure_words(e->tags->a, e->node));
	put_attributes(out, e);
	if (e->kids.n == 0)
		return;
	buf_puts(out, "/K[");
	for (i = 0; i < e->kids.n; i++)
		put_kid(out, e, &e->kids.v[i]);
	buf_puts(out, "]\n");
}

/* Drop what has no content; true if the element stays.  A link that leads
 * nowhere is but a passage of text. */
static bool
prune(struct elem *e)
{
	bool leads = false;
	size_t i, n = 0;

	for (i = 0; i < e->kids.n; i++) {
		struct kid kid = e->kids.v[i];

		if (kid.kind != KID_ELEM || prune(kid.elem))
			e->kids.v[n++] = kid;
		leads |= kid.kind == KID_ANNOTATION;
	}
	e->kids.n = n;
	if (!leads && strcmp(e->type, "Link") == 0)
		e->type = "Span";
	return n > 0 || e->kept;
}

/* Very many siblings go into groups, because arrays have a limit. */
static void
group(struct tags *t, struct elem *e)
{
	bool contents = strcmp(e->type, "TOC") == 0;
	const char *type = contents ? "TOC" : "Sect";
	struct kid *kids = e->kids.v;
	size_t i, k, n = e->kids.n;
	struct elem *part = NULL;

	if (n <= MAX_KIDS || (!contents && strcmp(e->type, "Document") != 0 &&
				 strcmp(e->type, "Sect") != 0))
		return;
	memset(&e->kids, 0, sizeof e->kids);
	for (i = 0; i < n; i = k) {
		if ((part = elem_add(t, e, type, NULL)) == NULL)
			return;
		for (k = i; k < n && k < i + MAX_KIDS; k++) {
			kid_add(t, part, kids[k]);
			if (kids[k].kind == KID_ELEM)
				kids[k].elem->parent = part;
		}
	}
}

static void
make_objects(struct tags *t, struct haru *h, struct elem *e)
{
	size_t i;

	group(t, e);
	e->object = haru_object(h, put_elem, e);
	for (i = 0; i < e->kids.n; i++)
		if (e->kids.v[i].kind == KID_ELEM)
			make_objects(t, h, e->kids.v[i].elem);
}

/* A leaf of the parent tree: keys [first, end). */
struct leaf {
	const struct tags *t;
	size_t first, end;
	unsigned object;
};

static void
put_leaf(struct buf *out, const void *context)
{
	const struct leaf *leaf = context;
	const struct tags *t = leaf->t;
	size_t key, i;

	buf_printf(out, "/Limits[%zu %zu]/Nums[", leaf->first, leaf->end - 1);
	for (key = leaf->first; key < leaf->end; key++) {
		if (key >= t->npages) {
			buf_printf(out, "%zu %u 0 R ", key,
			    t->annotations.v[key - t->npages]->object);
			continue;
		}
		buf_printf(out, "%zu[", key);
		for (i = 0; i < t->pages[key].n; i++)
			buf_printf(out, "%u 0 R ", t->pages[key].v[i]->object);
		buf_puts(out, "]\n");
	}
	buf_puts(out, "]\n");
}

struct leaves {
	VEC(struct leaf *) v;
};

static void
put_parent_tree(struct buf *out, const void *context)
{
	const struct leaves *leaves = context;
	size_t i;

	buf_puts(out, "/Kids[");
	for (i = 0; i < leaves->v.n; i++)
		buf_printf(out, "%u 0 R ", leaves->v.v[i]->object);
	buf_puts(out, "]\n");
}

static unsigned
make_parent_tree(struct tags *t, struct haru *h)
{
	struct leaves *leaves = arena_alloc(t->a, sizeof *leaves);
	struct leaf *leaf, **slot;
	size_t first, total = t->npages + t->annotations.n;

	if (leaves == NULL)
		return 0;
	for (first = 0; first < total; first += LEAF_KEYS) {
		leaf = arena_alloc(t->a, sizeof *leaf);
		slot = vec_push(t->a, &leaves->v);
		if (leaf == NULL || slot == NULL)
			return 0;
		*leaf = (struct leaf){ .t = t,
			.first = first,
			.end = total - first > LEAF_KEYS ? first + LEAF_KEYS
							 : total };
		leaf->object = haru_object(h, put_leaf, leaf);
		*slot = leaf;
	}
	return haru_object(h, put_parent_tree, leaves);
}

static void
put_root(struct buf *out, const void *context)
{
	const struct tags *t = context;

	buf_printf(out,
	    "/Type/StructTreeRoot/K[%u 0 R]/ParentTree %u 0 R"
	    "/ParentTreeNextKey %zu\n",
	    t->root->object, t->parent_tree, t->npages + t->annotations.n);
}

unsigned
tags_write(struct tags *t, struct haru *h, const unsigned *pages)
{
	t->page_objects = pages;
	prune(t->root);
	t->root_object = haru_object(h, put_root, t);
	make_objects(t, h, t->root);
	t->parent_tree = make_parent_tree(t, h);
	return arena_failed(t->a) ? 0 : t->root_object;
}
