/* SPDX-License-Identifier: EUPL-1.2
 *
 * Typed fields.  A secretary may write {ärende.rubrik} in the text; an office
 * suite then splits it over spans as it likes (spelling, a changed letter).
 * Here each becomes a user field, so that filling knows one form only.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "odf/inner.h"

#define MAX_PARAGRAPH ((size_t)1 << 20)

/* A piece of a paragraph's text and the node it comes from. */
struct piece {
	xmlNode *node;
	size_t at, n; /* in the paragraph's text */
};

/* A typed field: the bytes from its brace to past the other. */
struct typed {
	size_t begin, end;
	bool literal; /* "{{" */
};

struct healer {
	struct odf *odf;
	struct arena *a;
	struct buf text;
	VEC(struct piece) pieces;
	VEC(struct typed) found;
	odf_wrong wrong; /* may be NULL */
	void *ctx;
	struct kl_error *err;
};

/* ---- the text of a field ---- */

/* The quote that stands at ${s}, as a plain one; its bytes in ${n}. */
static char
quote_at(const char *s, size_t *n)
{
	*n = 1;
	if (*s == '\'' || *s == '"')
		return *s;
	*n = 3;
	if (strncmp(s, "\xe2\x80\x98", 3) == 0 ||
	    strncmp(s, "\xe2\x80\x99", 3) == 0)
		return '\'';
	if (strncmp(s, "\xe2\x80\x9c", 3) == 0 ||
	    strncmp(s, "\xe2\x80\x9d", 3) == 0 ||
	    strncmp(s, "\xe2\x80\x9e", 3) == 0)
		return '"';
	return '\0';
}

char *
odf_field_source(struct arena *a, const char *s, size_t n)
{
	char *text = arena_strndup(a, s, n), *r, *w, quote = '\0', here;
	size_t size;

	if (text == NULL)
		return NULL;
	r = text + strspn(text, " \t\n");
	for (w = text; *r != '\0';) {
		here = quote_at(r, &size);
		if (here != '\0' && (quote == '\0' || quote == here)) {
			quote = quote == '\0' ? here : '\0';
			*w++ = here;
			r += size;
		} else if (quote == '\0' && strncmp(r, "\xc2\xa0", 2) == 0) {
			*w++ = ' ';
			r += 2;
		} else {
			*w++ = *r++;
		}
	}
	while (w > text && w[-1] == ' ')
		w--;
	*w = '\0';
	return text;
}

/* The brace that closes a field begun before ${s}; NULL when there is none. */
static const char *
closing(const char *s)
{
	char quote = '\0', here;
	size_t n;

	while (*s != '\0') {
		here = quote_at(s, &n);
		if (here != '\0' && (quote == '\0' || quote == here)) {
			quote = quote == '\0' ? here : '\0';
			s += n;
			continue;
		}
		if (*s == '}' && quote == '\0')
			return s;
		s++;
	}
	return NULL;
}

/* ---- finding ---- */

static bool
is_apart(const xmlNode *n)
{
	return odf_is(n, "text:note") || odf_is(n, "office:annotation") ||
	       odf_is(n, "text:user-field-get") ||
	       odf_is(n, "text:user-field-input") || odf_is(n, "text:p") ||
	       odf_is(n, "text:h") ||
	       (n->ns != NULL && n->type == XML_ELEMENT_NODE &&
		   xmlStrEqual(n->ns->prefix, BAD_CAST "draw"));
}

static int
add_piece(struct healer *h, xmlNode *node, const char *text)
{
	struct piece *piece = vec_push(h->a, &h->pieces);

	if (piece == NULL)
		return kl_error_nomem(h->err);
	piece->node = node;
	piece->at = h->text.len;
	piece->n = strlen(text);
	buf_puts(&h->text, text);
	return 0;
}

/* Lay the paragraph's own text out in one line, piece by piece. */
static int
lay_out(struct healer *h, xmlNode *para)
{
	xmlNode *n, *next;
	int rc = 0;

	buf_reset(&h->text);
	h->pieces.n = 0;
	for (n = para->children; n != NULL && rc == 0; n = next) {
		next = is_apart(n) ? odf_walk_past(n, para) : odf_walk(n, para);
		if (n->type == XML_TEXT_NODE && n->content != NULL)
			rc = add_piece(h, n, (const char *)n->content);
		else if (odf_is(n, "text:s") || odf_is(n, "text:tab") ||
			 odf_is(n, "text:line-break"))
			rc = add_piece(h, n, " ");
	}
	if (rc == 0 && buf_failed(&h->text))
		rc = kl_error_nomem(h->err);
	return rc;
}

/* The brace at ${open} has no other. */
static int
not_closed(struct healer *h, const xmlNode *para, const char *open)
{
	struct kl_error what;

	kl_error_set(&what, KL_E_INPUT,
	    KL_N_("The template has a brace that is opened but never closed, "
		  "at \"%s\". Nothing was made. Close the field, or write {{ "
		  "for a brace."),
	    open);
	if (h->wrong != NULL)
		return h->wrong(h->ctx, para, &what);
	kl_error_where(
	    &what, h->odf->name, (int)xmlGetLineNo(h->pieces.v[0].node), NULL);
	if (h->err != NULL)
		*h->err = what;
	return KL_E_INPUT;
}

static int
find_fields(struct healer *h, const xmlNode *para)
{
	const char *s = h->text.data, *open, *close;
	struct typed *t;

	h->found.n = 0;
	while ((open = strchr(s, '{')) != NULL) {
		close = open[1] == '{' ? open + 1 : closing(open + 1);
		if (close == NULL) {
			h->found.n = 0;
			return not_closed(h, para, open);
		}
		t = vec_push(h->a, &h->found);
		if (t == NULL)
			return kl_error_nomem(h->err);
		t->begin = (size_t)(open - h->text.data);
		t->end = (size_t)(close - h->text.data) + 1;
		t->literal = open[1] == '{';
		s = close + 1;
	}
	return 0;
}

/* ---- replacing ---- */

/* The index of the piece that holds byte ${at}. */
static size_t
piece_at(const struct healer *h, size_t at)
{
	size_t i;

	for (i = h->pieces.n - 1; i > 0 && h->pieces.v[i].at > at; i--)
		;
	/* Empty pieces begin where their successor does. */
	while (i > 0 && h->pieces.v[i].n == 0)
		i--;
	return i;
}

static int
set_text(struct healer *h, xmlNode *node, const char *s, size_t n)
{
	char *copy = arena_strndup(h->a, s, n);

	if (copy == NULL)
		return kl_error_nomem(h->err);
	xmlNodeSetContent(node, BAD_CAST copy);
	return 0;
}

/* Remove the pieces after ${first} and up to ${last}, and the spans that they
 * leave empty. */
static void
drop_between(struct healer *h, size_t first, size_t last)
{
	xmlNode *n, *up;
	size_t i;

	for (i = first + 1; i < last; i++) {
		n = h->pieces.v[i].node;
		for (;;) {
			up = n->parent;
			odf_drop(n);
			if (up->children != NULL || !odf_is(up, "text:span"))
				break;
			n = up;
		}
		h->pieces.v[i].n = 0;
	}
}

/* Put the field ${t} in the place of its bytes. */
static int
replace(struct healer *h, const struct typed *t)
{
	size_t first = piece_at(h, t->begin), last = piece_at(h, t->end - 1);
	struct piece *p = &h->pieces.v[first], *q = &h->pieces.v[last];
	const char *text = h->text.data, *source;
	xmlNode *field, *tail;
	int rc;

	source =
	    odf_field_source(h->a, text + t->begin + 1, t->end - t->begin - 2);
	field = t->literal ? xmlNewDocText(h->odf->doc, BAD_CAST "{")
			   : odf_element(h->odf, "text:user-field-get");
	if (source == NULL || field == NULL) {
		xmlFreeNode(field);
		return kl_error_nomem(h->err);
	}
	if (!t->literal && odf_set(field, "text:name", source) != 0) {
		xmlFreeNode(field);
		return kl_error_nomem(h->err);
	}
	if (h->wrong != NULL) /* findings show where by the text */
		xmlNodeAddContent(field, BAD_CAST source);
	/* xmlAddNextSibling would join a text with its neighbour. */
	tail = xmlNewDocText(h->odf->doc, NULL);
	if (tail == NULL) {
		xmlFreeNode(field);
		return kl_error_nomem(h->err);
	}
	field->line = p->node->parent->line;
	odf_insert_after(p->node, field);
	if (first == last) {
		rc = set_text(h, tail, text + t->end, p->at + p->n - t->end);
		odf_insert_after(field, tail);
	} else {
		xmlFreeNode(tail);
		drop_between(h, first, last);
		rc = set_text(h, q->node, text + t->end, q->at + q->n - t->end);
		q->n = 0;
	}
	if (rc == 0)
		rc = set_text(h, p->node, text + p->at, t->begin - p->at);
	p->n = t->begin - p->at;
	return rc;
}

static int
heal_paragraph(struct healer *h, xmlNode *para)
{
	size_t i;
	int rc;

	rc = lay_out(h, para);
	if (rc != 0 || strchr(h->text.data, '{') == NULL)
		return rc;
	rc = find_fields(h, para);
	/* Backwards, so that what lies before keeps its place. */
	for (i = h->found.n; i > 0 && rc == 0; i--)
		rc = replace(h, &h->found.v[i - 1]);
	return rc;
}

int
odf_heal(struct odf *odf, odf_wrong wrong, void *ctx, struct kl_error *err)
{
	xmlNode *root = xmlDocGetRootElement(odf->doc), *n;
	struct healer h = { .odf = odf,
		.a = odf->arena,
		.wrong = wrong,
		.ctx = ctx,
		.err = err };
	int rc = 0;

	buf_init(&h.text, MAX_PARAGRAPH);
	for (n = root; n != NULL && rc == 0; n = odf_walk(n, root))
		if (odf_is(n, "text:p") || odf_is(n, "text:h"))
			rc = heal_paragraph(&h, n);
	buf_free(&h.text);
	return rc;
}
