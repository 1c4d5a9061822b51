// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.written;

/** What would be an entity. */
public final class Ship {}
