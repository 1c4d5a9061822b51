// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.film;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "film_actor", schema = "film")
public class FilmActor extends Stamped {
    @EmbeddedId
    private FilmActorId id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "actor_id", insertable = false, updatable = false)
    private Actor actor;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "film_id", insertable = false, updatable = false)
    private Film film;

    private int billing;

    protected FilmActor() {}

    public FilmActor(Film film, Actor actor, int billing) {
        this.id = new FilmActorId(actor.getActorId(), film.getFilmId());
        this.film = film;
        this.actor = actor;
        this.billing = billing;
    }

    public FilmActorId getId() {
        return id;
    }

    public Actor getActor() {
        return actor;
    }

    public Film getFilm() {
        return film;
    }

    public int getBilling() {
        return billing;
    }
}
