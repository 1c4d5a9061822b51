// SPDX-License-Identifier: Apache-2.0
/** The tests of the application as it is deployed, and of the servers around it. */
@NullMarked
package dev.athanor.it;

import org.jspecify.annotations.NullMarked;
