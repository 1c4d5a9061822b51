// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A method of Java's, and what it is in SQL.
 *
 * @param key its class, name and number of arguments
 * @param arguments what they have to be
 * @param result its type
 * @param fails whether the database can refuse it
 * @param sql the expression, with places for the object and the arguments; empty, if it is for constants only
 */
record Form(String key, List<Argument> arguments, TypeName result, boolean fails, String sql) {
    private static final Pattern LINE = Pattern.compile("(static )?(\\w+)\\.(\\w+)\\((.*?)\\) (\\w+)( fails)?: (.+)");
    private static final Pattern PART = Pattern.compile("\\{(=?)(this|\\d)}|\\b([A-Z]\\w+)(?=\\.)");
    private static final Map<String, ClassName> USED = Map.of(
            "JavaText", Classes.JAVA_TEXT,
            "JavaNumber", Classes.JAVA_NUMBER,
            "JavaTime", Classes.JAVA_TIME,
            "ChronoUnit", ClassName.get(ChronoUnit.class),
            "ChronoField", ClassName.get(ChronoField.class));

    static Form of(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("this says no form: " + line);
        }
        List<Argument> arguments = parts.group(4).isEmpty()
                ? List.of()
                : Pattern.compile(",")
                        .splitAsStream(parts.group(4))
                        .map(Argument::of)
                        .toList();
        String key = key(parts.group(1) != null, JavaTypes.named(parts.group(2)), parts.group(3), arguments.size());
        String sql = parts.group(7).equals("java") ? "" : parts.group(7);
        return new Form(key, arguments, JavaTypes.named(parts.group(5)), parts.group(6) != null, sql);
    }

    static String key(boolean isStatic, TypeName owner, String name, int arguments) {
        return (isStatic ? "static " : "") + owner + "." + name + "/" + arguments;
    }

    /** The expression of SQL, of an object and arguments. */
    CodeBlock code(CodeBlock self, List<CodeBlock> values) {
        CodeBlock.Builder code = CodeBlock.builder();
        Matcher part = PART.matcher(sql);
        int from = 0;
        while (part.find()) {
            code.add("$L", sql.substring(from, part.start()));
            if (part.group(3) != null) {
                code.add("$T", USED.get(part.group(3)));
            } else {
                code.add(part.group(2).equals("this") ? self : values.get(Integer.parseInt(part.group(2))));
            }
            from = part.end();
        }
        return code.add("$L", sql.substring(from)).build();
    }

    /** Whether the object is a constant, written as it is. */
    boolean ofConstant() {
        return sql.contains("{=this}");
    }

    /**
     * What an argument has to be.
     *
     * @param constant whether it is a constant of the program
     * @param symbol the one constant that it has to be; empty, if it may be any
     */
    record Argument(TypeName type, boolean constant, String symbol) {
        static Argument of(String said) {
            boolean constant = said.startsWith("=");
            String[] names = said.substring(constant ? 1 : 0).split("\\.", -1);
            TypeName type = JavaTypes.named(names[0]);
            return new Argument(type, constant, names.length == 1 ? "" : type + "." + names[1]);
        }

        boolean takes(Term term) {
            if (term instanceof Term.Constant known) {
                return JavaTypes.assignable(known.type(), type) && (symbol.isEmpty() || known.is(symbol));
            }
            return !constant && term instanceof Term.Value value && JavaTypes.assignable(value.type(), type);
        }
    }
}
