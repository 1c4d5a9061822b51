// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@Entity
public class Club {
    @Id
    int number;

    @Nullable
    String name;

    int fee;

    @ManyToMany(mappedBy = "clubs")
    Set<RightPerson> members = new HashSet<>();
}
