// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTableTest {
    /** Equal hashes of different keys lead to the same place. */
    private record Key(int hash, int number) {
        @Override
        public int hashCode() {
            return hash;
        }
    }

    private static Map<Object, Integer> contents(KeyTable<Integer> table) {
        Map<Object, Integer> contents = new HashMap<>();
        table.forEach(contents::put);
        return contents;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void hasWhatAMapWouldHaveAfterAnyOrderOfPuttingInAndTakingOut(long seed) {
        Random random = new Random(seed);
        KeyTable<Integer> table = new KeyTable<>();
        Map<Object, Integer> map = new HashMap<>();
        for (int i = 0; i < 5000; i++) {
            Key key = new Key(random.nextInt(40), random.nextInt(5));
            if (random.nextInt(5) < 3) {
                table.put(key, i);
                map.put(key, i);
            } else {
                table.remove(key);
                map.remove(key);
            }
            assertThat(table.get(key)).isEqualTo(map.get(key));
            assertThat(table.size()).isEqualTo(map.size());
        }
        assertThat(contents(table)).isEqualTo(map);
        assertThat(table.values()).containsExactlyInAnyOrderElementsOf(map.values());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 1000, 1 << 16, 1L << 32, (1L << 32) + 1})
    void findsManyKeysWhateverTheirDistance(long distance) {
        KeyTable<Integer> table = new KeyTable<>();
        for (int i = 0; i < 20_000; i++) {
            table.put(i * distance, i);
        }
        assertThat(table.size()).isEqualTo(20_000);
        for (int i = 0; i < 20_000; i++) {
            assertThat(table.get(i * distance)).isEqualTo(i);
        }
        assertThat(table.get(-1L)).isNull();
    }

    @Test
    void keysAreAllSeenThoughSomeAreTakenOut() {
        KeyTable<Integer> table = new KeyTable<>();
        for (int i = 0; i < 100; i++) {
            table.put(new Key(i % 7, i), i);
        }
        List<Object> seen = new ArrayList<>();
        for (Iterator<Object> keys = table.keys(); keys.hasNext(); ) {
            Key key = (Key) keys.next();
            seen.add(key);
            if (key.number() % 3 == 0) {
                keys.remove();
            }
        }
        assertThat(seen).hasSize(100).doesNotHaveDuplicates();
        assertThat(table.size()).isEqualTo(66);
        assertThat(table.get(new Key(3, 3))).isNull();
        assertThat(table.get(new Key(4, 4))).isEqualTo(4);
    }

    @Test
    void thereIsNoKeyAfterTheLast() {
        KeyTable<Integer> table = new KeyTable<>();
        table.put("a", 1);
        Iterator<Object> keys = table.keys();
        assertThatThrownBy(keys::remove).isInstanceOf(IllegalStateException.class);
        assertThat(keys.next()).isEqualTo("a");
        assertThat(keys.hasNext()).isFalse();
        assertThatThrownBy(keys::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void isEmptyAfterClearing() {
        KeyTable<Integer> table = new KeyTable<>();
        for (int i = 0; i < 1000; i++) {
            table.put(i, i);
        }
        table.clear();
        assertThat(table.size()).isZero();
        assertThat(table.get(1)).isNull();
        assertThat(table.keys().hasNext()).isFalse();
        table.put(1, 2);
        assertThat(table.get(1)).isEqualTo(2);
    }
}
