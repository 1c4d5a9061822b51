// SPDX-License-Identifier: Apache-2.0
package dev.athanor.sql;

import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.util.ArrayList;
import java.util.List;

/** By a table between the two, which is joined with the target as if both were one. */
record LinkPath(Table owner, String attribute, Link link) implements Path<Table> {
    @Override
    public Relation joined(Table target) {
        JoinedSource both = both(target);
        return () -> both;
    }

    @Override
    public Condition on(Table target) {
        Source between = new PartSource(both(target), alias(target));
        List<Expression> own = link.own().stream()
                .<Expression>map(name -> new ColumnReference(between, name))
                .toList();
        return KeyPath.equal(own, Keys.of(link.ownKey()).of(owner));
    }

    private JoinedSource both(Table target) {
        Source source = target.source();
        List<JoinedSource.Part> parts = new ArrayList<>();
        TableSource root;
        if (source instanceof JoinedSource joined) {
            root = joined.root();
            parts.addAll(joined.parts());
        } else {
            root = (TableSource) source;
        }
        TableSource between = (TableSource) link.table().source(alias(target));
        parts.add(new JoinedSource.Part(between, false, link.targetKey(), link.target()));
        return new JoinedSource(root, parts);
    }

    private String alias(Table target) {
        return Kept.alias(target.source().alias(), attribute);
    }
}
