// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks.plain;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Is on a shelf. */
@Entity
@Table(name = "boxes")
@SuppressWarnings("NullAway.Init") // set by reading
public class Box {
    @Id
    public Long id;

    public String label;
    public int size;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "shelf_id")
    public Shelf shelf;
}
