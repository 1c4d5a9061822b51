// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What is to be a password. Hashing one costs by its length, too, so that there is a maximum. */
@NotBlank(message = "can't be blank")
@Size(min = 8, message = "is too short (minimum is {min} characters)")
@Size(max = 128, message = "is too long (maximum is {max} characters)")
@Constraint(validatedBy = {})
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER, TYPE_USE})
public @interface NewPassword {
    /** Never shown; those of the rules are. */
    String message() default "";

    /** As Bean Validation has it. */
    Class<?>[] groups() default {};

    /** As Bean Validation has it. */
    Class<? extends Payload>[] payload() default {};
}
