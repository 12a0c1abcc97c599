/* SPDX-License-Identifier: EUPL-1.2
 *
 * Hashes in hexadecimal.
 */
#include "config.h"

/* The functions below are older than OpenSSL 3 and still the quick ones: what
 * came after sets up providers first, which takes longer than the hashing. */
#define OPENSSL_API_COMPAT 0x10101000L

#include <sodium/core.h>

#include "base/hash.h"

void
hash_init(struct hash *h)
{
	SHA256_Init(&h->state);
}

void
hash_add(struct hash *h, const void *data, size_t n)
{
	SHA256_Update(&h->state, data, n);
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
	unsigned char sum[SHA256_DIGEST_LENGTH];

	SHA256_Final(sum, &h->state);
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
	/* it sees what the processor can do; if it fails, it is only slower */
	int ready = sodium_init();

	(void)ready;
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
