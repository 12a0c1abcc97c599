/* SPDX-License-Identifier: EUPL-1.2
 *
 * Hashes in hexadecimal.
 */
#include "config.h"

#include <stdio.h>

#include "base/hash.h"

void
hash_init(struct hash *h)
{
	crypto_hash_sha256_init(&h->state);
}

void
hash_add(struct hash *h, const void *data, size_t n)
{
	crypto_hash_sha256_update(&h->state, data, n);
}

static void
put_hex(const unsigned char sum[(HASH_HEX - 1) / 2], char hex[HASH_HEX])
{
	static const char digit[] = "0123456789abcdef";
	size_t i;

	for (i = 0; i < (HASH_HEX - 1) / 2; i++) {
		hex[2 * i] = digit[sum[i] >> 4];
		hex[2 * i + 1] = digit[sum[i] & 15];
	}
	hex[2 * i] = '\0';
}

void
hash_end(struct hash *h, char hex[HASH_HEX])
{
	unsigned char sum[crypto_hash_sha256_BYTES];

	crypto_hash_sha256_final(&h->state, sum);
	put_hex(sum, hex);
}

void
hash_of(const void *data, size_t n, char hex[HASH_HEX])
{
	struct hash h;

	hash_init(&h);
	hash_add(&h, data, n);
	hash_end(&h, hex);
}

void
digest_init(struct digest *d)
{
	crypto_generichash_init(&d->state, NULL, 0, crypto_generichash_BYTES);
}

void
digest_add(struct digest *d, const void *data, size_t n)
{
	crypto_generichash_update(&d->state, data, n);
}

void
digest_end(struct digest *d, char hex[HASH_HEX])
{
	unsigned char sum[crypto_generichash_BYTES];

	crypto_generichash_final(&d->state, sum, sizeof sum);
	put_hex(sum, hex);
}

void
digest_of(const void *data, size_t n, char hex[HASH_HEX])
{
	struct digest d;

	digest_init(&d);
	digest_add(&d, data, n);
	digest_end(&d, hex);
}
