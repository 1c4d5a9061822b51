// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What is about the unit of notes. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Notes {
    /** For look-ups. */
    final class Literal extends AnnotationLiteral<Notes> implements Notes {
        private static final long serialVersionUID = 1L;
    }
}
