/// Segmentation, bidirectional levels, scripts and properties of text through ICU (ubrk.h, ubidi.h, uscript.h, uchar.h).
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

/// What a break iterator looks for.
enum icu_break_kind { ICU_BREAK_CHARACTER = 0, ICU_BREAK_WORD = 1, ICU_BREAK_LINE = 2, ICU_BREAK_SENTENCE = 3 };

/// A break iterator without text, or NULL; `locale` is an ICU locale id, with keywords.
void *_Nullable icu_break_open(enum icu_break_kind kind, const char *_Nonnull locale);

void icu_break_close(void *_Nonnull iterator);

/// Points an iterator at text, which has to stay where it is until the last `icu_break_next`.
bool icu_break_set_text(void *_Nonnull iterator, const uint16_t *_Nonnull text, int32_t count);

/// The next boundary, or -1 at the end.
int32_t icu_break_next(void *_Nonnull iterator);

/// The rule status of the boundary last returned: 100 and more for mandatory line breaks, 200 and more for words of letters.
int32_t icu_break_status(void *_Nonnull iterator);

/// Resolves the embedding levels of one paragraph into `levels`; `base` is 0, 1, or 254 to take the first strong
/// character's direction and left to right without any. Returns the paragraph's level, or -1 on failure.
int32_t icu_bidi_levels(const uint16_t *_Nonnull text, int32_t count, uint8_t base, uint8_t *_Nonnull levels);

/// The script of a code point as ICU numbers them; 0 is Common, 1 Inherited.
int32_t icu_script(int32_t scalar);

/// True if the code point's script extensions hold the script.
bool icu_has_script(int32_t scalar, int32_t script);

/// The script's four-letter ISO 15924 code.
const char *_Nonnull icu_script_name(int32_t script);

/// ICU's number of a script given by its four letters, or -1.
int32_t icu_script_code(const char *_Nonnull name);

/// Unicode properties of one code point.
bool icu_is_emoji_presentation(int32_t scalar);
bool icu_is_emoji(int32_t scalar);
bool icu_is_default_ignorable(int32_t scalar);
int32_t icu_bidi_class(int32_t scalar);
bool icu_is_letter(int32_t scalar);
bool icu_is_digit(int32_t scalar);
bool icu_is_mark(int32_t scalar);
bool icu_is_uppercase(int32_t scalar);
int32_t icu_lowercase(int32_t scalar);
