// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks.woven;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Has a table beside that of the root. */
@Entity
@Table(name = "tapes")
@SuppressWarnings("NullAway.Init") // set by reading
public class Tape extends Medium {
    public int minutes;
    public String brand;
}
