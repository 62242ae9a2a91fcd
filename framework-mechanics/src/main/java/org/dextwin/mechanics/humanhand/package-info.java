/**
 * Human hands as estimators write them, such as HaMeR and MCC-HO: read, checked for order, side and
 * size, with gaps kept.
 */
@NullMarked
package org.dextwin.mechanics.humanhand;

import org.jspecify.annotations.NullMarked;
