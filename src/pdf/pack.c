/* SPDX-License-Identifier: EUPL-1.2
 *
 * Deflating with one state for all streams: pages are small, and setting up a
 * state costs about what deflating a page does.  The quickest level makes files
 * larger by a twenty-fifth, and half the work.
 */
#include "config.h"

#include <limits.h>
#include <string.h>
#include <zlib.h>

#include "base/mem.h"
#include "pdf/pack.h"

#define LEVEL 1

struct packer {
	z_stream z;
	pack_sink sink;
	void *context;
	bool failed;
	unsigned char out[16384];
};

static void *
give(void *opaque, unsigned n, unsigned size)
{
	(void)opaque;
	return n > 0 && size > UINT_MAX / n ? NULL
					    : mem_alloc((size_t)n * size);
}

static void
take_back(void *opaque, void *p)
{
	(void)opaque;
	mem_free(p);
}

struct packer *
packer_new(void)
{
	struct packer *p = mem_alloc(sizeof *p);

	if (p == NULL)
		return NULL;
	p->z.zalloc = give;
	p->z.zfree = take_back;
	if (deflateInit(&p->z, LEVEL) != Z_OK) {
		mem_free(p);
		return NULL;
	}
	return p;
}

void
packer_free(struct packer *p)
{
	if (p == NULL)
		return;
	deflateEnd(&p->z);
	mem_free(p);
}

void
pack_begin(struct packer *p, pack_sink sink, void *context)
{
	p->sink = sink;
	p->context = context;
	p->failed = deflateReset(&p->z) != Z_OK;
}

static void
squeeze(struct packer *p, const void *data, size_t n, int flush)
{
	int rc;

	if (n > UINT_MAX)
		p->failed = true;
	p->z.next_in = (unsigned char *)data;
	p->z.avail_in = (unsigned)n;
	while (!p->failed) {
		p->z.next_out = p->out;
		p->z.avail_out = sizeof p->out;
		rc = deflate(&p->z, flush);
		p->failed =
		    rc == Z_STREAM_ERROR || !p->sink(p->context, p->out,
						sizeof p->out - p->z.avail_out);
		if (p->z.avail_out > 0)
			break;
	}
}

void
pack_add(struct packer *p, const void *data, size_t n)
{
	squeeze(p, data, n, Z_NO_FLUSH);
}

bool
pack_end(struct packer *p)
{
	squeeze(p, "", 0, Z_FINISH);
	return !p->failed;
}
