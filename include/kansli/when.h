/* SPDX-License-Identifier: EUPL-1.2
 *
 * When: deadlines and days off, each with its reasons.  Needs no register and
 * changes nothing.  The answers are data (<kansli/data.h>); in each, "because"
 * is a list of {"rule","statute","text"}: what was done, where it stands, and a
 * sentence for people.
 *
 * All functions return an answer that the caller frees with kl_data_free, or
 * NULL with ${err} filled.  ${translate} maps an English sentence or weekday to
 * the reader's language (gettext fits) and may be NULL for English.
 */
#ifndef KANSLI_WHEN_H
#define KANSLI_WHEN_H

#include <kansli/data.h>
#include <kansli/day.h>
#include <kansli/error.h>

typedef const char *(*kl_translate)(const char *);

/* kl_when_holidays(year, err): the special days of ${year}, sorted by date:
 * [{"date","name","kind"}].  Kinds: "holiday", "equated_eve", "customary_eve",
 * "bridge", "between_day".  The names are Swedish.  KL_E_INPUT outside the
 * years that the holiday rules are known for (1990-2199). */
struct kl_data *kl_when_holidays(int year, struct kl_error *err);

/* kl_when_adjust(meeting, translate, err): the limit for adjusting the minutes
 * of a meeting: {"plain","latest","because"}; ${plain} is day 14, ${latest} the
 * same moved off days off (KL 5:69, lag 1930:173). */
struct kl_data *kl_when_adjust(
    kl_day meeting, kl_translate translate, struct kl_error *err);

/* kl_when_notice(adjusted, translate, err): the last day to announce an
 * adjustment: {"latest","because"} (KL 8:12). */
struct kl_data *kl_when_notice(
    kl_day adjusted, kl_translate translate, struct kl_error *err);

/* kl_when_appeal(posted, translate, err): the appeal period of what was posted
 * that day: {"last_day","remove_on","because"} (KL 13:5, 8:12).  These three
 * give KL_E_INPUT for days before 1992 and after 2199. */
struct kl_data *kl_when_appeal(
    kl_day posted, kl_translate translate, struct kl_error *err);

/* kl_when_cycle(definition, committee, date, translate, err): the steps of the
 * meeting on ${date} by the cycle definition in the file ${definition}, with
 * what ${committee} (its code, or NULL) has of its own:
 * [{"step","date","because"}], sorted by date; "step" is the step's id.  Steps
 * that fall away are left out.  KL_E_ENV for an unreadable file, KL_E_INPUT
 * with file and line for a wrong one, KL_E_RULE when a step breaks a legal
 * limit. */
struct kl_data *kl_when_cycle(const char *definition, const char *committee,
    kl_day date, kl_translate translate, struct kl_error *err);

#endif
