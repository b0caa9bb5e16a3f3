#include "CICUText.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

void *_Nullable icu_break_open(enum icu_break_kind kind, const char *_Nonnull locale) {
    static const UBreakIteratorType types[] = {UBRK_CHARACTER, UBRK_WORD, UBRK_LINE, UBRK_SENTENCE};
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(types[kind], locale, NULL, 0, &status);
    return U_FAILURE(status) ? NULL : iterator;
}

void icu_break_close(void *_Nonnull iterator) { ubrk_close((UBreakIterator *)iterator); }

bool icu_break_set_text(void *_Nonnull iterator, const uint16_t *_Nonnull text, int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText((UBreakIterator *)iterator, (const UChar *)text, count, &status);
    return U_SUCCESS(status);
}

int32_t icu_break_next(void *_Nonnull iterator) { return ubrk_next((UBreakIterator *)iterator); }

int32_t icu_break_status(void *_Nonnull iterator) { return ubrk_getRuleStatus((UBreakIterator *)iterator); }

int32_t icu_bidi_levels(const uint16_t *_Nonnull text, int32_t count, uint8_t base, uint8_t *_Nonnull levels) {
    UErrorCode status = U_ZERO_ERROR;
    UBiDi *bidi = ubidi_openSized(count, 0, &status);
    int32_t paragraph = -1;
    if (U_FAILURE(status)) return -1;
    ubidi_setPara(bidi, (const UChar *)text, count, base, NULL, &status);
    const UBiDiLevel *resolved = ubidi_getLevels(bidi, &status);
    if (U_SUCCESS(status)) {
        memcpy(levels, resolved, (size_t)count);
        paragraph = ubidi_getParaLevel(bidi);
    }
    ubidi_close(bidi);
    return paragraph;
}

int32_t icu_script(int32_t scalar) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode code = uscript_getScript(scalar, &status);
    return U_FAILURE(status) ? 0 : (int32_t)code;
}

bool icu_has_script(int32_t scalar, int32_t script) { return uscript_hasScript(scalar, (UScriptCode)script); }

const char *_Nonnull icu_script_name(int32_t script) {
    const char *name = uscript_getShortName((UScriptCode)script);
    return name == NULL ? "Zyyy" : name;
}

int32_t icu_script_code(const char *_Nonnull name) {
    UScriptCode code[1];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = uscript_getCode(name, code, 1, &status);
    return U_FAILURE(status) || count < 1 ? -1 : (int32_t)code[0];
}

bool icu_is_emoji_presentation(int32_t scalar) { return u_hasBinaryProperty(scalar, UCHAR_EMOJI_PRESENTATION); }
bool icu_is_emoji(int32_t scalar) { return u_hasBinaryProperty(scalar, UCHAR_EMOJI); }
bool icu_is_default_ignorable(int32_t scalar) {
    return u_hasBinaryProperty(scalar, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}
int32_t icu_bidi_class(int32_t scalar) { return (int32_t)u_charDirection(scalar); }
bool icu_is_letter(int32_t scalar) { return u_isalpha(scalar); }
bool icu_is_digit(int32_t scalar) { return u_isdigit(scalar); }
bool icu_is_mark(int32_t scalar) { return (U_GET_GC_MASK(scalar) & U_GC_M_MASK) != 0; }
bool icu_is_uppercase(int32_t scalar) { return u_isupper(scalar) || u_istitle(scalar); }
int32_t icu_lowercase(int32_t scalar) { return u_tolower(scalar); }
