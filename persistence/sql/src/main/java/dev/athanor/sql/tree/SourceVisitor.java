// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

/**
 * Distinguishes sources.
 *
 * @param <R> what a visit gives
 */
public interface SourceVisitor<R> {
    R visit(CommonTableSource common);

    R visit(DerivedSource derived);

    R visit(FunctionSource function);

    R visit(JoinedSource joined);

    R visit(PartSource part);

    R visit(TableSource table);

    R visit(ValuesSource values);
}
