// SPDX-License-Identifier: Apache-2.0
/** What the test kit makes of the models. */
@NullMarked
package dev.athanor.testkit;

import org.jspecify.annotations.NullMarked;
