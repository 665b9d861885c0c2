@NullMarked
package ai.meddoc.server.settings;

import org.jspecify.annotations.NullMarked;
