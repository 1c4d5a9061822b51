// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.lint;

import java.util.List;

/** What is lost. */
final class LossRules {
    private LossRules() {}

    static void look(Look look) {
        Operation operation = look.operation();
        switch (operation.kind()) {
            case DROP_TABLE -> loss(look, "all rows of " + look.table() + " go");
            case DROP_COLUMN -> {
                if (!look.known().isNew(look.table(), operation.name())) {
                    loss(look, "all values of " + look.column() + " go");
                }
            }
            case DROP_SCHEMA -> loss(look, "all that is in the schema " + look.table() + " may go");
            case DROP_SEQUENCE -> loss(look, "how far the sequence " + look.table() + " has counted is forgotten");
            case TRUNCATE -> loss(look, "all rows of " + look.table() + " go");
            case DELETE -> {
                if (!operation.has("where")) {
                    loss(look, "all rows of " + look.table() + " go");
                }
            }
            case DROP_CASCADE, DROP_CONSTRAINT -> {
                if (operation.has("cascade")) {
                    loss(look, "\"cascade\" drops what stands on it, whatever that is");
                }
            }
            case CREATE_ENUM -> values(look);
            default -> {
                // It loses nothing.
            }
        }
    }

    private static void loss(Look look, String message) {
        if (!look.isNew()) {
            look.find(Rule.DATA_LOSS, message);
        }
    }

    /** A type of this name was there, and had more of them. */
    private static void values(Look look) {
        List<String> now = look.operation().rest().stream()
                .map(token -> token.text().replaceAll("^'|'$", ""))
                .toList();
        List<String> gone = look.known().values(look.table()).stream()
                .filter(value -> !now.contains(value))
                .toList();
        if (!gone.isEmpty()) {
            look.find(
                    Rule.DATA_LOSS,
                    "the enumeration " + look.table() + " has no " + String.join(", ", gone) + " any more");
        }
    }
}
