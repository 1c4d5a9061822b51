// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.replica;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says that what an application produces is of the replica of a persistence unit: beside the unit's own qualifiers, if
 * it has any. What only reads in sessions with those is read there.
 *
 * <pre>{@code
 * @Produces @OnReplica @PersistenceContext(unitName = "shop-replica") EntityManager entities;
 * @Produces @OnReplica @PersistenceUnit(unitName = "shop-replica") EntityManagerFactory factory;
 * }</pre>
 */
@Documented
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.FIELD, ElementType.PARAMETER})
public @interface OnReplica {
    /** For look-ups. */
    final class Literal extends AnnotationLiteral<OnReplica> implements OnReplica {
        /** The only one. */
        public static final Literal INSTANCE = new Literal();

        private static final long serialVersionUID = 1L;

        private Literal() {}
    }
}
