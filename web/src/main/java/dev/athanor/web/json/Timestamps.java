// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.json;

import jakarta.json.bind.adapter.JsonbAdapter;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Points in time as RealWorld clients expect them: at UTC, with milliseconds, {@code 2026-02-18T03:22:56.637Z}. */
public final class Timestamps implements JsonbAdapter<OffsetDateTime, String> {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

    @Override
    public String adaptToJson(OffsetDateTime time) {
        return FORMAT.format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }

    @Override
    public OffsetDateTime adaptFromJson(String text) {
        return OffsetDateTime.parse(text);
    }
}
