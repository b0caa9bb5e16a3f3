/// What Offprint uses of ICU, as static inline functions: ICU renames its symbols by macro, which Swift cannot see.
#pragma once
#include "CICUConversion.h"
#include "CICUText.h"
