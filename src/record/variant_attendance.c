/* SPDX-License-Identifier: EUPL-1.2
 *
 * Variants of a record: the attendance of minutes that hold only some of the
 * meeting's paragraphs.  Who took part in those is what the law asks for; when
 * people came and went concerns the meeting and stands in its own minutes.
 */
#include "config.h"

#include <string.h>

#include "base/xml.h"
#include "record/build.h"

static void
drop_child(xmlNode *node, const char *name)
{
	xmlNode *n = xml_child(node, name);

	if (n == NULL)
		return;
	xmlUnlinkNode(n);
	xmlFreeNode(n);
}

/* Cut a paragraph list of ${node} to ${keep}; if nothing is left it goes.
 * Returns 1 if something is, 0 if not, or KL_E_NOMEM. */
static int
cut_list(
    struct arena *a, xmlNode *node, const char *name, const struct ranges *keep)
{
	xmlNode *n = xml_child(node, name);
	struct ranges list, left;
	const char *text;

	if (n == NULL)
		return 0;
	if (ranges_parse(xml_text(a, n), &list) != 0 ||
	    ranges_intersect(&list, keep, &left) != 0)
		return 1;
	if (left.n == 0) {
		drop_child(node, name);
		return 0;
	}
	text = ranges_format(a, &left);
	if (text == NULL)
		return KL_E_NOMEM;
	xmlNodeSetContent(n, BAD_CAST text);
	return 1;
}

static bool
same_person(struct arena *a, const xmlNode *x, const xmlNode *y)
{
	const char *one = xml_attr(a, x, "person");
	const char *other = xml_attr(a, y, "person");

	return one != NULL && other != NULL && strcmp(one, other) == 0;
}

/* One who was there.  The chair signs and therefore stays; so does a member
 * who had a conflict of interest in just these paragraphs. */
static int
cut_person(struct arena *a, xmlNode *n, const xmlNode *chair,
    const struct ranges *keep)
{
	static const char *const of_meeting[] = { "hela", "från", "till" };
	int served, conflict;
	size_t i;

	served = cut_list(a, n, "paragrafer", keep);
	conflict = cut_list(a, n, "jäv", keep);
	if (served < 0 || conflict < 0)
		return KL_E_NOMEM;
	for (i = 0; i < sizeof of_meeting / sizeof *of_meeting; i++)
		drop_child(n, of_meeting[i]);
	if (served == 0 && conflict == 0 && !same_person(a, n, chair)) {
		xmlUnlinkNode(n);
		xmlFreeNode(n);
	}
	return 0;
}

int
variant_attendance(xmlNode *meeting, const struct ranges *keep)
{
	static const char *const parts[] = { "ledamot",
		"tjänstgörande-ersättare", "ersättare", "övrig", "presiderar" };
	const xmlNode *chair = xml_child(meeting, "ordförande");
	struct arena *a = arena_new(0);
	int rc = a == NULL ? KL_E_NOMEM : 0;
	xmlNode *n, *next;
	size_t i;

	for (i = 0; i < sizeof parts / sizeof *parts; i++)
		for (n = xml_child(meeting, parts[i]); rc == 0 && n != NULL;
		     n = next) {
			next = xml_next(n, parts[i]);
			rc = cut_person(a, n, chair, keep);
		}
	arena_free(a);
	return rc;
}
