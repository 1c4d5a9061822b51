// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.QualifiedName;
import java.util.regex.Pattern;

/** Whether texts of SQL name something. Immutable and thread-safe. */
final class Mention {
    private final Pattern pattern;

    private Mention(String name) {
        this.pattern = Pattern.compile("(?<![\\w\".])" + Pattern.quote(name) + "(?![\\w\"])");
    }

    /** Of a type. */
    static Mention of(QualifiedName type, String mainSchema) {
        return new Mention(type.schema().equals(mainSchema) ? Identifiers.quoted(type.name()) : type.sql());
    }

    /** Of a column. */
    static Mention of(String column) {
        return new Mention(Identifiers.quoted(column));
    }

    boolean isIn(String sql) {
        return pattern.matcher(sql).find();
    }
}
