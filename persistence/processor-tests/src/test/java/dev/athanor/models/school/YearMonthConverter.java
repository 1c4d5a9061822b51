// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.YearMonth;

@Converter(autoApply = true)
public class YearMonthConverter implements AttributeConverter<YearMonth, Integer> {
    @Override
    public Integer convertToDatabaseColumn(YearMonth month) {
        return month == null ? null : month.getYear() * 100 + month.getMonthValue();
    }

    @Override
    public YearMonth convertToEntityAttribute(Integer number) {
        return number == null ? null : YearMonth.of(number / 100, number % 100);
    }
}
