// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** What has a replica. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@interface Mirrored {}
