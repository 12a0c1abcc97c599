/* SPDX-License-Identifier: EUPL-1.2
 *
 * SHA-256 (FIPS 180-4) for what must be proved, through OpenSSL, and BLAKE2b
 * (RFC 7693), which is faster, for what only needs a name, through libsodium.
 */
#ifndef BASE_HASH_H
#define BASE_HASH_H

#include <stddef.h>
#include <openssl/sha.h>
#include <sodium/crypto_generichash.h>

#define HASH_HEX 65 /* 64 lower-case hexadecimal digits and NUL */

struct hash {
	SHA256_CTX state;
};

void hash_init(struct hash *h);
void hash_add(struct hash *h, const void *data, size_t n);
/* hash_end(h, hex): finish and write the digest in hexadecimal. */
void hash_end(struct hash *h, char hex[HASH_HEX]);

/* hash_of(data, n, hex): the digest of ${n} bytes. */
void hash_of(const void *data, size_t n, char hex[HASH_HEX]);

/* A name for some content: BLAKE2b of 256 bits. */
struct digest {
	crypto_generichash_state state;
};

void digest_init(struct digest *d);
void digest_add(struct digest *d, const void *data, size_t n);
/* digest_end(d, hex): finish and write the digest in hexadecimal. */
void digest_end(struct digest *d, char hex[HASH_HEX]);

/* digest_of(data, n, hex): the same of ${n} bytes. */
void digest_of(const void *data, size_t n, char hex[HASH_HEX]);

#endif
