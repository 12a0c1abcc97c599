/* SPDX-License-Identifier: EUPL-1.2
 *
 * The functions that a template may call, and the evaluation of a path.  They
 * make words of values; none of them reaches outside its arguments.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <libxml/xpathInternals.h>

#include "base/xml.h"
#include "document/words.h"
#include "odf/path.h"

#define MAX_OPERATIONS 2000000	    /* of one field */
#define MAX_ALL_OPERATIONS 50000000 /* of all fields of a document */
#define MAX_LIST_ARGUMENTS 8
#define NO_BREAK_SPACE "\xc2\xa0"

static struct path_setting *
setting_of(xmlXPathParserContext *c)
{
	return c->context->userData;
}

static void
fail(xmlXPathParserContext *c, int code)
{
	xmlXPathSetError(c, code);
}

/* Give back ${text}, or a failure of memory when it is NULL. */
static void
answer(xmlXPathParserContext *c, const char *text)
{
	xmlChar *copy = text == NULL ? NULL : xmlStrdup(BAD_CAST text);

	if (copy == NULL)
		fail(c, XPATH_MEMORY_ERROR);
	else
		valuePush(c, xmlXPathWrapString(copy));
}

/* The only argument as text in the arena; NULL when there is another number of
 * arguments or memory is out. */
static char *
only_text(xmlXPathParserContext *c, int nargs)
{
	xmlChar *s;
	char *copy;

	if (nargs != 1) {
		fail(c, XPATH_INVALID_ARITY);
		return NULL;
	}
	s = xmlXPathPopString(c);
	copy = arena_strdup(setting_of(c)->arena, (const char *)s);
	xmlFree(s);
	if (copy == NULL)
		fail(c, XPATH_MEMORY_ERROR);
	return copy;
}

static void
date(xmlXPathParserContext *c, int nargs, enum words_date form)
{
	struct path_setting *s = setting_of(c);
	char *text = only_text(c, nargs);
	char day_text[11];
	kl_day day;

	if (text == NULL)
		return;
	text += strspn(text, " \t\r\n");
	memset(day_text, 0, sizeof day_text);
	strncpy(day_text, text, 10);
	/* What is no date is the secretary's own wording and stays. */
	if (kl_day_parse(day_text, &day) != 0)
		answer(c, text);
	else
		answer(c, words_date(s->arena, s->language, form, day));
}

static void
fn_date_long(xmlXPathParserContext *c, int nargs)
{
	date(c, nargs, WORDS_LONG);
}

static void
fn_date_short(xmlXPathParserContext *c, int nargs)
{
	date(c, nargs, WORDS_SHORT);
}

static void
fn_date_weekday(xmlXPathParserContext *c, int nargs)
{
	date(c, nargs, WORDS_WEEKDAY);
}

static void
fn_weekday(xmlXPathParserContext *c, int nargs)
{
	date(c, nargs, WORDS_DAY_NAME);
}

static void
fn_time(xmlXPathParserContext *c, int nargs)
{
	struct path_setting *s = setting_of(c);
	char *text = only_text(c, nargs);

	if (text != NULL)
		answer(c, words_time(s->arena, s->language, text));
}

static void
fn_number(xmlXPathParserContext *c, int nargs)
{
	struct path_setting *s = setting_of(c);
	char *text = only_text(c, nargs);

	if (text != NULL)
		answer(c, words_number(s->arena, s->language, text));
}

/* The answer of a function that takes one text and nothing else. */
static void
reworded(xmlXPathParserContext *c, int nargs,
    char *(*reword)(struct arena *, const char *))
{
	struct path_setting *s = setting_of(c);
	char *text = only_text(c, nargs);

	if (text != NULL)
		answer(c, reword(s->arena, text));
}

static void
fn_first_upper(xmlXPathParserContext *c, int nargs)
{
	reworded(c, nargs, words_first_upper);
}

static void
fn_first_lower(xmlXPathParserContext *c, int nargs)
{
	reworded(c, nargs, words_first_lower);
}

static void
fn_genitive(xmlXPathParserContext *c, int nargs)
{
	reworded(c, nargs, words_genitive);
}

/* The texts of ${value}, one for each node, empty ones left out. */
static void
add_texts(struct arena *a, xmlXPathObject *value, text_list *items)
{
	const char *text;
	xmlChar *s;
	int i;

	if (value->type == XPATH_NODESET && value->nodesetval != NULL) {
		for (i = 0; i < value->nodesetval->nodeNr; i++) {
			text = xml_text(a, value->nodesetval->nodeTab[i]);
			if (text != NULL && *text != '\0')
				text_add(a, items, text);
		}
	} else if (value->type != XPATH_NODESET) {
		s = xmlXPathCastToString(value);
		if (s != NULL && *s != '\0')
			text_add(a, items, (const char *)s);
		xmlFree(s);
	}
}

/* The texts of all arguments, in their order. */
static int
all_texts(xmlXPathParserContext *c, int nargs, text_list *items)
{
	xmlXPathObject *values[MAX_LIST_ARGUMENTS];
	struct arena *a = setting_of(c)->arena;
	int i;

	if (nargs < 1 || nargs > MAX_LIST_ARGUMENTS) {
		fail(c, XPATH_INVALID_ARITY);
		return -1;
	}
	for (i = nargs - 1; i >= 0; i--)
		values[i] = valuePop(c);
	for (i = 0; i < nargs; i++) {
		if (values[i] != NULL)
			add_texts(a, values[i], items);
		xmlXPathFreeObject(values[i]);
	}
	return 0;
}

static void
fn_list(xmlXPathParserContext *c, int nargs)
{
	struct path_setting *s = setting_of(c);
	text_list items = { 0 };

	if (all_texts(c, nargs, &items) == 0)
		answer(c, words_list(s->arena, s->language, &items));
}

/* The text of a node's child so named, "" if it has none. */
static const char *
child_text(struct arena *a, const xmlNode *node, const char *name)
{
	const xmlNode *child = xml_child(node, name);
	const char *text = child == NULL ? "" : xml_text(a, child);

	return text == NULL ? "" : text;
}

/* personer(nodes): name and party of each, in a list; a party never stands
 * alone on a line. */
static void
fn_persons(xmlXPathParserContext *c, int nargs)
{
	struct path_setting *s = setting_of(c);
	const char *name, *party;
	text_list items = { 0 };
	xmlXPathObject *nodes;
	int i;

	if (nargs != 1) {
		fail(c, XPATH_INVALID_ARITY);
		return;
	}
	nodes = valuePop(c);
	for (i = 0; nodes != NULL && nodes->type == XPATH_NODESET &&
		    nodes->nodesetval != NULL && i < nodes->nodesetval->nodeNr;
	     i++) {
		name =
		    child_text(s->arena, nodes->nodesetval->nodeTab[i], "namn");
		party = child_text(
		    s->arena, nodes->nodesetval->nodeTab[i], "parti");
		if (*party != '\0')
			name = arena_printf(
			    s->arena, "%s" NO_BREAK_SPACE "(%s)", name, party);
		if (name != NULL && *name != '\0')
			text_add(s->arena, &items, name);
	}
	xmlXPathFreeObject(nodes);
	answer(c, words_list(s->arena, s->language, &items));
}

/* om(condition, then[, otherwise]): words that depend on something, inside a
 * sentence. */
static void
fn_if(xmlXPathParserContext *c, int nargs)
{
	xmlXPathObject *otherwise, *then;
	int yes;

	if (nargs != 2 && nargs != 3) {
		fail(c, XPATH_INVALID_ARITY);
		return;
	}
	otherwise = nargs == 3 ? valuePop(c) : NULL;
	then = valuePop(c);
	yes = xmlXPathPopBoolean(c);
	if (!yes && otherwise == NULL)
		answer(c, "");
	else
		valuePush(c, yes ? then : otherwise);
	xmlXPathFreeObject(yes && nargs == 3 ? otherwise : NULL);
	if (!yes)
		xmlXPathFreeObject(then);
}

/* med(before, value[, after]): a value with words before and after it, or
 * nothing at all where there is no value. */
static void
fn_with(xmlXPathParserContext *c, int nargs)
{
	struct arena *a = setting_of(c)->arena;
	xmlChar *after = NULL, *value, *before;

	if (nargs != 2 && nargs != 3) {
		fail(c, XPATH_INVALID_ARITY);
		return;
	}
	if (nargs == 3)
		after = xmlXPathPopString(c);
	value = xmlXPathPopString(c);
	before = xmlXPathPopString(c);
	if (value == NULL || before == NULL || (nargs == 3 && after == NULL))
		fail(c, XPATH_MEMORY_ERROR);
	else if (*value == '\0')
		answer(c, "");
	else
		answer(c, arena_printf(a, "%s%s%s", (const char *)before,
			      (const char *)value,
			      after == NULL ? "" : (const char *)after));
	xmlFree(after);
	xmlFree(value);
	xmlFree(before);
}

static void
fn_paragraphs(xmlXPathParserContext *c, int nargs)
{
	struct path_setting *s = setting_of(c);
	text_list items = { 0 };
	char *ranges = arena_strdup(s->arena, "");
	size_t i;

	if (all_texts(c, nargs, &items) != 0)
		return;
	for (i = 0; i < items.n && ranges != NULL; i++)
		ranges = arena_printf(s->arena, "%s %s", ranges, items.v[i]);
	answer(c, words_paragraphs(s->arena, s->language, ranges));
}

/* kl-steg(nodes, name): of each node the child elements so named, or else the
 * attribute. */
static void
fn_step(xmlXPathParserContext *c, int nargs)
{
	xmlXPathObject *nodes;
	xmlNodeSet *found;
	xmlNode *node, *child;
	xmlChar *name;
	xmlAttr *at;
	int i, before;

	if (nargs != 2) {
		fail(c, XPATH_INVALID_ARITY);
		return;
	}
	name = xmlXPathPopString(c);
	nodes = valuePop(c);
	found = xmlXPathNodeSetCreate(NULL);
	if (name == NULL || nodes == NULL || found == NULL)
		fail(c, XPATH_MEMORY_ERROR);
	for (i = 0; found != NULL && name != NULL && nodes != NULL &&
		    nodes->type == XPATH_NODESET && nodes->nodesetval != NULL &&
		    i < nodes->nodesetval->nodeNr;
	     i++) {
		node = nodes->nodesetval->nodeTab[i];
		if (node->type != XML_ELEMENT_NODE)
			continue;
		before = found->nodeNr;
		for (child = node->children; child != NULL; child = child->next)
			if (child->type == XML_ELEMENT_NODE &&
			    xmlStrEqual(child->name, name))
				xmlXPathNodeSetAddUnique(found, child);
		at = before == found->nodeNr ? xmlHasProp(node, name) : NULL;
		if (at != NULL)
			xmlXPathNodeSetAddUnique(found, (xmlNode *)at);
	}
	xmlFree(name);
	xmlXPathFreeObject(nodes);
	valuePush(c, xmlXPathWrapNodeSet(found));
}

/* $kN: the node of scope N. */
static xmlXPathObject *
look_up(void *data, const xmlChar *name, const xmlChar *ns)
{
	const struct path_setting *s = data;
	int at;

	if (ns != NULL || name[0] != 'k')
		return NULL;
	at = atoi((const char *)name + 1);
	return at < 0 || at >= *s->depth ? NULL
					 : xmlXPathNewNodeSet(s->nodes[at]);
}

xmlXPathContext *
path_context(xmlDoc *doc, struct path_setting *setting)
{
	static const struct {
		const char *name;
		xmlXPathFunction function;
	} functions[] = { { "datum-lång", fn_date_long },
		{ "datum-kort", fn_date_short },
		{ "datum-veckodag", fn_date_weekday },
		{ "veckodag", fn_weekday }, { "tid", fn_time },
		{ "tal", fn_number }, { "lista", fn_list },
		{ "paragrafer", fn_paragraphs }, { "versal", fn_first_upper },
		{ "gemen", fn_first_lower }, { "genitiv", fn_genitive },
		{ "personer", fn_persons }, { "om", fn_if }, { "med", fn_with },
		{ "kl-steg", fn_step } };
	xmlXPathContext *xp = xmlXPathNewContext(doc);
	size_t i;

	if (xp == NULL)
		return NULL;
	xp->userData = setting;
	xp->opLimit = MAX_OPERATIONS;
	xmlXPathRegisterVariableLookup(xp, look_up, setting);
	for (i = 0; i < sizeof functions / sizeof *functions; i++)
		if (xmlXPathRegisterFunc(xp, BAD_CAST functions[i].name,
			functions[i].function) != 0) {
			xmlXPathFreeContext(xp);
			return NULL;
		}
	return xp;
}

int
path_evaluate(xmlXPathContext *xp, const struct path *path,
    xmlXPathObject **result, struct kl_error *err)
{
	struct path_setting *s = xp->userData;

	xp->opCount = 0;
	xmlResetError(&xp->lastError);
	*result = xmlXPathCompiledEval(path->compiled, xp);
	s->operations += xp->opCount;
	if (*result != NULL && s->operations <= MAX_ALL_OPERATIONS)
		return 0;
	xmlXPathFreeObject(*result);
	*result = NULL;
	if (arena_failed(s->arena) || xp->lastError.code == XML_ERR_NO_MEMORY)
		return kl_error_nomem(err);
	return kl_error_set(err, KL_E_INPUT,
	    KL_N_("The template has a field that cannot be worked out, "
		  "\"%s\". Nothing was made. Simplify or correct the field."),
	    path->source);
}
