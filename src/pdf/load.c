/* SPDX-License-Identifier: EUPL-1.2
 *
 * From a file to objects with qpdf: cross references (mended where broken),
 * object streams, decryption and decoding are qpdf's.  The one file here that
 * uses its interface.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <qpdf/qpdf-c.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "pdf/object.h"

#define MAX_OBJECTS 2000000u
#define MAX_PAGES 20000
#define MAX_TREE 64 /* levels of the page tree */
#define ARENA_MAX ((size_t)768 << 20)
#define DECODE_MAX ((size_t)512 << 20) /* all streams of a file together */

static const struct pobj nothing = { .type = POBJ_NULL, .text = "" };

const struct pobj *
pdf_real(const struct pdf *pdf, const struct pobj *o)
{
	int hops;

	for (hops = 0; o != NULL && o->type == POBJ_REF && hops < 8; hops++)
		o = o->integer > 0 && o->integer < pdf->count
			? pdf->objects[o->integer]
			: NULL;
	return o == NULL || o->type == POBJ_REF ? &nothing : o;
}

bool
pobj_is_dict(const struct pobj *o)
{
	return o->type == POBJ_DICT || o->type == POBJ_STREAM;
}

const struct pobj *
pobj_entry(const struct pobj *o, const char *key)
{
	size_t i;

	if (!pobj_is_dict(o))
		return NULL;
	for (i = 0; i < o->n; i++)
		if (strcmp(o->items[2 * i].text, key) == 0)
			return &o->items[2 * i + 1];
	return NULL;
}

const struct pobj *
pdf_get(const struct pdf *pdf, const struct pobj *o, const char *key)
{
	return pdf_real(pdf, pobj_entry(pdf_real(pdf, o), key));
}

const struct pobj *
pdf_at(const struct pdf *pdf, const struct pobj *o, size_t i)
{
	o = pdf_real(pdf, o);
	return o->type == POBJ_ARRAY && i < o->n ? pdf_real(pdf, &o->items[i])
						 : &nothing;
}

unsigned
pdf_number_of(const struct pobj *o, const char *key)
{
	const struct pobj *value = pobj_entry(o, key);

	return value != NULL && value->type == POBJ_REF && value->integer > 0
		   ? (unsigned)value->integer
		   : 0;
}

bool
pobj_is(const struct pobj *o, const char *name)
{
	return o->type == POBJ_NAME && strcmp(o->text, name) == 0;
}

bool
pobj_is_number(const struct pobj *o)
{
	return o->type == POBJ_INT || o->type == POBJ_REAL;
}

bool
pobj_has(const struct pdf *pdf, const struct pobj *o, const char *key)
{
	return pdf_get(pdf, o, key)->type != POBJ_NULL;
}

const char *
pobj_name(const struct pobj *o)
{
	return o->type == POBJ_NAME ? o->text : "";
}

/* ---- reading ------------------------------------------------------------ */

/* The text of an object, parsed.  NULL when memory is out. */
static const struct pobj *
parse(struct pdf *pdf, const char *text, size_t n, unsigned number)
{
	struct plex l = { (const unsigned char *)text,
		(const unsigned char *)text + n, pdf->a, number, true, false,
		false, 0 };
	struct pobj *o = arena_alloc(pdf->a, sizeof *o);

	if (o == NULL)
		return NULL;
	plex_next(&l, o);
	return o;
}

static const struct pobj *
read_handle(struct pdf *pdf, qpdf_oh oh, unsigned number)
{
	bool stream = qpdf_oh_is_stream(pdf->qpdf, oh);
	qpdf_oh dict = stream ? qpdf_oh_get_dict(pdf->qpdf, oh) : oh;
	const char *text = qpdf_oh_unparse_resolved(pdf->qpdf, dict);
	size_t n = qpdf_get_last_string_length(pdf->qpdf);
	const struct pobj *o;
	struct pobj *copy;

	if (qpdf_has_error(pdf->qpdf)) {
		(void)qpdf_get_error(pdf->qpdf);
		return NULL;
	}
	o = parse(pdf, text, n, number);
	if (stream && o != NULL && o->type == POBJ_DICT) {
		copy = arena_alloc(pdf->a, sizeof *copy);
		if (copy != NULL) {
			*copy = *o;
			copy->type = POBJ_STREAM;
		}
		o = copy;
	}
	return o;
}

static int
read_objects(struct pdf *pdf)
{
	const struct pobj *size = pdf_get(pdf, pdf->trailer, "Size");
	qpdf_oh oh;
	unsigned i;

	pdf->count = size->type != POBJ_INT || size->integer < 1 ? 1
		     : size->integer > MAX_OBJECTS		 ? MAX_OBJECTS
						   : (unsigned)size->integer;
	/* more than the file has room for are not there */
	if (pdf->count / 200 > pdf->nbytes)
		pdf->count = (unsigned)pdf->nbytes * 200;
	pdf->objects = arena_alloc(pdf->a, pdf->count * sizeof *pdf->objects);
	if (pdf->objects == NULL)
		return -1;
	for (i = 1; i < pdf->count && !arena_failed(pdf->a); i++) {
		oh = qpdf_get_object_by_id(pdf->qpdf, (int)i, 0);
		if (qpdf_has_error(pdf->qpdf)) {
			(void)qpdf_get_error(pdf->qpdf);
			continue;
		}
		pdf->objects[i] = read_handle(pdf, oh, i);
		qpdf_oh_release_all(pdf->qpdf);
	}
	return arena_failed(pdf->a) ? -1 : 0;
}

/* The pages, in order; ${seen} stops a tree that bites its tail. */
static void
read_pages(struct pdf *pdf, const struct pobj *node, bool *seen, int depth)
{
	const struct pobj *kids = pdf_get(pdf, node, "Kids");
	size_t i;

	if (depth > MAX_TREE || pdf->npages >= MAX_PAGES ||
	    !pobj_is_dict(node) || node->number >= pdf->count ||
	    seen[node->number])
		return;
	seen[node->number] = true;
	if (kids->type != POBJ_ARRAY) {
		pdf->pages[pdf->npages++] = node;
		return;
	}
	for (i = 0; i < kids->n; i++)
		read_pages(pdf, pdf_at(pdf, kids, i), seen, depth + 1);
}

static int
read_all(struct pdf *pdf)
{
	qpdf_oh oh = qpdf_get_trailer(pdf->qpdf);
	bool *seen;

	pdf->encrypted = qpdf_is_encrypted(pdf->qpdf);
	pdf->trailer = read_handle(pdf, oh, 0);
	if (pdf->trailer == NULL)
		return -1;
	if (read_objects(pdf) != 0)
		return -1;
	pdf->damaged = qpdf_more_warnings(pdf->qpdf);
	pdf->root = pdf_get(pdf, pdf->trailer, "Root");
	pdf->pages = arena_alloc(pdf->a, MAX_PAGES * sizeof *pdf->pages);
	seen = arena_alloc(pdf->a, pdf->count * sizeof *seen);
	if (pdf->pages == NULL || seen == NULL)
		return -1;
	read_pages(pdf, pdf_get(pdf, pdf->root, "Pages"), seen, 0);
	return 0;
}

/* qpdf writes what it thinks to standard error unless told where to. */
static void
be_quiet(qpdf_data q)
{
	qpdflogger_handle log = qpdflogger_create();

	qpdflogger_set_info(log, qpdf_log_dest_discard, NULL, NULL);
	qpdflogger_set_warn(log, qpdf_log_dest_discard, NULL, NULL);
	qpdflogger_set_error(log, qpdf_log_dest_discard, NULL, NULL);
	qpdf_set_logger(q, log);
	qpdflogger_cleanup(&log);
	qpdf_silence_errors(q);
	qpdf_set_suppress_warnings(q, QPDF_TRUE);
}

static int
refuse(qpdf_data q, struct kl_error *err)
{
	qpdf_error e = qpdf_has_error(q) ? qpdf_get_error(q) : NULL;

	if (e != NULL && qpdf_get_error_code(q, e) == qpdf_e_password)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("It could not be read: it is protected by a "
			  "password."));
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("It could not be read: it is not a PDF file, or it is "
		  "broken."));
}

int
pdf_open(const void *bytes, size_t n, struct pdf **out, struct kl_error *err)
{
	struct pdf *pdf = mem_alloc(sizeof *pdf);
	qpdf_data q;
	int rc = 0;

	if (pdf == NULL)
		return kl_error_nomem(err);
	pdf->bytes = bytes;
	pdf->nbytes = n;
	pdf->left = DECODE_MAX;
	pdf->a = arena_new(ARENA_MAX);
	pdf->qpdf = q = qpdf_init();
	if (pdf->a == NULL || q == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	be_quiet(q);
	if (qpdf_read_memory(q, "", bytes, n, NULL) & QPDF_ERRORS) {
		rc = refuse(q, err);
		goto out;
	}
	if (read_all(pdf) != 0) {
		rc = kl_error_set(err, KL_E_INPUT,
		    KL_N_("It could not be read: it is too large or too "
			  "tangled."));
		goto out;
	}
	if (!pobj_is_dict(pdf->root) || pdf->npages == 0)
		rc = kl_error_set(err, KL_E_INPUT,
		    KL_N_("It could not be read: it has no pages."));
out:
	if (rc != 0) {
		pdf_close(pdf);
		pdf = NULL;
	}
	*out = pdf;
	return rc;
}

void
pdf_close(struct pdf *pdf)
{
	qpdf_data q;

	if (pdf == NULL)
		return;
	q = pdf->qpdf;
	if (q != NULL)
		qpdf_cleanup(&q);
	arena_free(pdf->a);
	mem_free(pdf);
}

/* ---- data --------------------------------------------------------------- */

static unsigned char *
stream_data(struct pdf *pdf, const struct pobj *stream, bool decode, size_t max,
    size_t *n)
{
	unsigned char *data = NULL, *copy = NULL;
	QPDF_BOOL decoded = QPDF_FALSE;
	size_t len = 0;
	qpdf_oh oh;
	int rc;

	*n = 0;
	if (stream->type != POBJ_STREAM || stream->number == 0 || max == 0)
		return NULL;
	oh = qpdf_get_object_by_id(pdf->qpdf, (int)stream->number, 0);
	rc = qpdf_oh_get_stream_data(pdf->qpdf, oh,
	    decode ? qpdf_dl_generalized : qpdf_dl_none, &decoded, &data, &len);
	if (qpdf_has_error(pdf->qpdf))
		(void)qpdf_get_error(pdf->qpdf);
	qpdf_oh_release_all(pdf->qpdf);
	if (!(rc & QPDF_ERRORS) && data != NULL && (!decode || decoded) &&
	    len <= max && len <= pdf->left)
		copy = mem_alloc(len + 1);
	if (copy != NULL) {
		memcpy(copy, data, len);
		pdf->left -= len;
		*n = len;
	}
	free(data); /* qpdf's, from malloc */
	return copy;
}

unsigned char *
pdf_data(struct pdf *pdf, const struct pobj *stream, size_t max, size_t *n)
{
	return stream_data(pdf, stream, true, max, n);
}

unsigned char *
pdf_raw(struct pdf *pdf, const struct pobj *stream, size_t max, size_t *n)
{
	return stream_data(pdf, stream, false, max, n);
}

/* PDFDocEncoding where it is not Latin-1 (ISO 32000-1, D.2). */
static unsigned
pdfdoc(unsigned char c)
{
	static const unsigned short low[] = { 0x02d8, 0x02c7, 0x02c6, 0x02d9,
		0x02dd, 0x02db, 0x02da, 0x02dc };
	static const unsigned short high[] = { 0x2022, 0x2020, 0x2021, 0x2026,
		0x2014, 0x2013, 0x0192, 0x2044, 0x2039, 0x203a, 0x2212, 0x2030,
		0x201e, 0x201c, 0x201d, 0x2018, 0x2019, 0x201a, 0x2122, 0xfb01,
		0xfb02, 0x0141, 0x0152, 0x0160, 0x0178, 0x017d, 0x0131, 0x0142,
		0x0153, 0x0161, 0x017e, 0xfffd, 0x20ac };

	if (c >= 0x18 && c <= 0x1f)
		return low[c - 0x18];
	return c >= 0x80 && c <= 0xa0 ? high[c - 0x80] : c;
}

static uint32_t
utf16(const unsigned char *s, size_t n, size_t *i)
{
	uint32_t u = (uint32_t)s[*i] << 8 | s[*i + 1], v;

	*i += 2;
	if (u < 0xd800 || u > 0xdbff || *i + 1 >= n)
		return u >= 0xd800 && u <= 0xdfff ? 0xfffd : u;
	v = (uint32_t)s[*i] << 8 | s[*i + 1];
	if (v < 0xdc00 || v > 0xdfff)
		return 0xfffd;
	*i += 2;
	return 0x10000 + ((u - 0xd800) << 10) + (v - 0xdc00);
}

const char *
pdf_text(struct arena *a, const struct pobj *o)
{
	const unsigned char *s = (const unsigned char *)o->text;
	size_t n = o->n > 32767 ? 32767 : o->n, i, at = 0;
	char *out;

	if (o->type != POBJ_STRING)
		return NULL;
	if (n >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0)
		return arena_strndup(a, o->text + 3, n - 3);
	if ((out = arena_alloc(a, n * 3 + 1)) == NULL)
		return NULL;
	if (n >= 2 && s[0] == 0xfe && s[1] == 0xff) {
		for (i = 2; i + 1 < n;)
			at += utf8_put(utf16(s, n, &i), out + at);
	} else {
		for (i = 0; i < n; i++)
			at += utf8_put(pdfdoc(s[i]), out + at);
	}
	out[at] = '\0';
	return out;
}
