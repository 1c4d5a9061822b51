// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.identity;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.ElementType.TYPE_USE;

import dev.athanor.domain.identity.User;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How others know a user. */
@NotBlank(message = "can't be blank")
@Size(max = User.USERNAME_LENGTH, message = "is too long (maximum is {max} characters)")
@Pattern(regexp = EmailAddress.PRINTABLE, message = "must not contain control characters")
@Pattern(regexp = Username.TRIMMED, message = "must not begin or end with a space")
@Constraint(validatedBy = {})
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({FIELD, PARAMETER, TYPE_USE})
public @interface Username {
    /** Neither begins nor ends with a space, of any kind. */
    String TRIMMED = "(?U)(?!\\s)(?s:.*)(?<!\\s)";

    /** Never shown; those of the rules are. */
    String message() default "";

    /** As Bean Validation has it. */
    Class<?>[] groups() default {};

    /** As Bean Validation has it. */
    Class<? extends Payload>[] payload() default {};
}
