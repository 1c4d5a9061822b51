// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.writing;

import com.palantir.javapoet.CodeBlock;
import dev.athanor.processor.model.Kinds;
import dev.athanor.processor.model.LinkTable;
import dev.athanor.processor.model.TableName;
import dev.athanor.processor.model.TablePart;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.SourceVersion;

/** Small pieces of code. */
final class Code {
    /** {@code Map.of} takes that many pairs. */
    private static final int PAIRS = 10;

    private Code() {}

    static CodeBlock names(Map<String, String> names) {
        boolean few = names.size() <= PAIRS;
        CodeBlock pairs = new TreeMap<>(names)
                .entrySet().stream()
                        .map(name -> few
                                ? CodeBlock.of("$S, $S", name.getKey(), name.getValue())
                                : CodeBlock.of("$T.entry($S, $S)", Map.class, name.getKey(), name.getValue()))
                        .collect(CodeBlock.joining(", "));
        return CodeBlock.of("$T.$L($L)", Map.class, few ? "of" : "ofEntries", pairs);
    }

    static CodeBlock list(List<String> names) {
        return CodeBlock.of("$T.of($L)", List.class, texts(names));
    }

    static CodeBlock keys(Optional<String> part, List<String> names) {
        return part.map(name -> CodeBlock.of("$T.in($S, $L)", SqlNames.KEYS, name, texts(names)))
                .orElseGet(() -> CodeBlock.of("$T.of($L)", SqlNames.KEYS, texts(names)));
    }

    private static CodeBlock texts(List<String> names) {
        return names.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", "));
    }

    static CodeBlock kept(TableName table, List<TablePart> parts, Optional<Kinds> kinds) {
        CodeBlock.Builder code = kept(table).toBuilder();
        for (TablePart part : parts) {
            code.add(
                    "\n.and($S, $L, $L, $L, $L)",
                    part.name(),
                    kept(part.table()),
                    part.optional(),
                    list(part.own()),
                    list(part.theirs()));
        }
        kinds.ifPresent(told -> code.add("\n.told($L)", told(told)));
        return code.build();
    }

    private static CodeBlock told(Kinds kinds) {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.in($S)", SqlNames.DISCRIMINATOR, kinds.column());
        kinds.own().ifPresent(own -> code.add(".own($L)", kind(own, kinds)));
        kinds.restriction().ifPresent(all -> code.add(all.isEmpty() ? ".none()" : ".only($L)", only(all, kinds)));
        return code.build();
    }

    private static Object[] only(List<String> all, Kinds kinds) {
        CodeBlock constants = all.stream().map(kind -> kind(kind, kinds)).collect(CodeBlock.joining(", "));
        return all.isEmpty() ? new Object[0] : new Object[] {constants};
    }

    private static CodeBlock kind(String kind, Kinds kinds) {
        return CodeBlock.of(kinds.number() ? "$L" : "$S", kind);
    }

    static CodeBlock kept(TableName table) {
        return table.schema()
                .map(schema -> CodeBlock.of("$T.in($S, $S)", SqlNames.KEPT, schema, table.name()))
                .orElseGet(() -> CodeBlock.of("$T.in($S)", SqlNames.KEPT, table.name()));
    }

    static CodeBlock link(LinkTable link) {
        return CodeBlock.of(
                "new $T($L, $L, $L, $L, $L)",
                SqlNames.LINK,
                kept(link.table()),
                list(link.own()),
                list(link.ownKey()),
                list(link.target()),
                list(link.targetKey()));
    }

    /** The field of an attribute: properties may be called by words that Java keeps for itself. */
    static String field(String attribute) {
        return SourceVersion.isKeyword(attribute) ? attribute + "_" : attribute;
    }
}
