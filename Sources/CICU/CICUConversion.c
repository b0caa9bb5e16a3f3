#include "CICUConversion.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

uint16_t *_Nullable icu_decode(const char *_Nonnull converter, const uint8_t *_Nonnull bytes, size_t count,
                               size_t *_Nonnull length) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *handle = ucnv_open(converter, &status);
    if (U_FAILURE(status) || handle == NULL) return NULL;
    size_t capacity = count + 64, used = 0;
    UChar *units = (UChar *)malloc(capacity * sizeof(UChar));
    const char *source = (const char *)bytes, *end = source + count;
    while (units != NULL) {
        UChar *target = units + used;
        status = U_ZERO_ERROR;
        ucnv_toUnicode(handle, &target, units + capacity, &source, end, NULL, true, &status);
        used = (size_t)(target - units);
        if (status != U_BUFFER_OVERFLOW_ERROR) break;
        capacity *= 2;
        UChar *larger = (UChar *)realloc(units, capacity * sizeof(UChar));
        if (larger == NULL) free(units);
        units = larger;
    }
    ucnv_close(handle);
    *length = used;
    return (uint16_t *)units;
}

void icu_free(uint16_t *_Nonnull units) { free(units); }

int32_t icu_detect(const uint8_t *_Nonnull bytes, int32_t count, char *_Nonnull name, size_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    int32_t confidence = 0;
    name[0] = 0;
    if (U_FAILURE(status)) return 0;
    ucsdet_enableInputFilter(detector, true);
    ucsdet_setText(detector, (const char *)bytes, count, &status);
    const UCharsetMatch *match = ucsdet_detect(detector, &status);
    if (U_SUCCESS(status) && match != NULL) {
        const char *found = ucsdet_getName(match, &status);
        confidence = ucsdet_getConfidence(match, &status);
        if (U_SUCCESS(status) && found != NULL) {
            strncpy(name, found, capacity - 1);
            name[capacity - 1] = 0;
        } else {
            confidence = 0;
        }
    }
    ucsdet_close(detector);
    return confidence;
}
