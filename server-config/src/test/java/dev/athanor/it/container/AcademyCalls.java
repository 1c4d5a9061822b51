// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import jakarta.json.JsonObject;
import java.util.Locale;

/** Of courses, students and their places. */
final class AcademyCalls extends CallTable {
    private static final String COURSES = "/v1/courses";
    private static final String STUDENTS = "/v1/students";

    private final String code = "T" + unique.toUpperCase(Locale.ROOT);

    AcademyCalls(Callers callers) {
        super(callers);
    }

    @Override
    void fill() {
        String looms = made(editor, COURSES, course("A", 10, ""));
        String cards = made(editor, COURSES, course("B", 10, "\"" + key(looms) + "\""));
        String ada = made(editor, STUDENTS, student("ada"));
        courses(looms, cards);
        students(ada);
        enrolments(ada, looms, cards);
        deletions(looms);
    }

    private String course(String suffix, int seats, String prerequisites) {
        return "{\"code\": \"%s%s\", \"title\": \"Looms\", \"seats\": %d, \"prerequisites\": [%s]}"
                .formatted(code, suffix, seats, prerequisites);
    }

    private String student(String name) {
        return "{\"name\": \"%s\", \"email\": \"%s-%s@example.org\"}".formatted(name, name, unique);
    }

    private void courses(String looms, String cards) {
        String none = COURSES + "/NONE" + code;
        call("CreateCourse", 201, () -> editor.post(COURSES, course("C", 1, "")));
        call("CreateCourse", 409, () -> editor.post(COURSES, course("C", 1, "")));
        call("CreateCourse", 403, () -> user.post(COURSES, course("D", 1, "")));
        call("CreateCourse", 422, () -> editor.post(COURSES, course("D", 0, "")));
        list("ListCourses", nobody, COURSES, "sort=-code&filter=code==" + code + "*");
        call("ListCourses", 200, () -> nobody.get(COURSES + "?filter=seats%3Dgt%3D1&sort=code&fields=code"));
        call("ListCourses", 200, () -> nobody.get(COURSES + "?include=prerequisites&cursor=&size=1"));
        one("GetCourse", nobody, cards);
        call("GetCourse", 200, () -> nobody.get(cards + "?fields=code&include=prerequisites"));
        call("GetCourse", 404, () -> nobody.get(none));
        call("GetCoursePath", 200, () -> nobody.get(cards + "/path"));
        call("GetCoursePath", 404, () -> nobody.get(none + "/path"));
        change("ChangeCourse", editor, looms, "{\"title\": \"Rigid looms\"}");
        call("ChangeCourse", 404, () -> editor.patch(none, MERGE_PATCH, "{\"title\": \"Looms\"}"));
    }

    private void students(String ada) {
        call("CreateStudent", 201, () -> editor.post(STUDENTS, student("bob")));
        call("CreateStudent", 409, () -> editor.post(STUDENTS, student("bob")));
        call("CreateStudent", 403, () -> user.post(STUDENTS, student("cleo")));
        call("CreateStudent", 422, () -> editor.post(STUDENTS, "{\"name\": \"\", \"email\": \"x\"}"));
        list("ListStudents", editor, STUDENTS, "sort=name&filter=email==*" + unique + "*");
        call("ListStudents", 403, () -> user.get(STUDENTS));
        one("GetStudent", editor, ada);
        call("GetStudent", 403, () -> user.get(ada));
        call("GetStudent", 404, () -> editor.get(STUDENTS + "/999999999"));
        change("ChangeStudent", editor, ada, "{\"name\": \"Ada L.\"}");
        call("ChangeStudent", 404, () -> editor.patch(STUDENTS + "/999999999", MERGE_PATCH, "{\"name\": \"x\"}"));
        call("ChangeStudent", 409, () -> editor.patch(ada, MERGE_PATCH, student("bob")));
    }

    private void enrolments(String ada, String looms, String cards) {
        String places = ada + "/enrolments";
        String place = places + "/" + key(looms);
        String wanted = "{\"course\": \"%s\"}";
        call("CreateEnrolment", 201, () -> editor.post(places, wanted.formatted(key(looms))));
        call("CreateEnrolment", 409, () -> editor.post(places, wanted.formatted(key(cards))));
        call("CreateEnrolment", 403, () -> user.post(places, wanted.formatted(key(looms))));
        call("CreateEnrolment", 404, () -> editor.post(STUDENTS + "/999999999/enrolments", wanted.formatted("X")));
        call("CreateEnrolment", 422, () -> editor.post(places, wanted.formatted("NONE")));
        call("GetEnrolments", 200, () -> editor.get(places));
        call("GetEnrolment", 200, () -> editor.get(place));
        call("GradeEnrolment", 403, () -> user.put(place + "/grade", "{\"grade\": \"GOOD\"}"));
        call("GradeEnrolment", 422, () -> editor.put(place + "/grade", "{\"grade\": \"BEST\"}"));
        call("GradeEnrolment", 200, () -> editor.put(place + "/grade", "{\"grade\": \"GOOD\"}"));
        call("GradeEnrolment", 404, () -> editor.put(places + "/NONE/grade", "{\"grade\": \"GOOD\"}"));
        call("GetEnrolments", 200, () -> editor.get(places));
        call("GetEnrolments", 403, () -> user.get(places));
        call("GetEnrolments", 404, () -> editor.get(STUDENTS + "/999999999/enrolments"));
        call("GetEnrolment", 200, () -> editor.get(place));
        call("GetEnrolment", 404, () -> editor.get(places + "/NONE"));
        listed(ada);
        call("DeleteEnrolment", 409, () -> editor.delete(place));
        call("CreateEnrolment", 201, () -> editor.post(places, wanted.formatted(key(cards))));
        call("DeleteEnrolment", 403, () -> user.delete(places + "/" + key(cards)));
        call("DeleteEnrolment", 204, () -> editor.delete(places + "/" + key(cards)));
        call("DeleteEnrolment", 404, () -> editor.delete(places + "/" + key(cards)));
        call("GetCourseResults", 200, () -> editor.get("/v1/reports/courses"));
        call("GetCourseResults", 403, () -> user.get("/v1/reports/courses"));
    }

    private void listed(String ada) {
        String list = "/v1/enrolments";
        String ofAda = "filter=studentId==" + key(ada);
        list("ListEnrolments", editor, list, ofAda);
        call("ListEnrolments", 200, () -> editor.get(list + "?include=student,course&sort=-enrolledOn&" + ofAda));
        call("ListEnrolments", 403, () -> user.get(list));
        one(
                "GetEnrolmentByKey",
                editor,
                () -> list + "/" + keyOf(editor.client().get(list + "?" + ofAda)));
        call("GetEnrolmentByKey", 403, () -> user.get(list + "/1-1"));
        call("GetEnrolmentByKey", 404, () -> editor.get(list + "/" + key(ada) + "-999999999"));
    }

    private static String keyOf(Answer page) {
        JsonObject first = page.json().getJsonArray("items").getJsonObject(0);
        return first.getInt("studentId") + "-" + first.getInt("courseId");
    }

    private void deletions(String looms) {
        call("DeleteCourse", 409, () -> editor.delete(looms));
        delete("DeleteCourse", editor, COURSES + "/" + code + "C");
        delete("DeleteStudent", editor, made(editor, STUDENTS, student("dora")));
    }
}
