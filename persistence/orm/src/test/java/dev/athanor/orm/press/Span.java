// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** Has types that are converted, where it is embedded. */
@Embeddable
public class Span {
    @Column(name = "span_begin")
    public Instant begin;

    @Column(name = "span_length")
    public Duration length;

    @Column(name = "span_day")
    public LocalDate day;

    @Column(name = "span_local")
    public LocalDateTime local;

    @Column(name = "span_clock")
    public LocalTime clock;

    @Json
    @Column(name = "span_stops")
    public List<String> stops;
}
