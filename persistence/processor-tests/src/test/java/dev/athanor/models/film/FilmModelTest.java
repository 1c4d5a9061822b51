// SPDX-License-Identifier: Apache-2.0
package dev.athanor.models.film;

import static org.assertj.core.api.Assertions.assertThat;

import dev.athanor.models.ModelTest;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

public class FilmModelTest extends ModelTest {
    private static final OffsetDateTime RENTED = OffsetDateTime.of(2026, 2, 3, 18, 0, 0, 0, ZoneOffset.UTC);

    public FilmModelTest() {
        super("film");
    }

    @Override
    protected void persist(EntityManager entities) {
        Language language = new Language();
        language.setIsoCode("ita");
        language.setEnglishName("Italian");
        entities.persist(language);
        Address address = address(language);
        entities.persist(address);

        Category category = new Category();
        category.setName("Drama");
        entities.persist(category);
        Film film = new Film();
        film.setTitle("The Ferry");
        film.setLanguage(language);
        film.setRating(Rating.PARENTAL_GUIDANCE);
        film.setRentalRate(new BigDecimal("2.99"));
        film.getCategories().add(category);
        film.getSpecialFeatures().add("trailer");
        entities.persist(film);
        Actor actor = new Actor();
        actor.setFirstName("Ida");
        entities.persist(actor);
        entities.flush();
        film.getCast().add(new FilmActor(film, actor, 1));

        Store store = new Store();
        store.setId((short) 1);
        store.setAddress(address);
        entities.persist(store);
        Staff staff = new Staff();
        staff.setUserName("olga");
        staff.setStore(store);
        staff.setAddress(address);
        staff.setPicture(new byte[] {1, 2, 3});
        entities.persist(staff);
        store.setManager(staff);
        Customer customer = new Customer();
        customer.setStore(store);
        customer.setEmail("tom@example.org");
        customer.setAddress(address);
        customer.setCreateDate(LocalDate.of(2026, 1, 2));
        entities.persist(customer);

        Inventory inventory = new Inventory();
        inventory.setFilm(film);
        inventory.setStore(store);
        entities.persist(inventory);
        Format disc = new Format();
        disc.setCode("DVD");
        disc.getPlayable().add(disc);
        disc.getMenus().add(language);
        disc.getRegions().add("2");
        disc.getCopies().add(inventory);
        entities.persist(disc);
        Format tape = new Format();
        tape.setCode("VHS");
        tape.setSuccessor(disc);
        entities.persist(tape);
        rent(entities, inventory, customer, staff);
    }

    private static Address address(Language language) {
        Country country = new Country();
        country.setName("Italy");
        country.getLanguages().add(language);
        Country neighbour = new Country();
        neighbour.setName("Austria");
        country.getNeighbours().add(neighbour);
        City city = new City();
        city.name = "Como";
        city.country = country;
        Address address = new Address();
        address.setLine("1 Lake Road");
        address.city = city;
        return address;
    }

    private static void rent(EntityManager entities, Inventory inventory, Customer customer, Staff staff) {
        Rental rental = new Rental();
        rental.setInventory(inventory);
        rental.setCustomer(customer);
        rental.setStaff(staff);
        rental.setRentalDate(RENTED);
        entities.persist(rental);
        Payment payment = new Payment();
        payment.setRental(rental);
        payment.setCustomer(customer);
        payment.setStaff(staff);
        payment.setAmount(new BigDecimal("2.99"));
        entities.persist(payment);
    }

    @Override
    protected void find(EntityManager entities) {
        Customer customer = entities.createQuery(
                        "select c from Customer c where c.email = 'tom@example.org'", Customer.class)
                .getSingleResult();
        City city = customer.getAddress().city;
        assertThat(city.name).isEqualTo("Como");
        assertThat(city.country.getCities()).containsExactly(city);
        assertThat(city.country.getNeighbours()).extracting(Country::getName).containsExactly("Austria");
        assertThat(city.country.getLanguages()).extracting(Language::getIsoCode).containsExactly("ita");

        Rental rental = customer.getRentals().get(0);
        assertThat(rental.getRentalDate()).isEqualTo(RENTED);
        assertThat(rental.getPayments()).containsExactlyElementsOf(customer.getPayments());
        assertThat(rental.getStaff().getManages().getManager()).isSameAs(rental.getStaff());
        assertThat(rental.getStaff().getPicture()).containsExactly(1, 2, 3);

        Film film = rental.getInventory().getFilm();
        assertThat(film.getRating()).isEqualTo(Rating.PARENTAL_GUIDANCE);
        assertThat(film.getCategories()).extracting(Category::getName).containsExactly("Drama");
        assertThat(film.getSpecialFeatures()).containsExactly("trailer");
        FilmActor role = film.getCast().get(0);
        assertThat(role.getActor().getRoles()).containsExactly(role);
        assertThat(entities.find(FilmActor.class, role.getId())).isSameAs(role);
        Format disc = entities.find(Format.class, "VHS").getSuccessor();
        assertThat(disc.getPlayable()).containsExactly(disc);
        assertThat(disc.getMenus()).containsExactly(film.getLanguage());
        assertThat(disc.getRegions()).containsExactly("2");
        assertThat(disc.getCopies()).containsExactly(rental.getInventory());
        assertThat(film.getLanguage().getFilms()).containsExactly(film);
    }
}
