// SPDX-License-Identifier: Apache-2.0
/** How sessions are injected. */
@NullMarked
package dev.athanor.orm.internal.cdi;

import org.jspecify.annotations.NullMarked;
