/* SPDX-License-Identifier: EUPL-1.2
 *
 * Reading a schema as tables of what an element may hold, and checking a
 * document against them.  The tables follow the part of RELAX NG that the
 * project's schemas use: named patterns, no name classes, no includes.
 */
#include "config.h"

#include <string.h>
#include <libxml/relaxng.h>

#include "base/file.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "record/shape.h"

#define SCHEMA_MAX_BYTES (1u << 20)
#define PATTERN_MAX_DEPTH 32
#define CHILDREN_MAX 64 /* most names that one element may hold */

/* A name that an element may hold, as a child or an attribute. */
struct slot {
	const char *name;
	bool required, many;
	const xmlNode *pattern; /* its own <element> in the schema */
};

/* What an element may hold. */
struct content {
	VEC(struct slot) children;
	VEC(struct slot) attributes;
	bool text;
};

struct shape {
	struct arena *a;
	xmlDoc *doc; /* the schema; _private of its <element>s: their content */
	xmlRelaxNG *schema;
};

/* Where a pattern stands. */
struct place {
	bool required, many;
	int depth;
};

static void pattern_walk(
    struct shape *s, const xmlNode *parent, struct content *c, struct place at);

static const char *
name_of(const struct shape *s, const xmlNode *pattern)
{
	return xml_attr(s->a, pattern, "name");
}

/* The <define> that ${ref} names, or NULL. */
static const xmlNode *
define_of(const struct shape *s, const xmlNode *ref)
{
	const xmlNode *n;
	const char *name = name_of(s, ref), *other;

	n = xml_child(xmlDocGetRootElement(s->doc), "define");
	for (; n != NULL && name != NULL; n = xml_next(n, "define")) {
		other = name_of(s, n);
		if (other != NULL && strcmp(other, name) == 0)
			return n;
	}
	return NULL;
}

static void
pattern_take(
    struct shape *s, const xmlNode *n, struct content *c, struct place at)
{
	struct slot *slot;
	const xmlNode *define;

	if (xml_is(n, "element") || xml_is(n, "attribute")) {
		slot = xml_is(n, "element") ? vec_push(s->a, &c->children)
					    : vec_push(s->a, &c->attributes);
		if (slot != NULL)
			*slot = (struct slot){ name_of(s, n), at.required,
				at.many, n };
	} else if (xml_is(n, "optional") || xml_is(n, "choice")) {
		at.required = false;
		pattern_walk(s, n, c, at);
	} else if (xml_is(n, "zeroOrMore") || xml_is(n, "oneOrMore")) {
		at.required = at.required && xml_is(n, "oneOrMore");
		at.many = true;
		pattern_walk(s, n, c, at);
	} else if (xml_is(n, "interleave") || xml_is(n, "group")) {
		pattern_walk(s, n, c, at);
	} else if (xml_is(n, "ref")) {
		define = define_of(s, n);
		pattern_walk(s, define, c, at);
	} else if (!xml_is(n, "empty")) {
		c->text = true; /* text, data, value */
	}
}

static void
pattern_walk(
    struct shape *s, const xmlNode *parent, struct content *c, struct place at)
{
	const xmlNode *n;

	if (++at.depth > PATTERN_MAX_DEPTH)
		return;
	for (n = xml_child(parent, NULL); n != NULL; n = xml_next(n, NULL))
		pattern_take(s, n, c, at);
}

/* What the element of ${pattern} may hold, read from the schema once. */
static const struct content *
content_of(struct shape *s, const xmlNode *pattern)
{
	struct content *c = pattern->_private;

	if (c != NULL)
		return c;
	c = arena_alloc(s->a, sizeof *c);
	if (c == NULL)
		return NULL;
	pattern_walk(s, pattern, c, (struct place){ true, false, 0 });
	((xmlNode *)pattern)->_private = c;
	return c;
}

int
shape_open(
    const char *path, struct arena *a, struct shape **out, struct kl_error *err)
{
	struct buf bytes;
	struct shape *s;
	xmlRelaxNGParserCtxt *ctxt = NULL;
	int rc;

	s = arena_alloc(a, sizeof *s);
	rc = file_read(path, SCHEMA_MAX_BYTES, &bytes, err);
	if (rc == 0 && s == NULL)
		rc = kl_error_nomem(err);
	if (rc != 0)
		goto out;
	s->a = a;
	rc = xml_parse(bytes.data, bytes.len, path, &s->doc, err);
	if (rc != 0)
		goto out;
	ctxt = xmlRelaxNGNewDocParserCtxt(s->doc);
	if (ctxt == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	s->schema = xmlRelaxNGParse(ctxt);
	if (s->schema == NULL) {
		rc = kl_error_set(err, KL_E_ENV,
		    KL_N_("%s is not a schema that can be used. Nothing was "
			  "read. Install the program again."),
		    path);
		goto out;
	}
	*out = s;
	s = NULL;
out:
	xmlRelaxNGFreeParserCtxt(ctxt);
	shape_close(s);
	buf_free(&bytes);
	return rc;
}

void
shape_close(struct shape *s)
{
	if (s == NULL)
		return;
	xmlRelaxNGFree(s->schema);
	xmlFreeDoc(s->doc);
}

/* ---- checking ------------------------------------------------------------ */

struct check {
	struct shape *shape;
	const char *file;
	struct kl_faults *faults;
};

static const char *
text_of(const xmlChar *s)
{
	return (const char *)s;
}

/* A fault at ${node}; ${fmt} takes the parent's name, the name and perhaps a
 * third. */
static void
fault(
    struct check *k, const xmlNode *node, const char *field, struct kl_error *e)
{
	kl_error_where(e, k->file, (int)xmlGetLineNo((xmlNode *)node), field);
	kl_faults_add(k->faults, e);
}

#define SLOTS(vec) (vec)->v, (vec)->n

static size_t
slot_find(const struct slot *v, size_t n, const char *name)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (v[i].name != NULL && strcmp(v[i].name, name) == 0)
			break;
	return i;
}

static const char *
slot_nearest(const struct slot *v, size_t n, const char *name)
{
	const char *names[CHILDREN_MAX];
	size_t i;

	if (n > CHILDREN_MAX)
		n = CHILDREN_MAX;
	for (i = 0; i < n; i++)
		names[i] = v[i].name == NULL ? "" : v[i].name;
	return n == 0 ? NULL : utf8_nearest(name, names, n);
}

static void
unknown_element(struct check *k, const struct content *c, const xmlNode *n)
{
	const char *name = text_of(n->name);
	const char *near = slot_nearest(SLOTS(&c->children), name);
	struct kl_error e;

	if (near != NULL)
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The element %s cannot hold an element %s. Did you "
			  "mean %s?"),
		    text_of(n->parent->name), name, near);
	else if (c->children.n > 0)
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The element %s cannot hold an element %s. %s is "
			  "one that it can hold; kansli-exchange(5) lists "
			  "them all."),
		    text_of(n->parent->name), name, c->children.v[0].name);
	else
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The element %s cannot hold an element %s. Remove "
			  "it."),
		    text_of(n->parent->name), name);
	fault(k, n, name, &e);
}

static void
unknown_attribute(struct check *k, const struct content *c, const xmlNode *n,
    const xmlAttr *attr)
{
	const char *name = text_of(attr->name);
	const char *near = slot_nearest(SLOTS(&c->attributes), name);
	struct kl_error e;

	if (near != NULL)
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The element %s has no attribute %s. Did you mean "
			  "%s?"),
		    text_of(n->name), name, near);
	else
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The element %s has no attribute %s. Remove it; "
			  "kansli-exchange(5) lists the attributes."),
		    text_of(n->name), name);
	fault(k, n, name, &e);
}

static void
check_attributes(struct check *k, const struct content *c, const xmlNode *n)
{
	const xmlAttr *attr;
	const struct slot *s;
	struct kl_error e;
	size_t i;

	for (attr = n->properties; attr != NULL; attr = attr->next)
		if (attr->ns != NULL ||
		    slot_find(SLOTS(&c->attributes), text_of(attr->name)) ==
			c->attributes.n)
			unknown_attribute(k, c, n, attr);
	for (i = 0; i < c->attributes.n; i++) {
		s = &c->attributes.v[i];
		if (!s->required || s->name == NULL ||
		    xmlHasProp((xmlNode *)n, BAD_CAST s->name) != NULL)
			continue;
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The element %s lacks its attribute %s. Give it."),
		    text_of(n->name), s->name);
		fault(k, n, s->name, &e);
	}
}

static void
check_missing(struct check *k, const struct content *c, const xmlNode *n,
    const unsigned char *seen)
{
	struct kl_error e;
	size_t i;

	for (i = 0; i < c->children.n && i < CHILDREN_MAX; i++) {
		if (!c->children.v[i].required || seen[i])
			continue;
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The element %s lacks an element %s. Give it."),
		    text_of(n->name), c->children.v[i].name);
		fault(k, n, c->children.v[i].name, &e);
	}
}

static void check_element(
    struct check *k, const struct slot *slot, const xmlNode *n);

static void
check_text(struct check *k, const struct content *c, const xmlNode *text)
{
	const char *s = text_of(text->content);
	struct kl_error e;

	if (c->text || s == NULL || s[strspn(s, " \t\r\n")] == '\0')
		return;
	kl_error_set(&e, KL_E_INPUT,
	    KL_N_("The element %s cannot hold text of its own. Put the text "
		  "in the element that it belongs to."),
	    text_of(text->parent->name));
	fault(k, text->parent, text_of(text->parent->name), &e);
}

static void
check_child(struct check *k, const struct content *c, const xmlNode *n,
    unsigned char *seen)
{
	size_t i;
	struct kl_error e;

	i = n->ns != NULL ? c->children.n
			  : slot_find(SLOTS(&c->children), text_of(n->name));
	if (i == c->children.n || i >= CHILDREN_MAX) {
		unknown_element(k, c, n);
		return;
	}
	if (seen[i] && !c->children.v[i].many) {
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The element %s holds more than one element %s. "
			  "Keep one of them."),
		    text_of(n->parent->name), text_of(n->name));
		fault(k, n, text_of(n->name), &e);
	}
	seen[i] = 1;
	check_element(k, &c->children.v[i], n);
}

static void
check_element(struct check *k, const struct slot *slot, const xmlNode *n)
{
	unsigned char seen[CHILDREN_MAX] = { 0 };
	const struct content *c = content_of(k->shape, slot->pattern);
	const xmlNode *child;

	if (c == NULL)
		return;
	check_attributes(k, c, n);
	for (child = n->children; child != NULL; child = child->next) {
		if (child->type == XML_ELEMENT_NODE)
			check_child(k, c, child, seen);
		else if (child->type == XML_TEXT_NODE)
			check_text(k, c, child);
	}
	check_missing(k, c, n, seen);
}

int
shape_check(
    struct shape *s, xmlDoc *doc, const char *name, struct kl_faults *faults)
{
	struct check k = { s, name, faults };
	struct content start = { 0 };
	struct kl_error e;
	const xmlNode *root = xmlDocGetRootElement(doc);
	size_t i;

	pattern_walk(s, xml_child(xmlDocGetRootElement(s->doc), "start"),
	    &start, (struct place){ true, false, 0 });
	if (arena_failed(s->a) || start.children.n == 0)
		return KL_E_NOMEM;
	i = root->ns != NULL
		? start.children.n
		: slot_find(SLOTS(&start.children), text_of(root->name));
	if (i == start.children.n) {
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The file begins with the element %s instead of %s. "
			  "Is it the right file?"),
		    text_of(root->name), start.children.v[0].name);
		fault(&k, root, text_of(root->name), &e);
		return 0;
	}
	check_element(&k, &start.children.v[i], root);
	return arena_failed(s->a) ? KL_E_NOMEM : 0;
}

/* libxml2's report, as a fault. */
static void
report(void *ctx, const xmlError *x)
{
	struct check *k = ctx;
	struct kl_error e;
	char why[256];
	size_t n;

	if (x == NULL || x->message == NULL)
		return;
	n = strcspn(x->message, "\n");
	if (n > sizeof why - 1)
		n = sizeof why - 1;
	memcpy(why, x->message, n);
	why[n] = '\0';
	kl_error_set(&e, KL_E_INPUT,
	    KL_N_("The file does not follow its schema (%s). "
		  "kansli-exchange(5) says what each element holds."),
	    why);
	kl_error_where(&e, k->file, x->line, NULL);
	kl_faults_add(k->faults, &e);
}

int
shape_validate(
    struct shape *s, xmlDoc *doc, const char *name, struct kl_faults *faults)
{
	struct check k = { s, name, faults };
	size_t before = faults->total;
	struct kl_error e;
	xmlRelaxNGValidCtxt *ctxt = xmlRelaxNGNewValidCtxt(s->schema);
	int rc;

	if (ctxt == NULL)
		return KL_E_NOMEM;
	xmlRelaxNGSetValidStructuredErrors(
	    ctxt, (xmlStructuredErrorFunc)report, &k);
	rc = xmlRelaxNGValidateDoc(ctxt, doc);
	xmlRelaxNGFreeValidCtxt(ctxt);
	if (rc != 0 && faults->total == before) {
		kl_error_set(&e, KL_E_INPUT,
		    KL_N_("The file does not follow its schema. "
			  "kansli-exchange(5) says what each element "
			  "holds."));
		kl_error_where(&e, name, 0, NULL);
		kl_faults_add(faults, &e);
	}
	return 0;
}
