#pragma once
#include <stdbool.h>
#include <stddef.h>

/// Loads librsvg on the first call; false where it is not installed.
bool offprint_rsvg_available(void);

/// A picture read from SVG bytes, or NULL. References to other files are not followed.
void *offprint_rsvg_read(const unsigned char *bytes, size_t count);

/// Draws the picture into a rectangle of a `cairo_t`; false where librsvg reports an error.
bool offprint_rsvg_draw(void *picture, void *cairo, double x, double y, double width, double height);

/// Ends a picture made by `offprint_rsvg_read`.
void offprint_rsvg_free(void *picture);
