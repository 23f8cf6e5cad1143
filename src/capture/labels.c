/* The labels of the Encoding Standard (encoding.spec.whatwg.org, 4.2), which
 * says what browsers take them for: many a label stands for a larger set than
 * its name does (a page in "ISO-8859-1" is read as Windows-1252, one in
 * "GB2312" as GB 18030), and so pages are written. Labels are compared without
 * case and without anything but letters and digits, so that one row does for
 * "utf8", "UTF-8" and "utf_8". */
#include "capture/labels.h"

#include "base/str.h"

typedef struct row {
    const char *set;
    const char *labels; /* folded, a blank before and after each */
} row;

static const row rows[] = {
    {"UTF-8", " utf8 unicode11utf8 unicode20utf8 xunicode20utf8 "},
    {"WINDOWS-1252",
     " iso88591 latin1 windows1252 win1252 cp1252 xcp1252 l1 ascii usascii "
     "ansix341968 cp819 ibm819 csisolatin1 isoir100 iso885911987 "
     "xuserdefined "},
    {"WINDOWS-1251", " windows1251 win1251 cp1251 xcp1251 "},
    {"GB18030", " gb2312 gbk gb18030 xgbk chinese gb231280 isoir58 csgb2312 "
                "csiso58gb231280 cp936 "},
    {"CP932",
     " shiftjis sjis xsjis windows31j csshiftjis mskanji cp932 ms932 "},
    {"EUCJP-MS", " eucjp xeucjp cseucpkdfmtjapanese "},
    {"ISO-2022-JP", " iso2022jp csiso2022jp "},
    {"CP949",
     " euckr cp949 ksc5601 ksc56011987 ksc56011989 korean windows949 uhc "
     "cseuckr csksc56011987 isoir149 "},
    {"BIG5-HKSCS", " big5 big5hkscs cnbig5 csbig5 xxbig5 cp950 "},
    {"WINDOWS-1250", " windows1250 win1250 cp1250 xcp1250 "},
    {"ISO-8859-2", " iso88592 latin2 l2 csisolatin2 isoir101 iso885921987 "},
    {"WINDOWS-1254",
     " windows1254 win1254 cp1254 xcp1254 iso88599 latin5 l5 csisolatin5 "
     "isoir148 iso885991989 "},
    {"WINDOWS-1253", " windows1253 win1253 cp1253 xcp1253 "},
    {"ISO-8859-7",
     " iso88597 greek greek8 elot928 ecma118 csisolatingreek isoir126 "
     "iso885971987 suneugreek "},
    {"WINDOWS-1255", " windows1255 win1255 cp1255 xcp1255 "},
    {"ISO-8859-8",
     " iso88598 iso88598e iso88598i hebrew logical visual csiso88598e "
     "csiso88598i csisolatinhebrew isoir138 iso885981988 "},
    {"WINDOWS-1256", " windows1256 win1256 cp1256 xcp1256 "},
    {"ISO-8859-6",
     " iso88596 iso88596e iso88596i arabic asmo708 ecma114 csiso88596e "
     "csiso88596i csisolatinarabic isoir127 iso885961987 "},
    {"WINDOWS-1257", " windows1257 win1257 cp1257 xcp1257 "},
    {"WINDOWS-1258", " windows1258 win1258 cp1258 xcp1258 "},
    {"CP874", " tis620 windows874 cp874 dos874 iso885911 "},
    {"KOI8-R", " koi8r koi koi8 cskoi8r "},
    {"KOI8-U", " koi8u koi8ru "},
    {"IBM866", " ibm866 cp866 866 csibm866 "},
    {"ISO-8859-5",
     " iso88595 cyrillic csisolatincyrillic isoir144 iso885951988 "},
    {"ISO-8859-15", " iso885915 latin9 l9 csisolatin9 "},
    {"ISO-8859-3", " iso88593 latin3 l3 csisolatin3 isoir109 iso885931988 "},
    {"ISO-8859-4", " iso88594 latin4 l4 csisolatin4 isoir110 iso885941988 "},
    {"ISO-8859-10", " iso885910 latin6 l6 csisolatin6 isoir157 "},
    {"ISO-8859-13", " iso885913 "},
    {"ISO-8859-14", " iso885914 "},
    {"ISO-8859-16", " iso885916 "},
    {"MACINTOSH", " macintosh mac csmacintosh xmacroman "},
    {"MAC-CYRILLIC", " xmaccyrillic xmacukrainian "},
    {"UTF-16LE",
     " utf16 utf16le ucs2 unicode csunicode iso10646ucs2 unicodefeff "},
    {"UTF-16BE", " utf16be unicodefffe "},
};

enum { LONGEST = 24 };

/* " label ", folded; its length, or 0 for one that is too long or empty. */
static size_t fold(char out[LONGEST], stm_str label)
{
    size_t n = 0;
    out[n++] = ' ';
    for (size_t i = 0; i < label.len; i++) {
        char c = stm_ascii_lower(label.ptr[i]);
        if (!stm_ascii_digit(c) && !(c >= 'a' && c <= 'z'))
            continue;
        if (n == LONGEST - 1)
            return 0;
        out[n++] = c;
    }
    out[n++] = ' ';
    return n > 2 ? n : 0;
}

const char *stm_charset__of_label(stm_str label)
{
    char folded[LONGEST];
    stm_str wanted = {folded, fold(folded, label)};
    for (size_t i = 0; wanted.len && i < sizeof rows / sizeof *rows; i++)
        if (stm_str_find(stm_str_of(rows[i].labels), wanted, 0) != SIZE_MAX)
            return rows[i].set;
    return NULL;
}
