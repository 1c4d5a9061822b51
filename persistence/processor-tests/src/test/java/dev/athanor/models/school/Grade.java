// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

public enum Grade {
    VERY_GOOD(1),
    GOOD(2),
    FAIR(3),
    FAILED(6);

    private final int number;

    Grade(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static Grade of(int number) {
        for (Grade grade : values()) {
            if (grade.number == number) {
                return grade;
            }
        }
        throw new IllegalArgumentException("no grade is " + number);
    }
}
