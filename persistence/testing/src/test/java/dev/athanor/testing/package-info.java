@NullMarked
package dev.athanor.testing;

import org.jspecify.annotations.NullMarked;
