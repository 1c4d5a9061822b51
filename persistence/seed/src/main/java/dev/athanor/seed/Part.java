// SPDX-License-Identifier: Apache-2.0
package dev.athanor.seed;

/** The demo data of one context, which is written in one transaction: it is there wholly, or not at all. */
interface Part {
    /** The context's name, which is its schema's, too. */
    String name();

    void write(Writing writing);
}
