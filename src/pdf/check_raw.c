/* SPDX-License-Identifier: EUPL-1.2
 *
 * The bytes of the file: head, end, and how objects and streams are written
 * (ISO 19005-2, 6.1).  Everything else works on what qpdf made of them.
 */
#include "config.h"

#include <ctype.h>
#include <string.h>

#include "pdf/check.h"

#define RENEW 2000 /* objects after which memory is given back */

/* A place in the file. */
struct scan {
	struct check *c;
	const unsigned char *start, *at, *end;
	struct arena *a; /* for what is parsed and thrown away */
	size_t nobjects;
};

static bool
is_eol(int c)
{
	return c == '\n' || c == '\r';
}

/* Bytes of the line end at ${p}; 0: there is none. */
static size_t
eol_at(const unsigned char *p, const unsigned char *end)
{
	if (p >= end || !is_eol(*p))
		return 0;
	return *p == '\r' && end - p > 1 && p[1] == '\n' ? 2 : 1;
}

static bool
has_text(const unsigned char *p, const unsigned char *end, const char *text)
{
	size_t n = strlen(text);

	return (size_t)(end - p) >= n && memcmp(p, text, n) == 0;
}

static void
check_head(struct check *c)
{
	const unsigned char *p = c->pdf->bytes, *end = p + c->pdf->nbytes;
	bool good = end - p > 9 && memcmp(p, "%PDF-1.", 7) == 0 &&
		    p[7] >= '0' && p[7] <= '7' && eol_at(p + 8, end) > 0;
	int i;

	if (!good)
		report(c, CHECK_HEADER, NULL, NULL);
	while (p < end && !is_eol(*p))
		p++;
	p += eol_at(p, end);
	good = end - p > 5 && *p == '%';
	for (i = 1; good && i <= 4; i++)
		good = p[i] > 127;
	if (!good)
		report(c, CHECK_BINARY, NULL, NULL);
}

static void
check_end(struct check *c)
{
	const unsigned char *start = c->pdf->bytes, *p,
			    *end = start + c->pdf->nbytes;

	for (p = end - 5; p > start; p--)
		if (has_text(p, end, "%%EOF"))
			break;
	if (p <= start)
		return;
	p += 5;
	p += eol_at(p, end);
	if (p != end)
		report(c, CHECK_AFTER_END, NULL, NULL);
}

static void
check_trailer(struct check *c)
{
	const struct pobj *id = pdf_get(c->pdf, c->pdf->trailer, "ID");

	if (id->type != POBJ_ARRAY || id->n < 2 ||
	    pdf_at(c->pdf, id, 0)->n == 0 || pdf_at(c->pdf, id, 1)->n == 0)
		report(c, CHECK_FILE_ID, NULL, NULL);
	if (c->pdf->encrypted)
		report(c, CHECK_ENCRYPTED, NULL, NULL);
}

/* ---- objects as they stand ---------------------------------------------- */

/* "12 0 obj" ends at ${obj} + 3; its number, or 0.  Says if the spacing is
 * right, and where the number begins. */
static unsigned
head_of(const struct scan *s, const unsigned char *obj, bool *neat)
{
	const unsigned char *p = obj, *stop;
	unsigned long number = 0, unit = 1;
	int part;

	*neat = true;
	for (part = 0; part < 2; part++) {
		stop = p;
		while (p > s->start && plex_is_space(p[-1]))
			p--;
		if (p == stop)
			return 0;
		*neat = *neat && stop - p == 1;
		stop = p;
		for (number = 0, unit = 1;
		     p > s->start && isdigit(p[-1]) && stop - p < 9; p--) {
			number += unit * (unsigned)(p[-1] - '0');
			unit *= 10;
		}
		if (p == stop)
			return 0;
	}
	*neat = *neat && (p == s->start || is_eol(p[-1])) &&
		eol_at(obj + 3, s->end) > 0;
	return (unsigned)number;
}

static const unsigned char *
find(const unsigned char *p, const unsigned char *end, const char *text)
{
	size_t n = strlen(text);

	if ((size_t)(end - p) < n)
		return NULL;
	return memmem(p, (size_t)(end - p), text, n);
}

/* The data after the keyword at s->at. */
static void
scan_stream(struct scan *s, const struct pobj *dict)
{
	const struct pobj *o = pdf_get(s->c->pdf, dict, "Length");
	const unsigned char *data = s->at + 6, *p;
	size_t eol = eol_at(data, s->end);
	bool neat = eol > 0 && !(eol == 1 && *data == '\r');

	data += eol;
	p = NULL;
	if (o->type == POBJ_INT && o->integer >= 0 &&
	    o->integer <= s->end - data)
		p = data + o->integer;
	if (p != NULL && has_text(p + eol_at(p, s->end), s->end, "endstream")) {
		neat = neat &&
		       (eol_at(p, s->end) > 0 || (p > data && is_eol(p[-1])));
		/* a line end within the data is not one before the keyword */
		if (eol_at(p, s->end) == 0)
			neat = false;
		p += eol_at(p, s->end);
	} else {
		report(s->c, CHECK_STREAM_LENGTH, dict, NULL);
		p = find(data, s->end, "endstream");
	}
	if (!neat)
		report(s->c, CHECK_STREAM_SPACE, dict, NULL);
	s->at = p == NULL ? s->end : p + 9;
}

/* One object, from after its "obj". */
static void
scan_object(struct scan *s, unsigned number)
{
	struct plex l = { s->at, s->end, s->a, number, true, false, false, 0 };
	struct pobj o = { .number = number };

	plex_next(&l, &o);
	s->at = l.at;
	if (l.hex_odd)
		report(s->c, CHECK_HEX_ODD, &o, NULL);
	if (l.hex_sign)
		report(s->c, CHECK_HEX_SIGN, &o, NULL);
	while (s->at < s->end && plex_is_space(*s->at))
		s->at++;
	if (has_text(s->at, s->end, "stream")) {
		scan_stream(s, &o);
		while (s->at < s->end && plex_is_space(*s->at))
			s->at++;
	}
	if (!has_text(s->at, s->end, "endobj") || s->at == s->start)
		return;
	if (!is_eol(s->at[-1]) || eol_at(s->at + 6, s->end) == 0)
		report(s->c, CHECK_OBJECT_SPACE, &o, NULL);
	s->at += 6;
}

static void
scan_xref(struct scan *s)
{
	const unsigned char *p = s->start;

	while ((p = find(p, s->end, "xref")) != NULL) {
		if (p > s->start && is_eol(p[-1])) {
			size_t eol = eol_at(p + 4, s->end);

			if (eol == 0 || p + 4 + eol >= s->end ||
			    !isdigit(p[4 + eol]))
				report(s->c, CHECK_XREF_SPACE, NULL, NULL);
		}
		p += 4;
	}
}

void
check_raw(struct check *c)
{
	struct scan s = { c, c->pdf->bytes, c->pdf->bytes,
		c->pdf->bytes + c->pdf->nbytes, arena_new(256u << 20), 0 };
	const unsigned char *p;
	unsigned number;
	bool neat;

	check_head(c);
	check_end(c);
	check_trailer(c);
	if (c->pdf->encrypted || !(c->standards & KL_PDF_A)) {
		arena_free(s.a);
		return;
	}
	while (s.a != NULL && (p = find(s.at, s.end, "obj")) != NULL) {
		s.at = p + 3;
		if ((number = head_of(&s, p, &neat)) == 0)
			continue;
		if (!neat)
			report(c, CHECK_OBJECT_SPACE,
			    &(struct pobj){ .number = number }, NULL);
		scan_object(&s, number);
		if (++s.nobjects % RENEW == 0) {
			arena_free(s.a);
			s.a = arena_new(256u << 20);
		}
	}
	arena_free(s.a);
	scan_xref(&s);
}
