#pragma once
#include <stddef.h>
#include <stdint.h>

// What Offprint uses of Little CMS, which is loaded on the first picture that has a colour profile (dlopen).

typedef enum {
    CLCMS_OK = 0,
    CLCMS_NO_LIBRARY,  // liblcms2.so.2 cannot be loaded
    CLCMS_UNUSABLE,    // no profile of red, green and blue or of gray that can be converted from
} clcms_status;

// A conversion from a profile to sRGB; made once, used for many pixels.
typedef struct clcms_conversion clcms_conversion;

clcms_status clcms_open(const uint8_t *profile, size_t count, clcms_conversion **conversion);
// Converts rows of red, green, blue and alpha, a byte each, in place; of a gray profile, red is taken for the gray.
void clcms_convert(const clcms_conversion *conversion, uint8_t *pixels, size_t count);
void clcms_close(clcms_conversion *conversion);
