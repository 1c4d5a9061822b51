// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks.plain;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Has a table beside that of the root. */
@Entity
@Table(name = "discs")
@SuppressWarnings("NullAway.Init") // set by reading
public class Disc extends Medium {
    public int tracks;
    public String label;
}
