// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks.woven;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Has written books. */
@Entity
@Table(name = "authors")
@SuppressWarnings("NullAway.Init") // set by reading
public class Writer {
    @Id
    public Long id;

    public String name;
}
