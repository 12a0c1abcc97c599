/* SPDX-License-Identifier: EUPL-1.2
 *
 * XSLT under lock: the style sheets may call the words of dates and ranges and
 * nothing else.  Includes are resolved here, from the one folder, so that
 * libxslt never opens a file.  One limit is libxslt's: it may crash when memory
 * runs out inside a transformation; files on disk stay whole.
 */
#include "config.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <libxml/xmlsave.h>
#include <libxml/xpathInternals.h>
#include <libxslt/extensions.h>
#include <libxslt/extra.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>

#include "base/file.h"
#include "base/mem.h"
#include "base/xml.h"
#include "document/words.h"
#include "publish/style.h"

#define STYLE_MAX (1u << 20)	 /* bytes of one style sheet */
#define STYLE_OPS 50000000ul	 /* XPath operations for one page */
#define STYLE_ARENA (64ul << 20) /* bytes of words for one page */
#define PAGE_MAX (64ul << 20)	 /* bytes of one page */

struct style {
	xsltStylesheet *sheet;
	xsltSecurityPrefs *prefs;
	char *language;
};

/* What is alive during one transformation. */
struct run {
	struct arena *a;
	const char *language;
	char why[256]; /* the first complaint */
};

/* ---- the functions of the style sheets ----------------------------------- */

static struct run *
run_of(xmlXPathParserContext *ctxt)
{
	xsltTransformContext *t = xsltXPathGetTransformContext(ctxt);

	return t == NULL ? NULL : t->_private;
}

static void
give(xmlXPathParserContext *ctxt, const char *text)
{
	if (text != NULL)
		valuePush(ctxt, xmlXPathNewString(BAD_CAST text));
	else
		xmlXPathErr(ctxt, XPATH_MEMORY_ERROR);
}

static enum words_date
form_of(const char *name)
{
	static const struct {
		const char *name;
		enum words_date form;
	} forms[] = { { "kort", WORDS_SHORT }, { "veckodag", WORDS_WEEKDAY },
		{ "dagnamn", WORDS_DAY_NAME }, { "knapp", WORDS_BRIEF } };
	size_t i;

	for (i = 0; i < sizeof forms / sizeof *forms; i++)
		if (strcmp(name, forms[i].name) == 0)
			return forms[i].form;
	return WORDS_LONG;
}

static void
call_date(xmlXPathParserContext *ctxt, int nargs)
{
	struct run *run = run_of(ctxt);
	xmlChar *form, *text;
	kl_day day;

	if (nargs != 2 || run == NULL) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	form = xmlXPathPopString(ctxt);
	text = xmlXPathPopString(ctxt);
	if (form == NULL || text == NULL)
		give(ctxt, NULL);
	else if (kl_day_parse((const char *)text, &day) != 0)
		give(ctxt, "");
	else
		give(ctxt, words_date(run->a, run->language,
			       form_of((const char *)form), day));
	xmlFree(form);
	xmlFree(text);
}

/* The functions of one text. */
static void
call_text(xmlXPathParserContext *ctxt, int nargs)
{
	const char *name = (const char *)ctxt->context->function, *out;
	struct run *run = run_of(ctxt);
	xmlChar *arg;
	char *text;

	if (nargs != 1 || run == NULL) {
		xmlXPathSetArityError(ctxt);
		return;
	}
	arg = xmlXPathPopString(ctxt);
	text = arena_strdup(run->a, (const char *)arg);
	xmlFree(arg);
	if (text == NULL)
		out = NULL;
	else if (strcmp(name, "tid") == 0)
		out = words_time(run->a, run->language, text);
	else if (strcmp(name, "paragrafer") == 0)
		out = words_paragraphs(run->a, run->language, text);
	else if (strcmp(name, "stor") == 0)
		out = words_first_upper(run->a, text);
	else
		out = words_bind(run->a, text);
	give(ctxt, out);
}

static int
offer_functions(xsltTransformContext *t)
{
	static const char *const names[] = { "tid", "paragrafer", "stor",
		"bind" };
	size_t i;

	if (xsltRegisterExtFunction(t, BAD_CAST "datum",
		BAD_CAST STYLE_NAMESPACE, call_date) != 0 ||
	    xsltRegisterExtFunction(t, BAD_CAST "noder",
		BAD_CAST STYLE_NAMESPACE, xsltFunctionNodeSet) != 0)
		return -1;
	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (xsltRegisterExtFunction(t, BAD_CAST names[i],
			BAD_CAST STYLE_NAMESPACE, call_text) != 0)
			return -1;
	return 0;
}

/* ---- reading and compiling ----------------------------------------------- */

/* libxslt complains through this: keep the first line. */
static void note(void *ctx, const char *fmt, ...)
    __attribute__((format(printf, 2, 3)));

static void
note(void *ctx, const char *fmt, ...)
{
	struct run *run = ctx;
	size_t have = strlen(run->why);
	va_list ap;

	if (have > 0 && run->why[have - 1] == '\n')
		return;
	va_start(ap, fmt);
	vsnprintf(run->why + have, sizeof run->why - have, fmt, ap);
	va_end(ap);
}

static int
bad_style(const char *folder, struct run *run, struct kl_error *err)
{
	size_t n = strcspn(run->why, "\n");

	if (n == 0) /* libxslt has no words when memory is out */
		return kl_error_nomem(err);
	run->why[n] = '\0';
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("The pages' style sheets in %s are wrong (%s). Correct them "
		  "and publish again."),
	    folder, run->why);
}

static int
read_sheet(
    const char *folder, const char *name, xmlDoc **doc, struct kl_error *err)
{
	char path[4096];
	struct buf b;
	int rc;

	if (strspn(name, "abcdefghijklmnopqrstuvwxyz-.") != strlen(name) ||
	    name[0] == '.' ||
	    snprintf(path, sizeof path, "%s/%s", folder, name) >=
		(int)sizeof path)
		return kl_error_set(err, KL_E_INPUT,
		    KL_N_("The style sheet %s cannot be included: its name may "
			  "have only small letters, hyphens and dots."),
		    name);
	rc = file_read(path, STYLE_MAX, &b, err);
	if (rc == 0)
		rc = xml_parse(b.data, b.len, path, doc, err);
	buf_free(&b);
	return rc;
}

static bool
is_include(const xmlNode *n)
{
	return xml_is(n, "include") && n->ns != NULL &&
	       xmlStrEqual(n->ns->href, XSLT_NAMESPACE);
}

/* Put the content of the sheet that ${include} names in its place. */
static int
include_sheet(const char *folder, xmlNode *include, struct kl_error *err)
{
	xmlChar *href = xmlGetNoNsProp(include, BAD_CAST "href");
	xmlDoc *doc = NULL;
	xmlNode *n, *copy;
	int rc;

	rc = read_sheet(
	    folder, href == NULL ? "?" : (const char *)href, &doc, err);
	xmlFree(href);
	if (rc != 0)
		return rc;
	n = xmlDocGetRootElement(doc)->children;
	for (; rc == 0 && n != NULL; n = n->next) {
		if (n->type != XML_ELEMENT_NODE)
			continue;
		copy = xmlDocCopyNode(n, include->doc, 1);
		if (copy == NULL || xmlAddPrevSibling(include, copy) == NULL)
			rc = kl_error_nomem(err);
	}
	xmlFreeDoc(doc);
	xmlUnlinkNode(include);
	xmlFreeNode(include);
	return rc;
}

static int
assemble(const char *folder, xmlDoc **out, struct kl_error *err)
{
	xmlNode *n, *next;
	xmlDoc *doc = NULL;
	int rc;

	rc = read_sheet(folder, "site.xsl", &doc, err);
	if (rc != 0)
		return rc;
	n = xml_child(xmlDocGetRootElement(doc), NULL);
	for (; rc == 0 && n != NULL; n = next) {
		next = xml_next(n, NULL);
		if (is_include(n))
			rc = include_sheet(folder, n, err);
	}
	if (rc != 0)
		xmlFreeDoc(doc);
	else
		*out = doc;
	return rc;
}

/* Nothing may be read or written from a style sheet. */
static xsltSecurityPrefs *
forbid_all(void)
{
	static const xsltSecurityOption options[] = { XSLT_SECPREF_READ_FILE,
		XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
		XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK };
	xsltSecurityPrefs *prefs = xsltNewSecurityPrefs();
	size_t i;

	for (i = 0; prefs != NULL && i < sizeof options / sizeof *options; i++)
		if (xsltSetSecurityPrefs(
			prefs, options[i], xsltSecurityForbid) != 0) {
			xsltFreeSecurityPrefs(prefs);
			return NULL;
		}
	return prefs;
}

static int
compile(struct style *style, const char *folder, struct kl_error *err)
{
	struct run run = { 0 };
	xmlDoc *doc = NULL;
	int rc;

	rc = assemble(folder, &doc, err);
	if (rc != 0)
		return rc;
	xsltSetGenericErrorFunc(&run, note);
	style->sheet = xsltParseStylesheetDoc(doc);
	xsltSetGenericErrorFunc(NULL, NULL);
	if (style->sheet == NULL) {
		xmlFreeDoc(doc);
		return bad_style(folder, &run, err);
	}
	/* from here on the sheet owns doc */
	return style->sheet->errors == 0 ? 0 : bad_style(folder, &run, err);
}

int
style_load(const char *folder, const char *language, struct style **out,
    struct kl_error *err)
{
	struct style *style = mem_alloc(sizeof *style);
	size_t n = strlen(language) + 1;
	int rc = KL_E_NOMEM;

	if (style == NULL)
		return kl_error_nomem(err);
	xml_start();
	style->language = mem_alloc(n);
	style->prefs = forbid_all();
	if (style->language == NULL || style->prefs == NULL) {
		rc = kl_error_nomem(err);
		goto out;
	}
	memcpy(style->language, language, n);
	rc = compile(style, folder, err);
out:
	if (rc != 0)
		style_free(style);
	else
		*out = style;
	return rc;
}

void
style_free(struct style *style)
{
	if (style == NULL)
		return;
	xsltFreeStylesheet(style->sheet);
	xsltFreeSecurityPrefs(style->prefs);
	mem_free(style->language);
	mem_free(style);
}

/* ---- applying ------------------------------------------------------------ */

int
style_apply(
    struct style *style, xmlDoc *page, xmlDoc **out, struct kl_error *err)
{
	struct run run = { .language = style->language };
	xsltTransformContext *t = NULL;
	xmlDoc *result = NULL;
	int rc = KL_E_NOMEM;

	run.a = arena_new(STYLE_ARENA);
	if (run.a != NULL)
		t = xsltNewTransformContext(style->sheet, page);
	if (t == NULL || offer_functions(t) != 0 ||
	    xsltSetCtxtSecurityPrefs(style->prefs, t) != 0) {
		kl_error_nomem(err);
		goto out;
	}
	t->_private = &run;
	t->opLimit = STYLE_OPS;
	xsltSetTransformErrorFunc(t, &run, note);
	result =
	    xsltApplyStylesheetUser(style->sheet, page, NULL, NULL, NULL, t);
	if (arena_failed(run.a) || xml_starved()) {
		kl_error_nomem(err);
		goto out;
	}
	if (result == NULL || t->state != XSLT_STATE_OK) {
		rc = bad_style("templates/web", &run, err);
		goto out;
	}
	*out = result;
	result = NULL;
	rc = 0;
out:
	xmlFreeDoc(result);
	if (t != NULL)
		xsltFreeTransformContext(t);
	arena_free(run.a);
	return rc;
}

/* Elements that begin on a line of their own. */
static bool
is_block(const xmlNode *n)
{
	static const char *const blocks =
	    " html head body meta link title "
	    "header nav main footer aside section "
	    "article div h1 h2 h3 h4 h5 h6 p ul "
	    "ol li dl dt dd table caption thead "
	    "tbody tr th td ";
	char word[16];

	if (n->type != XML_ELEMENT_NODE ||
	    snprintf(word, sizeof word, " %s ", (const char *)n->name) >=
		(int)sizeof word)
		return false;
	return strstr(blocks, word) != NULL;
}

/* The node after ${n} in document order below ${root}, or NULL. */
static xmlNode *
following(xmlNode *root, xmlNode *n)
{
	if (n->type == XML_ELEMENT_NODE && n->children != NULL)
		return n->children;
	while (n != root && n->next == NULL)
		n = n->parent;
	return n == root ? NULL : n->next;
}

/* A line break before each block: it shows nowhere, and keeps lines short. */
static int
break_lines(xmlNode *root)
{
	xmlNode *n, *text;

	for (n = root; n != NULL; n = following(root, n)) {
		if (n == root || !is_block(n))
			continue;
		text = xmlNewText(BAD_CAST "\n");
		if (text == NULL || xmlAddPrevSibling(n, text) == NULL) {
			xmlFreeNode(text);
			return -1;
		}
	}
	return 0;
}

int
style_html(xmlDoc *result, struct buf *out)
{
	xmlNode *root = xmlDocGetRootElement(result);
	xmlSaveCtxt *save;
	xmlBuffer *bytes;
	int rc = KL_E_NOMEM;

	bytes = xmlBufferCreate();
	if (bytes == NULL)
		return KL_E_NOMEM;
	save =
	    xmlSaveToBuffer(bytes, "UTF-8", XML_SAVE_XHTML | XML_SAVE_NO_DECL);
	if (save == NULL || root == NULL || break_lines(root) != 0)
		goto out;
	if (xmlSaveTree(save, root) < 0)
		goto out;
	rc = xmlSaveClose(save);
	save = NULL;
	if (rc < 0 || xmlBufferLength(bytes) > (int)PAGE_MAX) {
		rc = KL_E_NOMEM;
		goto out;
	}
	buf_puts(out, "<!DOCTYPE html>\n");
	buf_put(out, xmlBufferContent(bytes), (size_t)xmlBufferLength(bytes));
	buf_putc(out, '\n');
	rc = buf_failed(out) ? KL_E_NOMEM : 0;
out:
	if (save != NULL)
		xmlSaveClose(save);
	xmlBufferFree(bytes);
	return rc;
}
