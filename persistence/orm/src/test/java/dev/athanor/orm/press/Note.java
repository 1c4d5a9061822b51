// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import java.io.Serializable;
import java.util.List;

/** What is kept as JSON; EclipseLink wants it to be serializable. */
public record Note(String text, int rank, List<String> marks) implements Serializable {}
