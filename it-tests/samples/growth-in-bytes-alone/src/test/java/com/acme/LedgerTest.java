package com.acme;

import org.junit.jupiter.api.Test;

class LedgerTest {
  @Test
  void notes_the_same_state_again() {
    Ledger.note();
  }

  @Test
  void appends_to_a_text() {
    Ledger.append();
  }

  @Test
  void doubles_an_array_of_numbers() {
    Ledger.sum();
  }

  @Test
  void replaces_a_buffer_by_a_larger_one() {
    Ledger.enlarge();
  }

  @Test
  void opens_a_page_each_tenth_time() {
    Ledger.page();
  }
}
