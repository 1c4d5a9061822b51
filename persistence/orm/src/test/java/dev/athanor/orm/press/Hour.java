// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Has a point in time for its key. */
@Entity
public class Hour {
    @Id
    public Instant at;

    public String name;

    public void rename(String newName) {
        name = newName;
    }
}
