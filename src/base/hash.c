/* SPDX-License-Identifier: EUPL-1.2
 *
 * SHA-256 in hexadecimal.
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

void
hash_end(struct hash *h, char hex[HASH_HEX])
{
	static const char digit[] = "0123456789abcdef";
	unsigned char sum[crypto_hash_sha256_BYTES];
	size_t i;

	crypto_hash_sha256_final(&h->state, sum);
	for (i = 0; i < sizeof sum; i++) {
		hex[2 * i] = digit[sum[i] >> 4];
		hex[2 * i + 1] = digit[sum[i] & 15];
	}
	hex[2 * i] = '\0';
}

void
hash_of(const void *data, size_t n, char hex[HASH_HEX])
{
	struct hash h;

	hash_init(&h);
	hash_add(&h, data, n);
	hash_end(&h, hex);
}
