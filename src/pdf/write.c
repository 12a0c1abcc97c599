/* SPDX-License-Identifier: EUPL-1.2
 *
 * Laid-out pages to page contents: text, fills, pictures and link annotations,
 * each inside the mark of its element or of an artifact.
 */
#include "config.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "document/writers.h"
#include "pdf/parts.h"
#include "pdf/pdf.h"
#include "pdf/put.h"
#include "pdf/tag.h"

#define PAGE_MAX (64u << 20) /* one page's content [bytes] */
#define OUTLINE_PAGES 4	     /* show bookmarks from so many pages on */
#define NAME_MAX_BYTES 1024  /* of a link's name */
#define LEAST_RECT 0.5	     /* of a link [pt] */

/* A picture, embedded once however often it is shown. */
struct picture {
	const void *bytes;
	unsigned object;
};

/* A rectangle on a page that leads somewhere. */
struct annotation {
	struct writer *w;
	const struct doc_node *link;
	const struct laid_place *place; /* inside the document, or NULL */
	struct elem *elem;
	double rect[4];
	size_t page;
	unsigned object, parent_key;
};

struct page {
	struct writer *w;
	size_t index;
	VEC(struct annotation *) annotations;
};

struct writer {
	const struct laid_out *laid;
	struct arena *a;
	struct haru *h;
	struct faces *faces;
	struct tags *tags;
	struct digest digest; /* of all content: names the file */
	struct meta meta;
	VEC(struct picture) pictures;
	unsigned resources;
	unsigned *pages; /* object numbers */
	struct page *page;
	const struct doc_node *broken; /* a picture that could not be read */
	const char *lost;	       /* a font file that could not be read */
	/* the page being written */
	struct buf out;
	double height;
	const struct elem *elem; /* whose mark is open */
	bool marked, in_text;
	int font;
	double size;
	doc_colour colour;
	struct font_glyph *glyphs; /* room for a text's */
	size_t nglyphs;
};

static void
text_end(struct writer *w)
{
	if (w->in_text)
		buf_puts(&w->out, "ET\n");
	w->in_text = false;
}

static void
mark_end(struct writer *w)
{
	text_end(w);
	if (w->marked)
		buf_puts(&w->out, "EMC\n");
	w->marked = false;
	w->elem = NULL;
}

/* Begin the mark of an element, or of an artifact of that kind. */
static void
mark(struct writer *w, struct elem *e, const char *artifact)
{
	if (w->marked && w->elem == e)
		return;
	mark_end(w);
	if (e == NULL)
		buf_printf(&w->out, "/Artifact%s BDC\n", artifact);
	else
		buf_printf(&w->out, "/%s<</MCID %u>>BDC\n", tags_name(e),
		    tags_mark(w->tags, e, w->page->index));
	w->marked = true;
	w->elem = e;
}

static void
set_colour(struct writer *w, doc_colour colour)
{
	if (colour == DOC_NO_COLOUR)
		colour = 0;
	if (colour != w->colour)
		put_colour(&w->out, colour, "rg");
	w->colour = colour;
}

/* A byte of a string in parentheses (ISO 32000-1, 7.3.4.2). */
static char *
put_byte(char *at, unsigned byte)
{
	switch (byte) {
	case '\r':
		*at++ = '\\';
		byte = 'r';
		break;
	case '\n':
		*at++ = '\\';
		byte = 'n';
		break;
	case '(':
	case ')':
	case '\\':
		*at++ = '\\';
		break;
	}
	*at++ = (char)byte;
	return at;
}

/* Bytes of a string on their way to the page. */
struct chunk {
	char bytes[256];
	size_t n;
};

static void
chunk_flush(struct chunk *c, struct buf *out)
{
	buf_put(out, c->bytes, c->n);
	c->n = 0;
}

/* A glyph of an open string, which takes half of what hexadecimal digits would,
 * and so half of the time to deflate. */
static void
put_code(struct chunk *c, struct buf *out, unsigned code)
{
	char *end;

	if (c->n > sizeof c->bytes - 4)
		chunk_flush(c, out);
	end = put_byte(c->bytes + c->n, code >> 8);
	end = put_byte(end, code & 255);
	c->n = (size_t)(end - c->bytes);
}

/* The glyphs of a text.  Kerning and word space go between strings of an array:
 * PDF's own word space knows one-byte codes alone. */
static void
put_glyphs(struct writer *w, const struct piece *p)
{
	size_t i, n, most = strlen(p->text);
	struct font_glyph *glyphs = w->glyphs;
	double space = p->word_space == 0 ? 0 : -1000 * p->word_space / p->size;
	double move = 0;
	struct chunk chunk;
	unsigned code;

	if (most > w->nglyphs) {
		glyphs = w->glyphs = arena_alloc(w->a, most * sizeof *glyphs);
		w->nglyphs = glyphs == NULL ? 0 : most;
	}
	if (glyphs == NULL)
		return;
	n = fonts_shape(p->face, p->text, glyphs, most);
	buf_puts(&w->out, "[(");
	chunk.n = 0;
	for (i = 0; i < n; i++) {
		code = faces_glyph(w->faces, w->font, p->face, &glyphs[i]);
		if (code == 0)
			continue; /* layout saw to it that this is a space */
		move -= glyphs[i].kern;
		if (move != 0) {
			chunk_flush(&chunk, &w->out);
			buf_putc(&w->out, ')');
			put_number(&w->out, move);
			buf_putc(&w->out, '(');
		}
		put_code(&chunk, &w->out, code);
		move = glyphs[i].cp == ' ' ? space : 0;
	}
	chunk_flush(&chunk, &w->out);
	buf_puts(&w->out, ")]TJ\n");
}

static void
put_piece_text(struct writer *w, const struct piece *p)
{
	int font = faces_number(w->faces, p->face);

	if (font < 0) {
		w->lost = p->face->path;
		return;
	}
	if (!w->in_text)
		buf_puts(&w->out, "BT\n");
	w->in_text = true;
	if (font != w->font || p->size != w->size) {
		buf_printf(&w->out, "/F%d ", font);
		put_number(&w->out, p->size);
		buf_puts(&w->out, "Tf\n");
		w->font = font;
		w->size = p->size;
	}
	set_colour(w, p->colour);
	buf_puts(&w->out, "1 0 0 1 ");
	put_number(&w->out, p->x);
	put_number(&w->out, w->height - p->y);
	buf_puts(&w->out, "Tm\n");
	put_glyphs(w, p);
}

static void
put_fill(struct writer *w, const struct piece *p)
{
	text_end(w);
	set_colour(w, p->colour);
	put_number(&w->out, p->x);
	put_number(&w->out, w->height - p->y - p->height);
	put_number(&w->out, p->width);
	put_number(&w->out, p->height);
	buf_puts(&w->out, "re f\n");
}

/* The number of a picture among the file's, -1 if it cannot be read. */
static long
picture_number(struct writer *w, const struct doc_node *node)
{
	struct picture *picture;
	size_t i;

	for (i = 0; i < w->pictures.n; i++)
		if (w->pictures.v[i].bytes == node->bytes)
			return (long)i;
	if ((picture = vec_push(w->a, &w->pictures)) == NULL)
		return -1;
	picture->bytes = node->bytes;
	picture->object = picture_write(w->a, w->h, node->bytes, node->nbytes);
	if (picture->object == 0)
		w->broken = node;
	digest_add(&w->digest, node->bytes, node->nbytes);
	return (long)w->pictures.n - 1;
}

static void
put_image(struct writer *w, const struct piece *p, struct elem *e)
{
	double y = w->height - p->y - p->height;
	long number = picture_number(w, p->node);

	if (number < 0)
		return;
	text_end(w);
	buf_puts(&w->out, "q ");
	put_number(&w->out, p->width);
	buf_puts(&w->out, "0 0 ");
	put_number(&w->out, p->height);
	put_number(&w->out, p->x);
	put_number(&w->out, y);
	buf_printf(&w->out, "cm/I%ld Do Q\n", number);
	if (e != NULL)
		tags_box(
		    e, (double[4]){ p->x, y, p->x + p->width, y + p->height });
}

static void
put_figure(struct writer *w, const struct piece *p, struct elem *e)
{
	double y = w->height - p->y;

	text_end(w);
	figure_put(&w->out, p->node, p->x, y, p->width, p->height);
	if (e != NULL)
		tags_box(
		    e, (double[4]){ p->x, y - p->height, p->x + p->width, y });
}

/* ---- links ------------------------------------------------------------- */

static const struct laid_place *
place_of(const struct laid_out *laid, const struct doc_node *node)
{
	size_t i;

	for (i = 0; i < laid->places.n; i++)
		if (laid->places.v[i].node == node)
			return &laid->places.v[i];
	return NULL;
}

/* Where the link of a piece leads in the document; false if it leads nowhere. A
 * mark in the line leads to the note, the mark before the note back. */
static bool
leads_to(
    struct writer *w, const struct piece *p, const struct laid_place **place)
{
	const struct doc_node *link = p->link;

	*place = NULL;
	if (link->kind == DOC_NOTE)
		*place = place_of(w->laid, p->label ? link : link->first);
	else if (!document_follows(link->href))
		return false;
	else if (link->href[0] == '#')
		*place = layout_find(w->laid, link->href + 1);
	else
		return true;
	return *place != NULL;
}

/* What the link is called: its words inside the document, else its address. */
static void
put_link_name(struct buf *out, const struct doc_node *link)
{
	struct buf words;

	buf_init(&words, NAME_MAX_BYTES);
	if (link->kind == DOC_NOTE)
		buf_puts(&words, link->text == NULL ? "" : link->text);
	else if (link->href[0] == '#')
		outline_words(&words, link, 0);
	put_text_entry(
	    out, "Contents", words.len > 0 ? words.data : link->href);
	buf_free(&words);
}

static void
put_annotation(struct buf *out, const void *context)
{
	const struct annotation *n = context;
	int i;

	buf_puts(out, "/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[");
	for (i = 0; i < 4; i++)
		put_number(out, n->rect[i]);
	buf_printf(out, "]/StructParent %u\n", n->parent_key);
	put_link_name(out, n->link);
	if (n->place != NULL) {
		buf_puts(out, "/Dest ");
		place_put(out, n->w->laid, n->place, n->w->pages);
	} else {
		buf_puts(out, "/A<</S/URI/URI");
		put_bytes(out, n->link->href);
		buf_puts(out, ">>");
	}
	buf_putc(out, '\n');
}

/* The rectangle of the piece: part of the annotation before it if they are on
 * one line, else a new one. */
static void
link_piece(struct writer *w, const struct piece *p, struct elem *e)
{
	struct annotation *last = NULL, *n, **slot;
	struct page *page = w->page;
	double up = p->kind == PIECE_TEXT ? p->face->ascent * p->size : 0;
	double down =
	    p->kind == PIECE_TEXT ? p->face->descent * p->size : p->height;
	double rect[4] = { p->x, w->height - p->y - down,
		p->x + fmax(p->width, LEAST_RECT), w->height - p->y + up };
	const struct laid_place *place;

	if (!leads_to(w, p, &place))
		return;
	if (page->annotations.n > 0)
		last = page->annotations.v[page->annotations.n - 1];
	if (last != NULL && last->link == p->link &&
	    fabs(last->rect[1] - rect[1]) < p->size &&
	    fabs(last->rect[2] - rect[0]) < p->size) {
		last->rect[2] = rect[2];
		return;
	}
	n = arena_alloc(w->a, sizeof *n);
	slot = vec_push(w->a, &page->annotations);
	if (n == NULL || slot == NULL)
		return;
	*slot = n;
	*n = (struct annotation){ .w = w,
		.link = p->link,
		.place = place,
		.elem = e,
		.page = page->index };
	memcpy(n->rect, rect, sizeof rect);
	n->object = haru_object(w->h, put_annotation, n);
	n->parent_key = tags_annotate(w->tags, e, page->index, n->object);
}

/* The element of the link around a piece, which may lie in a passage of it. */
static struct elem *
link_elem(struct writer *w, const struct piece *p)
{
	struct piece probe = {
		.kind = PIECE_TEXT, .node = p->link, .label = p->label
	};

	return tags_of(w->tags, &probe);
}

/* ---- pages ------------------------------------------------------------- */

static void
put_piece(struct writer *w, const struct piece *p, const char *artifact)
{
	struct elem *e = tags_of(w->tags, p);

	mark(w, e, artifact);
	switch (p->kind) {
	case PIECE_TEXT:
		put_piece_text(w, p);
		break;
	case PIECE_IMAGE:
		put_image(w, p, e);
		break;
	case PIECE_FIGURE:
		put_figure(w, p, e);
		break;
	default:
		put_fill(w, p);
		break;
	}
	if (e != NULL && p->link != NULL && p->kind != PIECE_LINE)
		link_piece(w, p, link_elem(w, p));
}

static void
put_page_entries(struct buf *out, const void *context)
{
	const struct page *page = context;
	size_t i;

	buf_printf(out, "/Resources %u 0 R/StructParents %zu/Tabs/S\n",
	    page->w->resources, page->index);
	if (page->annotations.n == 0)
		return;
	buf_puts(out, "/Annots[");
	for (i = 0; i < page->annotations.n; i++)
		buf_printf(out, "%u 0 R ", page->annotations.v[i]->object);
	buf_puts(out, "]\n");
}

static void
put_resources(struct buf *out, const void *context)
{
	const struct writer *w = context;
	size_t i;

	buf_puts(out, "/ProcSet[/PDF/Text/ImageB/ImageC/ImageI]/Font<<");
	faces_resources(out, w->faces);
	buf_puts(out, ">>/XObject<<");
	for (i = 0; i < w->pictures.n; i++)
		buf_printf(out, "/I%zu %u 0 R", i, w->pictures.v[i].object);
	buf_puts(out, ">>\n");
}

static void
write_page(struct writer *w, size_t index)
{
	const struct laid_page *laid = &w->laid->pages.v[index];
	const struct doc_page *style = laid->style;
	size_t i, n = laid->pieces.n;

	w->page = arena_alloc(w->a, sizeof *w->page);
	if (w->page == NULL)
		return;
	w->page->w = w;
	w->page->index = index;
	w->height = style->height;
	w->font = -1;
	w->colour = DOC_NO_COLOUR;
	buf_reset(&w->out);
	for (i = 0; i < n; i++) {
		const char *artifact = "<</Type/Layout>>";

		if (i == laid->nheader || i == n - laid->nfooter)
			mark_end(w);
		if (i < laid->nheader)
			artifact = "<</Type/Pagination/Subtype/Header>>";
		else if (i >= n - laid->nfooter)
			artifact = "<</Type/Pagination/Subtype/Footer>>";
		put_piece(w, &laid->pieces.v[i], artifact);
	}
	mark_end(w);
	digest_add(&w->digest, w->out.data, w->out.len);
	w->pages[index] = haru_page(w->h, style->width, style->height,
	    w->out.data, w->out.len, put_page_entries, w->page);
}

static void
digest_text(struct digest *digest, const char *text)
{
	if (text != NULL)
		digest_add(digest, text, strlen(text) + 1);
}

static int
write_all(struct writer *w, struct buf *out, struct kl_error *err)
{
	const struct document *doc = w->laid->document;
	size_t i;
	int rc;

	w->resources = haru_object(w->h, put_resources, w);
	for (i = 0; i < w->laid->pages.n && !buf_failed(&w->out); i++)
		write_page(w, i);
	if (buf_failed(&w->out) || arena_failed(w->a) || haru_starved(w->h))
		return kl_error_nomem(err);
	if (w->lost != NULL)
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The font file %s cannot be read. No PDF was made."),
		    w->lost);
	if (w->broken != NULL)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The picture %s is broken and cannot be read. No PDF "
			  "was made. Replace it in the template."),
		    w->broken->source == NULL ? "" : w->broken->source);
	if (!faces_write(w->faces))
		return kl_error_nomem(err);
	digest_text(&w->digest, doc->title);
	digest_text(&w->digest, doc->author);
	digest_text(&w->digest, doc->subject);
	digest_text(&w->digest, doc->created);
	digest_end(&w->digest, w->meta.id);
	w->meta.doc = doc;
	w->meta.title = doc->title;
	if (doc->title == NULL || *doc->title == '\0')
		w->meta.title = outline_title(w->a, w->laid);
	w->meta.tree = tags_write(w->tags, w->h, w->pages);
	w->meta.outline = outline_write(w->a, w->laid, w->h, w->pages);
	w->meta.show_outline =
	    w->meta.outline != 0 && w->laid->pages.n >= OUTLINE_PAGES;
	if ((rc = meta_write(&w->meta, w->h, err)) != 0)
		return rc;
	if (buf_failed(&w->out) || arena_failed(w->a))
		return kl_error_nomem(err);
	return haru_save(w->h, out, err);
}

int
pdf_write(const struct laid_out *laid, struct buf *out, struct kl_error *err)
{
	struct writer w = { .laid = laid };
	int rc;

	buf_init(&w.out, PAGE_MAX);
	digest_init(&w.digest);
	if ((rc = haru_open(&w.h, err)) != 0)
		return rc;
	w.a = arena_new(0);
	if (w.a != NULL) {
		w.pages =
		    arena_alloc(w.a, (laid->pages.n + 1) * sizeof *w.pages);
		w.faces = faces_new(w.a, w.h);
		w.tags = tags_new(w.a, laid->document, laid->pages.n);
	}
	if (w.pages == NULL || w.faces == NULL || w.tags == NULL)
		rc = kl_error_nomem(err);
	else
		rc = write_all(&w, out, err);
	haru_close(w.h);
	arena_free(w.a);
	buf_free(&w.out);
	return rc;
}
