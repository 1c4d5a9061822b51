// SPDX-License-Identifier: Apache-2.0
@NullMarked
package dev.athanor.web.rest;

import org.jspecify.annotations.NullMarked;
