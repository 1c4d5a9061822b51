// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

import dev.athanor.orm.bulk.RowMapping;
import dev.athanor.sql.NumberColumn;
import dev.athanor.sql.Table;

/** A table between two others, of which there is no entity. */
final class LinkTable extends Table {
    private final NumberColumn<Long> from;
    private final NumberColumn<Long> to;

    LinkTable(String schema, String name, String from, String to) {
        super(schema, name, name);
        this.from = key(bigint(from));
        this.to = key(bigint(to));
    }

    RowMapping<Link> mapping() {
        return RowMapping.of(Link.class, this).set(from, Link::from).set(to, Link::to);
    }

    /** That one leads to another. */
    record Link(long from, long to) {}
}
