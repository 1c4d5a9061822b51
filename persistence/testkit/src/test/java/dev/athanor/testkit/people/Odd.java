// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import dev.athanor.annotations.Hybrid;
import dev.athanor.annotations.Json;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Its hybrids fail in the database, look far, or are right by one of two ways. */
@Entity
@SuppressWarnings("NullAway")
public class Odd {
    @Id
    int id;

    @Nullable
    String text;

    @Json
    @Nullable
    Settings settings;

    @ManyToOne
    @Nullable
    Country country;

    @Hybrid
    public int number() {
        return text.length();
    }

    @Hybrid
    public int misspelled() {
        return id;
    }

    @Hybrid
    public int companies() {
        return country == null ? 0 : country.companies.size();
    }

    @Hybrid
    public boolean isAfter(int other) {
        return id > other;
    }

    @Hybrid
    public @Nullable String theme() {
        return settings == null ? null : settings.theme;
    }

    /** Kept as JSON. */
    public static final class Settings {
        private final String theme;

        public Settings(String json) {
            this.theme = json.replaceAll(".*: *\"(\\w+)\".*", "$1");
        }
    }
}
