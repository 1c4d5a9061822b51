// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks.woven;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Table;

/** The root of classes that have a table each, beside that of the root. */
@Entity
@Table(name = "media")
@Inheritance(strategy = InheritanceType.JOINED)
@SuppressWarnings("NullAway.Init") // set by reading
public class Medium {
    @Id
    public Long id;

    public String title;
    public int year;
}
