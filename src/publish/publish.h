/* SPDX-License-Identifier: EUPL-1.2
 *
 * The public site: committees, meetings, minutes, notice board, feed and
 * calendar, made from public records alone (record_public).  What is secret
 * never reaches this room.
 */
#ifndef PUBLISH_PUBLISH_H
#define PUBLISH_PUBLISH_H

#include <libxml/tree.h>

#include "base/arena.h"
#include <kansli/day.h>
#include <kansli/error.h>

/* A file that a page links to, relative to the site's root. */
struct publish_file {
	const char *path;  /* "trn/2010-11-23/TRN-2010-11-23-minutes.pdf" */
	const char *label; /* "Protokoll §§ 1–13 och 15–23" */
	const char *kind;  /* command-line kind: "minutes", "summons" ... */
	const void *bytes;
	size_t n;
	size_t pages; /* 0: not known */
};

/* The minutes as web pages: kind and XHTML fragment (document_html_body). */
struct publish_page {
	const char *kind;
	const char *label;
	const char *html; /* well-formed XHTML */
};

/* One meeting as the public may see it. */
struct publish_meeting {
	xmlDoc *record; /* public variant of the whole meeting; borrowed */
	VEC(struct publish_file) files;
	VEC(struct publish_page) pages;
	kl_day summoned; /* the day the summons went out; 0 or KL_DAY_NONE: not
			    known, then the planned day (frist) is shown */
};

struct publish_site {
	xmlDoc *organisation; /* <kansli> exchange with organisation, nämnd,
				 public facts of person and mandat; borrowed */
	VEC(struct publish_meeting) meetings;
	const void *picture; /* the arms, PNG; NULL: none */
	size_t picture_size;
	const char *templates; /* folder of the XSLT and CSS: templates/web */
	kl_day today; /* what is past its removal day is not on the board */
	const char *instant; /* "2026-11-24T09:30:00Z", for the feed */
	const char *base;    /* where the site will stand, ending in "/"; NULL:
				not known, then feeds have relative links */
};

/* publish_folder(a, key): the folder of a meeting's page relative to the site's
 * root, without a final slash: "TRN/2010-11-23/2" gives "trn/2010-11-23-2".
 * The files of the meeting belong there.  Only a-z, 0-9 and hyphens (å, ä: a;
 * ö: o).  NULL when memory is out. */
char *publish_folder(struct arena *a, const char *key);

/* publish_write(site, dir, count, err): write the whole site under ${dir}: new
 * files aside and renamed, unchanged ones left alone; files of an earlier site
 * that are no longer wanted are removed (those listed in its manifest only).
 * ${count} gets the number of files.  A record that is not marked as public
 * (variant="publicerad") is refused with KL_E_RULE before anything is written;
 * a file that would land outside ${dir} or on another with KL_E_INPUT.  After a
 * failure later on the site may be part old, part new: every file is whole, and
 * writing again puts it right.  Not thread-safe (libxslt's error hook). */
int publish_write(const struct publish_site *site, const char *dir,
    size_t *count, struct kl_error *err);

#endif
