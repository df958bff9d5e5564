package com.acme.shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  private final Catalogue catalogue = new Catalogue();

  @BeforeEach
  void fill() {
    catalogue.put(new Product("tea", 450));
    catalogue.put(new Product("coffee", 790));
  }

  @Test
  void finds_a_product_by_name() {
    assertEquals(new Product("tea", 450), catalogue.find("tea"));
  }

  @Test
  void says_which_product_there_is_not() {
    Exception e = assertThrows(IllegalArgumentException.class, () -> catalogue.find("milk"));
    assertEquals("There is no product 'milk'", e.getMessage());
  }

  @Test
  void lists_the_products_by_name() {
    assertEquals(
        List.of("coffee", "tea"), catalogue.all().stream().map(Product::name).toList());
  }
}
