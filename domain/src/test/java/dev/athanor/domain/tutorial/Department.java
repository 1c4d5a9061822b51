// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.tutorial;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;

/** A part of a company. */
// region department
@Entity
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class Department {
    @Id
    private Long id;

    private String name;

    @OneToMany(mappedBy = "department")
    private List<Employee> employees = new ArrayList<>();
}
// endregion
