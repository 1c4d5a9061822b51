// SPDX-License-Identifier: Apache-2.0
/** The toolkit measured beside its peers; {@link dev.athanor.benchmarks.Benchmarks} runs all. */
@NullMarked
package dev.athanor.benchmarks;

import org.jspecify.annotations.NullMarked;
