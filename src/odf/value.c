/* SPDX-License-Identifier: EUPL-1.2
 *
 * Values put into the document: texts with their line breaks and spaces, and
 * pictures in their frames.
 */
#include "config.h"

#include <string.h>

#include "odf/fill.h"

#define MAX_INSERTED ((size_t)64 << 20)

/* ${s} without white space at its ends and without carriage returns. */
static const char *
trimmed(struct arena *a, const char *s)
{
	size_t n;
	char *copy, *r, *w;

	s += strspn(s, " \t\r\n");
	n = strlen(s);
	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		n--;
	copy = arena_strndup(a, s, n);
	for (r = w = copy; copy != NULL && *r != '\0'; r++)
		if (*r != '\r')
			*w++ = *r;
	if (copy != NULL)
		*w = '\0';
	return copy;
}

int
fill_value(struct filler *f, const struct path *path, const char **text)
{
	xmlXPathObject *o = NULL;
	xmlChar *s;
	int rc;

	f->xp->node = f->nodes[f->depth - 1];
	f->xp->proximityPosition = f->position[f->depth - 1];
	f->xp->contextSize = f->size[f->depth - 1];
	rc = path_evaluate(f->xp, path, &o, f->err);
	if (rc != 0) {
		kl_error_where(f->err, f->odf->name, 0, path->source);
		return rc;
	}
	s = xmlXPathCastToString(o);
	*text = s == NULL ? NULL : trimmed(f->a, (const char *)s);
	xmlFree(s);
	xmlXPathFreeObject(o);
	if (*text == NULL)
		return kl_error_nomem(f->err);
	f->inserted += strlen(*text);
	if (f->inserted > MAX_INSERTED)
		return kl_error_set(f->err, KL_E_INPUT,
		    KL_N_("The filled document becomes larger than 64 "
			  "megabytes, which is the limit. Nothing was made."));
	return 0;
}

static int
insert_text(struct filler *f, xmlNode *place, const char *s, size_t n)
{
	xmlNode *node;

	if (n == 0)
		return 0;
	node = xmlNewDocTextLen(f->odf->doc, BAD_CAST s, (int)n);
	if (node == NULL)
		return kl_error_nomem(f->err);
	odf_insert_before(place, node);
	return 0;
}

static int
insert_element(struct filler *f, xmlNode *place, const char *name, size_t count)
{
	xmlNode *node = odf_element(f->odf, name);
	char *number;

	if (node == NULL)
		return kl_error_nomem(f->err);
	odf_insert_before(place, node);
	if (count < 2)
		return 0;
	number = arena_printf(f->a, "%zu", count);
	if (number == NULL || odf_set(node, "text:c", number) != 0)
		return kl_error_nomem(f->err);
	return 0;
}

int
fill_insert(struct filler *f, xmlNode *place, const char *s)
{
	bool fresh = false; /* at the beginning of a line that we began */
	size_t n, spaces;
	int rc = 0;

	while (*s != '\0' && rc == 0) {
		n = strcspn(s, " \t\n");
		/* A single space inside a line is a letter like others. */
		while (s[n] == ' ' && s[n + 1] != ' ' && !(fresh && n == 0))
			n += 1 + strcspn(s + n + 1, " \t\n");
		if (n > 0) {
			rc = insert_text(f, place, s, n);
			s += n;
			fresh = false;
			continue;
		}
		if (*s == ' ') {
			spaces = strspn(s, " ");
			if (!fresh)
				rc = insert_text(f, place, " ", 1);
			if (rc == 0)
				rc = insert_element(
				    f, place, "text:s", spaces - !fresh);
			s += spaces;
			fresh = false;
			continue;
		}
		rc = insert_element(
		    f, place, *s == '\n' ? "text:line-break" : "text:tab", 1);
		fresh = true;
		s++;
	}
	return rc;
}

/* ---- pictures ---- */

static const struct odf_picture *
picture_named(const struct filler *f, const char *name)
{
	const struct odf_fill_options *o = f->options;
	size_t i, n;

	if (o == NULL || name == NULL)
		return NULL;
	n = strcspn(name, "#");
	for (i = 0; i < o->npictures; i++)
		if (strlen(o->pictures[i].name) == n &&
		    strncmp(o->pictures[i].name, name, n) == 0)
			return &o->pictures[i];
	return NULL;
}

/* Write a length in points without the locale's decimal sign. */
static int
set_length(struct filler *f, xmlNode *node, const char *name, double pt)
{
	long milli = (long)(pt * 1000 + 0.5);
	char *text =
	    arena_printf(f->a, "%ld.%03ldpt", milli / 1000, milli % 1000);

	if (text == NULL || odf_set(node, name, text) != 0)
		return kl_error_nomem(f->err);
	return 0;
}

/* The template's frame is the space that there is; the picture keeps its own
 * proportions inside it. */
static int
fit(struct filler *f, xmlNode *frame, const struct odf_picture *p)
{
	double w, h, scale;
	unsigned pw, ph;
	int rc;

	if (!odf_length(odf_attr(frame, "svg:width"), &w) ||
	    !odf_length(odf_attr(frame, "svg:height"), &h) || w <= 0 ||
	    h <= 0 || !odf_image_size(p->bytes, p->n, &pw, &ph))
		return 0;
	scale = w / pw < h / ph ? w / pw : h / ph;
	odf_unset(frame, "style:rel-width");
	odf_unset(frame, "style:rel-height");
	rc = set_length(f, frame, "svg:width", pw * scale);
	return rc == 0 ? set_length(f, frame, "svg:height", ph * scale) : rc;
}

/* The alternative text, in svg:title; a description would be another one. */
static int
describe(struct filler *f, xmlNode *frame, const char *alt)
{
	xmlNode *title, *text;

	if (alt == NULL)
		return 0;
	odf_drop(odf_child(frame, "svg:title"));
	odf_drop(odf_child(frame, "svg:desc"));
	title = odf_element(f->odf, "svg:title");
	if (title == NULL)
		return kl_error_nomem(f->err);
	xmlAddChild(frame, title);
	text = xmlNewDocText(f->odf->doc, BAD_CAST alt);
	if (text == NULL)
		return kl_error_nomem(f->err);
	xmlAddChild(title, text);
	return 0;
}

int
fill_picture(struct filler *f, xmlNode *frame)
{
	const char *name = odf_attr(frame, "draw:name"), *path;
	const struct odf_picture *p = picture_named(f, name);
	xmlNode *image;
	int rc;

	if (p == NULL || p->n == 0)
		return 0;
	path = odf_add_image(f->odf, p->bytes, p->n);
	if (path == NULL && arena_failed(f->odf->arena))
		return kl_error_nomem(f->err);
	if (path == NULL)
		return kl_error_set(f->err, KL_E_INPUT,
		    KL_N_("The picture %s is neither PNG nor JPEG. Nothing was "
			  "made. Save the picture as PNG and try again."),
		    name);
	image = odf_child(frame, "draw:image");
	if (image == NULL) {
		image = odf_element(f->odf, "draw:image");
		if (image == NULL)
			return kl_error_nomem(f->err);
		if (frame->children == NULL)
			xmlAddChild(frame, image);
		else
			odf_insert_before(frame->children, image);
	}
	if (odf_set(image, "xlink:href", path) != 0 ||
	    odf_set(image, "xlink:type", "simple") != 0 ||
	    odf_set(image, "xlink:show", "embed") != 0 ||
	    odf_set(image, "xlink:actuate", "onLoad") != 0)
		return kl_error_nomem(f->err);
	rc = fit(f, frame, p);
	return rc == 0 ? describe(f, frame, p->alt) : rc;
}
