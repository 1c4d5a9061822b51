// SPDX-License-Identifier: Apache-2.0
package dev.athanor.benchmarks.woven;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** Has boxes. */
@Entity
@Table(name = "shelves")
@SuppressWarnings("NullAway.Init") // set by reading
public class Shelf {
    @Id
    public Long id;

    public String name;

    @OneToMany(mappedBy = "shelf")
    public List<Box> boxes = new ArrayList<>();
}
