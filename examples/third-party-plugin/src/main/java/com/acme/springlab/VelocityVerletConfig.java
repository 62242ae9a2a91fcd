package com.acme.springlab;

/** The method has no choices, so there are no keys. */
record VelocityVerletConfig() {}
