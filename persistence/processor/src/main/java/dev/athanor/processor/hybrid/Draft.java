// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.sun.source.tree.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** The code that a body becomes: the tables that it needs besides its own. */
final class Draft {
    private static final int SIZE = 2000;

    private final List<CodeBlock> declarations = new ArrayList<>();
    private final Set<String> names;
    private final List<String> parameters;
    private final Map<String, String> single = new HashMap<>();
    private final Map<String, Integer> opened = new HashMap<>();
    private int steps;
    private Optional<Tree> returned = Optional.empty();

    /** @param parameters the parameters whose expressions may be of tables that lie around */
    Draft(Collection<String> names, List<String> parameters) {
        this.names = new HashSet<>(names);
        this.parameters = List.copyOf(parameters);
    }

    /** The declarations, and what comes of them. */
    CodeBlock with(CodeBlock result) {
        CodeBlock.Builder code = CodeBlock.builder();
        declarations.forEach(code::addStatement);
        return code.addStatement("return $L", result).build();
    }

    /** The table that a relation to one leads to: one and the same for all that ask for it. */
    String one(Spot owner, String attribute, TypeName table) {
        return single.computeIfAbsent(
                owner.code() + "." + attribute, path -> declare(owner, attribute, attribute, table));
    }

    /** The table of a relation to many, once more. */
    String many(Spot owner, String attribute, TypeName table) {
        int times = opened.merge(owner.code() + "." + attribute, 1, Integer::sum);
        return declare(owner, attribute, times == 1 ? attribute : attribute + times, table);
    }

    /** Notes what is returned. */
    void returns(Tree tree) {
        returned = Optional.of(tree);
    }

    /** What was returned last. */
    Optional<Tree> returned() {
        return returned;
    }

    /** Counts a step; false, if there were too many. */
    boolean step() {
        return ++steps < SIZE;
    }

    private String declare(Spot owner, String attribute, String alias, TypeName table) {
        String name = free(attribute);
        CodeBlock.Builder around = CodeBlock.builder();
        parameters.forEach(parameter -> around.add(", $N", parameter));
        declarations.add(CodeBlock.of(
                "$T $N = $T.as($T.alias($L, $S$L))",
                table,
                name,
                table,
                Classes.RELATED,
                owner.table(),
                alias,
                around.build()));
        return name;
    }

    /** A name for a variable that hides no field. */
    private String free(String attribute) {
        String name = attribute + "Table";
        for (int i = 2; !names.add(name) || SourceVersion.isKeyword(name); i++) {
            name = attribute + "Table" + i;
        }
        return name;
    }
}
