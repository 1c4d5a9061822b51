// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.beans;

import dev.athanor.orm.transaction.Isolation;
import dev.athanor.orm.transaction.IsolationLevel;
import dev.athanor.orm.transaction.Retry;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What many beans are. */
@Stereotype
@Retry
@Isolation(IsolationLevel.SERIALIZABLE)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Serving {}
