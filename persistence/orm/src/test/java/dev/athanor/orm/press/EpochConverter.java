// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;

/** Keeps points in time as seconds. */
@Converter
public class EpochConverter implements AttributeConverter<Instant, Long> {
    @Override
    public Long convertToDatabaseColumn(Instant time) {
        return time == null ? null : time.getEpochSecond();
    }

    @Override
    public Instant convertToEntityAttribute(Long seconds) {
        return seconds == null ? null : Instant.ofEpochSecond(seconds);
    }
}
