/* SPDX-License-Identifier: EUPL-1.2
 *
 * The data beside the templates keeps step with the record: each field has a
 * description and none is superfluous, what repeats is what the schema repeats,
 * the invented meetings follow the schema and give every field a value.
 */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <cmocka.h>
#include <libxml/hash.h>

#include "base/file.h"
#include "base/xml.h"
#include "odf/odf.h"
#include "record/record.h"

#define SHARE SRCDIR "/templates/"

static struct arena *a;

static int
set_up(void **state)
{
	(void)state;
	xml_start();
	a = arena_new(0);
	return a == NULL;
}

static int
tear_down(void **state)
{
	(void)state;
	arena_free(a);
	return 0;
}

static xmlDoc *
read_xml(const char *path)
{
	struct kl_error err;
	xmlDoc *doc = NULL;
	struct buf in;

	assert_int_equal(file_read(path, 1 << 22, &in, &err), 0);
	assert_int_equal(xml_parse(in.data, in.len, path, &doc, &err), 0);
	buf_free(&in);
	return doc;
}

static bool
is_field(const char *path)
{
	const char *const *names;
	size_t i, n;

	record_field_names(&names, &n);
	for (i = 0; i < n; i++)
		if (strcmp(names[i], path) == 0)
			return true;
	return false;
}

static void
every_field_has_words(void **state)
{
	xmlDoc *doc = read_xml(SHARE "falt.xml");
	const xmlNode *n;
	const char *const *names;
	const char *path, *text;
	size_t i, nnames;

	(void)state;
	record_field_names(&names, &nnames);
	n = xml_child(xmlDocGetRootElement(doc), "fält");
	for (i = 0; n != NULL; n = xml_next(n, "fält"), i++) {
		path = xml_attr(a, n, "väg");
		text = xml_text(a, n);
		if (path == NULL || !is_field(path))
			fail_msg(
			    "falt.xml describes %s, which is no field", path);
		if (text == NULL || strlen(text) < 2)
			fail_msg("%s is not described", path);
		if (i >= nnames || strcmp(path, names[i]) != 0)
			fail_msg("%s has no line in falt.xml, in the order of "
				 "names.c",
			    i < nnames ? names[i] : path);
	}
	if (i < nnames)
		fail_msg("%s has no line in falt.xml", names[i]);
	xmlFreeDoc(doc);
}

static void
every_function_has_words(void **state)
{
	xmlDoc *doc = read_xml(SHARE "falt.xml");
	xmlDoc *sample = read_xml(SHARE "sample.xml");
	struct odf_fill_options options = { .language = "sv" };
	const char *const *names, *const *known, *result, *source;
	struct kl_error err;
	const xmlNode *node;
	size_t i, n, nknown;

	(void)state;
	odf_functions(&names, &n);
	record_field_names(&known, &nknown);
	node = xml_child(xmlDocGetRootElement(doc), "funktion");
	for (i = 0; node != NULL; node = xml_next(node, "funktion"), i++) {
		assert_true(i < n);
		assert_string_equal(xml_attr(a, node, "namn"), names[i]);
		source = xml_attr(a, node, "exempel");
		if (odf_evaluate(xmlDocGetRootElement(sample), source, &options,
			known, nknown, a, &result, &err) != 0 ||
		    *result == '\0')
			fail_msg("%s gives nothing", source);
	}
	if (i < n)
		fail_msg("%s has no line in falt.xml", names[i]);
	xmlFreeDoc(sample);
	xmlFreeDoc(doc);
}

/* ---- the schema ---- */

/* The definition ${name} of the schema. */
static const xmlNode *
definition(const xmlNode *grammar, const char *name)
{
	const xmlNode *n = xml_child(grammar, "define");

	for (; n != NULL; n = xml_next(n, "define"))
		if (strcmp(xml_attr(a, n, "name"), name) == 0)
			return n;
	fail_msg("no definition %s", name);
	return NULL;
}

static void walk(const xmlNode *grammar, const xmlNode *node, const char *path,
    bool many, xmlHashTable *repeating);

static void
walk_children(const xmlNode *grammar, const xmlNode *node, const char *path,
    bool many, xmlHashTable *repeating)
{
	const xmlNode *n;

	for (n = xml_child(node, NULL); n != NULL; n = xml_next(n, NULL))
		walk(grammar, n, path, many, repeating);
}

/* Collect the paths of elements that the schema lets repeat. */
static void
walk(const xmlNode *grammar, const xmlNode *node, const char *path, bool many,
    xmlHashTable *repeating)
{
	const char *name = xml_attr(a, node, "name");

	if (xml_is(node, "ref")) {
		walk_children(
		    grammar, definition(grammar, name), path, many, repeating);
	} else if (xml_is(node, "element")) {
		path = path == NULL    ? ""
		       : *path == '\0' ? name
				       : arena_printf(a, "%s/%s", path, name);
		if (many)
			xmlHashUpdateEntry(repeating, BAD_CAST path, a, NULL);
		walk_children(grammar, node, path, false, repeating);
	} else if (!xml_is(node, "attribute")) {
		many = many || xml_is(node, "zeroOrMore") ||
		       xml_is(node, "oneOrMore");
		walk_children(grammar, node, path, many, repeating);
	}
}

static void
what_repeats_is_the_schemas(void **state)
{
	xmlDoc *schema = read_xml(SHARE "schema/record.rng");
	xmlDoc *doc = read_xml(SHARE "falt.xml");
	xmlHashTable *repeating = xmlHashCreate(64);
	const xmlNode *grammar = xmlDocGetRootElement(schema), *n;
	const char *path;
	bool said, is;

	(void)state;
	walk_children(
	    grammar, xml_child(grammar, "start"), NULL, false, repeating);
	n = xml_child(xmlDocGetRootElement(doc), "fält");
	for (; n != NULL; n = xml_next(n, "fält")) {
		path = xml_attr(a, n, "väg");
		said = xml_attr(a, n, "upprepas") != NULL;
		is = xmlHashLookup(repeating, BAD_CAST path) != NULL;
		if (said != is)
			fail_msg("falt.xml says that %s %s repeat", path,
			    said ? "may" : "may not");
	}
	assert_true(xmlHashSize(repeating) > 20);
	xmlHashFree(repeating, NULL);
	xmlFreeDoc(doc);
	xmlFreeDoc(schema);
}

/* ---- the invented meetings ---- */

/* True if ${path} has a value somewhere below ${node}. */
static bool
has_value(const xmlNode *node, const char *path)
{
	size_t n = strcspn(path, "/");
	const char *step = arena_strndup(a, path, n), *text;
	const xmlNode *child = xml_child(node, step);

	if (path[n] == '\0') {
		text = xml_attr(a, node, step);
		if (text != NULL && *text != '\0')
			return true;
	}
	for (; child != NULL; child = xml_next(child, step)) {
		text = xml_text(a, child);
		if (path[n] == '\0' && ((text != NULL && *text != '\0') ||
					   child->properties != NULL))
			return true;
		if (path[n] == '/' && has_value(child, path + n + 1))
			return true;
	}
	return false;
}

static void
every_field_has_a_value(void **state)
{
	xmlDoc *sample = read_xml(SHARE "sample.xml");
	xmlDoc *year = read_xml(SHARE "sample-year.xml");
	struct record_schema *schema = NULL;
	const char *const *names;
	struct kl_error err;
	size_t i, n;

	(void)state;
	assert_int_equal(
	    record_schema_open(SHARE "schema/record.rng", &schema, &err), 0);
	assert_int_equal(record_check(sample, schema, &err), 0);
	assert_int_equal(record_check(year, schema, &err), 0);
	record_schema_close(schema);
	record_field_names(&names, &n);
	for (i = 0; i < n; i++)
		if (!has_value(xmlDocGetRootElement(sample), names[i]) &&
		    !has_value(xmlDocGetRootElement(year), names[i]))
			fail_msg("%s has no value in the invented meetings",
			    names[i]);
	xmlFreeDoc(year);
	xmlFreeDoc(sample);
}

/* The sample of a record has everything but a year, which is a record of its
 * own kind. */
static void
the_sample_of_a_record_has_every_field(void **state)
{
	xmlDoc *record = read_xml(SRCDIR "/tests/data/record.xml");
	const char *const *names;
	size_t i, n;

	(void)state;
	record_field_names(&names, &n);
	for (i = 0; i < n; i++)
		if (strncmp(names[i], "årsplan", strlen("årsplan")) != 0 &&
		    !has_value(xmlDocGetRootElement(record), names[i]))
			fail_msg("tests/data/record.xml has no %s", names[i]);
	xmlFreeDoc(record);
}

/* Every element and attribute below ${path} must have a value in ${example}. */
static void
must_have(const xmlNode *grammar, const xmlNode *node, const char *path,
    const xmlNode *example, size_t *count)
{
	const char *name = xml_attr(a, node, "name");
	bool attribute = xml_is(node, "attribute");
	const xmlNode *n = node;

	if (xml_is(node, "ref")) {
		n = definition(grammar, name);
	} else if (attribute || xml_is(node, "element")) {
		path = path == NULL    ? ""
		       : *path == '\0' ? name
				       : arena_printf(a, "%s/%s", path, name);
		if (*path != '\0' && !has_value(example, path))
			fail_msg("exchange-example.xml has no %s", path);
		(*count)++;
	}
	for (n = xml_child(n, NULL); !attribute && n != NULL;
	     n = xml_next(n, NULL))
		must_have(grammar, n, path, example, count);
}

/* What is read and written again, and agrees, is all that the format has. */
static void
the_example_of_an_exchange_has_everything(void **state)
{
	xmlDoc *schema = read_xml(SHARE "schema/exchange.rng");
	xmlDoc *doc = read_xml(SRCDIR "/tests/data/exchange-example.xml");
	const xmlNode *grammar = xmlDocGetRootElement(schema);
	size_t count = 0;

	(void)state;
	must_have(grammar, xml_child(grammar, "start"), NULL,
	    xmlDocGetRootElement(doc), &count);
	assert_true(count > 300);
	xmlFreeDoc(doc);
	xmlFreeDoc(schema);
}

static void
renamed_fields_are_fields(void **state)
{
	xmlDoc *doc = read_xml(SHARE "omdopta.xml");
	const xmlNode *n = xml_child(xmlDocGetRootElement(doc), NULL);
	const char *old, *now;
	size_t parent;

	(void)state;
	for (; n != NULL; n = xml_next(n, NULL)) {
		old = xml_attr(a, n, "förr");
		now = xml_attr(a, n, "nu");
		assert_non_null(old);
		assert_non_null(now);
		assert_non_null(xml_attr(a, n, "sedan"));
		if (is_field(old))
			fail_msg("%s is a field and no old name", old);
		parent = strrchr(old, '/') == NULL
			     ? 0
			     : (size_t)(strrchr(old, '/') - old);
		assert_true(strncmp(old, now, parent) == 0);
	}
	xmlFreeDoc(doc);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = { TEST(every_field_has_words),
		TEST(every_function_has_words),
		TEST(what_repeats_is_the_schemas),
		TEST(every_field_has_a_value),
		TEST(the_sample_of_a_record_has_every_field),
		TEST(the_example_of_an_exchange_has_everything),
		TEST(renamed_fields_are_fields) };

	return cmocka_run_group_tests(tests, NULL, NULL);
}
