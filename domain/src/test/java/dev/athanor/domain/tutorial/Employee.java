// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.tutorial;

import dev.athanor.annotations.Array;
import dev.athanor.annotations.Json;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Somebody who works for a company. */
// region employee
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Employee {
    @Id
    private Long id;

    private String name;
    private LocalDate born;

    @Embedded
    private Address home;

    @ManyToOne
    private Department department;

    @ManyToOne
    private Employee manager;

    @ManyToMany
    private Set<Department> visited = new HashSet<>();

    @ElementCollection
    private List<String> nicknames = new ArrayList<>();

    @Array
    private List<String> skills = new ArrayList<>();

    @Json
    private Map<String, String> notes = Map.of();
}
// endregion
