/* SPDX-License-Identifier: EUPL-1.2
 *
 * Making XML from facts.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "base/xml.h"
#include "record/make.h"

#define LIST_MAX_BYTES 65536

xmlNode *
make_node(struct maker *m, xmlNode *parent, const char *name)
{
	xmlNode *n = xml_add(parent, name, NULL);

	if (n == NULL)
		m->failed = true;
	return n;
}

xmlNode *
make_text(struct maker *m, xmlNode *parent, const char *name, const char *text)
{
	xmlNode *n;

	if (text == NULL || *text == '\0')
		return NULL;
	n = xml_add(parent, name, text);
	if (n == NULL)
		m->failed = true;
	return n;
}

void
make_day(struct maker *m, xmlNode *parent, const char *name, kl_day day)
{
	char text[11];

	if (day != KL_DAY_NONE)
		make_text(m, parent, name, kl_day_format(day, text));
}

void
make_int(struct maker *m, xmlNode *parent, const char *name, int number)
{
	char text[16];

	if (number == 0)
		return;
	snprintf(text, sizeof text, "%d", number);
	make_text(m, parent, name, text);
}

void
make_word(struct maker *m, xmlNode *parent, const char *name, word_list list,
    int value)
{
	make_text(m, parent, name, word_of(list, value));
}

void
make_texts(
    struct maker *m, xmlNode *parent, const char *name, const text_list *list)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		make_text(m, parent, name, list->v[i]);
}

void
make_attr(struct maker *m, xmlNode *node, const char *name, const char *value)
{
	if (value != NULL && *value != '\0' && xml_set(node, name, value) != 0)
		m->failed = true;
}

void
make_attr_day(struct maker *m, xmlNode *node, const char *name, kl_day day)
{
	char text[11];

	if (day != KL_DAY_NONE)
		make_attr(m, node, name, kl_day_format(day, text));
}

void
make_attr_int(struct maker *m, xmlNode *node, const char *name, int number)
{
	char text[16];

	if (number == 0)
		return;
	snprintf(text, sizeof text, "%d", number);
	make_attr(m, node, name, text);
}

void
make_attr_yes(struct maker *m, xmlNode *node, const char *name, bool yes)
{
	if (yes)
		make_attr(m, node, name, "ja");
}

void
make_lines(struct maker *m, xmlNode *parent, const char *name, const char *text)
{
	const char *s = text;
	size_t n;

	while (s != NULL) {
		n = strcspn(s, "\n");
		if (xml_add(parent, name, arena_strndup(m->a, s, n)) == NULL)
			m->failed = true;
		s = s[n] == '\0' ? NULL : s + n + 1;
	}
}

const char *
make_list(struct maker *m, const text_list *list)
{
	struct buf b;
	const char *out = NULL;
	size_t i;

	if (list->n == 0)
		return NULL;
	buf_init(&b, LIST_MAX_BYTES);
	for (i = 0; i < list->n; i++) {
		buf_puts(&b, i == 0 ? "" : " ");
		buf_puts(&b, list->v[i]);
	}
	if (!buf_failed(&b))
		out = arena_strdup(m->a, b.data);
	if (out == NULL)
		m->failed = true;
	buf_free(&b);
	return out;
}

const char *
make_ranges(struct maker *m, const char *text)
{
	struct ranges r;
	const char *out;

	if (ranges_parse(text, &r) != 0 || r.n == 0)
		return NULL;
	out = ranges_format(m->a, &r);
	if (out == NULL)
		m->failed = true;
	return out;
}
