// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What is about the unit whose pool has a single connection. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Cramped {
    /** For look-ups. */
    final class Literal extends AnnotationLiteral<Cramped> implements Cramped {
        private static final long serialVersionUID = 1L;
    }
}
