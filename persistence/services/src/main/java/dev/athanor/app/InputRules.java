// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks inputs against the constraints declared on their components. */
@ApplicationScoped
public class InputRules {
    /** Of what is missing nothing else is to be said. */
    private static final Comparator<ConstraintViolation<?>> BLANK_FIRST = Comparator.comparing(
            violation -> !(violation.getConstraintDescriptor().getAnnotation() instanceof NotBlank));

    @Inject
    private Validator validator;

    /** What is wrong with a record: for each of its components, in their order, one violation at most. */
    public List<Violation> violations(Record input) {
        Map<String, Violation> byField = new HashMap<>();
        Set<String> optional = Arrays.stream(input.getClass().getRecordComponents())
                .filter(component -> component.getType() == Optional.class)
                .map(RecordComponent::getName)
                .collect(Collectors.toSet());
        validator.validate(input).stream()
                .filter(violation -> violation.getInvalidValue() != null || !optional.contains(field(violation)))
                .sorted(BLANK_FIRST.thenComparing(ConstraintViolation::getMessage))
                .forEach(violation -> byField.putIfAbsent(field(violation), of(violation)));
        return Arrays.stream(input.getClass().getRecordComponents())
                .map(component -> byField.get(component.getName()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The same, thrown if there is any. */
    public void check(Record input) {
        refuse(violations(input));
    }

    /** Throws what is wrong, if anything is. */
    public static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new InvalidInput(violations);
        }
    }

    /** The component, also of what is within it. */
    private static String field(ConstraintViolation<?> violation) {
        return violation.getPropertyPath().iterator().next().getName();
    }

    private static Violation of(ConstraintViolation<?> violation) {
        return new Violation(field(violation), violation.getMessage());
    }
}
