/** What the services of all contexts share. */
@NullMarked
package dev.athanor.app;

import org.jspecify.annotations.NullMarked;
