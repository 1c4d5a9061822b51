@NullMarked
package dev.athanor.migrations;

import org.jspecify.annotations.NullMarked;
