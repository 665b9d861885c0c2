@NullMarked
package ai.meddoc.server.documents;

import org.jspecify.annotations.NullMarked;
