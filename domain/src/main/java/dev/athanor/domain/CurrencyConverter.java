// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a currency by its code. Thread-safe.
 *
 * <pre>{@code @Convert(converter = CurrencyConverter.class) private Currency currency;}</pre>
 */
@Converter
public class CurrencyConverter implements AttributeConverter<@Nullable Currency, @Nullable String> {
    /** How long codes are. */
    public static final int LENGTH = 3;

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Currency currency) {
        return currency == null ? null : currency.getCurrencyCode();
    }

    @Override
    public @Nullable Currency convertToEntityAttribute(@Nullable String code) {
        return code == null ? null : Currency.getInstance(code);
    }
}
