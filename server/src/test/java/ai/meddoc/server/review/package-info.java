@NullMarked
package ai.meddoc.server.review;

import org.jspecify.annotations.NullMarked;
