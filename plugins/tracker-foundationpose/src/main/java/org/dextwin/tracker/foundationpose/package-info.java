/**
 * Object poses that FoundationPose wrote: folders of matrices, and the text logs of D-REX. Bad
 * numbers are dropped, sudden half turns undone, jumps in depth mended, other wild poses flagged,
 * and each of these is said in the track's notes; every other pose is passed on as it was read.
 *
 * <p><i>References</i>: Wen et al. 2024, "FoundationPose: Unified 6D pose estimation and tracking
 * of novel objects".
 */
@NullMarked
package org.dextwin.tracker.foundationpose;

import org.jspecify.annotations.NullMarked;
