/* SPDX-License-Identifier: EUPL-1.2
 *
 * People of a meeting by what they are called.  Private to the room.
 */
#ifndef OFFICE_WHO_H
#define OFFICE_WHO_H

#include "office/office_private.h"
#include <kansli/sitting.h>

/* office_who(w, name, ref, err): the id of who has a mandate in the meeting's
 * body that day and is meant by ${name}: an id, a whole name, a surname, or the
 * beginnings of its words.  KL_E_INPUT lists them when they are several,
 * KL_E_NOTFOUND names the nearest. */
int office_who(
    struct work *w, const char *name, const char **ref, struct kl_error *err);

/* office_name(w, ref): "Martin Engman", in the arena; the ref of one who is not
 * known. */
const char *office_name(struct work *w, const char *ref);

/* office_party(w, ref): or NULL. */
const char *office_party(struct work *w, const char *ref);

/* office_deputies(w, member, paragraph, list, err): append who may serve for
 * the member (0: before the meeting), and the reasons to the answer's
 * "because". */
int office_deputies(struct work *w, const char *member, int paragraph,
    struct kl_data *list, struct kl_error *err);

/* office_expect(w, out, err): who is expected to serve, for the attendance list
 * that is printed before the meeting. */
int office_expect(
    struct work *w, struct record_forecast *out, struct kl_error *err);

#endif
