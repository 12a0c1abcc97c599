/* SPDX-License-Identifier: EUPL-1.2
 *
 * Building the answers of <kansli/data.h>.  Failures are sticky: build freely,
 * check data_failed on the root once.
 */
#ifndef BASE_TREE_H
#define BASE_TREE_H

#include <kansli/data.h>
#include <kansli/day.h>

/* data_object(), data_list(): a new root, or NULL. */
struct kl_data *data_object(void);
struct kl_data *data_list(void);

/* data_failed(root): true if any append below ${root} failed (or it is NULL). */
bool data_failed(const struct kl_data *root);

/* data_list_of(object, key): the list ${object} has under ${key}, appended if
 * there is none; NULL on failure. */
struct kl_data *data_list_of(struct kl_data *object, const char *key);

/* data_add_members(to, from): append copies of the scalar members of the object
 * ${from} to the object ${to}. */
void data_add_members(struct kl_data *to, const struct kl_data *from);

/* Append a member to an object (with ${key}) or a list (${key} NULL).  A NULL
 * parent is accepted and yields NULL, so calls can be chained.  Texts are
 * copied; a NULL text becomes null, as does KL_DAY_NONE. */
struct kl_data *data_add_object(struct kl_data *parent, const char *key);
struct kl_data *data_add_list(struct kl_data *parent, const char *key);
void data_add_text(struct kl_data *parent, const char *key, const char *text);
void data_add_int(struct kl_data *parent, const char *key, int64_t number);
void data_add_bool(struct kl_data *parent, const char *key, bool yes);
void data_add_day(struct kl_data *parent, const char *key, kl_day day);

#endif
