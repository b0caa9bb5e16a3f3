#include "CPixbuf.h"

#include <CLibraryLookup.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// GLib's public structures and enumerations as far as they are needed, so that no header of it is.
typedef struct {
    uint32_t domain;
    int code;
    char *message;
} GError;
enum { GDK_PIXBUF_ERROR_UNKNOWN_TYPE = 3, GDK_COLORSPACE_RGB = 0 };

static struct {
    void *(*loader_new_with_type)(const char *, GError **);
    int (*loader_write)(void *, const uint8_t *, size_t, GError **);
    int (*loader_close)(void *, GError **);
    void (*loader_set_size)(void *, int, int);
    void *(*loader_get_pixbuf)(void *);
    int (*get_width)(const void *);
    int (*get_height)(const void *);
    int (*get_rowstride)(const void *);
    int (*get_n_channels)(const void *);
    int (*get_bits_per_sample)(const void *);
    const uint8_t *(*read_pixels)(const void *);
    const char *(*get_option)(void *, const char *);
    void (*fill)(void *, uint32_t);
    void *(*new_from_data)(const uint8_t *, int, int, int, int, int, int, void *, void *);
    int (*save_to_bufferv)(void *, char **, size_t *, const char *, char **, char **, GError **);
    unsigned long (*signal_connect_data)(void *, const char *, void (*)(void), void *, void *, int);
    void *(*object_ref)(void *);
    void (*object_unref)(void *);
    void (*error_free)(GError *);
    void (*free)(void *);
} api;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int is_loaded = 0;

static void load(void) {
    static const library_function functions[] = {
        {"gdk_pixbuf_loader_new_with_type", &api.loader_new_with_type},
        {"gdk_pixbuf_loader_write", &api.loader_write},
        {"gdk_pixbuf_loader_close", &api.loader_close},
        {"gdk_pixbuf_loader_set_size", &api.loader_set_size},
        {"gdk_pixbuf_loader_get_pixbuf", &api.loader_get_pixbuf},
        {"gdk_pixbuf_get_width", &api.get_width},
        {"gdk_pixbuf_get_height", &api.get_height},
        {"gdk_pixbuf_get_rowstride", &api.get_rowstride},
        {"gdk_pixbuf_get_n_channels", &api.get_n_channels},
        {"gdk_pixbuf_get_bits_per_sample", &api.get_bits_per_sample},
        {"gdk_pixbuf_read_pixels", &api.read_pixels},
        {"gdk_pixbuf_get_option", &api.get_option},
        {"gdk_pixbuf_fill", &api.fill},
        {"gdk_pixbuf_new_from_data", &api.new_from_data},
        {"gdk_pixbuf_save_to_bufferv", &api.save_to_bufferv},
        {"g_signal_connect_data", &api.signal_connect_data},
        {"g_object_ref", &api.object_ref},
        {"g_object_unref", &api.object_unref},
        {"g_error_free", &api.error_free},
        {"g_free", &api.free},
    };
    // GLib's and GObject's are found through gdk-pixbuf, which depends on them.
    is_loaded = LIBRARY_LOOK_UP("libgdk_pixbuf-2.0.so.0", functions);
}

// Copies the error's text, frees it and returns its code.
static int take(GError *error, char *message, size_t size) {
    if (!error) {
        snprintf(message, size, "no reason given");
        return -1;
    }
    int code = error->code;
    snprintf(message, size, "%s", error->message);
    api.error_free(error);
    return code;
}

typedef struct {
    int64_t max_pixels;
    int shrink;
    int is_too_large;
} size_request;

// gdk-pixbuf's loaders stop at a size of nothing, before they allocate the picture.
static void prepare_size(void *loader, int width, int height, void *context) {
    size_request *request = context;
    if (width <= 0 || height <= 0) return;
    int w = (width + request->shrink - 1) / request->shrink;
    int h = (height + request->shrink - 1) / request->shrink;
    if ((int64_t)w * h > request->max_pixels) {
        request->is_too_large = 1;
        api.loader_set_size(loader, 0, 0);
    } else if (request->shrink > 1) {
        api.loader_set_size(loader, w, h);
    }
}

// What a cut-off picture does not have must not be whatever the memory held. These loaders tell of the picture before they
// write the first row.
static void prepare_area(void *loader, void *context) {
    (void)context;
    void *pixbuf = api.loader_get_pixbuf(loader);
    if (pixbuf) api.fill(pixbuf, 0xffffff00);
}

cpixbuf_status cpixbuf_decode(
    const uint8_t *bytes, size_t count, const char *type, int64_t max_pixels, int shrink, cpixbuf_image *image,
    char *message, size_t message_size) {
    pthread_once(&once, load);
    memset(image, 0, sizeof *image);
    message[0] = 0;
    if (!is_loaded) return CPIXBUF_NO_LIBRARY;

    GError *error = NULL;
    void *loader = api.loader_new_with_type(type, &error);
    if (!loader) {
        int code = take(error, message, message_size);
        return code == GDK_PIXBUF_ERROR_UNKNOWN_TYPE ? CPIXBUF_NO_LOADER : CPIXBUF_UNREADABLE;
    }
    size_request request = {max_pixels, shrink, 0};
    api.signal_connect_data(loader, "size-prepared", (void (*)(void))prepare_size, &request, NULL, 0);
    if (strcmp(type, "jpeg") == 0 || strcmp(type, "png") == 0 || strcmp(type, "bmp") == 0)
        api.signal_connect_data(loader, "area-prepared", (void (*)(void))prepare_area, NULL, NULL, 0);
    int is_whole = api.loader_write(loader, bytes, count, &error);
    // A loader must be closed in any case; a cut-off picture keeps what was read, so its error is not the end.
    GError *closing = NULL;
    is_whole = api.loader_close(loader, &closing) && is_whole;
    if (closing) {
        if (error) api.error_free(closing); else error = closing;
    }
    void *pixbuf = api.loader_get_pixbuf(loader);
    cpixbuf_status status = CPIXBUF_OK;
    if (request.is_too_large) status = CPIXBUF_TOO_LARGE;
    else if (!pixbuf || api.get_bits_per_sample(pixbuf) != 8) status = CPIXBUF_UNREADABLE;
    if (status == CPIXBUF_OK) {
        image->owner = api.object_ref(pixbuf);
        image->pixels = api.read_pixels(pixbuf);
        image->width = api.get_width(pixbuf);
        image->height = api.get_height(pixbuf);
        image->stride = api.get_rowstride(pixbuf);
        image->channels = api.get_n_channels(pixbuf);
        const char *orientation = api.get_option(pixbuf, "orientation");
        image->orientation = orientation ? atoi(orientation) : 0;
        image->icc_profile = api.get_option(pixbuf, "icc-profile");
    }
    // With CPIXBUF_OK a message is a warning: the picture is there, but not all of it.
    if (error) take(error, message, message_size);
    else if (status != CPIXBUF_OK || !is_whole) snprintf(message, message_size, "no reason given");
    api.object_unref(loader);
    return status;
}

void cpixbuf_release(cpixbuf_image *image) {
    if (image->owner) api.object_unref(image->owner);
    memset(image, 0, sizeof *image);
}

cpixbuf_status cpixbuf_encode(
    const uint8_t *pixels, int width, int height, int channels, const char *type, int quality, cpixbuf_buffer *buffer,
    char *message, size_t message_size) {
    pthread_once(&once, load);
    memset(buffer, 0, sizeof *buffer);
    message[0] = 0;
    if (!is_loaded) return CPIXBUF_NO_LIBRARY;

    void *pixbuf = api.new_from_data(
        pixels, GDK_COLORSPACE_RGB, channels == 4, 8, width, height, width * channels, NULL, NULL);
    if (!pixbuf) {
        snprintf(message, message_size, "no memory for the picture");
        return CPIXBUF_UNREADABLE;
    }
    char number[16];
    snprintf(number, sizeof number, "%d", quality);
    char quality_key[] = "quality";
    int is_jpeg = strcmp(type, "jpeg") == 0;
    char *keys[] = {is_jpeg ? quality_key : NULL, NULL};
    char *values[] = {is_jpeg ? number : NULL, NULL};
    GError *error = NULL;
    int is_saved = api.save_to_bufferv(pixbuf, &buffer->bytes, &buffer->count, type, keys, values, &error);
    api.object_unref(pixbuf);
    if (is_saved) return CPIXBUF_OK;
    int code = take(error, message, message_size);
    return code == GDK_PIXBUF_ERROR_UNKNOWN_TYPE ? CPIXBUF_NO_LOADER : CPIXBUF_UNREADABLE;
}

void cpixbuf_free(cpixbuf_buffer *buffer) {
    if (buffer->bytes) api.free(buffer->bytes);
    memset(buffer, 0, sizeof *buffer);
}
