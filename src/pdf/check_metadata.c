/* SPDX-License-Identifier: EUPL-1.2
 *
 * The metadata: well-formed, saying what the file is, and the same as the
 * older information dictionary says.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "pdf/check.h"
#include "pdf/check_xmp.h"

#define PACKET_MAX ((size_t)8 << 20)

/* <?xpacket begin="..." id="..."?> */
static void
check_packet(struct check *c, const struct pobj *o, const char *data, size_t n)
{
	const char *head = strstr(data, "<?xpacket"), *end, *at;

	if (!utf8_valid(data, n))
		report(c, CHECK_XMP_UTF8, o, NULL);
	if (head == NULL || (end = strstr(head, "?>")) == NULL)
		return;
	at = strstr(head, " bytes=");
	if (at != NULL && at < end)
		report(c, CHECK_XMP_BYTES, o, NULL);
	at = strstr(head, " encoding=");
	if (at != NULL && at < end)
		report(c, CHECK_XMP_ENCODING, o, NULL);
}

/* ---- claims ------------------------------------------------------------- */

static void
check_prefix(struct check *c, const struct xmp *xmp, const char *uri,
    const char *name, const char *prefix, enum check_rule rule)
{
	const struct xmp_property *p = xmp_find(xmp, uri, name);

	if (p != NULL && strcmp(p->prefix, prefix) != 0)
		report(c, rule, NULL, p->prefix);
}

static void
check_claims(struct check *c, const struct xmp *xmp, const struct pobj *o)
{
	const struct xmp_property *part = xmp_find(xmp, XMP_UA, "part");
	const struct xmp_property *level = xmp_find(xmp, XMP_A, "conformance");

	if (part == NULL)
		report(c, CHECK_UA_CLAIM, o, NULL);
	else if (strcmp(part->text, "1") != 0)
		report(c, CHECK_UA_PART, o, part->text);
	check_prefix(c, xmp, XMP_UA, "part", "pdfuaid", CHECK_UA_PART_PREFIX);
	check_prefix(c, xmp, XMP_UA, "amd", "pdfuaid", CHECK_UA_AMD_PREFIX);
	check_prefix(c, xmp, XMP_UA, "corr", "pdfuaid", CHECK_UA_CORR_PREFIX);
	part = xmp_find(xmp, XMP_A, "part");
	if (part == NULL) {
		report(c, CHECK_A_CLAIM, o, NULL);
		return;
	}
	if (strcmp(part->text, "2") != 0)
		report(c, CHECK_A_PART, o, part->text);
	if (level == NULL || strcmp(level->text, "A") != 0)
		report(c, CHECK_A_CONFORMANCE, o,
		    level == NULL ? "-" : level->text);
	check_prefix(c, xmp, XMP_A, "part", "pdfaid", CHECK_A_PART_PREFIX);
	check_prefix(
	    c, xmp, XMP_A, "conformance", "pdfaid", CHECK_A_CONFORMANCE_PREFIX);
	check_prefix(c, xmp, XMP_A, "amd", "pdfaid", CHECK_A_AMD_PREFIX);
	check_prefix(c, xmp, XMP_A, "corr", "pdfaid", CHECK_A_CORR_PREFIX);
}

/* ---- the information dictionary ----------------------------------------- */

/* The next ${n} digits, or ${otherwise} if there are none. */
static long
digits(const char **p, int n, long otherwise)
{
	long v = 0;
	int i;

	for (i = 0; i < n && (*p)[i] >= '0' && (*p)[i] <= '9'; i++)
		v = v * 10 + (*p)[i] - '0';
	if (i < n)
		return otherwise;
	*p += n;
	return v;
}

static void
skip_sign(const char **p, const char *signs)
{
	if (**p != '\0' && strchr(signs, **p) != NULL)
		++*p;
}

/* Minutes and seconds since long ago of a date in either notation, so that they
 * compare; seconds alone may be missing. */
static long long
instant(const char *s)
{
	long year, month, day, hour, minute, second, zone;
	int sign;

	if (strncmp(s, "D:", 2) == 0)
		s += 2;
	year = digits(&s, 4, 0);
	skip_sign(&s, "-");
	month = digits(&s, 2, 1);
	skip_sign(&s, "-");
	day = digits(&s, 2, 1);
	skip_sign(&s, "T");
	hour = digits(&s, 2, 0);
	skip_sign(&s, ":");
	minute = digits(&s, 2, 0);
	skip_sign(&s, ":");
	second = digits(&s, 2, 0);
	if (*s == '.')
		s += 1 + strspn(s + 1, "0123456789");
	sign = *s == '-' ? -1 : 1;
	skip_sign(&s, "+-Z");
	zone = digits(&s, 2, 0) * 60;
	skip_sign(&s, ":'");
	zone += digits(&s, 2, 0);
	return (((year * 12LL + month) * 31 + day) * 1440 + hour * 60 + minute -
		   sign * zone) *
		   60 +
	       second;
}

static void
check_info(struct check *c, const struct xmp *xmp)
{
	static const struct {
		const char *key, *uri, *name;
		bool date;
	} pairs[] = {
		{ "Title", XMP_DC, "title", false },
		{ "Author", XMP_DC, "creator", false },
		{ "Subject", XMP_DC, "description", false },
		{ "Keywords", XMP_PDF, "Keywords", false },
		{ "Creator", XMP_XAP, "CreatorTool", false },
		{ "Producer", XMP_PDF, "Producer", false },
		{ "CreationDate", XMP_XAP, "CreateDate", true },
		{ "ModDate", XMP_XAP, "ModifyDate", true },
	};
	const struct pobj *info = pdf_get(c->pdf, c->pdf->trailer, "Info");
	const struct xmp_property *p;
	const char *text;
	size_t i;

	for (i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		text = pdf_text(c->a, pdf_get(c->pdf, info, pairs[i].key));
		p = xmp_find(xmp, pairs[i].uri, pairs[i].name);
		if (text == NULL || p == NULL)
			continue;
		if (pairs[i].date ? instant(text) != instant(p->text)
				  : strcmp(text, p->text) != 0)
			report(c, CHECK_INFO_EQUAL, info, pairs[i].key);
	}
}

static void
check_title(struct check *c, const struct xmp *xmp, const struct pobj *o)
{
	const struct xmp_property *title = xmp_find(xmp, XMP_DC, "title");
	size_t i;

	if (title == NULL || *title->text == '\0')
		report(c, CHECK_TITLE, o, NULL);
	for (i = 0; i < xmp->v.n && !c->has_lang; i++)
		if (xmp->v.v[i].x_default) {
			report(c, CHECK_XMP_LANGUAGE, o, NULL);
			break;
		}
}

void
check_metadata(struct check *c)
{
	const struct pobj *o = pdf_get(c->pdf, c->pdf->root, "Metadata");
	struct xmp xmp = { 0 };
	unsigned char *data;
	size_t n;

	if (o->type != POBJ_STREAM)
		return; /* said already */
	xml_start();
	data = pdf_data(c->pdf, o, PACKET_MAX, &n);
	if (data != NULL)
		check_packet(c, o, (const char *)data, n);
	if (data == NULL || !xmp_read(c->a, data, n, &xmp)) {
		report(c, CHECK_XMP_FORM, o, NULL);
	} else {
		check_claims(c, &xmp, o);
		check_title(c, &xmp, o);
		check_info(c, &xmp);
		xmp_check_schemas(c, &xmp);
	}
	xmp_free(&xmp);
	mem_free(data);
}
