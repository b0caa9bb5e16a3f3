#pragma once
#include <stddef.h>
#include <stdint.h>

// What Offprint uses of gdk-pixbuf, which is loaded on the first call (dlopen), so that a run without pictures does not
// pay for it and a machine without it can still set text.

typedef enum {
    CPIXBUF_OK = 0,
    CPIXBUF_NO_LIBRARY,  // libgdk_pixbuf-2.0.so.0 cannot be loaded
    CPIXBUF_NO_LOADER,   // the library has no loader for this type
    CPIXBUF_TOO_LARGE,   // the picture has more pixels than allowed
    CPIXBUF_UNREADABLE,  // the loader or saver failed; the message says why
} cpixbuf_status;

typedef struct {
    const uint8_t *pixels;  // rows of `channels` bytes a pixel, colour not multiplied by alpha
    int width, height, stride, channels;
    int orientation;  // what the loader says is left to apply, 0 if nothing
    const char *icc_profile;  // in Base64, NULL if there is none; valid until released
    void *owner;
} cpixbuf_image;

typedef struct {
    char *bytes;
    size_t count;
} cpixbuf_buffer;

// Decodes bytes of a type ("jpeg", "png", …) at the size divided by `shrink` (1, 2, 4 or 8), rounded up.
cpixbuf_status cpixbuf_decode(
    const uint8_t *bytes, size_t count, const char *type, int64_t max_pixels, int shrink, cpixbuf_image *image,
    char *message, size_t message_size);
void cpixbuf_release(cpixbuf_image *image);

// Encodes RGBA or RGB pixels as "png" or "jpeg" (quality 0 to 100).
cpixbuf_status cpixbuf_encode(
    const uint8_t *pixels, int width, int height, int channels, const char *type, int quality, cpixbuf_buffer *buffer,
    char *message, size_t message_size);
void cpixbuf_free(cpixbuf_buffer *buffer);
