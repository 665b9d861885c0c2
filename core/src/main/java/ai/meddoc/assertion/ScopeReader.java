package ai.meddoc.assertion;

import ai.meddoc.assertion.ContextRule.Category;
import ai.meddoc.assertion.ContextRule.Direction;
import ai.meddoc.text.Span;
import ai.meddoc.text.Token;
import java.util.ArrayList;
import java.util.List;

/** Finds the triggers of one sentence and the stretches they govern. Used for one sentence and thrown away. */
final class ScopeReader {

    /** Before a comma's clause is judged, so many tokens of it are looked at. */
    /** So many blanks part columns. */
    private static final int COLUMN = 4;

    private static final int CLAUSE = 10;

    private final String text;
    private final List<Token> tokens;
    private final RuleTrie trie;
    private final int[] symbols;
    private final List<Match> matches = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();

    /** A rule's tokens: from inclusive, to exclusive. {@code limit} bounds a forward scope, in tokens. */
    private record Match(ContextRule rule, int from, int to, int limit) {}

    ScopeReader(String text, List<Token> tokens, RuleTrie trie) {
        this.text = text;
        this.tokens = tokens;
        this.trie = trie;
        symbols = new int[tokens.size()];
        for (int i = 0; i < symbols.length; i++) {
            symbols[i] = trie.words().symbol(text, tokens.get(i));
        }
    }

    List<Scope> read() {
        int i = 0;
        while (i < symbols.length) {
            i = symbols[i] == Words.NONE ? i + 1 : matchAt(i);
        }
        for (int m = 0; m < matches.size(); m++) {
            addScopes(m);
        }
        return scopes;
    }

    /** Takes the longest literal at a token; returns where to go on. */
    private int matchAt(int from) {
        int node = 0;
        int inner = 0;
        int innerEnd = from;
        int longest = 0;
        int end = from;
        for (int i = from; i < symbols.length; i++) {
            node = trie.child(node, symbols[i]);
            if (node == 0) {
                break;
            }
            if (applies(node, from, i + 1)) {
                inner = longest;
                innerEnd = end;
                longest = node;
                end = i + 1;
            }
        }
        if (longest == 0) {
            return from + 1;
        }
        boolean pseudo = false;
        for (ContextRule rule : trie.rules(longest)) {
            matches.add(new Match(rule, from, end, symbols.length));
            pseudo |= rule.category() == Category.PSEUDO;
        }
        if (pseudo && inner != 0) {
            // "no change" is no negation, but of a mention "change in vision" it is one.
            for (ContextRule rule : trie.rules(inner)) {
                if (rule.direction().isForward()) {
                    matches.add(new Match(rule, from, innerEnd, end));
                }
            }
        }
        return end;
    }

    private boolean applies(int node, int from, int to) {
        List<ContextRule> rules = trie.rules(node);
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).direction() != Direction.LABEL || isAnswer(from, to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether tokens are all that follows a label: "Fever: none", "Allergies - none". */
    private boolean isAnswer(int from, int to) {
        char before = sign(from - 1);
        if (from < 2
                || before != ':' && before != '-' && before != '\u2013' && before != ','
                || sign(from - 2) == '(') {
            return false;
        }
        boolean labelled = before != ',' || sign(from - 2) == ':';
        char after = sign(to);
        return labelled && (to >= symbols.length || after == '.' || after == ',' || after == ';' || after == ')');
    }

    private char sign(int i) {
        return i >= 0 && i < symbols.length && tokens.get(i).kind() == Token.Kind.SIGN
                ? text.charAt(tokens.get(i).start())
                : 0;
    }

    private void addScopes(int m) {
        Match match = matches.get(m);
        switch (match.rule().direction()) {
            case FORWARD, PHRASE -> addForward(m);
            case BACKWARD, CLAUSE -> addBackward(m);
            case BIDIRECTIONAL -> {
                addForward(m);
                addBackward(m);
            }
            case LABEL -> {
                if (isAnswer(match.from(), match.to())) {
                    addLabel(match);
                }
            }
            case NONE -> {}
        }
    }

    private void addForward(int m) {
        Match match = matches.get(m);
        int from = match.to();
        int end = match.limit();
        int max = match.rule().maxTokens();
        if (max > 0) {
            end = Math.min(end, from + max);
        }
        for (int k = m + 1; k < matches.size() && matches.get(k).from() < end; k++) {
            Match other = matches.get(k);
            if (other.from() >= from
                    && match.rule().category().endsAt(other.rule().category())) {
                end = other.from();
            }
        }
        end = clauseEnd(match, end);
        add(match, from, end);
    }

    /** Ends a scope at a bracket that closes around the trigger, and negation where a comma opens a new clause. */
    private int clauseEnd(Match match, int end) {
        boolean negation = match.rule().category() == Category.NEGATED;
        boolean phrase = match.rule().direction() == Direction.PHRASE;
        int depth = 0;
        for (int i = match.to(); i < end; i++) {
            char c = sign(i);
            if (c == '(' || c == '[') {
                depth++;
            } else if ((c == ')' || c == ']') && --depth < 0) {
                return i;
            } else if (negation && (opensClause(i, c) || isApart(i)) || phrase && c == ',' && !isAlternative(i, end)) {
                return i;
            }
        }
        return end;
    }

    /** A dash between blanks, or a gap between columns, parts what is denied from what is not: "no angina - aspirin". */
    private boolean isApart(int i) {
        int before = tokens.get(i).start() - tokens.get(i - 1).end();
        boolean dash = before > 0
                && sign(i) == '-'
                && i + 1 < symbols.length
                && tokens.get(i + 1).start() > tokens.get(i).end();
        return dash
                || before >= COLUMN
                        && text.indexOf('\n', tokens.get(i - 1).end())
                                >= tokens.get(i).start();
    }

    /** ", the heart is enlarged" opens a clause; ", mass or effusion is seen" goes on with the list. */
    private boolean opensClause(int i, char c) {
        boolean comma = c == ',';
        boolean and = !comma
                && i + 1 < symbols.length
                && isWord(i, "and")
                && trie.words().isOpener(symbols[i + 1]);
        if (!comma && !and) {
            return false;
        }
        for (int k = i + 1; k < symbols.length && k <= i + CLAUSE; k++) {
            char next = sign(k);
            if (next == ',' || next == ';') {
                return false;
            }
            if (trie.words().isVerb(symbols[k])) {
                return !isFindingNear(k);
            }
        }
        return false;
    }

    /** Whether the list after a comma ends in "or": then all of it hangs on the trigger. */
    private boolean isAlternative(int comma, int end) {
        for (int i = comma + 1; i < Math.min(end, comma + CLAUSE); i++) {
            if (isWord(i, "or")) {
                return true;
            }
            if (trie.words().isVerb(symbols[i])) {
                return false;
            }
        }
        return false;
    }

    private boolean isWord(int i, String word) {
        Token token = tokens.get(i);
        return token.length() == word.length() && text.regionMatches(true, token.start(), word, 0, word.length());
    }

    private boolean isFindingNear(int verb) {
        for (int k = verb; k < symbols.length && k <= verb + 3; k++) {
            if (trie.words().isFinding(symbols[k])) {
                return true;
            }
        }
        return false;
    }

    private void addBackward(int m) {
        Match match = matches.get(m);
        int start = 0;
        int max = match.rule().maxTokens();
        if (max > 0) {
            start = Math.max(0, match.from() - max);
        }
        for (int k = m - 1; k >= 0 && matches.get(k).to() > start; k--) {
            Match other = matches.get(k);
            Category end = other.rule().category();
            if (end == Category.END_ALL
                    || end.isEnd() && match.rule().category().endsAt(end)) {
                start = Math.max(start, other.to());
            }
        }
        if (match.rule().direction() == Direction.CLAUSE) {
            start = clauseStart(match.from(), start);
        }
        add(match, openBracket(match, start), match.from());
    }

    /** Behind the last comma, unless several commas, or one before "and" or "or", make a list of what is denied. */
    private int clauseStart(int end, int start) {
        int last = -1;
        for (int i = end - 1; i >= start; i--) {
            if (sign(i) == ',') {
                if (last < 0 && i > 0 && (isWord(i - 1, "negative") || isWord(i - 1, "neg"))) {
                    return i + 1;
                }
                if (last >= 0 || isWord(i + 1, "and") || isWord(i + 1, "or")) {
                    return start;
                }
                last = i;
            }
        }
        return last < 0 ? start : last + 1;
    }

    private int openBracket(Match match, int start) {
        int depth = 0;
        for (int i = match.from() - 1; i >= start; i--) {
            char c = sign(i);
            if (c == ')' || c == ']') {
                depth++;
            } else if ((c == '(' || c == '[') && --depth < (i + 1 < match.from() ? 0 : -1)) {
                return i + 1;
            }
        }
        return start;
    }

    /** A label reaches back to the sign before it. */
    private void addLabel(Match match) {
        int start = match.from() - 1;
        while (start > 0 && ".;:".indexOf(sign(start - 1)) < 0) {
            start--;
        }
        add(match, start, match.from());
    }

    private void add(Match match, int from, int to) {
        if (from < to && from < symbols.length && !match.rule().category().isEnd()) {
            Span trigger = new Span(
                    tokens.get(match.from()).start(), tokens.get(match.to() - 1).end());
            Span span = new Span(tokens.get(from).start(), tokens.get(to - 1).end());
            scopes.add(new Scope(match.rule(), trigger, span));
        }
    }
}
