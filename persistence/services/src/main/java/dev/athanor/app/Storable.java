// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text that PostgreSQL can keep: of whole characters, and without NUL.
 *
 * <pre>{@code record NewComment(@NotBlank @Storable String body) {}}</pre>
 */
@Pattern(regexp = Storable.TEXT, message = "must not contain NUL or half characters")
@Constraint(validatedBy = {})
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER, TYPE_USE})
public @interface Storable {
    /** What such a text is. */
    String TEXT = "[^\\x00\\p{Cs}]*";

    /** Never shown; that of the pattern is. */
    String message() default "";

    /** As Bean Validation has it. */
    Class<?>[] groups() default {};

    /** As Bean Validation has it. */
    Class<? extends Payload>[] payload() default {};
}
