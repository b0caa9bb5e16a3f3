// The functions are in the headers; a C target needs one source file.
#include "CICU.h"
