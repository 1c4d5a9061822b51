// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;

/** Its hybrids fail in the database, or look far. */
@Entity
@SuppressWarnings("NullAway")
public class Odd {
    @Id
    int id;

    @Nullable
    String text;

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
}
