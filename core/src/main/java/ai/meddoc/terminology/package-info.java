/** ICD-10-CM: releases, codes, notes, and the terms that name them. */
@NullMarked
package ai.meddoc.terminology;

import org.jspecify.annotations.NullMarked;
