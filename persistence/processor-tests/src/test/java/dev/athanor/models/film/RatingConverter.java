// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.film;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
public class RatingConverter implements AttributeConverter<Rating, String> {
    @Override
    public String convertToDatabaseColumn(Rating rating) {
        return rating == null ? null : rating.code();
    }

    @Override
    public Rating convertToEntityAttribute(String code) {
        return code == null ? null : Rating.of(code);
    }
}
