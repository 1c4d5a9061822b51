// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Values by their keys in one array, each key before its value, at the first free place after the one that its hash
 * tells: what a map has for each entry takes longer to make than to find. For one thread.
 */
final class KeyTable<V> {
    private static final int LEAST = 16;
    private static final int FAR = 64;

    /** Of hashes that differ in a few bits only, the product differs in its first. */
    private static final int SPREAD = 0x9E3779B9;

    private @Nullable Object[] slots = new Object[2 * LEAST];
    private int size;

    /** Whether hashes are spread: numbers one after the other, as most keys are, lie best side by side. */
    private boolean spread;

    int size() {
        return size;
    }

    /** The value of a key; null if there is none. */
    @Nullable
    V get(Object key) {
        return value(slots, find(slots, key) + 1);
    }

    @SuppressWarnings("unchecked") // after keys there are values only
    private @Nullable V value(@Nullable Object[] among, int place) {
        return (V) among[place];
    }

    /** Where a key is, or would be. */
    private int find(@Nullable Object[] among, Object key) {
        int place = home(among, key);
        for (Object there = among[place]; there != null && !key.equals(there); there = among[place]) {
            place = after(place, among);
        }
        return place;
    }

    private int home(@Nullable Object[] among, Object key) {
        int hash = key.hashCode();
        int mixed = hash ^ (hash >>> 16);
        int place = spread ? (mixed * SPREAD) >>> (Integer.numberOfLeadingZeros(among.length) + 2) : mixed;
        return (place << 1) & (among.length - 1);
    }

    private static int after(int place, @Nullable Object[] among) {
        return (place + 2) & (among.length - 1);
    }

    /** Gives a key a value, in the place of the one that it has. */
    void put(Object key, V value) {
        int place = find(slots, key);
        if (slots[place] == null) {
            add(key, value);
        } else {
            slots[place + 1] = value;
        }
    }

    /** Gives a value to a key that has none. */
    void add(Object key, V value) {
        boolean near = add(slots, key, value);
        size++;
        if (3 * size > slots.length) {
            arrange(2 * slots.length);
        } else if (!near && !spread) {
            spread = true;
            arrange(slots.length);
        }
    }

    /** At the first free place; whether that is near to the one that the hash tells. */
    private boolean add(@Nullable Object[] among, Object key, @Nullable Object value) {
        int place = home(among, key);
        int passed = 0;
        while (among[place] != null) {
            place = after(place, among);
            passed++;
        }
        among[place] = key;
        among[place + 1] = value;
        return passed < FAR;
    }

    /** Two thirds of the places are taken at most. */
    private void arrange(int length) {
        @Nullable Object[] arranged = new Object[length];
        for (int i = 0; i < slots.length; i += 2) {
            Object key = slots[i];
            if (key != null) {
                add(arranged, key, slots[i + 1]);
            }
        }
        slots = arranged;
    }

    /** Takes a key out; those after it that would be in its place move there. */
    void remove(Object key) {
        int free = find(slots, key);
        if (slots[free] == null) {
            return;
        }
        size--;
        int place = after(free, slots);
        for (Object there = slots[place]; there != null; there = slots[place]) {
            int way = (place - home(slots, there)) & (slots.length - 1);
            if (way >= ((place - free) & (slots.length - 1))) {
                slots[free] = there;
                slots[free + 1] = slots[place + 1];
                free = place;
            }
            place = after(place, slots);
        }
        slots[free] = null;
        slots[free + 1] = null;
    }

    void clear() {
        slots = new Object[2 * LEAST];
        size = 0;
        spread = false;
    }

    void forEach(BiConsumer<Object, V> consumer) {
        keys().forEachRemaining(key -> {
            V value = get(key);
            if (value != null) {
                consumer.accept(key, value);
            }
        });
    }

    List<V> values() {
        List<V> values = new ArrayList<>(size);
        forEach((key, value) -> values.add(value));
        return values;
    }

    /** The keys that are there now, each of which it can take out. */
    Iterator<Object> keys() {
        return new Keys(slots);
    }

    private final class Keys implements Iterator<Object> {
        private @Nullable Object[] seen;
        private int next;
        private @Nullable Object last;

        Keys(@Nullable Object[] seen) {
            this.seen = seen;
        }

        @Override
        public boolean hasNext() {
            while (next < seen.length && seen[next] == null) {
                next += 2;
            }
            return next < seen.length;
        }

        @Override
        public Object next() {
            Object key = hasNext() ? seen[next] : null;
            if (key == null) {
                throw new NoSuchElementException();
            }
            last = key;
            next += 2;
            return key;
        }

        /** Others may move then. */
        @Override
        public void remove() {
            if (last == null) {
                throw new IllegalStateException("there is no key to take out");
            }
            if (seen == slots) {
                seen = slots.clone();
            }
            KeyTable.this.remove(last);
            last = null;
        }
    }
}
