/* SPDX-License-Identifier: MIT */
/*
 * fact.h - figures to metrics and targets: name, period, status, and the comparisons that hang on a level.
 *
 *     "GTSXCN ước đạt 1.943,6 tỷ đồng, tăng 13,9% so CK, đạt 87,64% KH"
 *         one metric (1943.6 tỷ đồng, estimate) with a change and a plan
 *
 * A figure's name, period and status come from its clause, else from the figure before it, the head of its list, the
 * heading, the document. Every value is read from its own span; nothing is computed but what the model says
 * (a ratio to the same period less 100, "vượt 5% kế hoạch" as 105).
 */
#ifndef BAOCAO_FACT_H
#define BAOCAO_FACT_H

#include "work.h"

/* Fills metrics and targets of w->result; spans are bytes. */
bool bc_stage_facts(bc_work *w);

#endif
