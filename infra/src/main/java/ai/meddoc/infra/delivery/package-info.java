/** How a build reaches the account: images, artifacts, GitHub's role. */
@NullMarked
package ai.meddoc.infra.delivery;

import org.jspecify.annotations.NullMarked;
