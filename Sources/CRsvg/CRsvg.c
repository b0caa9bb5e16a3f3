#include "CRsvg.h"
#include <CLibraryLookup.h>

// librsvg is not linked, so that a run without SVG pictures does not load it and its forty dependencies.
typedef struct { double x, y, width, height; } Rectangle;

static void *(*handle_new)(const unsigned char *, size_t, void **);
static void (*handle_set_dpi)(void *, double);
static int (*handle_render)(void *, void *, const Rectangle *, void **);
static void (*object_unref)(void *);
static void (*error_free)(void *);

bool offprint_rsvg_available(void) {
    static const library_function functions[] = {
        {"rsvg_handle_new_from_data", &handle_new},
        {"rsvg_handle_set_dpi", &handle_set_dpi},
        {"rsvg_handle_render_document", &handle_render},
        {"g_object_unref", &object_unref},
        {"g_error_free", &error_free},
    };
    static int state = 0;  // 0 not tried, 1 there, -1 absent
    if (state == 0) state = LIBRARY_LOOK_UP("librsvg-2.so.2", functions) ? 1 : -1;
    return state == 1;
}

void *offprint_rsvg_read(const unsigned char *bytes, size_t count) {
    if (!offprint_rsvg_available()) return NULL;
    void *error = NULL;
    void *picture = handle_new(bytes, count, &error);
    if (error) error_free(error);
    if (picture) handle_set_dpi(picture, 96);
    return picture;
}

bool offprint_rsvg_draw(void *picture, void *cairo, double x, double y, double width, double height) {
    Rectangle area = {x, y, width, height};
    void *error = NULL;
    int drawn = handle_render(picture, cairo, &area, &error);
    if (error) error_free(error);
    return drawn != 0;
}

void offprint_rsvg_free(void *picture) { object_unref(picture); }
