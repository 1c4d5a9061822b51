// SPDX-License-Identifier: Apache-2.0
/** Tests of reading from a replica, on a primary with a streaming standby. */
@NullMarked
package dev.athanor.orm.replica;

import org.jspecify.annotations.NullMarked;
