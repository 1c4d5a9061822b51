// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

/** Of departments and employees. */
final class StaffCalls extends CallTable {
    private static final String DEPARTMENTS = "/v1/departments";
    private static final String EMPLOYEES = "/v1/employees";
    private static final String ORGANISATION = "/v1/reports/organisation";

    StaffCalls(Callers callers) {
        super(callers);
    }

    @Override
    void fill() {
        String weavers = made(administrator, DEPARTMENTS, department("Weavers", ""));
        String spinners = made(administrator, DEPARTMENTS, department("Spinners", ""));
        String ada = made(administrator, EMPLOYEES, employee("Ada", weavers, ", \"bonus\": 100"));
        departments(weavers);
        employees(ada, spinners);
        organisation(ada);
    }

    private String department(String name, String more) {
        return "{\"name\": \"%s %s\"%s}".formatted(name, unique, more);
    }

    private String employee(String name, String department, String more) {
        return """
                {"firstName": "%s", "lastName": "%s", "since": "2024-02-29", "salary": 4000, "department": %s%s}""".formatted(name, unique, key(department), more);
    }

    private void departments(String weavers) {
        String carders = department("Carders", ", \"parent\": " + key(weavers));
        String none = DEPARTMENTS + "/999999999";
        call("CreateDepartment", 201, () -> administrator.post(DEPARTMENTS, carders));
        call("CreateDepartment", 409, () -> administrator.post(DEPARTMENTS, carders));
        call("CreateDepartment", 403, () -> editor.post(DEPARTMENTS, carders));
        call("CreateDepartment", 422, () -> administrator.post(DEPARTMENTS, "{\"parent\": 0}"));
        list("ListDepartments", user, DEPARTMENTS, "sort=name&filter=name==*" + unique);
        one("GetDepartment", user, weavers);
        call("GetDepartment", 404, () -> user.get(none));
        change("ChangeDepartment", administrator, weavers, department("All weavers", ""));
        call("ChangeDepartment", 404, () -> administrator.patch(none, MERGE_PATCH, "{\"name\": \"x\"}"));
        call("DeleteDepartment", 409, () -> administrator.delete(weavers));
        delete("DeleteDepartment", administrator, made(administrator, DEPARTMENTS, department("Idlers", "")));
        call("RaiseSalaries", 200, () -> administrator.post(weavers + "/raises", "{\"percent\": 10}"));
        call("RaiseSalaries", 403, () -> editor.post(weavers + "/raises", "{\"percent\": 10}"));
        call("RaiseSalaries", 404, () -> administrator.post(none + "/raises", "{\"percent\": 10}"));
        call("RaiseSalaries", 422, () -> administrator.post(weavers + "/raises", "{\"percent\": 0}"));
    }

    private void employees(String ada, String spinners) {
        String bob = employee("Bob", spinners, ", \"manager\": " + key(ada));
        String none = EMPLOYEES + "/999999999";
        call("CreateEmployee", 201, () -> administrator.post(EMPLOYEES, bob));
        call("CreateEmployee", 403, () -> editor.post(EMPLOYEES, bob));
        call("CreateEmployee", 422, () -> administrator.post(EMPLOYEES, "{\"firstName\": \"\"}"));
        list("ListEmployees", user, EMPLOYEES, "sort=-since&filter=lastName==" + unique);
        call("ListEmployees", 200, () -> user.get(EMPLOYEES + "?include=department,manager&sort=lastName"));
        one("GetEmployee", user, ada);
        call("GetEmployee", 404, () -> user.get(none));
        change("ChangeEmployee", administrator, ada, "{\"department\": " + key(spinners) + "}");
        call("ChangeEmployee", 404, () -> administrator.patch(none, MERGE_PATCH, "{\"firstName\": \"Ada\"}"));
        call("ChangeEmployee", 409, () -> administrator.patch(ada, MERGE_PATCH, "{\"manager\": " + key(ada) + "}"));
        call("DeleteEmployee", 409, () -> administrator.delete(ada));
        delete("DeleteEmployee", administrator, made(administrator, EMPLOYEES, employee("Eve", spinners, "")));
        call("GetMoves", 200, () -> user.get(ada + "/moves"));
        call("GetMoves", 404, () -> user.get(none + "/moves"));
        call("GetPay", 200, () -> administrator.get(ada + "/pay"));
        call("GetPay", 403, () -> user.get(ada + "/pay"));
        call("GetPay", 404, () -> administrator.get(none + "/pay"));
    }

    private void organisation(String ada) {
        call("GetChart", 200, () -> user.get(ORGANISATION + "/chart"));
        call("GetChart", 200, () -> user.get(ORGANISATION + "/chart?below=" + key(ada)));
        call("GetChart", 400, () -> user.get(ORGANISATION + "/chart?below=ada"));
        call("GetPayScale", 200, () -> administrator.get(ORGANISATION + "/pay"));
        call("GetPayScale", 403, () -> user.get(ORGANISATION + "/pay"));
    }
}
