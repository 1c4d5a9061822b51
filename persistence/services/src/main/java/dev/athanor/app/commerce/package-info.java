// SPDX-License-Identifier: Apache-2.0
/**
 * What is sold, and to whom. Other contexts talk to {@link dev.athanor.app.commerce.Catalogue},
 * {@link dev.athanor.app.commerce.Orders}, {@link dev.athanor.app.commerce.Papers} and
 * {@link dev.athanor.app.commerce.SalesReports}.
 */
@NullMarked
package dev.athanor.app.commerce;

import org.jspecify.annotations.NullMarked;
