// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models;

import dev.athanor.sql.Association;
import dev.athanor.sql.Column;
import dev.athanor.sql.Condition;
import dev.athanor.sql.ElementCollection;
import dev.athanor.sql.EntityTable;
import dev.athanor.sql.Table;
import dev.athanor.sql.ToOne;
import dev.athanor.sql.tree.ColumnReference;
import dev.athanor.sql.tree.Constant;
import dev.athanor.sql.tree.Expression;
import dev.athanor.sql.tree.JoinedSource;
import dev.athanor.sql.tree.Operation;
import dev.athanor.sql.tree.Operator;
import dev.athanor.sql.tree.PartSource;
import dev.athanor.sql.tree.Source;
import dev.athanor.sql.tree.TableSource;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What generated tables say, in the lines of {@link MappedNames}, as far as they say it: neither where the types of a
 * hierarchy are told apart, nor the keys and the order of relations.
 */
final class GeneratedNames {
    private static final String OWN = "own";
    private static final String TARGET = "target";

    private final SortedSet<String> lines = new TreeSet<>();

    private GeneratedNames() {}

    /** The table of an entity's class. */
    static Table table(Class<?> entity, String alias) throws ReflectiveOperationException {
        return (Table) made(generated(entity), alias);
    }

    /** What tells the class of a row: the column, what an insert writes, and what rows have; nothing of the rest. */
    static List<Object> kinds(Class<?> entity) throws ReflectiveOperationException {
        return ((EntityTable<?>) table(entity, OWN))
                .discriminator()
                .map(told -> Stream.of(
                                Stream.of(told.column()),
                                told.own().stream().map(Constant::value),
                                told.restriction().stream()
                                        .flatMap(all -> all.kinds().stream().map(Constant::value))
                                        .sorted())
                        .flatMap(Function.identity())
                        .toList())
                .orElse(List.of());
    }

    /** The class that is generated for one: {@code QOuter_Inner} for {@code Outer.Inner}. */
    static Class<?> generated(Class<?> entity) throws ClassNotFoundException {
        String name = entity.getName();
        int dot = name.lastIndexOf('.');
        return Class.forName(
                name.substring(0, dot) + ".Q" + name.substring(dot + 1).replace('$', '_'));
    }

    private static Object made(Class<?> generated, String alias) throws ReflectiveOperationException {
        Method as = generated.getMethod("as", String.class);
        as.setAccessible(true);
        return as.invoke(null, alias);
    }

    /** The lines of an entity, sorted; it is called by its name. */
    static List<String> of(Class<?> entity, String name) throws ReflectiveOperationException {
        GeneratedNames names = new GeneratedNames();
        Table table = table(entity, OWN);
        names.tables(name, table.source());
        names.members(name, table);
        return List.copyOf(names.lines);
    }

    private void tables(String entity, Source source) {
        lines.add(entity + " -> [" + name(source) + "]");
        if (source instanceof JoinedSource joined) {
            for (JoinedSource.Part part : joined.parts()) {
                String table = name(part.table());
                lines.add(entity + "[" + table + "] -> "
                        + pairs(table, part.columns(), name(joined.root()), part.rootColumns()));
            }
        }
    }

    private static String pairs(String table, List<String> columns, String other, List<String> others) {
        SortedSet<String> pairs = new TreeSet<>();
        for (int i = 0; i < columns.size(); i++) {
            pairs.add(table + "." + columns.get(i) + " = " + other + "." + others.get(i));
        }
        return String.join(", ", pairs);
    }

    /** The columns, embedded objects and relations of an object. */
    private void members(String path, Object object) throws ReflectiveOperationException {
        for (Member member : Member.of(object)) {
            if (member.value() instanceof Association<?, ?> association) {
                association(path + "." + member.name(), association, member.type());
            } else {
                value(path + "." + member.name(), member.value());
            }
        }
    }

    private void value(String path, Object value) throws ReflectiveOperationException {
        if (value instanceof Column<?> column) {
            ColumnReference reference = (ColumnReference) column.expression().node();
            lines.add(path + " -> " + name(reference));
        } else {
            members(path, value);
        }
    }

    private void association(String path, Association<?, ?> association, Type declared)
            throws ReflectiveOperationException {
        Table target = (Table) made(
                target(association.getClass() == ToOne.class ? declared : mostExact(association, declared)), TARGET);
        if (association instanceof ElementCollection<?, ?> elements) {
            elements(path, target, equalities(on(elements, target)));
            return;
        }
        List<Equality> equalities = equalities(on(association, target));
        Source joined = joined(association, target);
        if (joined == target.source()) {
            lines.add(path + " -> " + reference(equalities));
        } else {
            linked(path, (JoinedSource) joined, equalities);
        }
        if (association instanceof ToOne<?, ?, ?>) {
            key(path, association);
        }
    }

    /** A subclass of a relation's class says what it leads to; otherwise the declaration does. */
    private static Type mostExact(Association<?, ?> association, Type declared) {
        boolean generated = association.getClass().getPackage() != Association.class.getPackage();
        return generated && association.getClass().getTypeParameters().length == 0 ? association.getClass() : declared;
    }

    /** The columns of the target's key that the row itself has. */
    private void key(String path, Object relation) throws ReflectiveOperationException {
        for (Member member : Member.of(relation)) {
            if (member.value() instanceof ToOne<?, ?, ?> further) {
                key(path + "." + member.name(), further);
            } else if (!(member.value() instanceof Association<?, ?>)) {
                value(path + "." + member.name(), member.value());
            }
        }
    }

    private void elements(String path, Table table, List<Equality> equalities) throws ReflectiveOperationException {
        lines.add(path + " -> " + name(table.source()) + "(" + own(equalities) + ")");
        for (Member member : Member.of(table)) {
            String part = path + role(member.name());
            if (member.name().equals("owner")) {
                continue;
            }
            if (member.value() instanceof Association<?, ?> association) {
                association(part, association, member.type());
            } else {
                value(part, member.value());
            }
        }
    }

    /** What a member of an element's table is: the element, its key or place, or an attribute of the element. */
    private static String role(String member) {
        return switch (member) {
            case "value", "key", "order" -> "[" + member + "]";
            case "index" -> "[order]";
            default -> "[value]." + member;
        };
    }

    /** A foreign key, of whichever side. */
    private static String reference(List<Equality> equalities) {
        SortedSet<String> pairs = new TreeSet<>();
        for (Equality equality : equalities) {
            pairs.add(name(equality.left()) + " = " + name(equality.right()));
        }
        return String.join(", ", pairs);
    }

    private void linked(String path, JoinedSource both, List<Equality> equalities) {
        JoinedSource.Part link = both.parts().get(both.parts().size() - 1);
        SortedSet<String> pairs = new TreeSet<>();
        for (int i = 0; i < link.columns().size(); i++) {
            pairs.add(link.columns().get(i) + "=" + name(both.root()) + "."
                    + link.rootColumns().get(i));
        }
        lines.add(path + " -> " + name(link.table()) + "(" + own(equalities) + ", " + String.join(", ", pairs) + ")");
    }

    /** The columns that refer to the owner. */
    private static String own(List<Equality> equalities) {
        SortedSet<String> pairs = new TreeSet<>();
        equalities.forEach(equality -> pairs.add(equality.there().name() + "=" + name(equality.own())));
        return String.join(", ", pairs);
    }

    @SuppressWarnings("unchecked") // the target is of the class that the relation leads to
    private static <Q extends Table> Condition on(Association<?, Q> association, Table target) {
        return association.on((Q) target);
    }

    @SuppressWarnings("unchecked") // the target is of the class that the relation leads to
    private static <Q extends Table> Source joined(Association<?, Q> association, Table target) {
        return association.joined((Q) target).source();
    }

    /** The class of the table that a relation leads to: the last argument of its type. */
    private static Class<?> target(Type relation) {
        Type last = lastArgument(relation);
        return last instanceof ParameterizedType generic ? (Class<?>) generic.getRawType() : (Class<?>) last;
    }

    private static Type lastArgument(Type type) {
        if (!(type instanceof ParameterizedType generic)) {
            return lastArgument(Objects.requireNonNull(((Class<?>) type).getGenericSuperclass()));
        }
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (raw.getPackage() == Association.class.getPackage()) {
            return arguments[arguments.length - 1];
        }
        Type last = lastArgument(Objects.requireNonNull(raw.getGenericSuperclass()));
        return last instanceof TypeVariable<?> variable
                ? arguments[Arrays.asList(raw.getTypeParameters()).indexOf(variable)]
                : last;
    }

    private static List<Equality> equalities(Condition condition) {
        List<Equality> equalities = new ArrayList<>();
        collect(condition.node(), equalities);
        return equalities;
    }

    private static void collect(Expression condition, List<Equality> equalities) {
        Operation operation = (Operation) condition;
        if (operation.operator() == Operator.AND) {
            operation.operands().forEach(operand -> collect(operand, equalities));
        } else if (operation.operator() == Operator.EQUAL) {
            equalities.add(new Equality((ColumnReference) operation.operands().get(0), (ColumnReference)
                    operation.operands().get(1)));
        } else {
            throw new IllegalArgumentException(
                    "a relation joins by " + operation.operator().symbol());
        }
    }

    private static String name(ColumnReference column) {
        return name(column.source()) + "." + column.name();
    }

    private static String name(Source source) {
        if (source instanceof PartSource part) {
            return part.whole().parts().stream()
                    .map(JoinedSource.Part::table)
                    .filter(table -> table.alias().equals(part.alias()))
                    .findFirst()
                    .map(GeneratedNames::name)
                    .orElseThrow(() -> new IllegalArgumentException("no part is called " + part.alias()));
        }
        TableSource table = source instanceof JoinedSource joined ? joined.root() : (TableSource) source;
        return table.schema().map(schema -> schema + ".").orElse("") + table.name();
    }

    /** Two columns that are equal, of the owner and of what it leads to. */
    private record Equality(ColumnReference left, ColumnReference right) {
        ColumnReference own() {
            return isOwn(left) ? left : right;
        }

        ColumnReference there() {
            return isOwn(left) ? right : left;
        }

        private static boolean isOwn(ColumnReference column) {
            String alias = column.source().alias();
            return alias.equals(OWN) || alias.startsWith(OWN + ".");
        }
    }

    /** What an object offers by a field, or a relation by a method. */
    private record Member(String name, Object value, Type type) {
        static List<Member> of(Object object) throws ReflectiveOperationException {
            List<Member> members = new ArrayList<>();
            for (Field field : object.getClass().getFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    Object value = Objects.requireNonNull(field.get(object), () -> field + " is null");
                    members.add(new Member(field.getName(), value, field.getGenericType()));
                }
            }
            for (Method method : object.getClass().getMethods()) {
                if (method.getParameterCount() == 0
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isBridge()
                        && Association.class.isAssignableFrom(method.getReturnType())) {
                    method.setAccessible(true);
                    Object value = Objects.requireNonNull(method.invoke(object), () -> method + " gives null");
                    members.add(new Member(method.getName(), value, method.getGenericReturnType()));
                }
            }
            return members;
        }
    }
}
