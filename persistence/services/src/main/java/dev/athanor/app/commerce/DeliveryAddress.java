// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.Texts;
import dev.athanor.domain.commerce.Address;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * Where something is sent.
 *
 * @param recipient to whom
 * @param street the street and the number
 * @param postcode of the city
 * @param city the city
 */
public record DeliveryAddress(
        @NotBlank(message = Texts.BLANK)
        @Size(max = Address.LINE_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String recipient,

        @NotBlank(message = Texts.BLANK)
        @Size(max = Address.LINE_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String street,

        @NotBlank(message = Texts.BLANK)
        @Size(max = Address.POSTCODE_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String postcode,

        @NotBlank(message = Texts.BLANK)
        @Size(max = Address.LINE_LENGTH, message = Texts.TOO_LONG)
        @Pattern(regexp = Texts.PRINTABLE, message = Texts.NOT_PRINTABLE)
        String city) {}
