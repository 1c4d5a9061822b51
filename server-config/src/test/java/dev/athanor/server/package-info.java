@NullMarked
package dev.athanor.server;

import org.jspecify.annotations.NullMarked;
