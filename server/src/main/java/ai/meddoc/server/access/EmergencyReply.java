package ai.meddoc.server.access;

import java.time.Instant;

/** @param until when the emergency access ends by itself */
public record EmergencyReply(Instant until) {}
