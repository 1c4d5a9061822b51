// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.async;

/**
 * What has become of units of work.
 *
 * @param atWork how many are at work now, those included that nobody waits for any more and that have not ended yet
 * @param waiting how many wait for their turn
 * @param done how many have succeeded
 * @param failed how many have failed by themselves
 * @param timedOut how many took too long
 * @param cancelled how many were cancelled
 * @param refused how many found no place to wait
 */
public record AsyncFigures(
        int atWork, int waiting, long done, long failed, long timedOut, long cancelled, long refused) {}
