// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class FullName {
    @Column(name = "given_name")
    private String given;

    @Column(name = "family_name")
    private String family;

    protected FullName() {}

    public FullName(String given, String family) {
        this.given = given;
        this.family = family;
    }

    public String getGiven() {
        return given;
    }

    public String getFamily() {
        return family;
    }
}
