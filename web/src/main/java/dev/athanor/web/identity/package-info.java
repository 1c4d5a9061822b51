// SPDX-License-Identifier: Apache-2.0
/** Users as the RealWorld API shows them. */
@NullMarked
package dev.athanor.web.identity;

import org.jspecify.annotations.NullMarked;
