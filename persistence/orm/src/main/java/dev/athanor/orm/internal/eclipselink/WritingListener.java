// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.descriptors.DescriptorEventAdapter;

/** Hears of entities that are added or written, not of those that are read. */
abstract class WritingListener extends DescriptorEventAdapter {}
