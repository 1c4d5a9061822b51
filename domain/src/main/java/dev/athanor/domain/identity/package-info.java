// SPDX-License-Identifier: Apache-2.0
/** Who uses the application: users and what they tell about themselves. */
@NullMarked
package dev.athanor.domain.identity;

import org.jspecify.annotations.NullMarked;
