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

/* kl_when_day(calendars, committee, day, translate, err): whether no meeting of
 * ${committee} (its code; NULL: of any committee) should be held that day, by
 * the rules for holidays and the calendars (.ics) in the folder ${calendars}
 * (NULL: by rule alone): {"date","off","working_day","because"} with every
 * reason; where no statute says so, "statute" is the file and line.  As the
 * planner sees it.  KL_E_ENV for an unreadable folder, KL_E_INPUT with file and
 * line for a wrong calendar or a year that is not known. */
struct kl_data *kl_when_day(const char *calendars, const char *committee,
    kl_day day, kl_translate translate, struct kl_error *err);

/* kl_when_windows(calendars, committee, year, translate, err): the periods of
 * the year in which ${committee} (NULL: each) must meet because something of
 * the year's process is decided: [{"name","from","to","committee","because"}],
 * sorted by date; "committee" is null for what concerns all. */
struct kl_data *kl_when_windows(const char *calendars, const char *committee,
    int year, kl_translate translate, struct kl_error *err);

/* kl_when_wheel(file, committee, year, translate, err): the items of the annual
 * wheel ${file} whose time begins in the year: [{"committee","id","title",
 * "responsible","period","from","to","report","meeting","because"}], sorted by
 * date.  "report" is "first" or "last": which of the meetings of that time
 * reports it; "meeting" is null here, for no meetings are known.  ${committee}
 * NULL gives what is common to all. */
struct kl_data *kl_when_wheel(const char *file, const char *committee, int year,
    kl_translate translate, struct kl_error *err);

#endif
