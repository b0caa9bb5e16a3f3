/// Character set conversion and detection through ICU (ucnv.h, ucsdet.h).
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The bytes as UTF-16, or NULL where ICU has no such converter; the caller frees the result.
/// Undecodable bytes become U+FFFD, as the Encoding Standard's decoders do.
uint16_t *_Nullable icu_decode(const char *_Nonnull converter, const uint8_t *_Nonnull bytes, size_t count,
                               size_t *_Nonnull length);

/// Frees what `icu_decode` returned.
void icu_free(uint16_t *_Nonnull units);

/// Writes the name of the character set that the bytes look like, and ICU's confidence (0 to 100, 0 for none).
int32_t icu_detect(const uint8_t *_Nonnull bytes, int32_t count, char *_Nonnull name, size_t capacity);
