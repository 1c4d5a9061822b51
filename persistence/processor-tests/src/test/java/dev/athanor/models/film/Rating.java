// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.film;

public enum Rating {
    GENERAL("G"),
    PARENTAL_GUIDANCE("PG"),
    RESTRICTED("R");

    private final String code;

    Rating(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Rating of(String code) {
        for (Rating rating : values()) {
            if (rating.code.equals(code)) {
                return rating;
            }
        }
        throw new IllegalArgumentException("no rating has the code " + code);
    }
}
