// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.internal.SqlToken;
import dev.athanor.migrations.internal.SqlTokens;
import dev.athanor.migrations.schema.Identifiers;
import dev.athanor.migrations.schema.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Puts other names into expressions of one table that PostgreSQL has written. */
final class Mentions {
    /** After these there is a part of a name, a type, or a word of syntax that a column may be called, too. */
    private static final Set<String> BEFORE_OTHERS =
            Set.of(".", "::", "collate", "at", "time", "character", "timestamp", "without", "nulls", "using");

    private Mentions() {}

    /** With another name of a column. */
    static String ofColumn(String sql, String from, String to) {
        List<SqlToken> tokens = SqlTokens.of(sql);
        StringBuilder text = new StringBuilder();
        int copied = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            if (token.isName() && token.name().equals(from) && isColumn(tokens, i)) {
                text.append(sql, copied, token.start()).append(Identifiers.quoted(to));
                copied = token.end();
            }
        }
        return text.append(sql.substring(copied)).toString();
    }

    private static boolean isColumn(List<SqlToken> tokens, int i) {
        String before = i == 0 ? "" : tokens.get(i - 1).text().toLowerCase(Locale.ROOT);
        boolean called = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
        boolean extracted = i > 1 && before.equals("(") && tokens.get(i - 2).is("extract");
        boolean ofNulls = i + 1 < tokens.size()
                && tokens.get(i).is("nulls")
                && (tokens.get(i + 1).is("first") || tokens.get(i + 1).is("last"));
        return !BEFORE_OTHERS.contains(before) && !called && !extracted && !ofNulls;
    }

    /** With another name of a sequence, which is in a constant. */
    static String ofSequence(String sql, QualifiedName from, QualifiedName to, String mainSchema) {
        String text = sql;
        for (SqlToken token : SqlTokens.of(sql)) {
            if (token.text().equals(constant(from, mainSchema))
                    || token.text().equals(Identifiers.literal(from.sql()))) {
                text = sql.substring(0, token.start()) + constant(to, mainSchema) + sql.substring(token.end());
            }
        }
        return text;
    }

    private static String constant(QualifiedName sequence, String mainSchema) {
        return Identifiers.literal(ObjectNames.within(mainSchema).of(sequence));
    }
}
