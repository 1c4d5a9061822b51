// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter
public class GradeConverter implements AttributeConverter<Grade, Integer> {
    @Override
    public Integer convertToDatabaseColumn(Grade grade) {
        return grade == null ? null : grade.number();
    }

    @Override
    public Grade convertToEntityAttribute(Integer number) {
        return number == null ? null : Grade.of(number);
    }
}
