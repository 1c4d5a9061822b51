// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a server does about its schema when it starts. */
public enum MigrationMode {
    /** Looks whether the schema is current, and changes nothing. */
    VERIFY,
    /** Applies the change sets that are missing. */
    UPGRADE;

    /** The mode of this name, in whatever case. */
    public static MigrationMode of(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> new MigrationException(
                        MigrationError.MODE_UNKNOWN,
                        "\"" + name + "\" is no migration mode; use one of "
                                + Arrays.stream(values())
                                        .map(mode -> mode.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }
}
