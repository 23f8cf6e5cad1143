/* One line of JSON for a job over a corpus: the text, and of the rest no more
 * than where it stands. */
#include "base/str.h"
#include "capture/input.h"
#include "capture/json.h"

enum kind { TEXT, RECORD, URI, DATED, SOURCE, KINDS };

static const struct {
    stm_str name;
    enum kind kind;
} fields[] = {
#define ROW(name, kind)                   \
    {                                     \
        {"" name, sizeof(name) - 1}, kind \
    }
#include "capture/fields.inc"
    ROW("timestamp", DATED),
    ROW("source", SOURCE),
    ROW("src", SOURCE),
    ROW("dataset", SOURCE),
#undef ROW
};
enum { FIELDS = sizeof fields / sizeof *fields };

typedef struct reading {
    stm_capture_line *out;
    stm_json json;
    stm_str text_field;
    char *room;
    size_t found[KINDS]; /* the row it was found in, or FIELDS */
} reading;

/* Where the caller names the text's field, no other has a text. */
static size_t row_of(const reading *r, stm_str name)
{
    if (r->text_field.ptr && stm_str_eq(name, r->text_field))
        return 0;
    for (size_t i = 0; i < FIELDS; i++)
        if (stm_str_eq(fields[i].name, name))
            return r->text_field.ptr && fields[i].kind == TEXT ? FIELDS : i;
    return FIELDS;
}

static bool copy_text(reading *r)
{
    stm_json_text t = {.to = r->room};
    const char *from = r->json.at;
    if (!stm_json__copy(&r->json, &t))
        return false;
    r->out->text = (stm_str){r->room, t.len};
    r->out->raw_text = (stm_str){from, (size_t)(r->json.at - from)};
    r->out->maybe_high = t.maybe_high;
    return true;
}

static void keep(stm_capture_line *out, enum kind k, stm_str raw)
{
    bool number = stm_ascii_digit(*raw.ptr) || *raw.ptr == '-';
    if (!number && (*raw.ptr != '"' || raw.len == 2))
        return;
    stm_str *const place[KINDS] = {
        [RECORD] = &out->id,
        [URI] = &out->uri,
        [DATED] = &out->dated,
        [SOURCE] = &out->source,
    };
    *place[k] = raw;
}

static bool read_value(reading *r, size_t row)
{
    stm_str raw;
    enum kind k = row < FIELDS ? fields[row].kind : KINDS;
    bool better = k < KINDS && row < r->found[k];
    if (better)
        r->found[k] = row;
    if (stm_json__peek(&r->json) == '"' && k == TEXT && better)
        return copy_text(r);
    if (!stm_json__step(&r->json, &raw))
        return false;
    if (better && k != TEXT)
        keep(r->out, k, raw);
    return true;
}

static bool read_member(reading *r)
{
    stm_str name;
    if (stm_json__peek(&r->json) != '"') {
        r->json.wrong = "no field's name where one is due";
        return false;
    }
    if (!stm_json__step(&r->json, &name))
        return false;
    if (!stm_json__pass(&r->json, ':')) {
        r->json.wrong = "no colon behind a field's name";
        return false;
    }
    return read_value(r, row_of(r, (stm_str){name.ptr + 1, name.len - 2}));
}

static bool read_object(reading *r)
{
    stm_json *j = &r->json;
    if (!stm_json__pass(j, '{')) {
        j->wrong = "not a JSON object";
        return false;
    }
    if (stm_json__pass(j, '}'))
        return true;
    do {
        if (!read_member(r))
            return false;
    } while (stm_json__pass(j, ','));
    if (stm_json__pass(j, '}') && !stm_json__peek(j) && j->at == j->end)
        return true;
    j->wrong = j->at == j->end ? "an object that does not end"
                               : "neither a comma nor the object's end";
    return false;
}

void stm_capture_line_read(stm_capture_line *out, stm_str line,
                           stm_str text_field, char *room)
{
    reading r = {
        .out = out,
        .json = {line.ptr, line.ptr + line.len, NULL, stm_json__blocks_pick()},
        .text_field = text_field,
        .room = room};
    *out = (stm_capture_line){0};
    for (int k = 0; k < KINDS; k++)
        r.found[k] = FIELDS;
    if (!stm_json__peek(&r.json) && r.json.at == r.json.end)
        return;
    if (!read_object(&r)) {
        out->wrong = r.json.wrong ? r.json.wrong : "broken JSON";
        out->wrong_at = (size_t)(r.json.at - line.ptr);
    } else if (!out->text.ptr) {
        out->wrong = "a line without a text";
    }
}

stm_str stm_capture_line_value(stm_str value, char *room)
{
    return stm_json__plain(value, room);
}
