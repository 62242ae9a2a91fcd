/** Velocity Verlet for spring-mass systems, and a hand with one finger. */
package com.acme.springlab;
