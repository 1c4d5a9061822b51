// SPDX-License-Identifier: Apache-2.0
/** Tables written by hand as they are generated, to see that they are read rightly. */
@NullMarked
package dev.athanor.models.written;

import org.jspecify.annotations.NullMarked;
