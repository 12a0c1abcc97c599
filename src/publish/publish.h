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
};

struct publish_site {
	xmlDoc *organisation; /* <kansli> exchange with organisation, nämnd, public
				 facts of person and mandat; borrowed */
	VEC(struct publish_meeting) meetings;
	const void *picture; /* the arms, PNG; NULL: none */
	size_t picture_size;
	const char *templates; /* folder of the XSLT and CSS: templates/web */
	kl_day today;          /* what is past its removal day is not on the board */
	const char *instant;   /* "2026-11-24T09:30:00Z", for the feed */
};

/* publish_write(site, dir, count, err): write the whole site under ${dir}: new
 * files aside and renamed; files of an earlier site that are no longer wanted
 * are removed (those listed in its manifest only).  ${count} gets the number of
 * files. */
int publish_write(const struct publish_site *site, const char *dir,
    size_t *count, struct kl_error *err);

#endif
