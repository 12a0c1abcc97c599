/* SPDX-License-Identifier: EUPL-1.2
 *
 * Answers as data: a small tree of objects, lists, texts and numbers, which the
 * front end prints as JSON or as a table and which tests compare.  It is how
 * the library shows something without formatting it for people.
 */
#ifndef KANSLI_DATA_H
#define KANSLI_DATA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum kl_data_kind {
	KL_DATA_NULL,
	KL_DATA_BOOL,
	KL_DATA_INT,
	KL_DATA_TEXT,
	KL_DATA_LIST,
	KL_DATA_OBJECT
};

/* A node of the answer.  The root owns the tree; free it with kl_data_free. */
struct kl_data;

/* kl_data_kind(d): what ${d} is; KL_DATA_NULL for NULL. */
enum kl_data_kind kl_data_kind(const struct kl_data *d);

/* kl_data_count(d): members of an object or list, otherwise 0. */
size_t kl_data_count(const struct kl_data *d);

/* kl_data_at(d, i): member ${i} from 0 in order, or NULL. */
const struct kl_data *kl_data_at(const struct kl_data *d, size_t i);

/* kl_data_get(d, key): the member named ${key} of an object, or NULL. */
const struct kl_data *kl_data_get(const struct kl_data *d, const char *key);

/* kl_data_key(d): the name of ${d} in its object, or NULL in a list. */
const char *kl_data_key(const struct kl_data *d);

/* kl_data_text(d): the text of a KL_DATA_TEXT, otherwise NULL. */
const char *kl_data_text(const struct kl_data *d);

/* kl_data_int(d): the number of a KL_DATA_INT or KL_DATA_BOOL, otherwise 0. */
int64_t kl_data_int(const struct kl_data *d);

/* kl_data_free(root): free a tree by its root; NULL is fine. */
void kl_data_free(struct kl_data *root);

/* kl_data_json(d, out): ${d} as JSON (RFC 8259), one line, members in order,
 * no final newline.  ${out} receives a string that the caller frees with free.
 * Returns 0 or KL_E_NOMEM. */
int kl_data_json(const struct kl_data *d, char **out);

#endif
