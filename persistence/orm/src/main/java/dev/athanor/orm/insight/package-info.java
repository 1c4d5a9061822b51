// SPDX-License-Identifier: Apache-2.0
/**
 * What sessions cost: {@link dev.athanor.orm.insight.StatementLog}, {@link dev.athanor.orm.insight.RepeatedLoads},
 * {@link dev.athanor.orm.insight.OpenTransactions} and {@link dev.athanor.orm.insight.Insight} are instruments that a
 * session's settings take.
 */
@NullMarked
package dev.athanor.orm.insight;

import org.jspecify.annotations.NullMarked;
