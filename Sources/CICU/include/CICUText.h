/// Segmentation, bidirectional levels, scripts and properties of text through ICU (ubrk.h, ubidi.h, uscript.h, uchar.h).
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

/// What a break iterator looks for.
enum icu_break_kind { ICU_BREAK_CHARACTER = 0, ICU_BREAK_WORD = 1, ICU_BREAK_LINE = 2, ICU_BREAK_SENTENCE = 3 };

/// A break iterator without text, or NULL; `locale` is an ICU locale id, with keywords.
static inline void *_Nullable icu_break_open(enum icu_break_kind kind, const char *_Nonnull locale) {
    static const UBreakIteratorType types[] = {UBRK_CHARACTER, UBRK_WORD, UBRK_LINE, UBRK_SENTENCE};
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open(types[kind], locale, NULL, 0, &status);
    return U_FAILURE(status) ? NULL : iterator;
}

static inline void icu_break_close(void *_Nonnull iterator) { ubrk_close((UBreakIterator *)iterator); }

/// Points an iterator at text, which has to stay where it is until the last `icu_break_next`.
static inline bool icu_break_set_text(void *_Nonnull iterator, const uint16_t *_Nonnull text, int32_t count) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText((UBreakIterator *)iterator, (const UChar *)text, count, &status);
    return U_SUCCESS(status);
}

/// The next boundary, or -1 at the end.
static inline int32_t icu_break_next(void *_Nonnull iterator) { return ubrk_next((UBreakIterator *)iterator); }

/// The rule status of the boundary last returned: 100 and more for mandatory line breaks, 200 and more for words of letters.
static inline int32_t icu_break_status(void *_Nonnull iterator) { return ubrk_getRuleStatus((UBreakIterator *)iterator); }

/// Resolves the embedding levels of one paragraph into `levels`; `base` is 0, 1, or 254 to take the first strong
/// character's direction and left to right without any. Returns the paragraph's level, or -1 on failure.
static inline int32_t icu_bidi_levels(const uint16_t *_Nonnull text, int32_t count, uint8_t base, uint8_t *_Nonnull levels) {
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

/// The script of a code point as ICU numbers them; 0 is Common, 1 Inherited.
static inline int32_t icu_script(int32_t scalar) {
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode code = uscript_getScript(scalar, &status);
    return U_FAILURE(status) ? 0 : (int32_t)code;
}

/// True if the code point's script extensions hold the script.
static inline bool icu_has_script(int32_t scalar, int32_t script) { return uscript_hasScript(scalar, (UScriptCode)script); }

/// The script's four-letter ISO 15924 code.
static inline const char *_Nonnull icu_script_name(int32_t script) {
    const char *name = uscript_getShortName((UScriptCode)script);
    return name == NULL ? "Zyyy" : name;
}

/// ICU's number of a script given by its four letters, or -1.
static inline int32_t icu_script_code(const char *_Nonnull name) {
    UScriptCode code[1];
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = uscript_getCode(name, code, 1, &status);
    return U_FAILURE(status) || count < 1 ? -1 : (int32_t)code[0];
}

/// Unicode properties of one code point.
static inline bool icu_is_emoji_presentation(int32_t scalar) { return u_hasBinaryProperty(scalar, UCHAR_EMOJI_PRESENTATION); }
static inline bool icu_is_emoji(int32_t scalar) { return u_hasBinaryProperty(scalar, UCHAR_EMOJI); }
static inline bool icu_is_default_ignorable(int32_t scalar) {
    return u_hasBinaryProperty(scalar, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}
static inline int32_t icu_bidi_class(int32_t scalar) { return (int32_t)u_charDirection(scalar); }
static inline bool icu_is_letter(int32_t scalar) { return u_isalpha(scalar); }
static inline bool icu_is_mark(int32_t scalar) { return (U_GET_GC_MASK(scalar) & U_GC_M_MASK) != 0; }
static inline bool icu_is_uppercase(int32_t scalar) { return u_isupper(scalar) || u_istitle(scalar); }
static inline int32_t icu_lowercase(int32_t scalar) { return u_tolower(scalar); }
