package ai.meddoc.claude.check;

import ai.meddoc.classify.Classification;
import ai.meddoc.classify.Cue;
import ai.meddoc.claude.reply.ModelReply;
import ai.meddoc.document.DocumentType;
import ai.meddoc.engine.DocumentReading;
import ai.meddoc.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Accepts the model's type where it can show words for it and our classifier is not sure of another; keeps ours otherwise,
 * and always when the caller gave the type or the document gives orders.
 */
final class TypeCheck {

    private static final double SURE = 0.9;

    private final DocumentReading reading;
    private final Evidenced evidenced;
    private final OwnWords ownWords;

    TypeCheck(DocumentReading reading, Evidenced evidenced, OwnWords ownWords) {
        this.reading = reading;
        this.evidenced = evidenced;
        this.ownWords = ownWords;
    }

    Classification check(List<Located> replies, boolean hinted) {
        Classification ours = reading.local().classification();
        if (hinted || evidenced.hasPassages() || replies.isEmpty()) {
            return ours;
        }
        Located first = replies.get(0);
        ModelReply.Type theirs = first.reply().type();
        Optional<DocumentType> type = theirs == null ? Optional.empty() : DocumentType.fromWireName(theirs.name());
        if (theirs == null || type.isEmpty()) {
            return ours;
        }
        List<Cue> cues = cues(first, theirs);
        boolean sureOfAnother =
                type.get() != ours.type() && ours.confidence() >= SURE && ours.type() != DocumentType.OTHER;
        if (cues.isEmpty() || sureOfAnother) {
            return ours;
        }
        String argument = first.restore().apply(theirs.rationale());
        return new Classification(
                type.get(),
                theirs.confidence(),
                ownWords.mayBeShown(argument, "") ? argument : "Read so by the language model.",
                cues);
    }

    private List<Cue> cues(Located located, ModelReply.Type theirs) {
        List<Cue> cues = new ArrayList<>();
        for (String quote : theirs.quotes()) {
            List<Span> places = located.places(quote);
            if (!places.isEmpty() && !evidenced.isPassage(places.get(0))) {
                cues.add(new Cue("model", places.get(0), 1));
            }
        }
        return cues;
    }
}
