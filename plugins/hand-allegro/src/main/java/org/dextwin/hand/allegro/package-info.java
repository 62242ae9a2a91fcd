/** The Allegro hand of Wonik Robotics: its model, right and left. */
@NullMarked
package org.dextwin.hand.allegro;

import org.jspecify.annotations.NullMarked;
