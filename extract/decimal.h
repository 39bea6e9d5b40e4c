/* SPDX-License-Identifier: MIT */
/* decimal.h - exact arithmetic on figures as they are written: 8,63 % stays 8.63. */
#ifndef BAOCAO_DECIMAL_H
#define BAOCAO_DECIMAL_H

#include "result.h"

/* No trailing zeros behind the point: 45,50 is 45.5. */
bc_decimal bc_decimal_trim(bc_decimal d);
bc_decimal bc_decimal_negate(bc_decimal d);
bc_decimal bc_decimal_from(int64_t n);

/* False (out untouched) where the result does not fit BC_MAX_NUMBER_DIGITS. */
bool bc_decimal_add(bc_decimal a, bc_decimal b, bc_decimal *out);
bool bc_decimal_multiply(bc_decimal a, bc_decimal b, bc_decimal *out);
bool bc_decimal_shift(bc_decimal d, int power, bc_decimal *out); /* times 10^power */

int bc_decimal_compare(bc_decimal a, bc_decimal b); /* -1, 0, 1 */
double bc_decimal_double(bc_decimal d);

#endif
