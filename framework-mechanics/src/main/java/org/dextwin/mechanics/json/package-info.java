/** JSON files, such as results of earlier runs. */
@NullMarked
package org.dextwin.mechanics.json;

import org.jspecify.annotations.NullMarked;
