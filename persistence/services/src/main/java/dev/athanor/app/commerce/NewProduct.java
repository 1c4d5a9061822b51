// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.Texts;
import dev.athanor.domain.commerce.Product;
import jakarta.validation.constraints.Digits;
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
        @Digits(integer = WHOLE_DIGITS, fraction = Product.PRICE_SCALE, message = "has too many digits")
        BigDecimal price,

        @NotNull(message = Texts.MISSING)
        @PositiveOrZero(message = NEGATIVE)
        @Digits(integer = WHOLE_DIGITS, fraction = Product.PRICE_SCALE, message = "has too many digits")
        BigDecimal cost,

        @PositiveOrZero(message = NEGATIVE) int quantity,
        @PositiveOrZero(message = NEGATIVE) int reorderAt,
        @NotNull(message = Texts.MISSING) ProductDetails details) {

    static final String NEGATIVE = "must not be negative";

    /** So that the price with tax fits, too. */
    static final int WHOLE_DIGITS = 9;
}
