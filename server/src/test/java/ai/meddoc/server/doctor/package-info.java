@NullMarked
package ai.meddoc.server.doctor;

import org.jspecify.annotations.NullMarked;
