/** Results as JSON, for a terminal, as one HTML file, as dot and SVG;
 * documents as JSON. */
#ifndef STEMMA_REPORT_H
#define STEMMA_REPORT_H

#include <stemma/run.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct stm_report_opts {
    size_t struct_size;
    bool colour;    /**< ANSI colours (terminal views) */
    bool verbose;   /**< show passages too (terminal tree view) */
    unsigned width; /**< columns (terminal views) */
    bool timeline;  /**< the versions in time (terminal, HTML, JSON) */
    bool lost;      /**< the wording of lost texts, too (JSON) */
} stm_report_opts;
#define STM_REPORT_OPTS_INIT                                    \
    {                                                           \
        sizeof(stm_report_opts), false, false, 80, false, false \
    }

/** Each writes one whole report of a tree result (`stm_run_tree`) or, where it
 * has no tree, of a diff (`stm_run_diff`). Captured text is escaped for the
 * form it goes into: no markup, no terminal control, no broken JSON gets
 * through. Same result, same bytes. Errors: those of the sink; STM_ENOMEM;
 * STM_EARG for a form that a diff does not have (dot, svg). */
typedef stm_status stm_report_fn(const stm_result *r,
                                 const stm_report_opts *opts,
                                 const stm_sink *out, stm_error *err);
STM_API stm_report_fn
    stm_report_json; /**< CONTRACT stemma.tree/1, stemma.diff/1 */
STM_API stm_report_fn stm_report_terminal;
STM_API stm_report_fn stm_report_html;
STM_API stm_report_fn stm_report_dot;
STM_API stm_report_fn
    stm_report_svg; /**< STM_EARG when built without Graphviz */

STM_API stm_report_fn stm_report_graphml; /**< as OpenStemmata has it */

/** Of a result with an edition (STM_EARG without one, or where no two captures
 * are of one family): a critical apparatus in TEI by parallel segmentation; the
 * table of readings with a column for each text, as CSV (RFC 4180; a cell that
 * a spreadsheet would take for a formula begins with an apostrophe), or as JSON
 * (schema stemma.collation/1). */
STM_API stm_report_fn stm_report_tei;
STM_API stm_report_fn stm_report_csv;
STM_API stm_report_fn stm_report_collation;

/** The wording of one lost text: its words alone; or as one object of JSON
 * (schema stemma.lost/1) with all its stretches, their witnesses, and how sure
 * each is. */
STM_API stm_status stm_report_lost_text(const stm_result *r,
                                        const stm_lost *lost,
                                        const stm_sink *out, stm_error *err);
STM_API stm_status stm_report_lost_json(const stm_result *r,
                                        const stm_lost *lost,
                                        const stm_sink *out, stm_error *err);

/** For `stm_run_extract`: what a document says, as text or as Markdown, or
 * all that is known of it as one line of JSON (CONTRACT stemma.extract/1).
 * Escaped as in the reports; control characters are left out of text. */
STM_API stm_document_fn stm_report_document_json;
STM_API stm_document_fn stm_report_document_text;
STM_API stm_document_fn stm_report_document_markdown;

#ifdef __cplusplus
}
#endif
#endif
