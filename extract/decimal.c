/* SPDX-License-Identifier: MIT */
/* decimal.c - see decimal.h. */
#include "decimal.h"

bc_decimal bc_decimal_trim(bc_decimal d)
{
    while (d.scale && d.digits % 10 == 0) {
        d.digits /= 10;
        d.scale--;
    }
    return d;
}

bc_decimal bc_decimal_negate(bc_decimal d)
{
    d.digits = -d.digits;
    return d;
}

bc_decimal bc_decimal_from(int64_t n)
{
    return (bc_decimal){n, 0};
}

static bool widen(bc_decimal *d, uint8_t scale)
{
    for (; d->scale < scale; d->scale++)
        if (__builtin_mul_overflow(d->digits, 10, &d->digits))
            return false;
    return true;
}

bool bc_decimal_add(bc_decimal a, bc_decimal b, bc_decimal *out)
{
    uint8_t scale = a.scale > b.scale ? a.scale : b.scale;
    bc_decimal sum = {0, scale};
    if (!widen(&a, scale) || !widen(&b, scale) || __builtin_add_overflow(a.digits, b.digits, &sum.digits))
        return false;
    *out = bc_decimal_trim(sum);
    return true;
}

bool bc_decimal_multiply(bc_decimal a, bc_decimal b, bc_decimal *out)
{
    bc_decimal product = {0, (uint8_t)(a.scale + b.scale)};
    if (__builtin_mul_overflow(a.digits, b.digits, &product.digits))
        return false;
    *out = bc_decimal_trim(product);
    return true;
}

bool bc_decimal_shift(bc_decimal d, int power, bc_decimal *out)
{
    for (; power > 0 && d.scale; power--)
        d.scale--;
    for (; power > 0; power--)
        if (__builtin_mul_overflow(d.digits, 10, &d.digits))
            return false;
    d.scale = (uint8_t)(d.scale - power);
    *out = bc_decimal_trim(d);
    return true;
}

int bc_decimal_compare(bc_decimal a, bc_decimal b)
{
    uint8_t scale = a.scale > b.scale ? a.scale : b.scale;
    if (widen(&a, scale) && widen(&b, scale))
        return (a.digits > b.digits) - (a.digits < b.digits);
    double x = bc_decimal_double(a), y = bc_decimal_double(b);
    return (x > y) - (x < y);
}

double bc_decimal_double(bc_decimal d)
{
    double value = (double)d.digits;
    for (uint8_t i = 0; i < d.scale; i++)
        value /= 10;
    return value;
}
