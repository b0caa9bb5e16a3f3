#pragma once

#include <stdbool.h>
#include <stddef.h>

// Libraries that are loaded where they are first needed, so that a run without pictures, drawings or the network does not
// pay for them. Only the C modules use this.

/// A function of a library: its name, and where its address is to be written.
typedef struct {
    const char *name;
    void *address;
} library_function;

/// Loads a library by its file's name (dlopen(3), which looks in the system's folders) and writes the addresses of its
/// functions. False if the library is absent or lacks one of them; what was written then is not to be called.
bool library_look_up(const char *file, const library_function *functions, size_t count);

#define LIBRARY_LOOK_UP(file, functions) library_look_up(file, functions, sizeof functions / sizeof functions[0])
