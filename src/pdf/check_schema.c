/* SPDX-License-Identifier: EUPL-1.2
 *
 * Which properties XMP may hold: those of the predefined schemas, and those
 * that the file describes itself in extension schemas (ISO 19005-2, 6.6.2.3).
 */
#include "config.h"

#include <string.h>

#include "base/xml.h"
#include "pdf/check.h"
#include "pdf/check_xmp.h"

#define MAX_DEFINED 5000

/* Kinds of values, a letter each: Text, Integer, Boolean, Date, Bag, Seq,
 * Language alternative, * anything. */
struct known {
	const char *uri, *name;
	char kind;
};

/* The predefined schemas with what each holds; "*": whatever it may be. */
static const struct {
	const char *uri, *names;
} predefined[] = {
	{ XMP_DC,
	    "contributor:b coverage:t creator:s date:s description:l format:t "
	    "identifier:t language:b publisher:b relation:b rights:l source:t "
	    "subject:b title:l type:b " },
	{ XMP_XAP,
	    "Advisory:b BaseURL:t CreateDate:d CreatorTool:t Identifier:b "
	    "Label:t MetadataDate:d ModifyDate:d Nickname:t Rating:i "
	    "Thumbnails:* " },
	{ "http://ns.adobe.com/xap/1.0/rights/",
	    "Certificate:t Marked:B Owner:b UsageTerms:l WebStatement:t " },
	{ "http://ns.adobe.com/xap/1.0/mm/",
	    "DerivedFrom:* DocumentID:t History:* InstanceID:t ManagedFrom:* "
	    "Manager:t ManageTo:t ManageUI:t ManagerVariant:t RenditionClass:t "
	    "RenditionParams:t VersionID:t Versions:* LastURL:t RenditionOf:* "
	    "SaveID:i " },
	{ "http://ns.adobe.com/xap/1.0/bj/", "JobRef:b " },
	{ "http://ns.adobe.com/xap/1.0/t/pg/",
	    "MaxPageSize:* NPages:i Fonts:* Colorants:* PlateNames:s " },
	{ "http://ns.adobe.com/xmp/1.0/DynamicMedia/", "*" },
	{ XMP_PDF, "Keywords:t PDFVersion:t Producer:t Trapped:* " },
	{ "http://ns.adobe.com/photoshop/1.0/", "*" },
	{ "http://ns.adobe.com/camera-raw-settings/1.0/", "*" },
	{ "http://ns.adobe.com/tiff/1.0/", "*" },
	{ "http://ns.adobe.com/exif/1.0/", "*" },
	{ "http://ns.adobe.com/exif/1.0/aux/", "*" },
	{ XMP_A, "part:i amd:t corr:t conformance:t rev:i " },
	{ XMP_EXTENSION, "schemas:* " },
};

/* The fields that each level of an extension schema has. */
#define NS(name) "http://www.aiim.org/pdfa/ns/" name "#"
struct field {
	const char *name;
	char kind;
	bool required;
	enum check_rule rule;
};
struct level {
	const char *uri, *prefix;
	struct field fields[6];
};
enum { SCHEMA, PROPERTY, VALUE_TYPE, FIELD };
static const struct level levels[] = {
	[SCHEMA] = { NS("schema"), "pdfaSchema",
	    { { "schema", 't', true, CHECK_SCHEMA_SCHEMA },
		{ "namespaceURI", 't', true, CHECK_SCHEMA_URI },
		{ "prefix", 't', true, CHECK_SCHEMA_PREFIX },
		{ "property", 's', false, CHECK_SCHEMA_PROPERTY },
		{ "valueType", 's', false, CHECK_SCHEMA_VALUETYPE } } },
	[PROPERTY] = { NS("property"), "pdfaProperty",
	    { { "name", 't', true, CHECK_PROPERTY_NAME },
		{ "valueType", 't', true, CHECK_PROPERTY_TYPE },
		{ "category", 't', true, CHECK_PROPERTY_CATEGORY },
		{ "description", 't', true, CHECK_PROPERTY_DESCRIPTION } } },
	[VALUE_TYPE] = { NS("type"), "pdfaType",
	    { { "type", 't', true, CHECK_TYPE_TYPE },
		{ "namespaceURI", 't', true, CHECK_TYPE_URI },
		{ "prefix", 't', true, CHECK_TYPE_PREFIX },
		{ "description", 't', true, CHECK_TYPE_DESCRIPTION },
		{ "field", 's', false, CHECK_TYPE_FIELD } } },
	[FIELD] = { NS("field"), "pdfaField",
	    { { "name", 't', true, CHECK_FIELD_NAME },
		{ "valueType", 't', true, CHECK_FIELD_TYPE },
		{ "description", 't', true, CHECK_FIELD_DESCRIPTION } } },
};

struct schemas {
	struct check *c;
	VEC(struct known) known;
};

static bool
is_whole(const char *s)
{
	size_t i = *s == '-' || *s == '+' ? 1 : 0, n = strlen(s);

	return n > i && strspn(s + i, "0123456789") == n - i;
}

/* "2026", "2026-11", "2026-11-17", with a time after that. */
static bool
is_date(const char *s)
{
	static const char form[] = "dddd-dd-ddTdd:dd";
	size_t i;

	for (i = 0; form[i] != '\0' && s[i] != '\0'; i++)
		if (form[i] == 'd' ? s[i] < '0' || s[i] > '9' : s[i] != form[i])
			return false;
	return i == 4 || i == 7 || i == 10 || i >= 16;
}

static bool
is_kind(const struct xmp_property *p, char kind)
{
	switch (kind) {
	case 't':
		return p->form == XMP_TEXT;
	case 'i':
		return p->form == XMP_TEXT && is_whole(p->text);
	case 'B':
		return p->form == XMP_TEXT &&
		       (strcmp(p->text, "True") == 0 ||
			   strcmp(p->text, "False") == 0);
	case 'd':
		return p->form == XMP_TEXT && is_date(p->text);
	case 'b':
		return p->form == XMP_BAG;
	case 's':
		return p->form == XMP_SEQ;
	case 'l':
		return p->form == XMP_ALT;
	default:
		return true;
	}
}

/* What a valueType of an extension schema means. */
static char
kind_of(const char *type)
{
	static const struct {
		const char *type;
		char kind;
	} kinds[] = { { "Integer", 'i' }, { "Boolean", 'B' }, { "Date", 'd' },
		{ "Text", 't' }, { "URI", 't' }, { "URL", 't' },
		{ "Lang Alt", 'l' } };
	size_t i;

	for (i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (strcmp(type, kinds[i].type) == 0)
			return kinds[i].kind;
	if (strncmp(type, "bag ", 4) == 0 || strncmp(type, "Bag ", 4) == 0)
		return 'b';
	return strncmp(type, "seq ", 4) == 0 || strncmp(type, "Seq ", 4) == 0
		   ? 's'
		   : '*';
}

/* ---- extension schemas -------------------------------------------------- */

/* The field of a structure, whatever its prefix; NULL if it is not there. */
static const xmlNode *
field_of(const xmlNode *fields, const char *uri, const char *name)
{
	const xmlNode *kid;

	for (kid = xml_child(fields, NULL); kid != NULL;
	     kid = xml_next(kid, NULL))
		if (xmp_is(kid, uri, name))
			return kid;
	return NULL;
}

static void
check_level(struct schemas *s, const xmlNode *fields, const struct level *l)
{
	const xmlNode *kid;
	struct xmp_property p;
	size_t i;

	for (i = 0; l->fields[i].name != NULL; i++) {
		const struct field *f = &l->fields[i];

		if ((kid = field_of(fields, l->uri, f->name)) == NULL) {
			if (f->required)
				report(s->c, f->rule, NULL, f->name);
			continue;
		}
		xmp_property_of(s->c->a, kid, &p);
		if (!is_kind(&p, f->kind) || strcmp(p.prefix, l->prefix) != 0 ||
		    (f->kind == 't' && *p.text == '\0') ||
		    (f->rule == CHECK_PROPERTY_CATEGORY &&
			strcmp(p.text, "internal") != 0 &&
			strcmp(p.text, "external") != 0))
			report(s->c, f->rule, NULL, f->name);
	}
	for (kid = xml_child(fields, NULL); kid != NULL;
	     kid = xml_next(kid, NULL)) {
		for (i = 0; l->fields[i].name != NULL; i++)
			if (xmp_is(kid, l->uri, l->fields[i].name))
				break;
		if (l->fields[i].name == NULL)
			report(s->c, CHECK_SCHEMA_EXTRA, NULL,
			    (const char *)kid->name);
	}
}

/* Call ${each} for the items of a list that is a field. */
static void
each_item(struct schemas *s, const xmlNode *list, const char *uri,
    void (*each)(struct schemas *, const xmlNode *, const char *))
{
	const xmlNode *li;

	if (list == NULL)
		return;
	for (li = xml_child(xml_child(list, NULL), "li"); li != NULL;
	     li = xml_next(li, "li"))
		each(s, xmp_fields(li), uri);
}

static void
read_property(struct schemas *s, const xmlNode *fields, const char *uri)
{
	const xmlNode *name = field_of(fields, NS("property"), "name");
	const xmlNode *type = field_of(fields, NS("property"), "valueType");
	struct known *k;
	char *text;

	check_level(s, fields, &levels[PROPERTY]);
	if (name == NULL || type == NULL || uri == NULL ||
	    s->known.n >= MAX_DEFINED ||
	    (k = vec_push(s->c->a, &s->known)) == NULL)
		return;
	text = xml_text(s->c->a, type);
	*k = (struct known){ uri, xml_text(s->c->a, name),
		kind_of(text == NULL ? "" : text) };
}

static void
read_field(struct schemas *s, const xmlNode *fields, const char *uri)
{
	(void)uri;
	check_level(s, fields, &levels[FIELD]);
}

static void
read_type(struct schemas *s, const xmlNode *fields, const char *uri)
{
	check_level(s, fields, &levels[VALUE_TYPE]);
	each_item(s, field_of(fields, NS("type"), "field"), uri, read_field);
}

static void
read_schema(struct schemas *s, const xmlNode *fields, const char *unused)
{
	const xmlNode *uri = field_of(fields, NS("schema"), "namespaceURI");
	const char *text = uri == NULL ? NULL : xml_text(s->c->a, uri);

	(void)unused;
	check_level(s, fields, &levels[SCHEMA]);
	each_item(
	    s, field_of(fields, NS("schema"), "property"), text, read_property);
	each_item(
	    s, field_of(fields, NS("schema"), "valueType"), text, read_type);
}

/* ---- properties --------------------------------------------------------- */

/* The kind of a predefined property; 0: it is none. */
static char
predefined_kind(const struct xmp_property *p)
{
	size_t i, n = strlen(p->name);
	const char *at;

	for (i = 0; i < sizeof predefined / sizeof *predefined; i++) {
		if (strcmp(predefined[i].uri, p->uri) != 0)
			continue;
		if (predefined[i].names[0] == '*')
			return '*';
		for (at = predefined[i].names; *at != '\0';
		     at = strchr(at, ' ') + 1)
			if (strncmp(at, p->name, n) == 0 && at[n] == ':')
				return at[n + 1];
	}
	return 0;
}

static char
kind_of_property(const struct schemas *s, const struct xmp_property *p)
{
	char kind = predefined_kind(p);
	size_t i;

	for (i = 0; kind == 0 && i < s->known.n; i++)
		if (s->known.v[i].name != NULL &&
		    strcmp(s->known.v[i].uri, p->uri) == 0 &&
		    strcmp(s->known.v[i].name, p->name) == 0)
			kind = s->known.v[i].kind;
	return kind;
}

void
xmp_check_schemas(struct check *c, const struct xmp *xmp)
{
	const struct xmp_property *p;
	struct schemas s = { .c = c };
	size_t i;
	char kind;

	for (i = 0; i < xmp->v.n; i++) {
		p = &xmp->v.v[i];
		if (strcmp(p->uri, XMP_EXTENSION) != 0 ||
		    strcmp(p->name, "schemas") != 0)
			continue;
		if (p->form != XMP_BAG ||
		    strcmp(p->prefix, "pdfaExtension") != 0)
			report(c, CHECK_SCHEMA_BAG, NULL, NULL);
		if (p->node != NULL)
			each_item(&s, p->node, NULL, read_schema);
	}
	for (i = 0; i < xmp->v.n; i++) {
		p = &xmp->v.v[i];
		kind = kind_of_property(&s, p);
		if (kind == 0)
			report(c, CHECK_XMP_UNKNOWN, NULL, p->name);
		else if (!is_kind(p, kind))
			report(c, CHECK_XMP_TYPE, NULL, p->name);
	}
}
