// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * What can be seen at a place of a body.
 *
 * @param type the class that it is in
 * @param unit the file
 * @param self the entity that it is about; none in an initializer
 * @param locals variables and parameters
 * @param draft the code it becomes
 */
record View(TypeElement type, CompilationUnitTree unit, Optional<Term> self, Map<String, Term> locals, Draft draft) {
    View {
        locals = Map.copyOf(locals);
    }

    View with(String name, Term term) {
        Map<String, Term> more = new HashMap<>(locals);
        more.put(name, term);
        return new View(type, unit, self, more, draft);
    }

    Unreadable problem(Tree tree, String message) {
        return new Unreadable(tree, unit, message);
    }

    /** A problem that only an explicit SQL side helps. */
    Unreadable unknown(Tree tree, String what) {
        return problem(
                tree,
                what + " cannot be read as SQL; say it by what can be (docs/hybrids.md), or write an SQL side: a static"
                        + " method of the same name that takes the table, marked @Hybrid.Sql");
    }
}
