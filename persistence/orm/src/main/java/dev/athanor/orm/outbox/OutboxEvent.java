// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.outbox;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the type of an event. The name is kept with each event that is recorded, and outlives the class.
 *
 * <pre>{@code
 * @OutboxEvent("invoice-paid")
 * public record InvoicePaid(long invoice, BigDecimal amount) {}
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OutboxEvent {
    /** The name of the type; no other class of the application has it. */
    String value();

    /** Names that it had before: events that were recorded under them are delivered, too. */
    String[] formerly() default {};
}
