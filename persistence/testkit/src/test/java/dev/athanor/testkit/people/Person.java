// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import dev.athanor.annotations.Array;
import dev.athanor.annotations.Json;
import dev.athanor.annotations.NativeEnum;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Attributes of many types. */
@MappedSuperclass
@SuppressWarnings("NullAway.Init")
public abstract class Person {
    @Id
    protected Long id;

    protected @Nullable String firstName;
    protected @Nullable String lastName;

    @Column(length = 30, nullable = false)
    protected String nickname;

    protected @Nullable LocalDate born;
    protected double height;

    @Column(precision = 10, scale = 2)
    protected @Nullable BigDecimal balance;

    protected int points;
    protected @Nullable Integer bonus;
    protected boolean active;

    @Enumerated(EnumType.STRING)
    protected @Nullable Status status;

    @NativeEnum("mood")
    protected @Nullable Mood mood;

    protected @Nullable OffsetDateTime seen;
    protected @Nullable Duration worked;

    @Array
    protected @Nullable List<String> tags = new ArrayList<>();

    @Json
    protected @Nullable Map<String, String> notes = Map.of();

    @Embedded
    protected @Nullable Address home;

    @Embedded
    @AttributeOverride(name = "city", column = @Column(name = "work_city", length = 5))
    protected @Nullable Address work;
}
