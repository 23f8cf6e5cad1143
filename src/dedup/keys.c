#include "dedup/keys.h"

#include <math.h>

#include "dedup/weights.h"

enum { MOST_BANDS = 256, SLOTS = STM_MINHASH_SLOTS };

/* Below this four rows would need more bands than there are. */
#define THREE_ROWS_BELOW 0.42
/* Below this three rows need half as many bands as four. They bring two texts
 * that have nothing in common together 250 times as often, which costs less
 * than the other half of the bands while there are no more documents. */
#define THREE_ROWS_OF_FEW_BELOW 0.62
enum { FEW_DOCUMENTS = 1 << 21 };

/* Steps from row to row: odd, and no small multiples of each other. */
static const uint8_t steps[] = {1, 37, 75, 19, 101, 53, 11, 89};

stm_keys stm_keys__for(double threshold, size_t documents)
{
    double three_below =
        documents > FEW_DOCUMENTS ? THREE_ROWS_BELOW : THREE_ROWS_OF_FEW_BELOW;
    stm_keys k = {.rows = threshold < three_below ? 3 : 4};
    double one = pow(threshold, k.rows);
    double need = one < 1 ? ceil(log(STM_DEDUP_BAND_MISS) / log(1 - one)) : 1;
    k.bands = need < MOST_BANDS ? (unsigned)need : MOST_BANDS;
    return k;
}

stm_band stm_keys__band(const stm_keys *k, unsigned band)
{
    unsigned each = SLOTS / k->rows; /* bands that share no slot */
    unsigned step = steps[band / each % sizeof steps];
    unsigned slot = band % each * k->rows * step + band / each;
    stm_band b;
    for (unsigned i = 0; i < 4; i++) {
        unsigned row = i < k->rows ? i : k->rows - 1;
        b.slot[i] = (uint8_t)((slot + row * step) % SLOTS);
    }
    return b;
}
