// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.openapi;

import dev.athanor.app.academy.CourseListing;
import dev.athanor.app.academy.EnrolmentListing;
import dev.athanor.app.academy.StudentListing;
import dev.athanor.app.commerce.OrderListing;
import dev.athanor.app.commerce.Placed;
import dev.athanor.app.commerce.ProductListing;
import dev.athanor.app.identity.PeopleListing;
import dev.athanor.app.imports.RefusalListing;
import dev.athanor.app.ledger.LedgerListing;
import dev.athanor.app.publishing.CategoryListing;
import dev.athanor.app.view.ViewShape;
import dev.athanor.app.workforce.WorkforceListing;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Schemas of what lists have, by the declarations that they are read by. Of the services nothing is used but what they
 * say of that: no container has made them. For one thread.
 */
final class ViewSchemas {
    private static final String V1 = "/api/v1/";
    private static final Map<String, Named> LISTS = lists();

    private final Components components;
    private final IdentityHashMap<ViewShape, String> names = new IdentityHashMap<>();

    ViewSchemas(Components components) {
        this.components = components;
    }

    private static Map<String, Named> lists() {
        WorkforceListing workforce = new WorkforceListing();
        LedgerListing ledger = new LedgerListing();
        PeopleListing people = new PeopleListing();
        return Map.ofEntries(
                Map.entry("courses", new Named("CourseView", new CourseListing().shape())),
                Map.entry("students", new Named("StudentView", new StudentListing().shape())),
                Map.entry("enrolments", new Named("EnrolmentView", new EnrolmentListing().shape())),
                Map.entry("products", new Named("ProductView", new ProductListing().shape())),
                Map.entry("orders", new Named("OrderView", new OrderListing().shape())),
                Map.entry("accounts", new Named("AccountView", ledger.accountShape())),
                Map.entry("transfers", new Named("TransferView", ledger.transferShape())),
                Map.entry("employees", new Named("EmployeeView", workforce.employeeShape())),
                Map.entry("departments", new Named("DepartmentView", workforce.departmentShape())),
                Map.entry("categories", new Named("CategoryView", new CategoryListing().shape())),
                Map.entry("people", new Named("PersonView", people.shape())),
                Map.entry("me", new Named("MeView", people.ownShape())),
                Map.entry("imports/{id}/refused", new Named("RefusalView", new RefusalListing().shape())));
    }

    /** Says what is in them. */
    void tell() {
        LISTS.values().forEach(list -> names.put(list.shape(), list.name()));
        LISTS.values().forEach(list -> tell(list.name(), list.shape()));
        tellOfPlacing();
    }

    private void tell(String name, ViewShape shape) {
        Schema schema = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("All attributes, or those that are wanted; and the relations that are included")
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
        components.addSchema(name, schema);
        shape.values().forEach(value -> {
            schema.addProperty(value.name(), schema(value));
            if (value.isKey()) {
                schema.addRequired(value.name());
            }
        });
        shape.relations().forEach(relation -> schema.addProperty(relation.name(), schema(name, relation)));
    }

    private static Schema schema(ViewShape.Value value) {
        Schema one = PlainSchemas.of(value.type());
        Schema schema = value.isSeveral()
                ? OASFactory.createSchema().addType(SchemaType.ARRAY).items(one)
                : one;
        return value.isNullable() ? PlainSchemas.orNull(schema) : schema;
    }

    private Schema schema(String owner, ViewShape.Relation relation) {
        Schema target = OASFactory.createSchema().ref(name(owner, relation));
        if (relation.isSeveral()) {
            return OASFactory.createSchema().addType(SchemaType.ARRAY).items(target);
        }
        return relation.isNullable() ? PlainSchemas.orNull(target) : target;
    }

    /** A view that has no address is called by the way to it. */
    private String name(String owner, ViewShape.Relation relation) {
        String known = names.get(relation.target());
        if (known != null) {
            return known;
        }
        String name = owner
                + Character.toUpperCase(relation.name().charAt(0))
                + relation.name().substring(1);
        names.put(relation.target(), name);
        tell(name, relation.target());
        return name;
    }

    /** An order that was just placed has what was refused of it besides. */
    private void tellOfPlacing() {
        Schema order = Objects.requireNonNull(components.getSchemas().get("OrderView"), "orders are told of");
        Schema placed = OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false))
                .properties(new LinkedHashMap<>(order.getProperties()))
                .addProperty(
                        "refused",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .items(new ServiceRecords(components).reference(Placed.RefusedLine.class)));
        placed.getProperties().keySet().stream()
                .filter(name -> order.getRequired().contains(name) || name.equals("refused"))
                .forEach(placed::addRequired);
        components.addSchema("PlacedOrder", placed);
    }

    /** What is at an address, or in the list there, if it is one of these lists. */
    Optional<Schema> at(String path) {
        return Optional.of(path)
                .filter(address -> address.startsWith(V1))
                .map(address -> address.substring(V1.length()))
                .flatMap(address -> Stream.of(address, address.replaceFirst("/.*", ""))
                        .flatMap(name -> Stream.ofNullable(LISTS.get(name)))
                        .findFirst())
                .map(list -> OASFactory.createSchema().ref(list.name()));
    }

    private record Named(String name, ViewShape shape) {}
}
