/* SPDX-License-Identifier: EUPL-1.2
 *
 * Looking through running Swedish text for what should not stand there:
 * personal numbers, addresses of people, weekdays that do not match their
 * dates.  Pure; knows no meeting.
 */
#ifndef RULES_SCAN_H
#define RULES_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include <kansli/day.h>

/* A place in a text: ${n} bytes from ${at}; at NULL when nothing was found. */
struct scan_hit {
	const char *at;
	size_t n;
};

/* scan_personal_number(s): the first personal number or coordination number
 * (samordningsnummer: the day plus 60) in ${s}: ÅÅMMDD-NNNN, ÅÅMMDD+NNNN or ten
 * digits, with or without the century, a day that exists and the right check
 * digit.  Numbers of organisations and of matters are none. */
struct scan_hit scan_personal_number(const char *s);

/* scan_email(s): the first e-mail address. */
struct scan_hit scan_email(const char *s);

/* scan_phone(s): the first telephone number of a person: a mobile number, or
 * one that follows "tel", "telefon" or "mobil". */
struct scan_hit scan_phone(const char *s);

/* scan_home(s): the first place that says where somebody lives ("bosatt på
 * Storgatan 5", "hemadress"). */
struct scan_hit scan_home(const char *s);

/* scan_owner(s): a private person named as owner, applicant, complainant or
 * guardian ("fastighetsägaren Eva Berg"); companies are none. */
struct scan_hit scan_owner(const char *s);

/* A weekday with the date that follows it. */
struct scan_weekday {
	struct scan_hit hit;
	kl_day day;	   /* as written, or the one nearest to the day asked */
	bool year;	   /* the text gives the year */
	const char *right; /* the day's weekday in Swedish */
};

/* scan_weekday(s, near, out): the first weekday in ${s} that does not match its
 * date ("måndagen den 17 november 2026", "tisdag 17/11").  A date without year
 * is taken to be the one nearest to ${near}.  False if there is none. */
bool scan_weekday(const char *s, kl_day near, struct scan_weekday *out);

#endif
