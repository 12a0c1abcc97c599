/* SPDX-License-Identifier: EUPL-1.2
 *
 * What the file says about itself: the claims of PDF/UA-1 and PDF/A-2a in XMP
 * (ISO 14289-1, 5; ISO 19005-2, 6.6), the same facts in the information
 * dictionary, the language, the colour profile and an identifier made from the
 * content.  Nothing here may read the clock.
 */
#include "config.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <libxml/xmlwriter.h>

#include "pdf/parts.h"
#include "pdf/put.h"

#define PRODUCER "Kansli " PACKAGE_VERSION
#define XMP_MAX (1u << 20)
#define RDF "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
#define PDFUA "http://www.aiim.org/pdfua/ns/id/"

/* ---- XMP ---------------------------------------------------------------- */

static void
start(xmlTextWriter *w, const char *name)
{
	xmlTextWriterStartElement(w, BAD_CAST name);
}

static void
attribute(xmlTextWriter *w, const char *name, const char *value)
{
	xmlTextWriterWriteAttribute(w, BAD_CAST name, BAD_CAST value);
}

static void
end(xmlTextWriter *w)
{
	xmlTextWriterEndElement(w);
}

static void
element(xmlTextWriter *w, const char *name, const char *text)
{
	if (text != NULL && *text != '\0')
		xmlTextWriterWriteElement(w, BAD_CAST name, BAD_CAST text);
}

/* A value in a container of one: a language alternative or a list. */
static void
contained(xmlTextWriter *w, const char *name, const char *container,
    const char *language, const char *text)
{
	if (text == NULL || *text == '\0')
		return;
	start(w, name);
	start(w, container);
	start(w, "rdf:li");
	if (language != NULL)
		attribute(w, "xml:lang", language);
	xmlTextWriterWriteString(w, BAD_CAST text);
	end(w);
	end(w);
	end(w);
}

/* PDF/A wants each schema beyond its own described: that of PDF/UA. */
static void
write_extension(xmlTextWriter *w)
{
	start(w, "pdfaExtension:schemas");
	start(w, "rdf:Bag");
	start(w, "rdf:li");
	attribute(w, "rdf:parseType", "Resource");
	element(
	    w, "pdfaSchema:schema", "PDF/UA Universal Accessibility Schema");
	element(w, "pdfaSchema:namespaceURI", PDFUA);
	element(w, "pdfaSchema:prefix", "pdfuaid");
	start(w, "pdfaSchema:property");
	start(w, "rdf:Seq");
	start(w, "rdf:li");
	attribute(w, "rdf:parseType", "Resource");
	element(w, "pdfaProperty:name", "part");
	element(w, "pdfaProperty:valueType", "Integer");
	element(w, "pdfaProperty:category", "internal");
	element(w, "pdfaProperty:description",
	    "Indicates, which part of ISO 14289 standard is followed");
	end(w);
	end(w);
	end(w);
	end(w);
	end(w);
	end(w);
}

/* "2026-11-17T16:30:00Z" as it is; a bare day gets midnight. */
static bool
is_instant(const char *s)
{
	static const char form[] = "dddd-dd-ddTdd:dd:dd";
	size_t i;

	for (i = 0; s != NULL && form[i] != '\0'; i++)
		if (form[i] == 'd' ? !isdigit((unsigned char)s[i])
				   : s[i] != form[i])
			return false;
	return s != NULL;
}

/* The zone of an instant: "" or "Z" or "+02:00". */
static const char *
zone_of(const char *instant)
{
	const char *zone = instant + 19;

	if (*zone == '.')
		while (*++zone >= '0' && *zone <= '9')
			;
	return zone;
}

static void
write_description(xmlTextWriter *w, const struct meta *m)
{
	static const char *const spaces[][2] = {
		{ "xmlns:dc", "http://purl.org/dc/elements/1.1/" },
		{ "xmlns:xmp", "http://ns.adobe.com/xap/1.0/" },
		{ "xmlns:pdf", "http://ns.adobe.com/pdf/1.3/" },
		{ "xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/" },
		{ "xmlns:pdfuaid", PDFUA },
		{ "xmlns:pdfaExtension",
		    "http://www.aiim.org/pdfa/ns/extension/" },
		{ "xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#" },
		{ "xmlns:pdfaProperty",
		    "http://www.aiim.org/pdfa/ns/property#" },
	};
	const struct document *doc = m->doc;
	char stamp[32];
	size_t i;

	start(w, "rdf:Description");
	attribute(w, "rdf:about", "");
	for (i = 0; i < sizeof spaces / sizeof *spaces; i++)
		attribute(w, spaces[i][0], spaces[i][1]);
	element(w, "pdfaid:part", "2");
	element(w, "pdfaid:conformance", "A");
	element(w, "pdfuaid:part", "1");
	contained(w, "dc:title", "rdf:Alt", "x-default", m->title);
	contained(w, "dc:creator", "rdf:Seq", NULL, doc->author);
	contained(w, "dc:description", "rdf:Alt", "x-default", doc->subject);
	contained(w, "dc:language", "rdf:Bag", NULL, doc->language);
	element(w, "pdf:Producer", PRODUCER);
	if (is_instant(doc->created)) {
		snprintf(stamp, sizeof stamp, "%.19s%.6s", doc->created,
		    zone_of(doc->created));
		element(w, "xmp:CreateDate", stamp);
		element(w, "xmp:ModifyDate", stamp);
	}
	write_extension(w);
	end(w);
}

/* The packet; empty when memory is out. */
static void
write_xmp(const struct meta *m, struct buf *out)
{
	xmlBuffer *text = xmlBufferCreate();
	xmlTextWriter *w =
	    text == NULL ? NULL : xmlNewTextWriterMemory(text, 0);

	if (w != NULL) {
		xmlTextWriterSetIndent(w, 1);
		start(w, "x:xmpmeta");
		attribute(w, "xmlns:x", "adobe:ns:meta/");
		start(w, "rdf:RDF");
		attribute(w, "xmlns:rdf", RDF);
		write_description(w, m);
		end(w);
		end(w);
		if (xmlTextWriterFlush(w) < 0)
			out->failed = true;
		buf_puts(out, "<?xpacket begin=\"\xef\xbb\xbf\" "
			      "id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n");
		buf_puts(out, (const char *)xmlBufferContent(text));
		buf_puts(out, "<?xpacket end=\"r\"?>");
	}
	out->failed |= w == NULL;
	xmlFreeTextWriter(w);
	xmlBufferFree(text);
}

/* ---- the dictionaries --------------------------------------------------- */

static void
put_root(struct buf *out, const void *context)
{
	const struct meta *m = context;

	buf_puts(out, "/MarkInfo<</Marked true>>\n"
		      "/ViewerPreferences<</DisplayDocTitle true>>\n");
	put_text_entry(
	    out, "Lang", m->doc->language == NULL ? "sv" : m->doc->language);
	buf_printf(
	    out, "/StructTreeRoot %u 0 R/Metadata %u 0 R\n", m->tree, m->xmp);
	buf_printf(out,
	    "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
	    "/OutputConditionIdentifier(sRGB IEC61966-2.1)"
	    "/RegistryName(http://www.color.org)/Info(sRGB IEC61966-2.1)"
	    "/DestOutputProfile %u 0 R>>]\n",
	    m->profile);
	if (m->outline != 0)
		buf_printf(out, "/Outlines %u 0 R\n", m->outline);
	if (m->show_outline)
		buf_puts(out, "/PageMode/UseOutlines\n");
}

/* "D:20261117163000+02'00'" */
static void
put_date(struct buf *out, const char *key, const char *instant)
{
	const char *zone = zone_of(instant);

	buf_printf(out, "/%s(D:%.4s%.2s%.2s%.2s%.2s%.2s", key, instant,
	    instant + 5, instant + 8, instant + 11, instant + 14, instant + 17);
	if (*zone == 'Z')
		buf_puts(out, "Z");
	else if ((*zone == '+' || *zone == '-') && strlen(zone) >= 6)
		buf_printf(out, "%.3s'%.2s'", zone, zone + 4);
	buf_puts(out, ")\n");
}

static void
put_info(struct buf *out, const void *context)
{
	const struct meta *m = context;
	const struct document *doc = m->doc;

	put_text_entry(out, "Title", m->title);
	put_text_entry(out, "Author", doc->author);
	put_text_entry(out, "Subject", doc->subject);
	put_text_entry(out, "Producer", PRODUCER);
	if (is_instant(doc->created)) {
		put_date(out, "CreationDate", doc->created);
		put_date(out, "ModDate", doc->created);
	}
}

static void
put_trailer(struct buf *out, const void *context)
{
	const struct meta *m = context;

	buf_printf(out, "/ID[<%.32s><%.32s>]\n", m->id, m->id);
}

int
meta_write(struct meta *m, struct haru *h, struct kl_error *err)
{
	struct buf xmp, profile;
	int rc = 0;

	buf_init(&xmp, XMP_MAX);
	buf_init(&profile, XMP_MAX);
	write_xmp(m, &xmp);
	profile_write(&profile);
	if (buf_failed(&xmp) || buf_failed(&profile)) {
		rc = kl_error_nomem(err);
		goto out;
	}
	/* not deflated: whoever looks for the claims can read them */
	m->xmp = haru_stream(
	    h, "/Type/Metadata/Subtype/XML\n", xmp.data, xmp.len, false);
	m->profile = haru_stream(h, "/N 3\n", profile.data, profile.len, true);
	haru_root(h, put_root, m);
	haru_info(h, put_info, m);
	haru_trailer(h, put_trailer, m);
out:
	buf_free(&profile);
	buf_free(&xmp);
	return rc;
}
