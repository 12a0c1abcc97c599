/* SPDX-License-Identifier: EUPL-1.2
 *
 * Content lines of iCalendar (RFC 5545, 3.1).  libical's parser forgets on
 * which line it is, so lines are told apart here and it is given values.
 */
#include "config.h"

#include <string.h>
#include <strings.h>

#include "base/utf8.h"
#include "calendar/ical_lines.h"
#include "calendar/ical_read.h"

void
ical_lines_open(
    struct ical_lines *l, const char *file, const void *bytes, size_t n)
{
	*l = (struct ical_lines){ .file = file, .at = bytes, .next = 1 };
	l->end = l->at + n;
	buf_init(&l->text, ICAL_READ_TEXT_MAX);
	if (n >= 3 && memcmp(l->at, "\xef\xbb\xbf", 3) == 0)
		l->at += 3;
}

void
ical_lines_close(struct ical_lines *l)
{
	buf_free(&l->text);
}

/* Append one line of the file to the text, as far as there is room. */
static void
take(struct ical_lines *l)
{
	const char *stop = memchr(l->at, '\n', (size_t)(l->end - l->at));
	size_t n, room = l->text.max - l->text.len;

	if (stop == NULL)
		stop = l->end;
	n = (size_t)(stop - l->at);
	if (n > 0 && l->at[n - 1] == '\r')
		n--;
	if (n > room) {
		l->cut = true;
		n = room;
	}
	buf_put(&l->text, l->at, n);
	l->at = stop < l->end ? stop + 1 : stop;
	l->next++;
}

static int
refuse(struct ical_lines *l, struct kl_error *err)
{
	kl_error_where(err, l->file, l->line, NULL);
	return KL_E_INPUT;
}

/* Divide the text into name, parameters and value. */
static int
divide(struct ical_lines *l, struct kl_error *err)
{
	char *s = l->text.data;
	bool quoted = false;

	l->name = s;
	for (; (*s >= 'A' && *s <= 'Z') || (*s >= 'a' && *s <= 'z') ||
	       (*s >= '0' && *s <= '9') || *s == '-';
	     s++)
		if (*s >= 'a' && *s <= 'z')
			*s = (char)(*s - 'a' + 'A');
	if (s == l->name || (*s != ':' && *s != ';'))
		goto wrong;
	l->params = s;
	for (; *s != '\0' && (quoted || *s != ':'); s++)
		if (*s == '"')
			quoted = !quoted;
	if (*s == '\0')
		goto wrong;
	l->value = s + 1;
	*s = '\0';
	if (*l->params == ';')
		*l->params++ = '\0';
	return 1;
wrong:
	kl_error_set(err, KL_E_INPUT,
	    KL_N_("This line is not iCalendar (NAME:value; a line that goes on "
		  "begins with a space). Save the file as iCalendar (.ics) in "
		  "the calendar program again. The file was not taken into "
		  "use."));
	return refuse(l, err);
}

int
ical_lines_next(struct ical_lines *l, struct kl_error *err)
{
	do {
		if (l->at == l->end)
			return 0;
		buf_reset(&l->text);
		l->cut = false;
		l->line = l->next;
		take(l);
		while (l->at < l->end && (*l->at == ' ' || *l->at == '\t')) {
			l->at++;
			take(l);
		}
	} while (l->text.len == 0);
	if (buf_failed(&l->text))
		return kl_error_nomem(err);
	if (!l->cut && !utf8_valid(l->text.data, l->text.len)) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The line is not in UTF-8. Save the file with the "
			  "encoding UTF-8. The file was not taken into use."));
		return refuse(l, err);
	}
	return divide(l, err);
}

const char *
ical_lines_param(const struct ical_lines *l, const char *name, struct arena *a)
{
	const char *s = l->params, *value;
	size_t n, want = strlen(name);
	bool quoted;

	while (*s != '\0') {
		n = strcspn(s, "=;");
		value = s[n] == '=' ? s + n + 1 : NULL;
		if (value == NULL) {
			s += n + (s[n] != '\0');
			continue;
		}
		if (n != want || strncasecmp(s, name, n) != 0)
			n = 0;
		quoted = *value == '"';
		value += quoted;
		s = value + strcspn(value, quoted ? "\"" : ";");
		if (n != 0)
			return arena_strndup(a, value, (size_t)(s - value));
		s += strcspn(s, ";");
		s += *s != '\0';
	}
	return NULL;
}

/* The text from ${s} to ${end} with escapes undone. */
static const char *
unescape(const char *s, const char *end, struct arena *a)
{
	char *out = arena_alloc(a, (size_t)(end - s) + 1), *o = out;

	if (out == NULL)
		return NULL;
	for (; s < end; s++) {
		if (*s == '\\' && s + 1 < end) {
			s++;
			*o++ = *s == 'n' || *s == 'N' ? '\n' : *s;
		} else
			*o++ = *s;
	}
	*o = '\0';
	return out;
}

const char *
ical_lines_text(const struct ical_lines *l, struct arena *a)
{
	return unescape(l->value, l->value + strlen(l->value), a);
}

int
ical_lines_list(const struct ical_lines *l, struct arena *a, text_list *out)
{
	const char *s = l->value, *end, *text;

	for (;;) {
		for (end = s; *end != '\0' && *end != ','; end++)
			if (*end == '\\' && end[1] != '\0')
				end++;
		while (*s == ' ')
			s++;
		text = s < end ? unescape(s, end, a) : NULL;
		if (s < end && (text == NULL || text_add(a, out, text) != 0))
			return -1;
		if (*end == '\0')
			return 0;
		s = end + 1;
	}
}
