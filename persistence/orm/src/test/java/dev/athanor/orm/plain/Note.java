// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.plain;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** Not woven. */
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
public class Note {
    @Id
    private Long id;

    private String text;
}
