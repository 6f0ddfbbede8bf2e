package org.masterplan.demo;

/** A postal address as before July 2025, and the province's name since then. */
record Address(String street, String ward, String district, String province, String newProvince) {}
