// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

@Entity
public class Club extends Identified<Long> {
    private String name;

    @Embedded
    private Supervision supervision;

    @ManyToMany
    @JoinTable(name = "club_member", inverseJoinColumns = @JoinColumn(name = "member_id"))
    private Set<Student> members = new HashSet<>();

    @OneToMany
    @JoinTable(name = "club_room")
    @MapKeyColumn(name = "purpose")
    private Map<String, Room> rooms = new HashMap<>();

    @ElementCollection
    private Map<Grade, Integer> quotas = new HashMap<>();

    @ManyToMany
    private Map<Subject, Teacher> coaches = new HashMap<>();

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Supervision getSupervision() {
        return supervision;
    }

    public void setSupervision(Supervision supervision) {
        this.supervision = supervision;
    }

    public Set<Student> getMembers() {
        return members;
    }

    public Map<String, Room> getRooms() {
        return rooms;
    }

    public Map<Grade, Integer> getQuotas() {
        return quotas;
    }

    public Map<Subject, Teacher> getCoaches() {
        return coaches;
    }
}
