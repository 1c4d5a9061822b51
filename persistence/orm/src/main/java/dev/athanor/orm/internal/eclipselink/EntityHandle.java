// SPDX-License-Identifier: Apache-2.0
package dev.athanor.orm.internal.eclipselink;

import static java.lang.invoke.MethodType.methodType;

import java.beans.PropertyChangeListener;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.descriptors.changetracking.ChangeTracker;
import org.eclipse.persistence.descriptors.changetracking.ObjectChangePolicy;
import org.eclipse.persistence.internal.descriptors.InstanceVariableAttributeAccessor;
import org.eclipse.persistence.internal.descriptors.ObjectBuilder;
import org.eclipse.persistence.internal.descriptors.PersistenceEntity;
import org.eclipse.persistence.internal.descriptors.PersistenceObject;
import org.eclipse.persistence.internal.descriptors.PersistenceObjectAttributeAccessor;
import org.eclipse.persistence.internal.descriptors.PersistenceObjectInstantiationPolicy;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.DirectToFieldMapping;
import org.eclipse.persistence.sessions.Session;

/**
 * What makes an entity, as one handle: its woven constructor, its fields, its listener, its relations and its key, one
 * after the other. Woven classes say all of that by interfaces, which a JVM takes longer to find out of an object than
 * all else that is done here; where it knows the class, it need not. Relies on woven classes setting by names what they
 * have as fields, and on EclipseLink having made these accessible; BlueprintTest and SessionReadTest would notice.
 */
final class EntityHandle {
    private static final MethodHandles.Lookup OWN = MethodHandles.lookup();

    /** The entity, the values of the row, the row, the unit of work, whether in a transaction, and the key. */
    private static final MethodType STEP = methodType(
            void.class,
            Object.class,
            Object[].class,
            EntityRows.Row.class,
            UnitOfWorkImpl.class,
            boolean.class,
            Object.class);

    private static final MethodType SET = methodType(void.class, Object.class, Object.class);
    private static final MethodHandle GIVE = MethodHandles.dropArguments(
            MethodHandles.identity(Object.class), 1, STEP.parameterList().subList(1, STEP.parameterCount()));
    private static final MethodHandle VALUE =
            found(DirectToFieldMapping.class, "getObjectValue", methodType(Object.class, Object.class, Session.class));
    private static final MethodHandle ATTRIBUTE = found(DatabaseMapping.class, "setAttributeValueInObject", SET);
    private static final MethodHandle LISTEN = found(
            ObjectChangePolicy.class,
            "setChangeListener",
            methodType(PropertyChangeListener.class, Object.class, UnitOfWorkImpl.class, ClassDescriptor.class));
    private static final MethodHandle KEY =
            found(PersistenceEntity.class, "_persistence_setId", methodType(void.class, Object.class));
    private static final MethodHandle NEW =
            found(PersistenceObject.class, "_persistence_new", methodType(Object.class, PersistenceObject.class));
    private static final MethodHandle BUILD = found(ObjectBuilder.class, "buildNewInstance", methodType(Object.class));
    private static final MethodHandle HOLDER = found(
            LazyAttribute.class,
            "holder",
            methodType(Object.class, Object.class, EntityRows.Row.class, UnitOfWorkImpl.class, boolean.class));

    private static final MethodHandle QUIET = quietSetter();

    private EntityHandle() {}

    private static MethodHandle quietSetter() {
        try {
            return OWN.findStatic(
                    EntityHandle.class,
                    "setQuietly",
                    methodType(void.class, DatabaseMapping.class, Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a class does not find its own method", e);
        }
    }

    private static MethodHandle found(Class<?> owner, String name, MethodType type) {
        try {
            return OWN.findVirtual(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(owner.getName() + " has no method " + name, e);
        }
    }

    /**
     * That of a class.
     *
     * @param columns its attributes that are columns
     * @param places where the values of these are
     * @param relations its attributes that load later
     */
    static MethodHandle of(
            ClassDescriptor descriptor, DirectToFieldMapping[] columns, int[] places, LazyAttribute[] relations) {
        List<MethodHandle> steps = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            steps.add(column(columns[i], places[i]));
        }
        steps.add(listener(descriptor));
        for (LazyAttribute relation : relations) {
            steps.add(relation(relation));
        }
        steps.add(MethodHandles.permuteArguments(KEY.asType(SET), STEP, 0, STEP.parameterCount() - 1));
        MethodHandle filled = MethodHandles.foldArguments(GIVE, all(steps));
        return MethodHandles.foldArguments(filled, empty(descriptor));
    }

    /** By halves, so that no step is far within others. */
    private static MethodHandle all(List<MethodHandle> steps) {
        if (steps.size() == 1) {
            return steps.get(0);
        }
        int half = steps.size() / 2;
        return MethodHandles.foldArguments(all(steps.subList(half, steps.size())), all(steps.subList(0, half)));
    }

    private static MethodHandle empty(ClassDescriptor descriptor) {
        if (descriptor.getInstantiationPolicy().getClass() != PersistenceObjectInstantiationPolicy.class) {
            return BUILD.bindTo(descriptor.getObjectBuilder());
        }
        Object woven = descriptor.getInstantiationPolicy().buildNewInstance();
        return MethodHandles.insertArguments(NEW, 0, woven, woven);
    }

    private static MethodHandle column(DirectToFieldMapping column, int place) {
        MethodHandle read = MethodHandles.insertArguments(MethodHandles.arrayElementGetter(Object[].class), 1, place);
        MethodHandle value = MethodHandles.collectArguments(
                VALUE.bindTo(column).asType(methodType(Object.class, Object.class, UnitOfWorkImpl.class)), 0, read);
        return MethodHandles.permuteArguments(
                MethodHandles.collectArguments(setter(column).asType(SET), 1, value), STEP, 0, 1, 3);
    }

    private static MethodHandle setter(DatabaseMapping mapping) {
        if (mapping.getAttributeAccessor().getClass() == PersistenceObjectAttributeAccessor.class) {
            Field field = ((InstanceVariableAttributeAccessor) mapping.getAttributeAccessor()).getAttributeField();
            try {
                return OWN.unreflectSetter(field);
            } catch (IllegalAccessException e) {
                return ATTRIBUTE.bindTo(mapping);
            }
        }
        return ATTRIBUTE.bindTo(mapping);
    }

    /** As {@link #setter}; what is not set as a field is set by a method that would tell of a change. */
    private static MethodHandle quiet(DatabaseMapping mapping) {
        boolean field = mapping.getAttributeAccessor().getClass() == PersistenceObjectAttributeAccessor.class;
        return field ? setter(mapping) : QUIET.bindTo(mapping);
    }

    @SuppressWarnings("UnusedMethod") // the handle calls it
    private static void setQuietly(DatabaseMapping mapping, Object entity, Object value) {
        if (entity instanceof ChangeTracker tracker) {
            PropertyChangeListener listener = tracker._persistence_getPropertyChangeListener();
            tracker._persistence_setPropertyChangeListener(null);
            mapping.setAttributeValueInObject(entity, value);
            tracker._persistence_setPropertyChangeListener(listener);
        } else {
            mapping.setAttributeValueInObject(entity, value);
        }
    }

    private static MethodHandle listener(ClassDescriptor descriptor) {
        MethodHandle listen =
                MethodHandles.insertArguments(LISTEN.bindTo(descriptor.getObjectChangePolicy()), 2, descriptor);
        return MethodHandles.permuteArguments(listen.asType(listen.type().changeReturnType(void.class)), STEP, 0, 3);
    }

    private static MethodHandle relation(LazyAttribute relation) {
        MethodHandle setter = relation.setter().orElseGet(() -> quiet(relation.mapping()));
        return MethodHandles.permuteArguments(
                MethodHandles.collectArguments(
                        MethodHandles.explicitCastArguments(setter, SET), 1, HOLDER.bindTo(relation)),
                STEP,
                0,
                0,
                2,
                3,
                4);
    }
}
