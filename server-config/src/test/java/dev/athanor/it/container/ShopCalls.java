// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.container;

import java.util.Locale;

/** Of products, orders and what was sold. */
final class ShopCalls extends CallTable {
    private static final String PRODUCTS = "/v1/products";
    private static final String ORDERS = "/v1/orders";
    private static final String SALES = "/v1/reports/sales";

    private final String sku = "T" + unique.toUpperCase(Locale.ROOT);

    ShopCalls(Callers callers) {
        super(callers);
    }

    @Override
    void fill() {
        String loom = made(editor, PRODUCTS, product(sku, ", \"quantity\": 50"));
        products(loom);
        orders();
        payments();
        papers();
        sales();
    }

    private static String product(String sku, String more) {
        return """
                {"sku": "%s", "name": "Loom", "kind": "TOOL", "quality": "NEW", "price": 120.50, "cost": 80%s,
                 "weight": 7.5, "extent": {"length": 900, "width": 600, "height": 80}, "availableFrom": "2024-02-29",
                 "promises": {"warrantyMonths": 24, "leadTime": "PT48H"}, "tags": ["wood"], "sizes": [60, 90],
                 "attributes": {"heddle": "rigid"}}""".formatted(sku, more);
    }

    private void products(String loom) {
        String none = PRODUCTS + "/NONE-" + sku;
        String shuttle = product(sku + "-2", ", \"quantity\": 1, \"reorderAt\": 1");
        call("CreateProduct", 201, () -> editor.post(PRODUCTS, shuttle));
        call("CreateProduct", 409, () -> editor.post(PRODUCTS, shuttle));
        call("CreateProduct", 403, () -> user.post(PRODUCTS, shuttle));
        call("CreateProduct", 422, () -> editor.post(PRODUCTS, "{\"sku\": \"small\", \"price\": -1}"));
        list("ListProducts", nobody, PRODUCTS, "sort=-price&filter=sku==" + sku + "*");
        one("GetProduct", nobody, loom);
        call("GetProduct", 404, () -> nobody.get(none));
        change("ChangeProduct", editor, loom, "{\"name\": \"Large loom\"}");
        call("ChangeProduct", 404, () -> editor.patch(none, MERGE_PATCH, "{\"name\": \"Loom\"}"));
        call("ReplaceProduct", 200, () -> editor.put(loom, product(sku, "")));
        call("ReplaceProduct", 403, () -> user.put(loom, product(sku, "")));
        call("ReplaceProduct", 404, () -> editor.put(none, product("NONE-" + sku, "")));
        call("ReplaceProduct", 412, () -> editor.with("If-Match", "\"1\"").put(loom, product(sku, "")));
        call("ReplaceProduct", 422, () -> editor.put(loom, product(sku, ", \"quantity\": 1")));
        call("RestockProduct", 200, () -> editor.post(loom + "/stock", "{\"quantity\": 5}"));
        call("RestockProduct", 403, () -> user.post(loom + "/stock", "{\"quantity\": 5}"));
        call("RestockProduct", 404, () -> editor.post(none + "/stock", "{\"quantity\": 5}"));
        call("RestockProduct", 422, () -> editor.post(loom + "/stock", "{\"quantity\": 0}"));
        delete("DeleteProduct", editor, PRODUCTS + "/" + sku + "-2");
    }

    private String order(int quantity) {
        return """
                {"address": {"recipient": "Ada", "street": "Main Street 1", "postcode": "10000", "city": "Prague"},
                 "lines": [{"sku": "%s", "quantity": %d}], "wholly": true}""".formatted(sku, quantity);
    }

    private void orders() {
        Asking once = user.with("Idempotency-Key", unique);
        call("CreateOrder", 201, () -> user.post(ORDERS, order(1)));
        call("CreateOrder", 409, () -> user.post(ORDERS, order(1000)));
        call("CreateOrder", 422, () -> user.post(ORDERS, "{}"));
        call("CreateOrder", 201, () -> once.post(ORDERS, order(2)));
        call("CreateOrder", 422, () -> once.post(ORDERS, order(3)));
        call("CreateOrder", 201, () -> once.post(ORDERS, order(2)));
        String order = made(user, ORDERS, order(1));
        list("ListOrders", user, ORDERS, "sort=-id&filter=total=gt=1");
        call("ListOrders", 200, () -> user.get(ORDERS + "?include=items.product,payments&sort=-total"));
        one("GetOrder", user, order);
        call("GetOrder", 404, () -> other.get(order));
    }

    private void payments() {
        String order = made(user, ORDERS, order(1));
        String card = "{\"amount\": %s, \"card\": {\"lastDigits\": \"1234\"}}";
        String bank = "{\"amount\": 1, \"bank\": {\"iban\": \"DE02120300000000202051\"}}";
        call("PayOrder", 200, () -> user.post(order + "/payments", bank));
        call("PayOrder", 200, () -> user.post(order + "/payments", card.formatted("6.30")));
        call("PayOrder", 404, () -> other.post(order + "/payments", bank));
        call("PayOrder", 409, () -> user.post(order + "/payments", card.formatted("99999")));
        call("PayOrder", 422, () -> user.post(order + "/payments", card.formatted("-1")));
        String wrong = made(user, ORDERS, order(1));
        call("CancelOrder", 404, () -> other.post(wrong + "/cancellation"));
        call("CancelOrder", 200, () -> user.post(wrong + "/cancellation"));
        call("CancelOrder", 409, () -> user.post(wrong + "/cancellation"));
        call("PayOrder", 409, () -> user.post(wrong + "/payments", bank));
    }

    private void papers() {
        String order = made(user, ORDERS, order(1));
        String invoice = "{\"kind\": \"INVOICE\", \"dueOn\": \"2030-01-31\"}";
        String delivery = "{\"kind\": \"DELIVERY\", \"parcels\": 2}";
        String paper = made(editor, order + "/papers", invoice);
        call("CreatePaper", 201, () -> editor.post(order + "/papers", invoice));
        call("CreatePaper", 201, () -> editor.post(order + "/papers", delivery));
        call("CreatePaper", 403, () -> user.post(order + "/papers", delivery));
        call("CreatePaper", 404, () -> editor.post(ORDERS + "/999999999/papers", delivery));
        call("CreatePaper", 422, () -> editor.post(order + "/papers", "{\"kind\": \"BILL\"}"));
        call("GetPapers", 200, () -> user.get(order + "/papers"));
        call("GetPapers", 404, () -> other.get(order + "/papers"));
        call("GetPaper", 200, () -> user.get(paper));
        call("GetPaper", 404, () -> user.get(order + "/papers/999999999"));
    }

    private void sales() {
        String days = "?from=2024-02-29&until=2100-01-01";
        call("GetSalesByMonths", 200, () -> editor.get(SALES + "/months" + days));
        call("GetSalesByMonths", 403, () -> user.get(SALES + "/months"));
        call("GetSalesByMonths", 400, () -> editor.get(SALES + "/months?from=yesterday"));
        call("GetSalesByDays", 200, () -> editor.get(SALES + "/days"));
        call("GetSalesByDays", 403, () -> user.get(SALES + "/days"));
        call("GetSalesByDays", 400, () -> editor.get(SALES + "/days?until=tomorrow"));
        call("GetBestSellers", 200, () -> editor.get(SALES + "/best?size=2"));
        call("GetBestSellers", 403, () -> user.get(SALES + "/best"));
        call("GetBestSellers", 400, () -> editor.get(SALES + "/best?size=0"));
    }
}
