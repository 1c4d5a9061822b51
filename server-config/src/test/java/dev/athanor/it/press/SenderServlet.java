// SPDX-License-Identifier: Apache-2.0
package dev.athanor.it.press;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends a parcel if a request names one, and tells how many couriers were sent on their way. */
@WebServlet("/parcels")
public class SenderServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient Sender sender;

    @Inject
    @Notes
    private transient SlowCourier courier;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String number = request.getParameter("number");
        if (number != null) {
            sender.sendSlowly(Long.parseLong(number), request.getParameter("goods"), "ann");
        }
        response.getWriter().print(courier.begun());
    }
}
