// SPDX-License-Identifier: Apache-2.0
package dev.athanor.migrations.compare;

import dev.athanor.migrations.schema.NameChange;
import dev.athanor.migrations.schema.QualifiedName;

/** One other name, and what follows it. */
final class NewNames {
    private NewNames() {}

    private abstract static class Same implements NameChange {
        @Override
        public QualifiedName table(QualifiedName table) {
            return table;
        }

        @Override
        public String column(QualifiedName table, String column) {
            return column;
        }

        @Override
        public QualifiedName sequence(QualifiedName sequence) {
            return sequence;
        }

        @Override
        public String expression(QualifiedName table, String sql) {
            return sql;
        }
    }

    /** Of a table; sequences that columns own go with it into another schema. */
    static NameChange ofTable(QualifiedName from, QualifiedName to) {
        return new Same() {
            @Override
            public QualifiedName table(QualifiedName table) {
                return table.equals(from) ? to : table;
            }
        };
    }

    /** Of a column. */
    static NameChange ofColumn(QualifiedName of, String from, String to) {
        return new Same() {
            @Override
            public String column(QualifiedName table, String column) {
                return table.equals(of) && column.equals(from) ? to : column;
            }

            @Override
            public String expression(QualifiedName table, String sql) {
                return table.equals(of) ? Mentions.ofColumn(sql, from, to) : sql;
            }
        };
    }

    /** Of a sequence. */
    static NameChange ofSequence(QualifiedName from, QualifiedName to, String mainSchema) {
        return new Same() {
            @Override
            public QualifiedName sequence(QualifiedName sequence) {
                return sequence.equals(from) ? to : sequence;
            }

            @Override
            public String expression(QualifiedName table, String sql) {
                return Mentions.ofSequence(sql, from, to, mainSchema);
            }
        };
    }
}
