package ai.meddoc.assertion;

import ai.meddoc.text.Span;

/**
 * A matched rule and the stretch it governs.
 *
 * @param rule that matched
 * @param trigger the matched words
 * @param span the governed characters; may be empty
 */
record Scope(ContextRule rule, Span trigger, Span span) {

    /**
     * Whether the rule speaks of a mention: it lies in the scope and not on the trigger's own words. The end of a
     * forward trigger may be the mention's first words ("no acute" and "acute distress"), its start may not.
     */
    boolean governs(Span mention) {
        if (!trigger.overlaps(mention)) {
            return span.contains(mention.start());
        }
        return rule.direction().isForward()
                && trigger.start() < mention.start()
                && trigger.end() < mention.end()
                && span.start() < mention.end();
    }
}
