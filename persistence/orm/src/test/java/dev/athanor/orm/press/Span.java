// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import dev.athanor.annotations.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Has types that are converted, where it is embedded. */
@Embeddable
public class Span {
    @Column(name = "span_begin")
    public Instant begin;

    @Column(name = "span_length")
    public Duration length;

    @Json
    @Column(name = "span_stops")
    public List<String> stops;
}
