/* SPDX-License-Identifier: EUPL-1.2
 *
 * Provisions as offices write them, and as readers need them.
 */
#ifndef DOMAIN_PROVISION_H
#define DOMAIN_PROVISION_H

#include "base/arena.h"

/* provision_text(a, provision): "OSL 19:3" or "KL 6:28 p 1" written out in
 * full; the provision itself if it is not of a known form; NULL for NULL. */
const char *provision_text(struct arena *a, const char *provision);

#endif
