// SPDX-License-Identifier: Apache-2.0
/** The application that runs the tests of sessions inside the server, and what is tested only there. */
@NullMarked
package dev.athanor.it.press;

import org.jspecify.annotations.NullMarked;
