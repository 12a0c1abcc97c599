/* SPDX-License-Identifier: EUPL-1.2
 *
 * The tree behind <kansli/data.h>: nodes in one arena, members in order.
 */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/tree.h"
#include <kansli/error.h>

#define JSON_MAX ((size_t)1 << 30)

struct kl_data {
	enum kl_data_kind kind;
	const char *key;
	const char *text;
	int64_t number;
	VEC(struct kl_data *) members;
	struct arena *arena; /* shared by the whole tree */
	bool root;
};

static struct kl_data *
data_root(enum kl_data_kind kind)
{
	struct arena *a = arena_new(0);
	struct kl_data *d = arena_alloc(a, sizeof *d);

	if (d == NULL) {
		arena_free(a);
		return NULL;
	}
	d->kind = kind;
	d->arena = a;
	d->root = true;
	return d;
}

struct kl_data *
data_object(void)
{
	return data_root(KL_DATA_OBJECT);
}

struct kl_data *
data_list(void)
{
	return data_root(KL_DATA_LIST);
}

bool
data_failed(const struct kl_data *root)
{
	return root == NULL || arena_failed(root->arena);
}

static struct kl_data *
data_add(struct kl_data *parent, const char *key, enum kl_data_kind kind)
{
	struct kl_data *d, **slot;

	if (parent == NULL)
		return NULL;
	d = arena_alloc(parent->arena, sizeof *d);
	slot = d == NULL ? NULL : vec_push(parent->arena, &parent->members);
	if (slot == NULL)
		return NULL;
	d->kind = kind;
	d->arena = parent->arena;
	d->key = arena_strdup(parent->arena, key);
	*slot = d;
	return d;
}

struct kl_data *
data_add_object(struct kl_data *parent, const char *key)
{
	return data_add(parent, key, KL_DATA_OBJECT);
}

struct kl_data *
data_add_list(struct kl_data *parent, const char *key)
{
	return data_add(parent, key, KL_DATA_LIST);
}

struct kl_data *
data_list_of(struct kl_data *object, const char *key)
{
	size_t i;

	for (i = 0; i < kl_data_count(object); i++)
		if (strcmp(object->members.v[i]->key, key) == 0)
			return object->members.v[i];
	return data_add_list(object, key);
}

void
data_add_text(struct kl_data *parent, const char *key, const char *text)
{
	struct kl_data *d =
	    data_add(parent, key, text == NULL ? KL_DATA_NULL : KL_DATA_TEXT);

	if (d != NULL)
		d->text = arena_strdup(d->arena, text);
}

void
data_add_int(struct kl_data *parent, const char *key, int64_t number)
{
	struct kl_data *d = data_add(parent, key, KL_DATA_INT);

	if (d != NULL)
		d->number = number;
}

void
data_add_bool(struct kl_data *parent, const char *key, bool yes)
{
	struct kl_data *d = data_add(parent, key, KL_DATA_BOOL);

	if (d != NULL)
		d->number = yes;
}

void
data_add_day(struct kl_data *parent, const char *key, kl_day day)
{
	char text[11];

	data_add_text(parent, key,
	    day == KL_DAY_NONE ? NULL : kl_day_format(day, text));
}

void
data_add_members(struct kl_data *to, const struct kl_data *from)
{
	const struct kl_data *m;
	struct kl_data *d;
	size_t i;

	for (i = 0; i < kl_data_count(from); i++) {
		m = kl_data_at(from, i);
		if (m->kind == KL_DATA_LIST || m->kind == KL_DATA_OBJECT)
			continue;
		d = data_add(to, m->key, m->kind);
		if (d == NULL)
			return;
		d->number = m->number;
		d->text = arena_strdup(d->arena, m->text);
	}
}

enum kl_data_kind
kl_data_kind(const struct kl_data *d)
{
	return d == NULL ? KL_DATA_NULL : d->kind;
}

size_t
kl_data_count(const struct kl_data *d)
{
	return d == NULL ? 0 : d->members.n;
}

const struct kl_data *
kl_data_at(const struct kl_data *d, size_t i)
{
	return d == NULL || i >= d->members.n ? NULL : d->members.v[i];
}

const struct kl_data *
kl_data_get(const struct kl_data *d, const char *key)
{
	size_t i;

	for (i = 0; i < kl_data_count(d); i++)
		if (d->members.v[i]->key != NULL &&
		    strcmp(d->members.v[i]->key, key) == 0)
			return d->members.v[i];
	return NULL;
}

const char *
kl_data_key(const struct kl_data *d)
{
	return d == NULL ? NULL : d->key;
}

const char *
kl_data_text(const struct kl_data *d)
{
	return d == NULL ? NULL : d->text;
}

int64_t
kl_data_int(const struct kl_data *d)
{
	return d == NULL ? 0 : d->number;
}

void
kl_data_free(struct kl_data *root)
{
	if (root != NULL && root->root)
		arena_free(root->arena);
}

/* A JSON string: quotes, backslash and control characters escaped. */
static void
json_text(struct buf *b, const char *s)
{
	buf_putc(b, '"');
	for (; *s != '\0'; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '"' || c == '\\')
			buf_printf(b, "\\%c", c);
		else if (c == '\n')
			buf_puts(b, "\\n");
		else if (c == '\t')
			buf_puts(b, "\\t");
		else if (c < 0x20)
			buf_printf(b, "\\u%04x", c);
		else
			buf_putc(b, (char)c);
	}
	buf_putc(b, '"');
}

/* The tree is built by the program, never by input, so its depth is bounded by
 * the code that builds it. */
static void
json_node(struct buf *b, const struct kl_data *d)
{
	bool object = kl_data_kind(d) == KL_DATA_OBJECT;
	size_t i;

	switch (kl_data_kind(d)) {
	case KL_DATA_NULL:
		buf_puts(b, "null");
		return;
	case KL_DATA_BOOL:
		buf_puts(b, d->number ? "true" : "false");
		return;
	case KL_DATA_INT:
		buf_printf(b, "%lld", (long long)d->number);
		return;
	case KL_DATA_TEXT:
		json_text(b, d->text == NULL ? "" : d->text);
		return;
	case KL_DATA_LIST:
	case KL_DATA_OBJECT:
		break;
	}
	buf_putc(b, object ? '{' : '[');
	for (i = 0; i < d->members.n; i++) {
		if (i > 0)
			buf_putc(b, ',');
		if (object) {
			json_text(b, d->members.v[i]->key);
			buf_putc(b, ':');
		}
		json_node(b, d->members.v[i]);
	}
	buf_putc(b, object ? '}' : ']');
}

int
kl_data_json(const struct kl_data *d, char **out)
{
	struct buf b;

	buf_init(&b, JSON_MAX);
	json_node(&b, d);
	*out = buf_detach(&b);
	return *out == NULL ? KL_E_NOMEM : 0;
}
