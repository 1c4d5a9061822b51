// SPDX-License-Identifier: Apache-2.0
/** Tests that run inside Open Liberty, unless they say otherwise. This package is deployed with the application. */
@NullMarked
package dev.athanor.it.container;

import org.jspecify.annotations.NullMarked;
