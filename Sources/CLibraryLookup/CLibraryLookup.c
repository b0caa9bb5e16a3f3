#include "CLibraryLookup.h"

#include <dlfcn.h>
#include <string.h>

bool library_look_up(const char *file, const library_function *functions, size_t count) {
    void *library = dlopen(file, RTLD_NOW | RTLD_LOCAL);
    if (!library) return false;
    for (size_t index = 0; index < count; index++) {
        void *symbol = dlsym(library, functions[index].name);
        if (!symbol) return false;
        memcpy(functions[index].address, &symbol, sizeof symbol);
    }
    return true;
}
