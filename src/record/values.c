/* SPDX-License-Identifier: EUPL-1.2
 *
 * Typed reading of single values.
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "record/values.h"

/* Texts may not hold control characters, nor the marks that turn the reading
 * direction: they can hide what a document says. */
static bool
forbidden(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp <= 0x9f) ||
	       (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069);
}

/* True if ${s} may hold anything that needs a closer look: a byte outside
 * printable ASCII and the Latin letters of U+00C0-U+02FF. */
static bool
unusual(const char *s)
{
	const unsigned char *p;

	for (p = (const unsigned char *)s; *p != '\0'; p++)
		if (*p < 0x20 || *p == 0x7f || *p == 0xc2 || *p >= 0xcc)
			return true;
	return false;
}

static bool
has_forbidden(const char *s)
{
	uint32_t cp;
	size_t n;

	while ((n = utf8_next(s, &cp)) > 0) {
		if (forbidden(cp))
			return true;
		s += n;
	}
	return false;
}

static void
squeeze(char *s)
{
	char *p, *w = s;
	bool gap = false;

	for (p = s; *p != '\0'; p++) {
		if (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n') {
			gap = w != s;
			continue;
		}
		if (gap)
			*w++ = ' ';
		gap = false;
		*w++ = *p;
	}
	*w = '\0';
}

void
value_clean(struct reader *r, struct value *v, char *s)
{
	if (s == NULL)
		return;
	squeeze(s);
	if (*s == '\0')
		return;
	if (strlen(s) > VALUE_TEXT_MAX) {
		v->told = true;
		READ_FAULT(r, v->line, v->field,
		    KL_N_("The text is longer than %d bytes, which is the "
			  "limit. Shorten it, or attach it as a document."),
		    VALUE_TEXT_MAX);
	} else if (unusual(s) && has_forbidden(s)) {
		v->told = true;
		READ_FAULT(r, v->line, v->field,
		    KL_N_("The text holds a control character, which cannot "
			  "be printed. Remove it."));
	} else {
		v->text = unusual(s) ? utf8_nfc(r->a, s) : s;
	}
}

static int
line_of(const xmlNode *n)
{
	return (int)xmlGetLineNo((xmlNode *)n);
}

/* The text below ${parent} (an element or an attribute), copied.  Nearly always
 * it is one text node; taking that as it is halves the time of a large file. */
static char *
text_below(struct reader *r, const xmlNode *first, const xmlNode *parent)
{
	if (first == NULL)
		return arena_strdup(r->a, "");
	if (first->next == NULL && first->type == XML_TEXT_NODE)
		return arena_strdup(r->a, (const char *)first->content);
	return parent->type == XML_ELEMENT_NODE
		   ? xml_text(r->a, parent)
		   : xml_attr(r->a, parent->parent, (const char *)parent->name);
}

struct value
value_child(struct reader *r, const xmlNode *node, const char *name)
{
	const xmlNode *child = xml_child(node, name);
	struct value v = { NULL, name, line_of(node), true, false };

	return child == NULL ? v : value_own(r, child);
}

struct value
value_own(struct reader *r, const xmlNode *node)
{
	struct value v = { NULL, (const char *)node->name, line_of(node), false,
		false };

	value_clean(r, &v, text_below(r, node->children, node));
	v.blank = v.text == NULL && !v.told;
	return v;
}

struct value
value_attr(struct reader *r, const xmlNode *node, const char *name)
{
	const xmlAttr *attr = node->properties;
	struct value v = { NULL, name, line_of(node), true, false };

	while (attr != NULL && strcmp((const char *)attr->name, name) != 0)
		attr = attr->next;
	if (attr == NULL)
		return v;
	v.told = false;
	value_clean(
	    r, &v, text_below(r, attr->children, (const xmlNode *)attr));
	v.blank = v.text == NULL && !v.told;
	return v;
}

/* A missing attribute or element is told as a matter of form; here only the
 * empty one is, which form lets through. */
static const char *
checked(struct reader *r, struct value v, size_t max)
{
	if (v.told)
		return "";
	if (v.text == NULL) {
		READ_FAULT(r, v.line, v.field,
		    KL_N_("%s is missing or empty. Give a value."), v.field);
		return "";
	}
	if (strlen(v.text) > max) {
		READ_FAULT(r, v.line, v.field,
		    KL_N_("%s is longer than %zu bytes, which is the limit. "
			  "Shorten it."),
		    v.field, max);
		return "";
	}
	return v.text;
}

/* True if there is a value; one that is there and blank is a fault. */
static bool
given(struct reader *r, struct value v)
{
	if (v.blank)
		READ_FAULT(r, v.line, v.field,
		    KL_N_("%s is empty. Give a value, or leave it out."),
		    v.field);
	return v.text != NULL;
}

const char *
value_ref(struct reader *r, struct value v)
{
	return given(r, v) ? v.text : NULL;
}

const char *
value_name(struct reader *r, struct value v)
{
	return checked(r, v, VALUE_NAME_MAX);
}

const char *
value_required(struct reader *r, struct value v)
{
	return checked(r, v, VALUE_TEXT_MAX);
}

const char *
value_code(struct reader *r, struct value v)
{
	const char *s = value_name(r, v), *p;

	for (p = s; *p != '\0'; p++) {
		if ((*p & 0x80) != 0 || strchr("-_", *p) != NULL ||
		    (*p >= '0' && *p <= '9') || (*p >= 'A' && *p <= 'Z') ||
		    (*p >= 'a' && *p <= 'z'))
			continue;
		READ_FAULT(r, v.line, v.field,
		    KL_N_("%s cannot be a code: it becomes part of file "
			  "names. Use letters, digits, - and _ only."),
		    s);
		return "";
	}
	return s;
}

/* True if one of the parts between slashes is "..". */
static bool
leaves_folder(const char *s)
{
	size_t n;

	for (; *s != '\0'; s += n + (s[n] == '/')) {
		n = strcspn(s, "/");
		if (n == 2 && strncmp(s, "..", 2) == 0)
			return true;
	}
	return false;
}

const char *
value_file(struct reader *r, struct value v)
{
	if (v.text == NULL)
		return NULL;
	if (*v.text == '/' || strchr(v.text, '\\') != NULL ||
	    leaves_folder(v.text)) {
		READ_FAULT(r, v.line, v.field,
		    KL_N_("The file name %s leaves its folder. Give a name "
			  "relative to the folder of this file, without .. "
			  "and backslashes."),
		    v.text);
		return NULL;
	}
	return v.text;
}

const char *
value_colour(struct reader *r, struct value v)
{
	if (!given(r, v))
		return NULL;
	if (*v.text != '#' || strlen(v.text) != 7 ||
	    strspn(v.text + 1, "0123456789abcdefABCDEF") != 6) {
		READ_FAULT(r, v.line, v.field,
		    KL_N_("%s is not a colour. Write # and six hexadecimal "
			  "digits, as #003366."),
		    v.text);
		return NULL;
	}
	return v.text;
}

kl_day
value_day(struct reader *r, struct value v)
{
	kl_day day = KL_DAY_NONE;

	if (given(r, v) && kl_day_parse(v.text, &day) != 0)
		READ_FAULT(r, v.line, v.field,
		    KL_N_("%s is not a date. Write year-month-day, as "
			  "2026-11-17, and a day that exists."),
		    v.text);
	return day;
}

const char *
value_clock(struct reader *r, struct value v)
{
	const char *s = v.text;

	if (!given(r, v))
		return NULL;
	if (strlen(s) == 5 && s[2] == ':' && strspn(s, "0123456789") == 2 &&
	    strspn(s + 3, "0123456789") == 2 && strncmp(s, "24", 2) < 0 &&
	    s[3] < '6')
		return s;
	READ_FAULT(r, v.line, v.field,
	    KL_N_("%s is not a time of day. Write hours and minutes, as "
		  "16:30."),
	    s);
	return NULL;
}

int
value_int(struct reader *r, struct value v, int max)
{
	size_t n;
	long number;

	if (!given(r, v))
		return 0;
	n = strlen(v.text);
	number = n > 9 ? -1 : strtol(v.text, NULL, 10);
	if (strspn(v.text, "0123456789") == n && number >= 0 && number <= max)
		return (int)number;
	READ_FAULT(r, v.line, v.field,
	    KL_N_("%s is not a number from 0 to %d."), v.text, max);
	return 0;
}

int
value_nr(struct reader *r, struct value v)
{
	int nr = value_int(r, v, PARAGRAPH_MAX);

	if (v.text != NULL && strspn(v.text, "0") == strlen(v.text))
		READ_FAULT(r, v.line, v.field,
		    KL_N_("Paragraphs are numbered from 1, not 0. Correct "
			  "the number."));
	return nr;
}

const char *
value_key(struct reader *r, struct value v)
{
	const char *committee;
	kl_day day;
	int seq;

	if (!given(r, v) ||
	    meeting_key_split(r->a, v.text, &committee, &day, &seq) == 0)
		return v.text;
	READ_FAULT(r, v.line, v.field,
	    KL_N_("%s does not name a meeting. Write the committee's code, a "
		  "slash and the date, as TRN/2010-11-23."),
	    v.text);
	return NULL;
}

bool
value_yes(struct reader *r, struct value v, bool otherwise)
{
	static const char *const words[] = { "ja", "nej", NULL };
	int word = value_word(r, v, words);

	return word == 0 ? otherwise : word == 1;
}

int
value_word(struct reader *r, struct value v, word_list list)
{
	const char *near;
	int value;

	if (!given(r, v))
		return 0;
	value = word_value(list, v.text);
	if (value != 0)
		return value;
	near = word_nearest(list, v.text);
	if (near != NULL)
		READ_FAULT(r, v.line, v.field,
		    KL_N_("%s does not know the word %s. Did you mean %s?"),
		    v.field, v.text, near);
	else
		READ_FAULT(r, v.line, v.field,
		    KL_N_("%s does not know the word %s. "
			  "kansli-exchange(5) lists the words, the first is "
			  "%s."),
		    v.field, v.text, list[0]);
	return 0;
}

const char *
value_ranges(struct reader *r, struct value v)
{
	struct ranges ranges;

	if (v.text == NULL)
		return NULL;
	if (ranges_parse(v.text, &ranges) != 0) {
		READ_FAULT(r, v.line, v.field,
		    KL_N_("%s is not a list of paragraphs. Write numbers and "
			  "ranges, as 1-10 12-23."),
		    v.text);
		return NULL;
	}
	return ranges_format(r->a, &ranges);
}

/* "2026-11-24T09:30:00Z". */
static bool
is_instant(const char *s)
{
	static const char form[] = "dddd-dd-ddTdd:dd:ddZ";
	char date[11];
	kl_day day;
	size_t i;

	for (i = 0; form[i] != '\0' && s[i] != '\0'; i++)
		if (form[i] == 'd' ? s[i] < '0' || s[i] > '9' : s[i] != form[i])
			return false;
	if (form[i] != '\0' || s[i] != '\0')
		return false;
	memcpy(date, s, 10);
	date[10] = '\0';
	return kl_day_parse(date, &day) == 0;
}

const char *
value_instant(struct reader *r, struct value v)
{
	if (v.text == NULL || is_instant(v.text))
		return v.text;
	READ_FAULT(r, v.line, v.field,
	    KL_N_("%s is not an instant. Write it in universal time, as "
		  "2026-11-24T09:30:00Z."),
	    v.text);
	return NULL;
}

const char *
value_moment(struct reader *r, struct value v)
{
	return v.text != NULL && strlen(v.text) > 5 ? value_instant(r, v)
						    : value_clock(r, v);
}

const char *
value_sha256(struct reader *r, struct value v)
{
	if (v.text == NULL ||
	    (strlen(v.text) == 64 && strspn(v.text, "0123456789abcdef") == 64))
		return v.text;
	READ_FAULT(r, v.line, v.field,
	    KL_N_("%s is not a SHA-256: 64 of the digits 0-9 and a-f."),
	    v.text);
	return NULL;
}

void
value_list(struct reader *r, struct value v, text_list *list)
{
	const char *s = v.text;
	size_t n;

	while (s != NULL && *s != '\0') {
		n = strcspn(s, " ");
		text_add(r->a, list, arena_strndup(r->a, s, n));
		s += n + (s[n] == ' ');
	}
}

const char *
value_lines(struct reader *r, const xmlNode *node, const char *name)
{
	const xmlNode *n = xml_child(node, name);
	const char *text = NULL, *line;
	size_t len = 0;

	for (; n != NULL; n = xml_next(n, name)) {
		line = value_own(r, n).text;
		if (line == NULL)
			line = "";
		len += strlen(line) + 1;
		if (len > VALUE_TEXT_MAX) {
			READ_FAULT(r, line_of(n), name,
			    KL_N_("The text is longer than %d bytes, which is "
				  "the limit. Shorten it, or attach it as a "
				  "document."),
			    VALUE_TEXT_MAX);
			return text;
		}
		text = text == NULL ? line
				    : arena_printf(r->a, "%s\n%s", text, line);
		if (text == NULL)
			return NULL; /* the arena remembers */
	}
	return text == NULL || *text == '\0' ? NULL : text;
}

void
value_texts(
    struct reader *r, const xmlNode *node, const char *name, text_list *list)
{
	const xmlNode *n;
	struct value v;

	for (n = xml_child(node, name); n != NULL; n = xml_next(n, name)) {
		v = value_own(r, n);
		if (v.text != NULL)
			text_add(r->a, list, v.text);
	}
}
