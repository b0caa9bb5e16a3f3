/// What Offprint uses of ICU, as static inline functions: ICU renames its symbols by macro, which Swift cannot see.
#pragma once
#if __has_include("CICUConversion.h")
#include "CICUConversion.h"
#endif
#if __has_include("CICUText.h")
#include "CICUText.h"
#endif
