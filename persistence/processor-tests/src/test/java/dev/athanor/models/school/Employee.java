// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.school;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.Temporal;
import jakarta.persistence.TemporalType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

@Entity
@SuppressWarnings("JavaUtilDate")
@PrimaryKeyJoinColumn(name = "person_id")
@DiscriminatorValue("E")
public class Employee extends Person {
    @Column(precision = 10, scale = 2)
    private BigDecimal salary;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "hired_at")
    private Date hiredAt;

    @ManyToOne(fetch = FetchType.LAZY)
    private Employee manager;

    @OneToMany(mappedBy = "manager")
    @OrderBy("name.family, id")
    private List<Employee> reports = new ArrayList<>();

    @OneToOne(mappedBy = "employee")
    private ParkingPermit permit;

    @ElementCollection
    private Set<String> skills = new HashSet<>();

    public BigDecimal getSalary() {
        return salary;
    }

    public void setSalary(BigDecimal salary) {
        this.salary = salary;
    }

    public Date getHiredAt() {
        return hiredAt;
    }

    public void setHiredAt(Date hiredAt) {
        this.hiredAt = hiredAt;
    }

    public Employee getManager() {
        return manager;
    }

    public void setManager(Employee manager) {
        this.manager = manager;
    }

    public List<Employee> getReports() {
        return reports;
    }

    public ParkingPermit getPermit() {
        return permit;
    }

    public void setPermit(ParkingPermit permit) {
        this.permit = permit;
    }

    public Set<String> getSkills() {
        return skills;
    }
}
