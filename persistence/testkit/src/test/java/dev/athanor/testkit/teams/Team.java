// SPDX-License-Identifier: Apache-2.0
package dev.athanor.testkit.teams;

import dev.athanor.annotations.Hybrid;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What it has by methods, it has by methods for JPA, too. Most of its hybrids are wrong. */
@Entity
public class Team {
    private @Nullable Integer number;
    private @Nullable String title;
    private @Nullable Team above;
    private @Nullable Office office;
    private List<Member> members = new ArrayList<>();
    private List<Integer> scores = new ArrayList<>();

    @Id
    public @Nullable Integer getNumber() {
        return number;
    }

    public void setNumber(@Nullable Integer number) {
        this.number = number;
    }

    @Column(length = 12)
    public @Nullable String getName() {
        return title;
    }

    public void setName(@Nullable String name) {
        this.title = name;
    }

    @ManyToOne
    public @Nullable Team getAbove() {
        return above;
    }

    public void setAbove(@Nullable Team above) {
        this.above = above;
    }

    @OneToOne(mappedBy = "team")
    public @Nullable Office getOffice() {
        return office;
    }

    public void setOffice(@Nullable Office office) {
        this.office = office;
    }

    @OneToMany(mappedBy = "team")
    public List<Member> getMembers() {
        return members;
    }

    public void setMembers(List<Member> members) {
        this.members = members;
    }

    @ElementCollection
    @OrderColumn
    public List<Integer> getScores() {
        return scores;
    }

    public void setScores(List<Integer> scores) {
        this.scores = scores;
    }

    @Hybrid
    public int numberOfMembers() {
        return members.size();
    }

    @Hybrid
    public long sumIsNullOfNone() {
        return members.stream().mapToLong(Member::getPoints).sum();
    }

    @Hybrid
    public long countOfColumn() {
        return members.size();
    }

    @Hybrid
    public boolean allIsAny() {
        return members.stream().allMatch(Member::isActive);
    }

    @Hybrid
    public String nothingAboveIsNull() {
        return above == null ? "" : String.valueOf(above.title);
    }

    @Hybrid
    public @Nullable String oneAboveOnly() {
        return above == null ? title : above.above == null ? above.title : above.above.title;
    }

    @Hybrid
    public boolean sharesNameWithAbove() {
        return above != null && Objects.equals(above.title, title);
    }

    @Hybrid
    public @Nullable Integer room() {
        return office == null ? null : office.room;
    }

    @Hybrid
    public @Nullable Integer firstScore() {
        return scores.isEmpty() ? null : scores.get(0);
    }

    @Hybrid
    public int differentScores() {
        return scores.size();
    }
}
