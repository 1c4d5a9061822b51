// SPDX-License-Identifier: Apache-2.0
package dev.athanor.domain.commerce;

import java.io.Serializable;

/**
 * What the law wants to be said of what needs power; kept as JSON.
 *
 * @param grade from A to G
 * @param kilowattHours in a year
 */
public record EnergyLabel(String grade, int kilowattHours) implements Serializable {}
