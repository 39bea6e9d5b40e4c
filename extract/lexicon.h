/* SPDX-License-Identifier: MIT */
/*
 * lexicon.h - the language knowledge of the engine, read from lexicon/ (see
 * lexicon/README.md for every file and column) when the engine is made.
 *
 * A phrase is a run of folded tokens; it carries a tag (what it means for the
 * grammar) and a value. Many tags may own one phrase. Loaded once, read only
 * after that, shared by threads.
 */
#ifndef BAOCAO_LEXICON_H
#define BAOCAO_LEXICON_H

#include "arena.h"
#include "extract.h"
#include "token.h"

/* What a phrase can mean. Rows: enumerator, the tag's name in the data files, the words its value column may hold
 * ("#": a whole number, "": none, else a list in the order of the value). */
#define BC_TAGS(X)                                                                                                     \
    /* numbers.tsv */                                                                                                  \
    X(BC_TAG_DIGIT, "digit", "#")           /* hai 2, mười 10 */                                                    \
    X(BC_TAG_TAIL_DIGIT, "tail_digit", "#") /* lăm 5, linh 0: only behind another number word */                      \
    X(BC_TAG_SCALE, "scale", "#")           /* nghìn 3, vạn 4, triệu 6, tỷ 9: power of ten */                   \
    X(BC_TAG_HALF, "half", "")              /* rưỡi */                                                              \
    X(BC_TAG_DOUBLE, "double", "#")         /* đôi, after gấp: 2 */                                                \
    X(BC_TAG_NO_HUNDRED, "no_hundred", "")  /* không trăm, within a number in words */                               \
    X(BC_TAG_POINT_WORD, "point_word", "")  /* phẩy: a decimal mark in words */                                      \
    X(BC_TAG_PLACE_WORD, "place_word", "#") /* nhất 1, nhì 2: behind thứ */                                       \
    X(BC_TAG_MINUS, "minus", "")            /* âm: the figure behind it is below zero */                              \
    /* units.tsv, counters.tsv, indicators.tsv: the value is the row */                                                \
    X(BC_TAG_UNIT, "unit", "#")                                                                                        \
    X(BC_TAG_COUNTER, "counter", "#")                                                                                  \
    X(BC_TAG_INDICATOR, "indicator", "#")                                                                              \
    X(BC_TAG_HINT, "hint", "#")                                                                                        \
    X(BC_TAG_DISTRICT, "district", "#")                                                                                \
    X(BC_TAG_PROVINCE, "province", "#")                                                                                \
    /* hedges.tsv */                                                                                                   \
    X(BC_TAG_BOUND, "bound", "exact about over under at_least at_most")                                                \
    X(BC_TAG_BOUND_AFTER, "bound_after", "exact about over under at_least at_most")                                    \
    X(BC_TAG_BETWEEN, "between", "") /* giữa: A và B behind it is a range */                                        \
    X(BC_TAG_STATUS, "status", "actual estimate forecast target")                                                      \
    /* relations.tsv */                                                                                                \
    X(BC_TAG_RISE, "rise", "")                                                                                         \
    X(BC_TAG_FALL, "fall", "")                                                                                         \
    X(BC_TAG_TO_LEVEL, "to_level", "") /* lên, còn, xuống: what follows is a level, not a difference */            \
    X(BC_TAG_EXCEED, "exceed", "")     /* vượt */                                                                   \
    X(BC_TAG_RATIO, "ratio", "")       /* bằng */                                                                    \
    X(BC_TAG_TIMES, "times", "")       /* gấp */                                                                     \
    X(BC_TAG_SHARE, "share", "")       /* chiếm */                                                                   \
    X(BC_TAG_REACH, "reach", "")       /* đạt, là, thực hiện */                                                \
    X(BC_TAG_CONTRIBUTE, "contribute", "")                                                                             \
    X(BC_TAG_THAN, "than", "")             /* so với */                                                              \
    X(BC_TAG_PLAN, "plan", "")             /* kế hoạch, dự toán */                                              \
    X(BC_TAG_GROWTH, "growth", "")         /* tốc độ tăng: a name whose value is a change */                     \
    X(BC_TAG_PROPORTION, "proportion", "") /* tỷ lệ, tỷ trọng: a name whose value is a level */                \
    X(BC_TAG_STRUCTURE, "structure", "")   /* cơ cấu */                                                             \
    X(BC_TAG_DISBURSE, "disburse", "")     /* giải ngân: its per cent is of a plan */                               \
    X(BC_TAG_RANK, "rank", "")             /* xếp thứ */                                                           \
    X(BC_TAG_PAIRED, "paired", "")         /* lần lượt, tương ứng */                                          \
    X(BC_TAG_PART, "part", "")             /* trong đó */                                                            \
    X(BC_TAG_AVERAGE, "average", "")       /* bình quân */                                                           \
    X(BC_TAG_COLUMN, "column", "name unit level share skip rate") /* what a table's column head begins with */         \
    X(BC_TAG_TABLE_CAPTION, "table_caption", "") /* Biểu, Bảng: a line above a table that tells of it */           \
    X(BC_TAG_SIGNED, "signed", "")               /* tăng, giảm (%): the column holds changes, no ratios */          \
    X(BC_TAG_RANGE, "range", "")                 /* đến, between two figures */                                     \
    /* periods.tsv */                                                                                                  \
    X(BC_TAG_DAY, "day", "")                                                                                           \
    X(BC_TAG_MONTH, "month", "#") /* tháng (0), tháng Sáu (6) */                                                    \
    X(BC_TAG_QUARTER, "quarter", "")                                                                                   \
    X(BC_TAG_YEAR, "year", "")                                                                                         \
    X(BC_TAG_ROMAN, "roman", "#")                                                                                      \
    X(BC_TAG_FIRST, "first", "")                       /* đầu */                                                    \
    X(BC_TAG_LAST, "last", "")                         /* cuối */                                                    \
    X(BC_TAG_HALF_YEAR, "half_year", "#")              /* nửa đầu năm 1, nửa cuối năm 2 */                  \
    X(BC_TAG_STAGE, "stage", "")                       /* giai đoạn */                                              \
    X(BC_TAG_TERM, "term", "")                         /* nhiệm kỳ */                                              \
    X(BC_TAG_UNTIL, "until", "")                       /* đến hết, tính đến */                                \
    X(BC_TAG_HORIZON, "horizon", "")                   /* tầm nhìn đến */                                        \
    X(BC_TAG_SINCE, "since", "")                       /* từ */                                                      \
    X(BC_TAG_NOW, "now", "")                           /* đến nay, hiện có */                                    \
    X(BC_TAG_YEAR_TO_DATE, "year_to_date", "open now") /* từ đầu năm; từ đầu năm đến nay */             \
    X(BC_TAG_TERM_TO_DATE, "term_to_date", "")         /* từ đầu nhiệm kỳ đến nay, nửa nhiệm kỳ */   \
    X(BC_TAG_SAME_PERIOD, "same_period", "")           /* cùng kỳ */                                                \
    X(BC_TAG_PREVIOUS, "previous", "year month quarter day week") /* năm trước, tháng trước */                 \
    X(BC_TAG_THIS, "this", "year month quarter day week")         /* trong năm, trong tháng */                       \
    X(BC_TAG_NEXT, "next", "year month quarter day week")         /* năm sau, tháng tới */                         \
    X(BC_TAG_CARRIED, "carried", "")                              /* thực hiện: behind "3 năm" in a title */      \
    X(BC_TAG_GONE, "gone", "")                                    /* qua, vừa qua: behind "3 năm" */                \
    X(BC_TAG_COMING, "coming", "")                                /* tới, tiếp theo: likewise */                   \
    X(BC_TAG_FROM_NOW, "from_now", "")                            /* từ nay */                                       \
    X(BC_TAG_WEEKDAY, "weekday", "#")                             /* thứ Hai 0 to Chủ nhật 6 */                  \
    X(BC_TAG_FIRST_DAY, "first_day", "")                          /* ngày đầu tiên của */                       \
    X(BC_TAG_DURATION, "duration", "")                            /* giờ, phút, tuần: a length of time */         \
    X(BC_TAG_SCHOOL_YEAR, "school_year", "#") /* năm học 1, niên vụ 2: a crop year has no months of its own */   \
    /* lookalikes.tsv */                                                                                               \
    X(BC_TAG_DOCUMENT, "document", "")   /* Nghị quyết, Quyết định: a number after it is a name */            \
    X(BC_TAG_NUMBERED, "numbered", "")   /* Điều, mức độ, quốc lộ: a number after it is a name */          \
    X(BC_TAG_TITLED, "titled", "")       /* Dự án: with a capital, a bare number after it is a name */              \
    X(BC_TAG_ORDINAL, "ordinal", "")     /* lần thứ, khóa, thứ */                                               \
    X(BC_TAG_CONTACT, "contact", "")     /* điện thoại, đường dây nóng */                                   \
    X(BC_TAG_NOT_MONEY, "not_money", "") /* đồng chí, đồng bộ */                                              \
    X(BC_TAG_VAGUE, "vague", "")         /* một số, một phần */                                                \
    X(BC_TAG_CHROME, "chrome", "")       /* lượt xem, cỡ chữ */                                                 \
    X(BC_TAG_THRESHOLD, "threshold", "") /* tuổi, sao: a size that only describes */                                 \
    X(BC_TAG_CLOCK, "clock", "")         /* lúc, hồi: a clock time follows */                                       \
    X(BC_TAG_WITHIN, "within", "")       /* trong, sau: a time allowed may follow */                                   \
    X(BC_TAG_LASTS, "lasts", "")         /* kéo dài, chậm: a length of time follows */                             \
    X(BC_TAG_HOLIDAY, "holiday", "")     /* nghỉ lễ: a day and a month follow */                                   \
    X(BC_TAG_SLOGAN, "slogan", "")       /* sạch, tại chỗ, mũi: with one digit before it a slogan or a stage */ \
    X(BC_TAG_PER, "per", "")             /* trên, mỗi: a rate is of so many heads behind it */                      \
    X(BC_TAG_HEADS, "heads", "")         /* dân, trẻ đẻ sống */                                                \
    /* grammar.tsv */                                                                                                  \
    X(BC_TAG_FILLER, "filler", "")       /* words a name never begins or ends with */                                  \
    X(BC_TAG_ACTOR, "actor", "")         /* Sở, toàn tỉnh: who acts, no part of a name */                         \
    X(BC_TAG_VERB, "verb", "")           /* an act that a count belongs to: tiếp nhận, ban hành */                \
    X(BC_TAG_FIXED, "fixed", "")         /* chương trình mục tiêu: words of relation in it are none */           \
    X(BC_TAG_STOP, "stop", "")           /* a word after a counted noun that ends its name */                          \
    X(BC_TAG_DESCRIBE, "describe", "")   /* đạt, có, do: goes on with a counted noun where no figure follows */    \
    X(BC_TAG_QUALIFIER, "qualifier", "") /* giá so sánh 2010 */                                                      \
    X(BC_TAG_HAVE, "have", "")           /* có, gồm: the counted noun behind it is the name */                      \
    X(BC_TAG_GENERIC, "generic", "")     /* tổng diện tích: of what was counted before it */                      \
    X(BC_TAG_THEN, "then", "")           /* thì, trong khi: what was said of time before it is of other figures */    \
    X(BC_TAG_PLURAL, "plural", "")       /* các, những: a group follows, no plan */                                 \
    X(BC_TAG_AND, "and", "")                                                                                           \
    X(BC_TAG_ABBREVIATION, "abbreviation", "") /* TP., ThS.: the dot after it ends no sentence */                      \
    /* headings.tsv: a section's kind, in the order of bc_section_kind */                                              \
    X(BC_TAG_HEADING, "heading",                                                                                       \
      "other context results shortcomings causes goals tasks lessons proposals assessment furniture")                  \
    X(BC_TAG_HARDSHIP, "hardship", "") /* khó khăn: of the situation, beside advantages */                           \
    /* cues.tsv */                                                                                                     \
    X(BC_TAG_CONTRAST, "contrast", "")       /* tuy nhiên, bên cạnh đó vẫn còn */                             \
    X(BC_TAG_CONCEDE, "concede", "")         /* mặc dù ... (vẫn): what it grants is no failing */                 \
    X(BC_TAG_YET, "yet", "")                 /* nhưng, song: a failing may follow */                                  \
    X(BC_TAG_STILL, "still", "")             /* vẫn, còn: a failing may follow what was granted */                  \
    X(BC_TAG_VERDICT, "verdict", "")         /* chưa có nhiều chuyển biến: a failing anywhere */               \
    X(BC_TAG_SAYS, "says", "")               /* theo ông: a person tells why */                                       \
    X(BC_TAG_HENCE, "hence", "")             /* nên, khiến: behind a reason */                                      \
    X(BC_TAG_MENDS, "mends", "")             /* khắc phục: the failings behind it are mended */                    \
    X(BC_TAG_MEASURED, "measured", "")       /* tỷ lệ, tổng: begins the name of a figure */                      \
    X(BC_TAG_ADMIT, "admit", "")             /* thừa nhận: somebody tells a failing */                             \
    X(BC_TAG_MISSED, "missed", "")           /* không đạt: a target was not met */                                 \
    X(BC_TAG_ONLY, "only", "")               /* chỉ đạt: little was reached */                                    \
    X(BC_TAG_ABOVE, "above", "")             /* nêu trên, này: what was told before */                              \
    X(BC_TAG_FAILING, "failing", "")         /* chưa, chậm, thiếu */                                              \
    X(BC_TAG_NO_FAILING, "no_failing", "")   /* chưa phát hiện, không có đơn tồn đọng */                  \
    X(BC_TAG_NONE_OF, "none_of", "")         /* không xảy ra: takes back the rest of its clause */                  \
    X(BC_TAG_WANTING, "wanting", "")         /* còn, bỏ ngỏ: a failing, where one was told before */              \
    X(BC_TAG_MODAL, "modal", "")             /* sẽ, phải, yêu cầu: an act to come */                            \
    X(BC_TAG_CAUSE, "cause", "")             /* nguyên nhân */                                                       \
    X(BC_TAG_SUCCESS, "success", "")         /* ưu điểm, tăng: what a cause of success explains */                \
    X(BC_TAG_CAUSE_END, "cause_end", "")     /* là lý do: the sentence before it says why */                         \
    X(BC_TAG_PAST, "past", "")               /* dịp này, nếu: what was done or may be, no plan */                 \
    X(BC_TAG_PLAN_LEAD, "plan_lead", "")     /* để khắc phục, trước mắt: an act to come, no figure */      \
    X(BC_TAG_MORE, "more", "")               /* ngoài ra, mặt khác: one more of the kind before */                 \
    X(BC_TAG_CAUSE_START, "cause_start", "") /* do, vì: a cause where a sentence begins with it */                    \
    X(BC_TAG_CAUSE_KIND, "cause_kind", "unknown objective subjective")                                                 \
    X(BC_TAG_ANNOUNCE, "announce", "")     /* cụ thể như sau */                                                   \
    X(BC_TAG_TASK, "task", "")             /* tiếp tục, đẩy mạnh: opens a task */                             \
    X(BC_TAG_TASK_LEAD, "task_lead", "")   /* thời gian tới, ngành tập trung */                                 \
    X(BC_TAG_DONE, "done", "")             /* đã: past work */                                                       \
    X(BC_TAG_PROPOSE, "propose", "")       /* đề nghị, kiến nghị */                                           \
    X(BC_TAG_BURDEN, "burden", "")         /* nợ xấu, tử vong: that there is so much of it is a failing */       \
    X(BC_TAG_NOTABLE, "notable", "")       /* đáng lưu ý: the writer turns to it */                                \
    X(BC_TAG_PERSISTS, "persists", "")     /* vẫn: it is so still */                                                 \
    X(BC_TAG_LEFT, "left", "")             /* hiện còn: so many are left */                                         \
    X(BC_TAG_BEG, "beg", "")               /* kính đề nghị: asked of those above */                              \
    X(BC_TAG_LETTERHEAD, "letterhead", "") /* Cộng hòa xã hội chủ nghĩa Việt Nam */                         \
    X(BC_TAG_RECIPIENTS, "recipients", "") /* Nơi nhận */                                                           \
    X(BC_TAG_SIGNER, "signer", "")                                                                                     \
    X(BC_TAG_TAIL, "tail", "") /* tin liên quan: other articles follow */                                             \
    X(BC_TAG_DOC_TYPE, "doc_type", "other report news plan resolution notice")                                         \
    X(BC_TAG_BODY, "body", "")             /* Sở, Cục, UBND: a reporting body's name begins */                     \
    X(BC_TAG_OFFICE, "office", "")         /* a body that reports: named in running text it is the one */              \
    X(BC_TAG_PARTNER, "partner", "")       /* hợp tác với: a place named in passing */                            \
    X(BC_TAG_PERSON, "person", "")         /* Hồ Chí Minh: a place's name that is a person's too */                 \
    X(BC_TAG_CONGRESS, "congress", "")     /* Đại hội: the body behind it gave the paper its name */              \
    X(BC_TAG_CAPTION, "caption", "")       /* quang cảnh: a line under a picture */                                  \
    X(BC_TAG_MASTHEAD, "masthead", "")     /* cổng thông tin: a site's own name */                                  \
    X(BC_TAG_INDEFINITE, "indefinite", "") /* trên, mỗi: "một" behind it counts nothing */                        \
    X(BC_TAG_PRESS, "press", "")           /* Báo, Online: a newspaper's name begins or ends */                       \
    X(BC_TAG_CHAIR, "chair", "")           /* Chủ tịch: whose body is as often a guest as the one that reports */  \
    X(BC_TAG_PLACE, "place", "")           /* tỉnh, thành phố, huyện: a place's name follows */                 \
    /* areas.tsv */                                                                                                    \
    X(BC_TAG_AREA, "area",                                                                                             \
      "industry trade exports energy logistics investment agriculture budget social administration personnel party "   \
      "emulation other")                                                                                               \
    X(BC_TAG_AREA_WEAK, "area_weak",                                                                                   \
      "industry trade exports energy logistics investment agriculture budget social administration personnel party "   \
      "emulation other")                                                                                               \
    /* relations.tsv: words of tables, see sheet.h */                                                                  \
    X(BC_TAG_TABLE, "table", "total rank absolute compare lead cut items skip cumulative measure score own goal")

#define BC_ENUMERATOR(id, name, values) id,
typedef enum { BC_TAGS(BC_ENUMERATOR) BC_TAG_COUNT } bc_tag;
#undef BC_ENUMERATOR

typedef struct {
    uint8_t tag;    /* bc_tag */
    uint8_t length; /* tokens */
    bool loose;     /* matched by bare keys: tones or hats differ from the lexicon's */
    int32_t value;
} bc_match;

/* units.tsv */
typedef enum {
    BC_UNIT_NONE,
    BC_UNIT_MONEY,
    BC_UNIT_PERCENT,
    BC_UNIT_POINT,   /* điểm phần trăm */
    BC_UNIT_TIMES,   /* lần */
    BC_UNIT_STEP,    /* bậc: a place in a ranking */
    BC_UNIT_MEASURE, /* ha, tấn, MW */
    BC_UNIT_SCORE,   /* điểm */
    BC_UNIT_COUNT,   /* a counted noun */
} bc_unit_kind;

typedef struct {
    bc_unit_kind kind;
    const char *base;  /* UCUM or ISO 4217, "" where there is none */
    bc_decimal factor; /* base units in one of it */
} bc_unit_row;

bc_lexicon *bc_lexicon_create(void); /* NULL and a line on stderr when a file is at fault */
void bc_lexicon_destroy(bc_lexicon *lexicon);

/* The number of a key, 0 where the lexicon does not use the word. */
uint16_t bc_lexicon_word(const bc_lexicon *lexicon, const char *key, size_t len);
uint16_t bc_lexicon_bare_word(const bc_lexicon *lexicon, const char *key, size_t len);

/* The words of one bare key; returns how many (at most room). */
size_t bc_lexicon_readings(const bc_lexicon *lexicon, uint16_t bare, uint16_t *out, size_t room);

/* A word's full key, not NUL-terminated; static as the lexicon is. */
const char *bc_lexicon_key(const bc_lexicon *lexicon, uint16_t word, size_t *len);

/* Do the two words stand side by side in a phrase of the lexicon? */
bool bc_lexicon_adjacent(const bc_lexicon *lexicon, uint16_t first, uint16_t second);

/* Is the word alone a phrase, of the tag or of any? */
bool bc_lexicon_says(const bc_lexicon *lexicon, uint16_t word, bc_tag tag);
bool bc_lexicon_says_any(const bc_lexicon *lexicon, uint16_t word);

/* Is it a single word of spelling.tsv: one of the language that a figure beside it does not make another? */
bool bc_lexicon_plain(const bc_lexicon *lexicon, uint16_t word);

/* Is it a word of a phrase or of spelling.tsv? One of words.tsv alone may be a damaged one. */
bool bc_lexicon_known(const bc_lexicon *lexicon, uint16_t word);

/* Its row in words.tsv, from 1, 0: none: what evidence may name (choice.h). */
uint16_t bc_lexicon_common(const bc_lexicon *lexicon, uint16_t word);

/* Appends every phrase that starts at tokens[at], shortest first, to out; returns how many (at most room). */
size_t bc_lexicon_match(const bc_lexicon *lexicon, const bc_token *tokens, uint32_t count, uint32_t at, bc_match *out,
                        size_t room);

/* The tag's name in the data files, and the file that first used it ("relations"); static. */
const char *bc_lexicon_tag_name(bc_tag tag);
const char *bc_lexicon_tag_file(const bc_lexicon *lexicon, bc_tag tag);

const bc_unit_row *bc_lexicon_unit(const bc_lexicon *lexicon, int32_t row);
const bc_indicator_row *bc_lexicon_indicators(const bc_lexicon *lexicon, size_t *count);
const bc_province_row *bc_lexicon_provinces(const bc_lexicon *lexicon, size_t *count);
const char *bc_lexicon_area(int32_t value); /* the word of a BC_TAG_AREA value; static */

#endif
