/* SPDX-License-Identifier: EUPL-1.2
 *
 * Matters and their documents.  A matter exists before and outside any meeting.
 */
#ifndef DOMAIN_MATTER_H
#define DOMAIN_MATTER_H

#include "domain/people.h"

/* A secrecy mark (OSL 5:5): provision, date, who set it. */
struct secrecy {
	const char *provision; /* "OSL 19:3"; NULL: no secrecy */
	kl_day date;
	const char *authority;
	const char *neutral_title; /* shown instead of the title */
};

struct document_file {
	int64_t id;
	int nr;		  /* running number in the matter, from 1 */
	const char *kind; /* tjänsteutlåtande, bilaga, skrivelse ... */
	const char *title;
	kl_day date; /* received or drawn up */
	enum direction direction;
	const char *correspondent; /* sender or receiver */
	bool publish;
	struct secrecy secrecy;
	const char *file;   /* name as given, relative, no ".." */
	const char *sha256; /* its bytes among the blobs; NULL: not there yet */
	int64_t size;	    /* bytes */
	int line;
};

struct matter {
	int64_t id;
	const char *number;    /* registration number, opaque and unique */
	const char *committee; /* code */
	const char *title;
	const char *department, *unit, *officer;
	enum matter_kind kind; /* 0: not given */
	enum appeal_kind appeal;
	struct secrecy secrecy;
	const char *meeting; /* key of the meeting it is registered for */
	kl_day registered;
	kl_day answer_by;     /* KL_DAY_NONE: none */
	bool authority;	      /* myndighetsutövning mot enskild */
	text_list proposals;  /* points of the proposed decision */
	text_list recipients; /* who gets the decision */
	VEC(struct document_file) documents;
	int line;
};

#endif
