/** The web app: a private bucket behind CloudFront. */
@NullMarked
package ai.meddoc.infra.web;

import org.jspecify.annotations.NullMarked;
