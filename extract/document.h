/* SPDX-License-Identifier: MIT */
/*
 * document.h - the document's own data: title, type, number, date, body, province; then its period.
 *
 * Official papers follow Nghị định 30/2020/NĐ-CP (issuer and motto, "Số: 12/BC-SCT", place and date, type name,
 * subject); web copies have a headline and a line with the date. Data: cues.tsv (doc_type, body, place), provinces.tsv.
 */
#ifndef BAOCAO_DOCUMENT_H
#define BAOCAO_DOCUMENT_H

#include "work.h"

/* All but the period; sets w->title and w->report_date. After blocks, before periods. */
bool bc_stage_issued(bc_work *w);

/* The period; sets w->report_period. After periods. */
bool bc_stage_document(bc_work *w);

#endif
