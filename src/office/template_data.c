/* SPDX-License-Identifier: EUPL-1.2
 *
 * What lies in the share folder beside the templates: the words about fields,
 * the old names of fields, and the invented meeting.
 */
#include "config.h"

#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "office/templates.h"

static int
read_xml(struct work *w, const char *file, xmlDoc **doc, struct kl_error *err)
{
	char *path = office_path(w->o, w->arena, file);
	struct buf bytes;
	int rc;

	*doc = NULL;
	if (path == NULL)
		return kl_error_nomem(err);
	rc = file_read(path, XML_MAX_BYTES, &bytes, err);
	if (rc == 0)
		rc = xml_parse(bytes.data, bytes.len, path, doc, err);
	buf_free(&bytes);
	return rc;
}

int
template_fields(struct work *w, struct field_table *table, struct kl_error *err)
{
	struct field_function *function;
	const xmlNode *n;
	struct field *f;
	xmlDoc *doc;
	int rc = read_xml(w, "templates/falt.xml", &doc, err);

	memset(table, 0, sizeof *table);
	if (rc != 0)
		return rc;
	n = xml_child(xmlDocGetRootElement(doc), NULL);
	for (; n != NULL && rc == 0; n = xml_next(n, NULL)) {
		if (xml_is(n, "fält")) {
			f = vec_push(w->arena, &table->fields);
			if (f == NULL)
				break;
			f->path = xml_attr(w->arena, n, "väg");
			f->text = xml_text(w->arena, n);
			f->repeats = xmlHasProp(n, BAD_CAST "upprepas") != NULL;
			rc = f->path == NULL || f->text == NULL;
		} else if (xml_is(n, "funktion")) {
			function = vec_push(w->arena, &table->functions);
			if (function == NULL)
				break;
			function->name = xml_attr(w->arena, n, "namn");
			function->example = xml_attr(w->arena, n, "exempel");
			function->text = xml_text(w->arena, n);
			rc =
			    function->name == NULL || function->example == NULL;
		}
	}
	xmlFreeDoc(doc);
	if (arena_failed(w->arena))
		return kl_error_nomem(err);
	if (rc != 0)
		return kl_error_set(err, KL_E_ENV,
		    KL_N_("The table of fields templates/falt.xml is damaged. "
			  "Install Kansli again."));
	return 0;
}

int
template_renames(struct work *w, const struct odf_rename **renames, size_t *n,
    struct kl_error *err)
{
	VEC(struct odf_rename) list = { 0 };
	struct odf_rename *r;
	const xmlNode *node;
	xmlDoc *doc;
	int rc = read_xml(w, "templates/omdopta.xml", &doc, err);

	if (rc != 0)
		return rc;
	node = xml_child(xmlDocGetRootElement(doc), "fält");
	for (; node != NULL; node = xml_next(node, "fält")) {
		r = vec_push(w->arena, &list);
		if (r == NULL)
			break;
		r->old = xml_attr(w->arena, node, "förr");
		r->now = xml_attr(w->arena, node, "nu");
		r->since = xml_attr(w->arena, node, "sedan");
		if (r->old == NULL || r->now == NULL || r->since == NULL)
			list.n--;
	}
	xmlFreeDoc(doc);
	*renames = list.v;
	*n = list.n;
	return arena_failed(w->arena) ? kl_error_nomem(err) : 0;
}

/* ---- the invented meeting ------------------------------------------------ */

static int
set_text(xmlNode *parent, const char *name, const char *text)
{
	xmlNode *node = xml_child(parent, name), *words;

	if (parent == NULL || text == NULL)
		return 0;
	if (node == NULL)
		return xml_add(parent, name, text) == NULL ? KL_E_NOMEM : 0;
	words = xmlNewDocText(parent->doc, BAD_CAST text);
	if (words == NULL)
		return KL_E_NOMEM;
	xmlNodeSetContent(node, NULL);
	xmlAddChild(node, words);
	return 0;
}

/* The register's organisation in place of the invented one. */
static int
own_organisation(struct work *w, xmlNode *root, struct kl_error *err)
{
	const struct organisation *org = w->bundle.organisation;
	xmlNode *node = xml_child(root, "organisation");

	if (org == NULL)
		return 0;
	if (set_text(node, "namn", org->name) != 0 ||
	    set_text(node, "språk", org->language) != 0 ||
	    set_text(node, "färg", org->colour) != 0 ||
	    set_text(node, "accent", org->accent) != 0 ||
	    set_text(node, "adress", org->address) != 0 ||
	    set_text(node, "epost", org->email) != 0 ||
	    set_text(node, "webb", org->web) != 0 ||
	    set_text(node, "förvaring", org->storage) != 0)
		return kl_error_nomem(err);
	return 0;
}

/* Either the meeting is held or it is cancelled; the file holds both. */
static void
settle_meeting(xmlNode *root, bool cancelled)
{
	xmlNode *meeting = xml_child(root, "sammanträde");
	xmlNode *notice = xml_child(meeting, "inställt");

	if (cancelled)
		xml_set(meeting, "läge", "inställt");
	if (!cancelled && notice != NULL) {
		xmlUnlinkNode(notice);
		xmlFreeNode(notice);
	}
}

/* What a record of that kind holds. */
static int
settle_kind(const struct kind *kind, xmlDoc *doc, struct kl_error *err)
{
	xmlNode *root = xmlDocGetRootElement(doc);
	int rc = 0;

	if (xml_set(root, "slag", kind->swedish) != 0)
		return kl_error_nomem(err);
	xmlUnsetProp(root, BAD_CAST "urval");
	settle_meeting(root, kind->need == CANCELLED);
	if (kind->source == FROM_MINUTES)
		rc = record_minutes(doc,
		    strcmp(kind->name, "immediate-minutes") == 0 ? 2 : 1, err);
	if (rc == 0 && kind->source == FROM_PARAGRAPHS)
		rc = record_select(doc, "3-4", err);
	if (rc == 0 && kind->for_all)
		rc = record_public(doc, err);
	return rc;
}

int
template_sample(
    struct work *w, const struct kind *kind, xmlDoc **doc, struct kl_error *err)
{
	bool year = kind != NULL && kind->source == FROM_YEAR;
	int rc;

	rc = read_xml(w,
	    year ? "templates/sample-year.xml" : "templates/sample.xml", doc,
	    err);
	if (rc == 0)
		rc = own_organisation(w, xmlDocGetRootElement(*doc), err);
	if (rc == 0 && kind != NULL)
		rc = settle_kind(kind, *doc, err);
	return rc;
}
