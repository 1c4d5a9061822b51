// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

@Entity
@SuppressWarnings("NullAway.Init")
public class Country {
    @Id
    @Column(length = 4)
    String code;

    @Nullable
    String name;

    @OneToMany(mappedBy = "country")
    List<Company> companies = new ArrayList<>();
}
