// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.market;

import dev.athanor.annotations.Array;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Has a value that changes itself, and relations whose other sides are in such entities, and within them. */
@Entity
public class Binder {
    @Id
    private Long id;

    @Array
    private List<String> tools = new ArrayList<>();

    @OneToMany(mappedBy = "seller")
    private List<Booklet> sold = new ArrayList<>();

    @OneToMany(mappedBy = "imprint.binder")
    private Set<Booklet> bound = new HashSet<>();

    protected Binder() {}

    public Binder(long id) {
        this.id = id;
    }

    public List<String> tools() {
        return tools;
    }

    public List<Booklet> sold() {
        return sold;
    }

    public Set<Booklet> bound() {
        return bound;
    }
}
