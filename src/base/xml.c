/* SPDX-License-Identifier: EUPL-1.2
 *
 * Hardened reading and small writing of XML.
 */
#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include "base/mem.h"
#include "base/small.h"
#include "base/xml.h"

#define PARSE_FLAGS                                                            \
	(XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |           \
	    XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES)

static void
quiet(void *ctx, const xmlError *e)
{
	(void)ctx;
	(void)e;
}

/* libxml2 survives lack of memory badly: it blames the file, leaves something
 * out or crashes.  So what it lacks the first time comes out of a reserve, and
 * it is remembered that nothing it made since can be trusted. */
#define RESERVE ((size_t)256 << 10)

static void *reserve;
static bool starved;

static void *
hungry_realloc(void *old, size_t n)
{
	void *p = small_realloc(old, n);

	if (p != NULL)
		return p;
	starved = true;
	mem_free(reserve);
	reserve = NULL;
	return small_realloc(old, n);
}

static void *
hungry_malloc(size_t n)
{
	return hungry_realloc(NULL, n);
}

static char *
hungry_strdup(const char *s)
{
	size_t n = strlen(s) + 1;
	char *p = hungry_malloc(n);

	return p == NULL ? NULL : memcpy(p, s, n);
}

bool
xml_starved(void)
{
	return starved;
}

void
xml_starved_forget(void)
{
	starved = false;
	if (reserve == NULL)
		reserve = mem_alloc(RESERVE);
}

void
xml_start(void)
{
	static int done;

	if (done)
		return;
	done = 1;
	xml_starved_forget();
	xmlMemSetup(small_free, hungry_malloc, hungry_realloc, hungry_strdup);
	xmlInitParser();
	xmlSetStructuredErrorFunc(NULL, (xmlStructuredErrorFunc)quiet);
}

/* The greatest depth below ${root}, walking without recursion; stops early when
 * the limit is passed. */
static int
too_deep(const xmlNode *root)
{
	const xmlNode *n = root;
	int depth = 1;

	while (n != NULL) {
		if (depth > XML_MAX_DEPTH)
			return (int)xmlGetLineNo((xmlNode *)n);
		if (n->type == XML_ELEMENT_NODE && n->children != NULL) {
			n = n->children;
			depth++;
			continue;
		}
		while (n != root && n->next == NULL) {
			n = n->parent;
			depth--;
		}
		if (n == root)
			break;
		n = n->next;
	}
	return 0;
}

static int
malformed(xmlParserCtxt *ctxt, const char *name, struct kl_error *err)
{
	const xmlError *e = xmlCtxtGetLastError(ctxt);
	char why[256];
	size_t n;

	snprintf(why, sizeof why, "%s",
	    e == NULL || e->message == NULL ? "?" : e->message);
	n = strlen(why);
	while (n > 0 && (why[n - 1] == '\n' || why[n - 1] == ' '))
		why[--n] = '\0';
	kl_error_set(err, KL_E_INPUT,
	    KL_N_("The file is not well-formed XML (%s). Nothing was read. "
		  "Correct the line and try again."),
	    why);
	kl_error_where(err, name, e == NULL ? 0 : e->line, NULL);
	return KL_E_INPUT;
}

int
xml_parse(const void *bytes, size_t n, const char *name, xmlDoc **out,
    struct kl_error *err)
{
	xmlParserCtxt *ctxt = NULL;
	xmlDoc *doc = NULL;
	int line, rc = KL_E_NOMEM;

	if (n > XML_MAX_BYTES)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The XML is larger than 64 megabytes, which is the "
			  "limit. Nothing was read."));
	ctxt = xmlNewParserCtxt();
	if (ctxt == NULL)
		return kl_error_nomem(err);
	doc = xmlCtxtReadMemory(ctxt, bytes, (int)n, name, NULL, PARSE_FLAGS);
	if (starved || ctxt->errNo == XML_ERR_NO_MEMORY) {
		rc = kl_error_nomem(err);
		goto out;
	}
	if (doc == NULL || !ctxt->wellFormed) {
		rc = malformed(ctxt, name, err);
		goto out;
	}
	if (doc->intSubset != NULL || doc->extSubset != NULL) {
		rc = kl_error_set(err, KL_E_INPUT,
		    KL_N_("The XML has a document type declaration, which is "
			  "not accepted (it could make the program fetch "
			  "other files). Remove it and try again."));
		kl_error_where(err, name, 1, NULL);
		goto out;
	}
	line = too_deep(xmlDocGetRootElement(doc));
	if (line != 0) {
		rc = kl_error_set(err, KL_E_INPUT,
		    KL_N_("The XML is nested deeper than 64 levels, which is "
			  "the limit. Nothing was read."));
		kl_error_where(err, name, line, NULL);
		goto out;
	}
	*out = doc;
	doc = NULL;
	rc = 0;
out:
	xmlFreeDoc(doc);
	xmlFreeParserCtxt(ctxt);
	return rc;
}

int
xml_is(const xmlNode *node, const char *name)
{
	return node != NULL && node->type == XML_ELEMENT_NODE &&
	       (name == NULL || strcmp((const char *)node->name, name) == 0);
}

static xmlNode *
first_named(xmlNode *n, const char *name)
{
	while (n != NULL && !xml_is(n, name))
		n = n->next;
	return n;
}

xmlNode *
xml_child(const xmlNode *node, const char *name)
{
	return node == NULL ? NULL : first_named(node->children, name);
}

xmlNode *
xml_next(const xmlNode *node, const char *name)
{
	return node == NULL ? NULL : first_named(node->next, name);
}

char *
xml_text(struct arena *a, const xmlNode *node)
{
	xmlChar *s;
	char *copy, *r, *w;
	int gap = 0;

	if (node == NULL)
		return NULL;
	s = xmlNodeGetContent(node);
	copy = arena_strdup(a, s == NULL ? "" : (const char *)s);
	xmlFree(s);
	if (copy == NULL)
		return NULL;
	for (r = w = copy; *r != '\0'; r++) {
		if (strchr(" \t\r\n", *r) != NULL) {
			gap = w != copy;
			continue;
		}
		if (gap)
			*w++ = ' ';
		gap = 0;
		*w++ = *r;
	}
	*w = '\0';
	return copy;
}

char *
xml_child_text(struct arena *a, const xmlNode *node, const char *name)
{
	return xml_text(a, xml_child(node, name));
}

char *
xml_attr(struct arena *a, const xmlNode *node, const char *name)
{
	xmlChar *s = xmlGetNoNsProp((xmlNode *)node, BAD_CAST name);
	char *copy = arena_strdup(a, (const char *)s);

	xmlFree(s);
	return copy;
}

xmlNode *
xml_add(xmlNode *parent, const char *name, const char *text)
{
	xmlNode *n;

	if (parent == NULL)
		return NULL;
	if (text != NULL && *text == '\0')
		text = NULL;
	n = xmlNewTextChild(parent, NULL, BAD_CAST name, BAD_CAST text);
	/* when memory runs out, libxml2 leaves the name or the text out */
	if (n != NULL &&
	    (n->name == NULL ||
		(text != NULL &&
		    (n->children == NULL || n->children->content == NULL)))) {
		xmlUnlinkNode(n);
		xmlFreeNode(n);
		n = NULL;
	}
	return n;
}

int
xml_set(xmlNode *node, const char *name, const char *value)
{
	const xmlAttr *a;

	if (value == NULL)
		return 0;
	if (node == NULL)
		return KL_E_NOMEM;
	a = xmlSetProp(node, BAD_CAST name, BAD_CAST value);
	if (a == NULL || a->name == NULL || a->children == NULL ||
	    a->children->content == NULL)
		return KL_E_NOMEM;
	return 0;
}

int
xml_write(xmlDoc *doc, struct buf *out)
{
	xmlChar *bytes = NULL;
	int n = 0;

	xmlDocDumpFormatMemoryEnc(doc, &bytes, &n, "UTF-8", 1);
	if (bytes == NULL)
		return KL_E_NOMEM;
	buf_put(out, bytes, (size_t)n);
	xmlFree(bytes);
	return buf_failed(out) ? KL_E_NOMEM : 0;
}

int
xml_canonical(xmlDoc *doc, struct buf *out)
{
	xmlChar *bytes = NULL;
	int n;

	n = xmlC14NDocDumpMemory(doc, NULL, XML_C14N_1_0, NULL, 0, &bytes);
	if (n < 0)
		return KL_E_NOMEM;
	buf_put(out, bytes, (size_t)n);
	xmlFree(bytes);
	return buf_failed(out) ? KL_E_NOMEM : 0;
}
