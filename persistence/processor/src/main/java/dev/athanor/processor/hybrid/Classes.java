// SPDX-License-Identifier: Apache-2.0
package dev.athanor.processor.hybrid;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Optional;
import java.util.Set;

/** The classes that bodies and generated code use. */
final class Classes {
    static final ClassName SQL = sql("Sql");
    static final ClassName SQL_TYPES = sql("SqlTypes");
    static final ClassName FUNCTIONS = sql("Functions");
    static final ClassName AGGREGATES = sql("Aggregates");
    static final ClassName RELATED = sql("Related");
    static final ClassName CLOCKED = sql("Clocked");
    static final ClassName JAVA_TEXT = hybrid("JavaText");
    static final ClassName JAVA_NUMBER = hybrid("JavaNumber");
    static final ClassName JAVA_TIME = hybrid("JavaTime");
    static final ClassName STRING = ClassName.get(String.class);
    static final ClassName DECIMAL = ClassName.get(BigDecimal.class);
    static final ClassName OPTIONAL = ClassName.get(Optional.class);

    private static final Set<TypeName> WHOLE = Set.of(
            ClassName.get(Byte.class),
            ClassName.get(Short.class),
            ClassName.get(Integer.class),
            ClassName.get(Long.class),
            ClassName.get(BigInteger.class));

    /** Constants that are kept as their numbers. */
    private static final Set<TypeName> NUMBERED = Set.of(ClassName.get(DayOfWeek.class), ClassName.get(Month.class));

    private Classes() {}

    static ClassName sql(String name) {
        return ClassName.get("dev.athanor.sql", name);
    }

    static ClassName hybrid(String name) {
        return ClassName.get("dev.athanor.sql.hybrid", name);
    }

    static TypeName boxed(TypeName type) {
        return type.isPrimitive() ? type.box() : type;
    }

    static TypeName unboxed(TypeName type) {
        return type.isBoxedPrimitive() ? type.unbox() : type;
    }

    static boolean whole(TypeName type) {
        return WHOLE.contains(boxed(type));
    }

    static boolean numbered(TypeName type) {
        return NUMBERED.contains(type);
    }

    static boolean text(TypeName type) {
        return type.equals(STRING);
    }

    static boolean truth(TypeName type) {
        return unboxed(type).equals(TypeName.BOOLEAN);
    }

    /** Whether operators of arithmetic take it. */
    static boolean arithmetic(TypeName type) {
        return Promotion.RANK.contains(unboxed(type));
    }
}
