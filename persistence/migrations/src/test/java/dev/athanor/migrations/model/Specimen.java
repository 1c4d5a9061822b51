// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.model;

import dev.athanor.annotations.Array;
import dev.athanor.annotations.Json;
import dev.athanor.orm.JsonValueConverter;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Has an attribute of each type. */
@Entity
@SuppressWarnings("NullAway.Init")
public class Specimen {
    @Id
    Long id;

    Integer whole;
    Short small;

    @Column(length = 20)
    String label;

    String note;

    @Column(precision = 12, scale = 3)
    BigDecimal amount;

    Float half;
    Double fraction;
    Boolean flag;

    @Column(name = "on_day")
    LocalDate day;

    @Column(name = "at_time")
    LocalTime time;

    LocalDateTime local;
    OffsetDateTime zoned;
    Instant made;
    Duration pause;
    byte[] bytes;

    @Enumerated(EnumType.STRING)
    Tone spoken;

    @Column(name = "own_mood")
    Mood mood;

    UUID key;

    @Json
    Size size;

    @Json
    Map<String, String> facts;

    @Json
    @Convert(converter = JsonValueConverter.class)
    JsonValue document;

    @Array
    List<String> tags;

    @Array
    List<Integer> counts;

    /** As text. */
    enum Tone {
        LOW,
        HIGH
    }

    /** As JSON. */
    public record Size(int width, int height) implements Serializable {}
}
