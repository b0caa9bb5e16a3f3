/// What Offprint uses of ICU, as functions: ICU renames its symbols by macro, which Swift cannot see.
/// Its own headers stay out of these, since FoundationEssentials brings another ICU whose types would clash.
#pragma once
#include "CICUConversion.h"
#include "CICUText.h"
