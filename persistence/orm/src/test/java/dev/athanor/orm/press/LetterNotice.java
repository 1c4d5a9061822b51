// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.press;

import jakarta.persistence.Entity;

/** In a table of its own, with nothing of its own in it. */
@Entity
public class LetterNotice extends Notice {}
