// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.view;

/** Stars for anything, as patterns of SQL's. */
final class Wildcards {
    private Wildcards() {}

    /** Where SQL's own signs stand for themselves. */
    static String pattern(String text) {
        return text.replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
                .replace("*", "%");
    }
}
