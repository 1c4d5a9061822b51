// SPDX-License-Identifier: Apache-2.0
/** Writing many rows at once: by the fastest road that does what is asked. */
@NullMarked
package dev.athanor.orm.bulk;

import org.jspecify.annotations.NullMarked;
