// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.rest;

import dev.athanor.app.Storables;
import dev.athanor.app.view.InvalidQuery;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The days that a report is about: a year until today, if nothing else is said. For one thread. */
public final class DateRange {
    @QueryParam("from")
    @Parameter(description = "The first day", schema = @Schema(implementation = LocalDate.class))
    private @Nullable String from;

    @QueryParam("until")
    @Parameter(description = "The last day", schema = @Schema(implementation = LocalDate.class))
    private @Nullable String until;

    /** Filled by JAX-RS. */
    public DateRange() {
        // by fields
    }

    DateRange(@Nullable String from, @Nullable String until) {
        this.from = from;
        this.until = until;
    }

    /** The first day. */
    public LocalDate from() {
        return day("from", from).orElseGet(() -> until().minusYears(1));
    }

    /** The last day. */
    public LocalDate until() {
        return day("until", until).orElseGet(() -> LocalDate.now(ZoneOffset.UTC));
    }

    private static Optional<LocalDate> day(String name, @Nullable String text) {
        try {
            return Optional.ofNullable(text).map(day -> Storables.dated(LocalDate.parse(day)));
        } catch (DateTimeException e) {
            InvalidQuery invalid = new InvalidQuery(List.of(new InvalidQuery.Problem(
                    name, "is a date, as 2024-02-29, of the years 1 to 9999, not \"" + text + "\"")));
            invalid.initCause(e);
            throw invalid;
        }
    }
}
