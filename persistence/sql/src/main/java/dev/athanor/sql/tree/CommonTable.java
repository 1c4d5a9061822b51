// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql.tree;

import java.util.function.Consumer;

/** A statement whose rows others may use under a name. */
public final class CommonTable extends Node {
    private static final long KIND = Hash.of(CommonTable.class);

    private final String name;
    private final Command command;
    private final boolean recursive;
    private final Materialization materialization;

    /** One of these parts. */
    public CommonTable(String name, Command command, boolean recursive, Materialization materialization) {
        super(Hash.mix(
                Hash.mix(Hash.mix(Hash.mix(KIND, name.hashCode()), command), recursive ? 1 : 0), materialization));
        this.name = name;
        this.command = command;
        this.recursive = recursive;
        this.materialization = materialization;
    }

    /** The name. */
    public String name() {
        return name;
    }

    /** The statement. */
    public Command command() {
        return command;
    }

    /** Whether the statement uses its own rows. */
    public boolean recursive() {
        return recursive;
    }

    /** Whether the rows are computed first. */
    public Materialization materialization() {
        return materialization;
    }

    /** Whether rows are computed once, before they are used. */
    public enum Materialization {
        DEFAULT,
        ALWAYS,
        NEVER
    }

    @Override
    boolean sameParts(Node other, Comparison comparison) {
        CommonTable that = (CommonTable) other;
        return name.equals(that.name)
                && comparison.same(command, that.command)
                && recursive == that.recursive
                && materialization == that.materialization;
    }

    @Override
    Node mapped(Mapper mapper) {
        return new CommonTable(name, mapper.map(command), recursive, materialization);
    }

    @Override
    public void forEachPart(Consumer<? super Node> consumer) {
        consumer.accept(command);
    }
}
