/** Laboratory values as printed, with analyte, unit, reference range and flag. */
@NullMarked
package ai.meddoc.lab;

import org.jspecify.annotations.NullMarked;
