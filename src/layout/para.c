/* SPDX-License-Identifier: EUPL-1.2
 *
 * A paragraph as runs: consecutive text that one face can draw.  A character
 * that no face has is replaced by a visible sign and noted, so that nothing
 * ever shows as an empty box of the font.
 */
#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "layout/flow.h"

#define TEXT_MAX (16u << 20)
#define SIZE_MIN 1.0
#define SIZE_MAX_PT 300.0
#define REPLACEMENT 0xfffdu

static const struct doc_text_style plain_text = {
	.family = "Open Sans",
	.size = 10.5,
};

static const struct doc_para_style plain_para = {
	.box = { .background = DOC_NO_COLOUR },
	.text = { .family = "Open Sans", .size = 10.5 },
};

/* What to draw when a face lacks the first: spaces and hyphens that differ in
 * width or in behaviour alone. */
static const uint32_t alike[][2] = {
	{ 0x202f, 0xa0 },
	{ 0x2007, 0xa0 },
	{ 0x2002, ' ' },
	{ 0x2003, ' ' },
	{ 0x2009, ' ' },
	{ 0x2010, '-' },
	{ 0x2011, '-' },
	{ 0x2212, 0x2013 },
	{ 0xa0, ' ' },
};

const struct doc_para_style *
para_style(const struct doc_node *node)
{
	return node == NULL || node->para == NULL ? &plain_para : node->para;
}

static bool
is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp < 0xa0) ||
	       (cp >= 0x200c && cp <= 0x200f) ||
	       (cp >= 0x2028 && cp <= 0x202e) ||
	       (cp >= 0x2061 && cp <= 0x206f) ||
	       (cp >= 0xfe00 && cp <= 0xfe0f) || cp == 0xfeff;
}

/* What ${face} can draw in place of ${cp}: itself, something alike, or 0. */
static uint32_t
drawable(const struct font_face *face, uint32_t cp)
{
	size_t i;

	if (fonts_has(face, cp))
		return cp;
	for (i = 0; i < sizeof alike / sizeof *alike; i++)
		if (alike[i][0] == cp && fonts_has(face, alike[i][1]))
			return alike[i][1];
	return 0;
}

static void
note_missing(struct flow *f, const struct doc_node *node, uint32_t cp)
{
	struct kl_error note;
	char code[16];

	snprintf(code, sizeof code, "U+%04X", (unsigned)cp);
	if (node->source == NULL)
		kl_error_set(&note, 0,
		    KL_N_("The character %s is in no installed font and is "
			  "shown as a replacement sign."),
		    code);
	else
		kl_error_set(&note, 0,
		    KL_N_("The character %s is in no installed font and is "
			  "shown as a replacement sign: %s."),
		    code, node->source);
	flow_note(f, &note);
}

/* The code point to draw for ${cp} and the face that has it. */
static uint32_t
choose(struct flow *f, const struct doc_node *node,
    const struct font_face *base, uint32_t cp, const struct font_face **face)
{
	const struct font_face *other;
	uint32_t out;

	*face = base;
	if ((out = drawable(base, cp)) != 0)
		return out;
	if ((other = fonts_fallback(f->fonts, base, cp)) != NULL) {
		*face = other;
		return cp;
	}
	note_missing(f, node, cp);
	if (fonts_has(base, REPLACEMENT))
		return REPLACEMENT;
	other = fonts_fallback(f->fonts, base, REPLACEMENT);
	if (other != NULL)
		*face = other;
	return other != NULL ? REPLACEMENT : '?';
}

static struct run *
run_add(struct flow *f, struct para *p, const struct run *like)
{
	struct run *run = vec_push(f->a, &p->runs);

	if (run == NULL)
		return NULL;
	*run = *like;
	run->start = run->end = p->text.len;
	return run;
}

static void
put(struct para *p, struct run *run, uint32_t cp)
{
	char bytes[4];

	buf_put(&p->text, bytes, utf8_put(cp, bytes));
	run->end = p->text.len;
}

/* The look of an inline. */
static struct run
look_of(struct flow *f, const struct para *p, const struct doc_node *node,
    const struct doc_node *link)
{
	const struct doc_text_style *style =
	    node->style != NULL ? node->style : &p->style->text;

	if (style->family == NULL && style->size == 0)
		style = &plain_text;
	return (struct run){
		.face = fonts_face(
		    f->fonts, style->family, style->bold, style->italic),
		.size = fmax(SIZE_MIN,
		    fmin(style->size == 0 ? plain_text.size : style->size,
			SIZE_MAX_PT)),
		.colour = style->colour,
		.underline = style->underline,
		.language =
		    style->language == NULL ? f->language : style->language,
		.strike = style->strike,
		.rise = style->rise,
		.node = node,
		.link = link,
	};
}

/* How many bytes of ${text} are letters and signs of ASCII that the face has:
 * nearly all of most texts, to be taken together. */
static size_t
simple_bytes(const struct font_face *face, const char *text)
{
	size_t n = 0;

	while (text[n] > ' ' && text[n] < 0x7f &&
	       fonts_has(face, (unsigned char)text[n]))
		n++;
	return n;
}

/* Text into runs, a new one at each change of face. */
static void
read_text(struct flow *f, struct para *p, const struct doc_node *node,
    const struct doc_node *link, const char *text)
{
	struct run like = look_of(f, p, node, link);
	const struct font_face *base = like.face, *face;
	struct run *run = run_add(f, p, &like);
	struct kl_error note;
	uint32_t cp, out;
	size_t k, simple;

	for (; run != NULL && (k = utf8_next(text, &cp)) > 0; text += k) {
		simple = run->face == base ? simple_bytes(base, text) : 0;
		if (simple > 0) {
			buf_put(&p->text, text, simple);
			run->end = p->text.len;
			k = simple;
			continue;
		}
		if (cp == '\n' || cp == '\r')
			cp = ' ';
		if (cp == '\t' || cp == ' ' || break_ignored(cp)) {
			put(p, run, cp);
			continue;
		}
		if (is_control(cp))
			continue;
		out = choose(f, node, base, cp, &face);
		if (face != run->face) {
			like.face = face;
			if ((run = run_add(f, p, &like)) == NULL)
				return;
		}
		put(p, run, out);
		if (cp == 0x2011 && out != cp)
			put(p, run, 0x2060); /* still no end of line */
	}
	if (strcasecmp(base->family, base->found) == 0)
		return;
	kl_error_set(&note, 0,
	    KL_N_("The font %s is not installed; %s is used."), base->family,
	    base->found);
	flow_note(f, &note);
}

/* A picture or drawing as a run of its own, no larger than the page. */
static void
put_picture(struct flow *f, struct para *p, const struct doc_node *node,
    const struct doc_node *link, double room)
{
	struct run like = look_of(f, p, node, link), *run;
	double scale = 1;

	if (!(node->width > 0) || !(node->height > 0))
		return;
	if (room > 0 && node->width > room)
		scale = room / node->width;
	if (f->height > 0 && node->height * scale > f->height)
		scale = f->height / node->height;
	like.width = node->width * scale;
	like.height = node->height * scale;
	if ((run = run_add(f, p, &like)) != NULL)
		put(p, run, 0xfffc);
}

static void
read_image(struct flow *f, struct para *p, const struct doc_node *node,
    const struct doc_node *link, double room)
{
	struct image_info info;
	const char *why = image_check(node->bytes, node->nbytes, &info);
	struct kl_error note;

	if (why != NULL) {
		kl_error_set(
		    &note, 0, "%s", node->source == NULL ? "" : node->source);
		note.text = why;
		flow_note(f, &note);
		read_text(f, p, node, link, node->alt == NULL ? "" : node->alt);
		return;
	}
	put_picture(f, p, node, link, room);
}

static void
read_number(struct flow *f, struct para *p, const struct doc_node *node,
    const struct doc_node *link)
{
	char digits[24];
	struct reference *r;

	if (node->kind == DOC_PAGE_REFERENCE) {
		if ((r = vec_push(f->a, &f->references)) == NULL)
			return;
		r->node = node;
		r->shown = refer_text(f->known, node);
		read_text(f, p, node, link, r->shown);
		return;
	}
	snprintf(digits, sizeof digits, "%zu",
	    node->kind == DOC_PAGE_NUMBER ? f->page : f->pages);
	read_text(f, p, node, link, digits);
}

static void
read_inlines(struct flow *f, struct para *p, const struct doc_node *parent,
    const struct doc_node *link, double room, int depth)
{
	const struct doc_node *node;
	struct mark *mark;
	struct run like, *run;

	if (depth > FLOW_MAX_DEPTH) {
		f->deep = true;
		return;
	}
	for (node = parent->first; node != NULL; node = node->next) {
		switch (node->kind) {
		case DOC_TEXT:
			read_text(f, p, node, link,
			    node->text == NULL ? "" : node->text);
			break;
		case DOC_PAGE_NUMBER:
		case DOC_PAGE_COUNT:
		case DOC_PAGE_REFERENCE:
			read_number(f, p, node, link);
			break;
		case DOC_TAB:
		case DOC_BREAK:
			like = look_of(f, p, node, link);
			if ((run = run_add(f, p, &like)) != NULL)
				put(p, run,
				    node->kind == DOC_TAB ? '\t' : '\n');
			break;
		case DOC_IMAGE:
			read_image(f, p, node, link, room);
			break;
		case DOC_FIGURE:
			put_picture(f, p, node, link, room);
			break;
		case DOC_BOOKMARK:
			if ((mark = vec_push(f->a, &p->bookmarks)) != NULL)
				*mark = (struct mark){ node, p->text.len };
			break;
		case DOC_NOTE:
			if ((mark = vec_push(f->a, &p->bookmarks)) != NULL)
				*mark = (struct mark){ node, p->text.len };
			read_text(f, p, node, node,
			    node->text == NULL ? "*" : node->text);
			break;
		default: /* a link, or something unknown with text in it */
			read_inlines(f, p, node,
			    node->kind == DOC_LINK ? node : link, room,
			    depth + 1);
			break;
		}
	}
}

void
para_read(
    struct flow *f, const struct doc_node *node, double room, struct para *p)
{
	memset(p, 0, sizeof *p);
	if (f->nspare > 0) {
		*p = f->spare[--f->nspare];
		p->runs.n = p->atoms.n = p->lines.n = p->bookmarks.n = 0;
		buf_reset(&p->text);
	} else {
		buf_init(&p->text, TEXT_MAX);
	}
	p->node = node;
	p->style = para_style(node);
	if (node != NULL && node->kind == DOC_FIGURE) /* as a block */
		put_picture(f, p, node, NULL, room);
	else if (node != NULL)
		read_inlines(f, p, node, NULL, room, 0);
	f->lost |= buf_failed(&p->text);
	break_atoms(f, p);
}

void
para_free(struct flow *f, struct para *p)
{
	if (f->nspare < FLOW_SPARE)
		f->spare[f->nspare++] = *p;
	else
		buf_free(&p->text);
}

void
para_forget(struct flow *f)
{
	while (f->nspare > 0)
		buf_free(&f->spare[--f->nspare].text);
}
