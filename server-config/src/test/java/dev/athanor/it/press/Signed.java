// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What is signed by the house, and traced. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Signed {}
