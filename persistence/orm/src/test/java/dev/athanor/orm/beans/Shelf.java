// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.beans;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Another unit. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Shelf {
    /** For look-ups. */
    final class Literal extends AnnotationLiteral<Shelf> implements Shelf {
        private static final long serialVersionUID = 1L;
    }
}
