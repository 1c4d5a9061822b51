// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import dev.athanor.sql.tree.Bind;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Mapper;
import dev.athanor.sql.tree.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values that expressions have: what methods compare with, so that rows can have them, too. */
final class Constants extends Mapper {
    private final Set<Object> found = new LinkedHashSet<>();

    /** Looks for more of them. */
    void add(Node expression) {
        map(expression);
    }

    Set<Object> found() {
        return found;
    }

    @Override
    protected Node change(Node node) {
        if (node instanceof Constant constant) {
            found(constant.value());
        } else if (node instanceof Bind bind) {
            found(bind.value());
        }
        return super.change(node);
    }

    private void found(@Nullable Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::found);
        } else if (value != null) {
            found.add(value);
        }
    }
}
