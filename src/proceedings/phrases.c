/* SPDX-License-Identifier: EUPL-1.2
 *
 * The phrase list: which sentences there are and which gaps each must have.
 * The list is edited by hand and may come from anybody, so everything in it is
 * checked; a phrase that a list does not have is taken from the one under it.
 */
#include "config.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "proceedings/phrase_table.h"
#include "proceedings/phrases.h"

#define LIST_MAX ((size_t)256 << 10)   /* bytes of a list */
#define PHRASE_MAX 600		       /* bytes of a phrase */
#define SENTENCE_MAX ((size_t)1 << 20) /* bytes of one that is filled */
#define ARENA_MAX ((size_t)8 << 20)

struct phrases {
	struct arena *arena;
	const struct phrases *under;
	const char *text[PHRASE_COUNT]; /* NULL: as the list under it */
};

/* ---- reading ------------------------------------------------------------- */

struct loader {
	struct phrases *p;
	const char *file;
	struct kl_faults *faults; /* or NULL */
	struct kl_error first;	  /* fault; code 0: none yet */
};

static void
fault(struct loader *l, const xmlNode *n, const char *field,
    struct kl_error *what)
{
	kl_error_where(what, l->file, (int)xmlGetLineNo((xmlNode *)n), field);
	if (l->faults != NULL)
		kl_faults_add(l->faults, what);
	if (l->first.code == 0)
		l->first = *what;
}

/* FAULT(l, node, field, sentence, args...) */
#define FAULT(l, n, field, ...)                                                \
	do {                                                                   \
		struct kl_error what_;                                         \
		kl_error_set(&what_, KL_E_INPUT, __VA_ARGS__);                 \
		fault((l), (n), (field), &what_);                              \
	} while (0)

/* Where the gap ${name} of ${n} bytes stands in the phrase's list, or NULL. */
static const char *
gap_in(const char *gaps, const char *name, size_t n)
{
	size_t len;

	for (; *gaps != '\0'; gaps += len + (gaps[len] == ' ')) {
		len = strcspn(gaps, " ");
		if (n + (gaps[len - 1] == '?') == len &&
		    strncmp(gaps, name, n) == 0)
			return gaps;
	}
	return NULL;
}

static bool
has_gap(const char *text, const char *name, size_t n)
{
	const char *s;

	for (s = strchr(text, '{'); s != NULL; s = strchr(s + 1, '{'))
		if (strncmp(s + 1, name, n) == 0 && s[n + 1] == '}')
			return true;
	return false;
}

/* Every gap must be known, and those that must be there be there. */
static void
check_gaps(struct loader *l, const xmlNode *n, const struct phrase_kind *k,
    const char *text)
{
	const char *s, *gap;
	char name[64];
	size_t len;

	for (s = strchr(text, '{'); s != NULL; s = strchr(s + 1, '{')) {
		len = strcspn(s + 1, "}");
		if (s[len + 1] == '}' &&
		    (gap_in(k->gaps, s + 1, len) != NULL ||
			gap_in(PHRASE_BODY, s + 1, len) != NULL))
			continue;
		snprintf(
		    name, sizeof name, "%.*s", len > 40 ? 40 : (int)len, s + 1);
		FAULT(l, n, k->name,
		    KL_N_("The phrase “%s” has the gap {%s}, which it does not "
			  "know. It knows %s %s. Nothing was changed."),
		    k->name, name, PHRASE_BODY, k->gaps);
	}
	for (gap = k->gaps; *gap != '\0'; gap += len + (gap[len] == ' ')) {
		len = strcspn(gap, " ");
		if (gap[len - 1] == '?' || has_gap(text, gap, len))
			continue;
		snprintf(name, sizeof name, "%.*s", (int)len, gap);
		FAULT(l, n, k->name,
		    KL_N_("The phrase “%s” lacks the gap {%s}, so that the "
			  "minutes would not say it. Add it. Nothing was "
			  "changed."),
		    k->name, name);
	}
}

static const char *
nearest(const char *name)
{
	const char *names[PHRASE_COUNT];
	size_t i;

	for (i = 0; i < PHRASE_COUNT; i++)
		names[i] = phrase_table[i].name;
	return utf8_nearest(name, names, PHRASE_COUNT);
}

static void
read_phrase(struct loader *l, const xmlNode *n)
{
	const char *name = xml_attr(l->p->arena, n, "namn");
	const char *text = xml_text(l->p->arena, n);
	const struct phrase_kind *k = name == NULL ? NULL : phrase_find(name);

	if (arena_failed(l->p->arena))
		return;
	if (!xml_is(n, "fras") || name == NULL || xml_child(n, NULL) != NULL)
		FAULT(l, n, (const char *)n->name,
		    KL_N_("A phrase list holds phrases, <fras namn=\"…\">, and "
			  "nothing else. Nothing was changed."));
	else if (k == NULL)
		FAULT(l, n, "namn",
		    KL_N_("There is no phrase “%s”; the nearest is “%s”. "
			  "Nothing was changed."),
		    name, nearest(name));
	else if (l->p->text[k - phrase_table] != NULL)
		FAULT(l, n, k->name,
		    KL_N_("The phrase “%s” stands twice. Keep one of them. "
			  "Nothing was changed."),
		    k->name);
	else if (*text == '\0' || strlen(text) > PHRASE_MAX)
		FAULT(l, n, k->name,
		    KL_N_("The phrase “%s” is empty or longer than %d bytes. "
			  "Nothing was changed."),
		    k->name, PHRASE_MAX);
	else {
		check_gaps(l, n, k, text);
		l->p->text[k - phrase_table] = text;
	}
}

/* A list that stands alone must have every phrase. */
static void
check_complete(struct loader *l, const xmlNode *root)
{
	size_t i;

	for (i = 0; l->p->under == NULL && i < PHRASE_COUNT; i++)
		if (l->p->text[i] == NULL)
			FAULT(l, root, phrase_table[i].name,
			    KL_N_("The list lacks the phrase “%s”."),
			    phrase_table[i].name);
}

static int
read_list(struct loader *l, xmlDoc *doc, struct kl_error *err)
{
	xmlNode *root = xmlDocGetRootElement(doc), *n;

	if (!xml_is(root, "fraser"))
		FAULT(l, root, (const char *)root->name,
		    KL_N_("This is no phrase list: it begins with <%s>, not "
			  "<fraser>. Nothing was changed."),
		    (const char *)root->name);
	else
		for (n = xml_child(root, NULL); n != NULL;
		     n = xml_next(n, NULL))
			read_phrase(l, n);
	if (arena_failed(l->p->arena))
		return kl_error_nomem(err);
	if (l->first.code == 0)
		check_complete(l, root);
	if (l->first.code != 0 && err != NULL)
		*err = l->first;
	return l->first.code;
}

int
phrases_load(const char *bytes, size_t size, const char *name,
    const struct phrases *under, struct phrases **out, struct kl_faults *faults,
    struct kl_error *err)
{
	struct loader l = { .file = name, .faults = faults };
	xmlDoc *doc = NULL;
	int rc;

	if (size > LIST_MAX) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The phrase list is larger than %zu bytes. Nothing "
			  "was changed."),
		    LIST_MAX);
		kl_error_where(err, name, 0, NULL);
		return KL_E_INPUT;
	}
	l.p = mem_alloc(sizeof *l.p);
	if (l.p == NULL)
		return kl_error_nomem(err);
	memset(l.p, 0, sizeof *l.p);
	l.p->under = under;
	l.p->arena = arena_new(ARENA_MAX);
	rc = l.p->arena == NULL ? kl_error_nomem(err)
				: xml_parse(bytes, size, name, &doc, err);
	if (rc == 0)
		rc = read_list(&l, doc, err);
	else if (rc == KL_E_INPUT && faults != NULL && err != NULL)
		kl_faults_add(faults, err);
	xmlFreeDoc(doc);
	if (rc != 0)
		phrases_free(l.p);
	else
		*out = l.p;
	return rc;
}

void
phrases_free(struct phrases *p)
{
	if (p == NULL)
		return;
	arena_free(p->arena);
	mem_free(p);
}

/* ---- filling ------------------------------------------------------------- */

static const char *
text_of(const struct phrases *p, size_t i)
{
	for (; p != NULL; p = p->under)
		if (p->text[i] != NULL)
			return p->text[i];
	return NULL;
}

/* A capital of ASCII or Latin-1, where every Swedish letter is. */
static void
capitalise(char *s)
{
	unsigned char *u = (unsigned char *)s;

	if (u[0] >= 'a' && u[0] <= 'z')
		u[0] = (unsigned char)(u[0] - 'a' + 'A');
	else if (u[0] == 0xc3 && u[1] >= 0xa0 && u[1] <= 0xbe && u[1] != 0xb7)
		u[1] = (unsigned char)(u[1] - 0x20);
}

static const char *
gap_text(const struct gap *gaps, size_t n, const char *name, size_t len)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (strlen(gaps[i].name) == len &&
		    strncmp(gaps[i].name, name, len) == 0)
			return gaps[i].text == NULL ? "" : gaps[i].text;
	return "";
}

/* Writes the filled phrase to ${out} (NULL: only measures); its length. */
static size_t
fill(const char *text, const struct gap *gaps, size_t n, char *out)
{
	const char *part;
	size_t len = 0, part_n;

	while (*text != '\0') {
		part = text;
		if (*text == '{') {
			part_n = strcspn(text, "}");
			part = gap_text(gaps, n, text + 1, part_n - 1);
			text += part_n + 1;
			part_n = strlen(part);
		} else {
			part_n = strcspn(text, "{");
			text += part_n;
		}
		if (out != NULL)
			memcpy(out + len, part, part_n);
		len += part_n;
		if (len > SENTENCE_MAX)
			return SIZE_MAX;
	}
	return len;
}

const char *
phrase_fill(struct arena *a, const struct phrases *p, const char *id,
    const struct gap *gaps, size_t n, struct kl_error *err)
{
	const struct phrase_kind *k = phrase_find(id);
	const char *text =
	    k == NULL ? NULL : text_of(p, (size_t)(k - phrase_table));
	size_t len;
	char *s;

	if (text == NULL) {
		kl_error_set(err, KL_E_INPUT,
		    KL_N_("The phrase list has no phrase “%s”, so the text was "
			  "not composed."),
		    id);
		return NULL;
	}
	len = fill(text, gaps, n, NULL);
	s = len == SIZE_MAX ? NULL : arena_alloc(a, len + 1);
	if (s == NULL) {
		kl_error_nomem(err);
		return NULL;
	}
	fill(text, gaps, n, s);
	if (k->sentence)
		capitalise(s);
	return s;
}

const char *
phrase_list(struct arena *a, const struct phrases *p, const char *const *words,
    size_t n)
{
	const char *and, *s = n == 0 ? "" : words[0];
	size_t i;

	and = n < 2 ? "" : phrase_fill(a, p, "och", NULL, 0, NULL);
	for (i = 1; and != NULL && s != NULL && i < n; i++)
		s = i + 1 < n ? arena_printf(a, "%s, %s", s, words[i])
			      : arena_printf(a, "%s %s %s", s, and, words[i]);
	return and == NULL ? NULL : s;
}
