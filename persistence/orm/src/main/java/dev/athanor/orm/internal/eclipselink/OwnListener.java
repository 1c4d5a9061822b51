// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import org.eclipse.persistence.descriptors.DescriptorEventAdapter;

/** A listener of ours. It need not be told of entities that sessions make of rows: these are as it wants them. */
abstract class OwnListener extends DescriptorEventAdapter {}
