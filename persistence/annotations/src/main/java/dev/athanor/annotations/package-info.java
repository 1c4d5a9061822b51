// SPDX-License-Identifier: Apache-2.0
/** What JPA's annotations do not say about entities. */
@NullMarked
package dev.athanor.annotations;

import org.jspecify.annotations.NullMarked;
