// SPDX-License-Identifier: Apache-2.0
package dev.athanor.hybrids;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What hybrids do with texts. */
@Entity
@SuppressWarnings({"NullAway.Init", "OperatorPrecedence", "StatementSwitchToExpressionSwitch", "EnumOrdinal"
}) // as people write
class Words {
    private static final String DASH = "-";

    @Id
    Long id;

    String first;

    String second;

    @Column(nullable = false)
    String third;

    int number;
    long big;
    boolean flag;

    UUID uuid;

    LocalDate day;

    @Enumerated(EnumType.STRING)
    Size size;

    @Enumerated
    Size rank;

    enum Size {
        SMALL,
        MEDIUM,
        LARGE
    }

    Optional<String> second() {
        return Optional.ofNullable(second);
    }

    @Hybrid
    String together() {
        return first + " " + second + DASH + number + '!';
    }

    @Hybrid
    String joined() {
        return String.join(", ", third, first, third);
    }

    @Hybrid
    String numbers() {
        return String.valueOf(number)
                + String.valueOf(big)
                + String.valueOf(flag)
                + Integer.toString(number)
                + Long.toString(big)
                + Boolean.toString(flag);
    }

    @Hybrid
    String boxed() {
        Integer small = number;
        Long large = big;
        return small.toString() + large.toString() + number + big + flag;
    }

    @Hybrid
    String uuidText() {
        return uuid.toString() + String.valueOf(uuid) + uuid;
    }

    @Hybrid
    boolean nobody() {
        return uuid.equals(UUID.fromString("00000000-0000-0000-0000-000000000000"));
    }

    @Hybrid
    String dayText() {
        return day.toString() + String.valueOf(day) + day;
    }

    @Hybrid
    int length() {
        return first.length();
    }

    @Hybrid
    boolean blank() {
        return first.isEmpty() || second.isBlank();
    }

    @Hybrid
    String stripped() {
        return DASH + first.strip() + DASH + third.stripLeading() + DASH + third.stripTrailing() + DASH + third.trim();
    }

    @Hybrid
    String lower() {
        return first.replace("\u03A3", "S").toLowerCase(Locale.ROOT);
    }

    @Hybrid
    String upper() {
        return first.toUpperCase(Locale.ROOT);
    }

    @Hybrid
    int found() {
        return first.indexOf(second) + third.lastIndexOf("a");
    }

    @Hybrid
    String part() {
        return third.length() > 3 ? third.substring(1) + third.substring(1, 3) : third.substring(third.length());
    }

    @Hybrid
    boolean has() {
        return first.contains(second) || first.startsWith(second) || first.endsWith(second) || first.contains("%");
    }

    @Hybrid
    String replaced() {
        return first.replace("a", "b").replace(" ", "").concat("!").toString();
    }

    @Hybrid
    String repeated() {
        return third.repeat(3);
    }

    @Hybrid
    boolean before() {
        return first.compareTo(second) < 0;
    }

    @Hybrid
    boolean notAfter() {
        return !(third.compareTo(first) > 0) && third.compareTo(first) != 0;
    }

    @Hybrid
    boolean equal() {
        return first.equals(second);
    }

    @Hybrid
    boolean notEqual() {
        return !third.equals(second);
    }

    @Hybrid
    boolean objectsEqual() {
        return Objects.equals(first, second);
    }

    @Hybrid
    boolean known() {
        return Objects.nonNull(first) && !Objects.isNull(second) || "x".equals(first);
    }

    @Hybrid
    String otherwise() {
        return Objects.requireNonNullElse(first, third) + Objects.requireNonNull(third, "third");
    }

    @Hybrid
    Optional<String> trimmed() {
        return second().map(String::strip).filter(text -> !text.isEmpty());
    }

    @Hybrid
    String shown() {
        return trimmed().orElse("none") + second().map(text -> "(" + text + ")").orElseGet(() -> "");
    }

    @Hybrid
    String constant() {
        return second().map(text -> "there").orElse("not there");
    }

    @Hybrid
    boolean present() {
        return second().isPresent() || trimmed().isEmpty();
    }

    @Hybrid
    String sizes() {
        return switch (size) {
            case SMALL -> "S";
            case MEDIUM -> "M" + rank.name();
            case LARGE -> {
                String text = "L";
                yield text + text;
            }
        };
    }

    @Hybrid
    String old() {
        switch (rank) {
            case SMALL:
            case MEDIUM:
                return "some";
            default:
                break;
        }
        return "many";
    }

    @Hybrid
    String ofText() {
        return switch (third) {
            case "", " " -> "empty";
            case "x" -> "x";
            default -> third + size.name();
        };
    }

    @Hybrid
    int ordinals() {
        return size.ordinal() * 10 + rank.ordinal();
    }

    @Hybrid
    boolean large() {
        return size == Size.LARGE || rank != Size.SMALL;
    }

    @Hybrid
    boolean sameSize() {
        return !Size.MEDIUM.equals(size);
    }

    @Hybrid
    @Nullable
    Size larger() {
        return flag ? Size.LARGE : size;
    }

    @Hybrid
    @Nullable
    String early() {
        if (first == null) {
            return null;
        }
        String text = first.strip();
        if (text.isEmpty()) {
            text = "empty";
        } else if (flag) {
            text += "!";
        }
        return text + number;
    }

    @Hybrid
    String refused() {
        if (first == null) {
            throw new IllegalStateException("no first");
        }
        return first;
    }

    @Hybrid
    boolean like(String wanted, int at) {
        return first.contains(wanted) && number > at;
    }

    @Hybrid
    boolean liked() {
        return like(third, number - 1);
    }
}
