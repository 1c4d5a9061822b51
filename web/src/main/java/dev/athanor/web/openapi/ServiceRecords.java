// SPDX-License-Identifier: Apache-2.0
package dev.athanor.web.openapi;

import dev.athanor.web.academy.PathBody;
import dev.athanor.web.academy.ResultsResource;
import dev.athanor.web.commerce.OrderBody;
import dev.athanor.web.commerce.PaymentBody;
import dev.athanor.web.commerce.ProductBody;
import dev.athanor.web.commerce.SalesResource;
import dev.athanor.web.ledger.LedgerReport;
import dev.athanor.web.ledger.StatementBody;
import dev.athanor.web.publishing.CategoryBranch;
import dev.athanor.web.workforce.EmployeesResource;
import dev.athanor.web.workforce.OrganisationResource;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/**
 * Schemas of the records of services that are within bodies: the server reads the classes of the web module alone, and
 * says nothing of others. A body that has such records, and is not named here, is found by the test of the document: it
 * misses examples. For one thread.
 */
final class ServiceRecords {
    private static final List<Class<? extends Record>> BODIES = List.of(
            PathBody.class,
            ResultsResource.Results.class,
            OrderBody.class,
            PaymentBody.class,
            ProductBody.class,
            SalesResource.Months.class,
            SalesResource.Days.class,
            SalesResource.Best.class,
            LedgerReport.Report.class,
            StatementBody.class,
            CategoryBranch.class,
            EmployeesResource.Moves.class,
            EmployeesResource.Pays.class,
            OrganisationResource.Chart.class,
            OrganisationResource.PayScale.class);

    private static final String SERVICES = "dev.athanor.app.";

    private final Components components;

    ServiceRecords(Components components) {
        this.components = components;
    }

    /** Says what is in them. */
    void tell() {
        for (Class<? extends Record> body : BODIES) {
            Schema schema = components.getSchemas().get(name(body));
            if (schema == null) {
                throw new IllegalStateException("no schema \"" + name(body) + "\" in the document: name "
                        + body.getName() + " no longer in " + ServiceRecords.class.getName());
            }
            for (RecordComponent component : body.getRecordComponents()) {
                if (isOfServices(element(component.getGenericType()))) {
                    schema.addProperty(component.getName(), schema(component.getGenericType()));
                }
            }
        }
    }

    private static String name(Class<?> body) {
        return Optional.ofNullable(body.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class))
                .map(org.eclipse.microprofile.openapi.annotations.media.Schema::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(body::getSimpleName);
    }

    private static Type element(Type type) {
        return type instanceof ParameterizedType of ? of.getActualTypeArguments()[0] : type;
    }

    private static boolean isOfServices(Type type) {
        return type instanceof Class<?> known
                && known.isRecord()
                && known.getName().startsWith(SERVICES);
    }

    private Schema schema(Type type) {
        if (type instanceof ParameterizedType of) {
            return several(of);
        }
        if (isOfServices(type)) {
            return reference((Class<?>) type);
        }
        return PlainSchemas.of(type);
    }

    /** What is empty of an {@link Optional} is not written. */
    private Schema several(ParameterizedType type) {
        Schema element = schema(type.getActualTypeArguments()[0]);
        return Collection.class.isAssignableFrom((Class<?>) type.getRawType())
                ? OASFactory.createSchema().addType(SchemaType.ARRAY).items(element)
                : element;
    }

    /** That of a record of services, by its name. */
    Schema reference(Class<?> type) {
        String name = type.getSimpleName();
        if (!components.getSchemas().containsKey(name)) {
            Schema schema = OASFactory.createSchema().addType(SchemaType.OBJECT);
            components.addSchema(name, schema);
            for (RecordComponent component : type.getRecordComponents()) {
                schema.addProperty(component.getName(), schema(component.getGenericType()));
            }
        }
        return OASFactory.createSchema().ref(name);
    }
}
