/** What can be set, checked before anything starts. */
@NullMarked
package ai.meddoc.server.settings;

import org.jspecify.annotations.NullMarked;
