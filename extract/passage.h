/* SPDX-License-Identifier: MIT */
/*
 * passage.h - shortcomings, causes and tasks: sentences, or whole list items, with their area, kind and links.
 *
 * In their sections every item counts; in running text a contrast ("tuy nhiên", "bên cạnh kết quả đạt được") with a
 * failing opens shortcomings, "nguyên nhân" causes, "thời gian tới" tasks, each to the end of its paragraph.
 * Rules: the model, section 4. Data: cues.tsv, areas.tsv.
 */
#ifndef BAOCAO_PASSAGE_H
#define BAOCAO_PASSAGE_H

#include "work.h"

/* Fills tasks, shortcomings and causes of w->result; spans are bytes. */
bool bc_stage_passages(bc_work *w);

#endif
