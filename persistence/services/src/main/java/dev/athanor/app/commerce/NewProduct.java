// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.Texts;
import dev.athanor.domain.commerce.Product;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * What is said to sell something new.
 *
 * @param sku what people call it by: capital letters, digits and hyphens
 * @param name what it is called
 * @param kind what it is for: HOUSEHOLD, TOOL, GARMENT or MEDIA
 * @param quality how it comes: NEW, REFURBISHED or USED
 * @param price without tax
 * @param cost what the shop pays for it
 * @param quantity how many there are
 * @param reorderAt when there are no more than these, more are to be had
 * @param details what else there is to say
 */
public record NewProduct(
        @NotBlank(message = Texts.BLANK)
        @Size(max = Product.SKU_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = "[A-Z0-9-]*", message = "may have capital letters, digits and hyphens only")
        String sku,

        @NotBlank(message = Texts.BLANK)
        @Size(max = Product.NAME_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String name,

        @NotBlank(message = Texts.BLANK) String kind,
        @NotBlank(message = Texts.BLANK) String quality,

        @NotNull(message = Texts.MISSING)
        @PositiveOrZero(message = NEGATIVE)
        @Digits(integer = WHOLE_DIGITS, fraction = Product.PRICE_SCALE, message = DIGITS)
        BigDecimal price,

        @NotNull(message = Texts.MISSING)
        @PositiveOrZero(message = NEGATIVE)
        @Digits(integer = WHOLE_DIGITS, fraction = Product.PRICE_SCALE, message = DIGITS)
        BigDecimal cost,

        @PositiveOrZero(message = NEGATIVE) @Max(value = MOST, message = TOO_MANY)
        int quantity,

        @PositiveOrZero(message = NEGATIVE) @Max(value = MOST, message = TOO_MANY)
        int reorderAt,

        @NotNull(message = Texts.MISSING) ProductDetails details) {

    static final String NEGATIVE = "must not be negative";
    static final String DIGITS = "has too many digits";
    static final String TOO_MANY = "must not be more than {value}";
    /** Of one product, so that what is computed of it can be counted, too. */
    static final int MOST = 1_000_000;

    /** So that the price with tax fits, too. */
    static final int WHOLE_DIGITS = 9;

    /** Whether an amount can be kept as it is. */
    static boolean isPrice(BigDecimal amount) {
        return amount.scale() <= Product.PRICE_SCALE && amount.precision() - amount.scale() <= WHOLE_DIGITS;
    }
}
