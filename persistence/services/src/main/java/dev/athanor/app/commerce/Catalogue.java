// SPDX-License-Identifier: Apache-2.0
package dev.athanor.app.commerce;

import dev.athanor.app.ChangedMeanwhile;
import dev.athanor.app.Edition;
import dev.athanor.app.InvalidInput;
import dev.athanor.app.NotFound;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What is sold. */
public interface Catalogue {

    /**
     * Sells something new.
     *
     * @throws InvalidInput if something is missing or malformed, or the SKU is another product's
     */
    ProductView add(NewProduct product);

    /** The product of a SKU, with all there is to say of it. */
    Optional<ProductView> find(String sku);

    /** What is said of a product that is sold. How many there are changes with every order; it is not told here. */
    Optional<Edition<NewProduct>> edition(String sku);

    /**
     * Says otherwise what there is to say of a product that is sold; how many there are stays as it is.
     *
     * @param version of the product, as it was read
     * @throws NotFound if there is no such product
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if something is missing or malformed, or the SKU is not the same
     */
    void change(String sku, int version, NewProduct changed);

    /**
     * Sells a product no longer; orders of it go on.
     *
     * @param version of the product, as it was read
     * @throws NotFound if there is no such product
     * @throws ChangedMeanwhile if it is another by now
     */
    void withdraw(String sku, int version);

    /** A page of what is sold, in the order of names; pages are counted from one. */
    List<ProductSummary> search(ProductSearch wanted, int page, int size);

    /**
     * Gives a product another price, without tax.
     *
     * @param version of the product, as it was read
     * @throws ChangedMeanwhile if it is another by now
     * @throws InvalidInput if there is no such product, or the price is negative
     */
    ProductView reprice(String sku, int version, BigDecimal price);

    /**
     * Has more of a product, and gives how many there are now. What was asked for is there with that.
     *
     * @throws InvalidInput if there is no such product, or the quantity is not positive, or more than can be counted
     */
    int restock(String sku, int quantity);

    /**
     * Shows a picture of a product.
     *
     * @throws InvalidInput if there is no such product
     */
    void show(String sku, byte[] picture);

    /** The picture of a product, if it has one. */
    Optional<byte[]> picture(String sku);
}
