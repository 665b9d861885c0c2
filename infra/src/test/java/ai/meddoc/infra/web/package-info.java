@NullMarked
package ai.meddoc.infra.web;

import org.jspecify.annotations.NullMarked;
