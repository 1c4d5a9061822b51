// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Universally unique identifiers. */
final class Identifiers extends Domain<UUID> {
    private static final List<UUID> NOTABLE = List.of(
            new UUID(0, 0),
            new UUID(-1, -1),
            new UUID(0, 1),
            UUID.fromString("01234567-89ab-4def-8123-456789abcdef"),
            UUID.fromString("7fffffff-ffff-4fff-8000-000000000000"));

    Identifiers() {
        super(UUID.class);
    }

    @Override
    List<UUID> notable() {
        return NOTABLE;
    }

    @Override
    UUID random(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    @Override
    Optional<UUID> distinct(int place) {
        Random random = new Random(place);
        return Optional.of(new UUID(random.nextLong(), (random.nextLong() & ~0xFFFFFFFFL) | place));
    }
}
