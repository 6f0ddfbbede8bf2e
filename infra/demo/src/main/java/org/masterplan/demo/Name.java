package org.masterplan.demo;

/** A Vietnamese name; the middle part may hold two words or none. */
record Name(String surname, String middle, String given) {

  String full() {
    return middle.isEmpty() ? surname + " " + given : surname + " " + middle + " " + given;
  }
}
