#include "CLCMS.h"

#include <CLibraryLookup.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

// lcms2.h as far as it is needed: formats are colour space << 16 | extra channels << 7 | channels << 3 | bytes.
enum {
    PT_GRAY = 3,
    PT_RGB = 4,
    GRAY_8 = PT_GRAY << 16 | 1 << 3 | 1,
    RGBA_8 = PT_RGB << 16 | 1 << 7 | 3 << 3 | 1,
    RELATIVE_COLORIMETRIC = 1,
    BLACK_POINT_COMPENSATION = 0x2000,
    COPY_ALPHA = 0x04000000,
    SIGNATURE_RGB = 0x52474220,   // 'RGB '
    SIGNATURE_GRAY = 0x47524159,  // 'GRAY'
};

static struct {
    void *(*open_profile)(const void *, uint32_t);
    void *(*create_srgb)(void);
    uint32_t (*color_space)(void *);
    void *(*create_transform)(void *, uint32_t, void *, uint32_t, uint32_t, uint32_t);
    void (*do_transform)(void *, const void *, void *, uint32_t);
    void (*delete_transform)(void *);
    int (*close_profile)(void *);
} api;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_loaded = 0;

static void load(void) {
    static const library_function functions[] = {
        {"cmsOpenProfileFromMem", &api.open_profile},
        {"cmsCreate_sRGBProfile", &api.create_srgb},
        {"cmsGetColorSpace", &api.color_space},
        {"cmsCreateTransform", &api.create_transform},
        {"cmsDoTransform", &api.do_transform},
        {"cmsDeleteTransform", &api.delete_transform},
        {"cmsCloseProfile", &api.close_profile},
    };
    is_loaded = LIBRARY_LOOK_UP("liblcms2.so.2", functions);
}

struct clcms_conversion {
    void *transform;
    int is_gray;
};

clcms_status clcms_open(const uint8_t *bytes, size_t count, clcms_conversion **conversion) {
    pthread_once(&once, load);
    *conversion = NULL;
    if (!is_loaded) return CLCMS_NO_LIBRARY;
    if (count < 128 || count > 64 << 20) return CLCMS_UNUSABLE;

    void *profile = api.open_profile(bytes, (uint32_t)count);
    if (!profile) return CLCMS_UNUSABLE;
    uint32_t space = api.color_space(profile);
    int is_gray = space == SIGNATURE_GRAY;
    void *transform = NULL;
    if (is_gray || space == SIGNATURE_RGB) {
        void *srgb = api.create_srgb();
        uint32_t flags = BLACK_POINT_COMPENSATION | (is_gray ? 0 : COPY_ALPHA);
        if (srgb) {
            transform = api.create_transform(
                profile, is_gray ? GRAY_8 : RGBA_8, srgb, RGBA_8, RELATIVE_COLORIMETRIC, flags);
            api.close_profile(srgb);
        }
    }
    api.close_profile(profile);
    if (!transform) return CLCMS_UNUSABLE;
    clcms_conversion *result = malloc(sizeof *result);
    if (!result) abort();
    result->transform = transform;
    result->is_gray = is_gray;
    *conversion = result;
    return CLCMS_OK;
}

void clcms_convert(const clcms_conversion *conversion, uint8_t *pixels, size_t count) {
    enum { CHUNK = 4096 };
    uint8_t gray[CHUNK];
    while (count > 0) {
        size_t part = count < CHUNK ? count : CHUNK;
        if (conversion->is_gray) {
            // The alpha of the target is not written to.
            for (size_t index = 0; index < part; index++) gray[index] = pixels[4 * index];
            api.do_transform(conversion->transform, gray, pixels, (uint32_t)part);
        } else {
            api.do_transform(conversion->transform, pixels, pixels, (uint32_t)part);
        }
        pixels += 4 * part;
        count -= part;
    }
}

void clcms_close(clcms_conversion *conversion) {
    if (!conversion) return;
    api.delete_transform(conversion->transform);
    free(conversion);
}
